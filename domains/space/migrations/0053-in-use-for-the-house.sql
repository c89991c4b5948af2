-- What serves the whole building (plant, guards, stores of the house) is in use while nobody was given it, and never vacant.

-- How a room stands that its keeper has for nobody: the one place that tells what may be vacant.
create function space.idle_state(use text) returns text language sql immutable parallel safe as $$
  select case when split_part(use, '-', 1) in ('equipment', 'ancillary') then 'in-use' else 'vacant' end
$$;

-- Forced row-level security would hide the rows from the owner, who migrates.
alter table space.room no force row level security;
update space.room set state = 'in-use', version = version + 1 where state = 'vacant' and space.idle_state(use) <> 'vacant';
alter table space.room force row level security;
alter table space.room add constraint room_idle check (state <> 'vacant' or space.idle_state(use) = 'vacant');

-- The state says it: no list of uses here.
create or replace view space_read.vacancy_v1 with (security_invoker = true) as
select r.node_id, r.id, r.unit_id, r.building_id, b.name as building, f.number as floor, r.number, r.use, split_part(r.use, '-', 1) as use_group, r.area_m2,
       r.zone, r.state, t.from_day as since, b.longitude, b.latitude, r.search, r.version
  from space.room r
  join space.building b on (b.node_id, b.id) = (r.node_id, r.building_id)
  left join space.floor f on (f.node_id, f.id) = (r.node_id, r.floor_id)
  left join space.tenure t on (t.node_id, t.room_id) = (r.node_id, r.id) and t.to_day is null
 where r.state = 'vacant' and b.state <> 'disposed';

-- What nobody was given is nobody's area, plant that runs for the house as little as a vacant office.
create or replace view space_read.used_room_v1 with (security_invoker = true) as
select r.node_id, r.id, r.unit_id, i.institution_id, r.building_id, r.floor_id, r.number, r.use, split_part(r.use, '-', 1) as use_group, r.area_m2, r.state,
       r.bound, coalesce(t.kind, 'allotted') as held
  from space.room r
  join space_read.institution_v1 i on (i.node_id, i.unit_id) = (r.node_id, r.unit_id)
  left join space.tenure t on (t.node_id, t.room_id) = (r.node_id, r.id) and t.to_day is null
 where r.state <> 'disposed' and (t.kind <> 'kept' or (t.kind is null and r.state <> space.idle_state(r.use)));
