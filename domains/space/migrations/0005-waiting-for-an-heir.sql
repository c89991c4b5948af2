-- Rooms of units that were merged, split or ended: until somebody assigns them they wait.
create view space_read.waiting_room_v1 with (security_invoker = true) as
select r.node_id, r.id, r.unit_id, u.valid_to as ended_on, r.building_id, b.name as building, r.number, r.use, r.area_m2, r.version,
       (select count(*)::int from space.seating s where (s.node_id, s.room_id) = (r.node_id, r.id) and s.to_day is null) as people,
       (select count(*)::int from kernel.unit_succession k where (k.node_id, k.from_unit) = (r.node_id, r.unit_id)) as heirs,
       (select string_agg(h.name, '、' order by h.name) from kernel.unit_succession k join kernel.unit h on (h.node_id, h.id) = (k.node_id, k.to_unit)
         where (k.node_id, k.from_unit) = (r.node_id, r.unit_id)) as heir_names
  from space.room r
  join kernel.unit u on (u.node_id, u.id) = (r.node_id, r.unit_id)
  left join space.building b on (b.node_id, b.id) = (r.node_id, r.building_id)
 where u.valid_to is not null and r.state <> 'disposed';
