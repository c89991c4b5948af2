-- The group that the standard counts a room in stands in its use, before the first dash.
create or replace view space_read.room_v1 with (security_invoker = true) as
select r.node_id, r.id, r.unit_id, r.building_id, b.name as building, r.floor_id, f.number as floor, r.number, r.name, r.use, r.area_m2, r.drawn_area_m2,
       r.toilet_m2, r.rest_m2, r.bound, r.zone, r.state, r.note, r.search, r.version, p.people, split_part(r.use, '-', 1) as use_group
  from space.room r
  left join space.building b on (b.node_id, b.id) = (r.node_id, r.building_id)
  left join space.floor f on (f.node_id, f.id) = (r.node_id, r.floor_id)
 cross join lateral (
   select count(*)::int as people from space.seating s where (s.node_id, s.room_id) = (r.node_id, r.id) and s.to_day is null) p;

create view space_read.tenure_v1 with (security_invoker = true) as
select t.node_id, t.id, t.unit_id, t.room_id, r.building_id, b.name as building, r.number as room, r.use, r.area_m2, t.from_day, t.to_day, t.kind, t.paper
  from space.tenure t
  join space.room r on (r.node_id, r.id) = (t.node_id, t.room_id)
  left join space.building b on (b.node_id, b.id) = (r.node_id, r.building_id);

-- Whoever has a room in it sees the building and its floors too: a room is nowhere without them.
create policy used on space.building for select
  using (node_id = (select kernel.node()) and id in (select r.building_id from space.room r where r.node_id = kernel.node()));
create policy used on space.floor for select
  using (node_id = (select kernel.node()) and building_id in (select r.building_id from space.room r where r.node_id = kernel.node()));
