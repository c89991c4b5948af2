-- What serves the whole building (plant, guards, stores of the house) stands idle for nobody, and is offered to nobody.
create or replace view space_read.vacancy_v1 with (security_invoker = true) as
select r.node_id, r.id, r.unit_id, r.building_id, b.name as building, f.number as floor, r.number, r.use, split_part(r.use, '-', 1) as use_group, r.area_m2,
       r.zone, r.state, t.from_day as since, b.longitude, b.latitude, r.search, r.version
  from space.room r
  join space.building b on (b.node_id, b.id) = (r.node_id, r.building_id)
  left join space.floor f on (f.node_id, f.id) = (r.node_id, r.floor_id)
  left join space.tenure t on (t.node_id, t.room_id) = (r.node_id, r.id) and t.to_day is null
 where r.state = 'vacant' and b.state <> 'disposed' and split_part(r.use, '-', 1) not in ('equipment', 'ancillary');
