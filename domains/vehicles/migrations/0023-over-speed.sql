-- When a fence watches (always, outside office hours, on days off, or between two minutes of the day), and how fast one may be inside it.
alter table vehicles.fence
  add column watches text not null default 'always' check (watches in ('always', 'off-hours', 'days-off', 'window')),
  add column from_minute int check (from_minute between 0 and 1439),
  add column to_minute int check (to_minute between 0 and 1440),
  add column limit_kmh int check (limit_kmh between 5 and 200),
  add check ((watches = 'window') = (from_minute is not null and to_minute is not null));
create or replace view vehicles_read.fence_v1 with (security_invoker = true) as
select node_id, id, unit_id, name, use, shape, shape->>'kind' as form, state, drawn_at, watches, from_minute, to_minute, limit_kmh,
       case when watches = 'window' then format('%s:%s–%s:%s', lpad((from_minute / 60)::text, 2, '0'), lpad((from_minute % 60)::text, 2, '0'),
         lpad((to_minute / 60)::text, 2, '0'), lpad((to_minute % 60)::text, 2, '0')) end as hours
  from vehicles.fence;

-- A stretch of time in which every fix that counts was above the limit. Where it was is not in it but for a fence whose own limit it was.
create table vehicles.over_speed (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  vehicle_id uuid not null,
  plate text not null,
  from_at timestamptz not null,
  to_at timestamptz not null,
  seconds int not null check (seconds >= 0),
  most_kmh int not null,
  limit_kmh int not null,
  fence_id uuid,
  fence_name text not null default '',
  trip_id uuid,
  primary key (node_id, id),
  foreign key (node_id, vehicle_id) references vehicles.vehicle (node_id, id)
);
create unique index over_speed_once on vehicles.over_speed (node_id, vehicle_id, from_at);
create index over_speed_unit on vehicles.over_speed (node_id, unit_id, from_at desc, id);
call kernel.guard('vehicles.over_speed', null, null);
create view vehicles_read.over_speed_v1 with (security_invoker = true) as
select o.node_id, o.id, o.unit_id, o.vehicle_id, o.plate, o.from_at, o.to_at, o.seconds, o.most_kmh, o.limit_kmh, o.most_kmh - o.limit_kmh as over_kmh,
       o.fence_name, t.number
  from vehicles.over_speed o left join vehicles.trip t on (t.node_id, t.id) = (o.node_id, o.trip_id);
