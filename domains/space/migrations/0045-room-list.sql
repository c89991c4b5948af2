-- What the ledger of rooms owes (docs/figures.md): over 20,000 rooms the people of every room were counted to show fifty of them.

-- In the order it opens in.
create index room_number on space.room (node_id, number, id);

-- As a value and not as a join the people are counted for the rooms that are shown, and not at all where nobody asks for them.
create or replace view space_read.room_v1 with (security_invoker = true) as
select r.node_id, r.id, r.unit_id, r.building_id, b.name as building, r.floor_id, f.number as floor, r.number, r.name, r.use, r.area_m2, r.drawn_area_m2,
       r.toilet_m2, r.rest_m2, r.bound, r.zone, r.state, r.note, r.search, r.version,
       (select count(*)::int from space.seating s where (s.node_id, s.room_id) = (r.node_id, r.id) and s.to_day is null) as people,
       split_part(r.use, '-', 1) as use_group, b.unit_id as keeper_id, k.excess_m2, k.status as beside_standard
  from space.room r
  left join space.building b on (b.node_id, b.id) = (r.node_id, r.building_id)
  left join space.floor f on (f.node_id, f.id) = (r.node_id, r.floor_id)
  left join space.room_standard k on (k.node_id, k.room_id) = (r.node_id, r.id);
