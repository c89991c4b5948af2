-- Whom a fence is for (categories of vehicles, single vehicles; empty: all of its units), what it tells (in, out, both, or a stay of some minutes),
-- and statutory holidays as a time to watch.
alter table vehicles.fence drop constraint fence_watches_check;
alter table vehicles.fence
  add constraint fence_watches_check check (watches in ('always', 'off-hours', 'days-off', 'holidays', 'window')),
  add column categories text[] not null default '{}',
  add column vehicles uuid[] not null default '{}',
  add column tells text not null default 'both' check (tells in ('both', 'entered', 'left', 'stayed')),
  add column stay_minutes int check (stay_minutes between 5 and 1440),
  add check ((tells = 'stayed') = (stay_minutes is not null));
create or replace view vehicles_read.fence_v1 with (security_invoker = true) as
select node_id, id, unit_id, name, use, shape, shape->>'kind' as form, state, drawn_at, watches, from_minute, to_minute, limit_kmh,
       case when watches = 'window' then format('%s:%s–%s:%s', lpad((from_minute / 60)::text, 2, '0'), lpad((from_minute % 60)::text, 2, '0'),
         lpad((to_minute / 60)::text, 2, '0'), lpad((to_minute % 60)::text, 2, '0')) end as hours,
       categories, tells, stay_minutes, cardinality(vehicles) as vehicle_count
  from vehicles.fence;

alter table vehicles.crossing drop constraint crossing_way_check;
alter table vehicles.crossing
  add constraint crossing_way_check check (way in ('entered', 'left', 'stayed')),
  add column minutes int;
create or replace view vehicles_read.crossing_v1 with (security_invoker = true) as
select c.node_id, c.id, c.unit_id, c.vehicle_id, v.plate, c.fence_id, c.fence_name, c.way, c.at, c.minutes
  from vehicles.crossing c join vehicles.vehicle v on (v.node_id, v.id) = (c.node_id, c.vehicle_id);

-- Since when a vehicle is inside a fence that tells of stays. Gone when it leaves.
create table vehicles.fence_visit (
  node_id int not null default kernel.node(),
  vehicle_id uuid not null,
  fence_id uuid not null,
  unit_id uuid not null,
  since timestamptz not null,
  told boolean not null,
  primary key (node_id, vehicle_id, fence_id)
);
call kernel.guard('vehicles.fence_visit', null, null);
