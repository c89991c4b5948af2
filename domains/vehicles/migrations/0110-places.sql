-- Places that a unit's trips begin at and its vehicles are parked at, with where they lie: what empty kilometres are reckoned from.
create table vehicles.place (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  name text not null,
  -- Other ways in which people write the name.
  aliases text[] not null default '{}',
  kind text not null check (kind in ('office', 'parking', 'destination')),
  -- WGS-84, degrees.
  latitude double precision not null check (latitude between -90 and 90),
  longitude double precision not null check (longitude between -180 and 180),
  state text not null check (state in ('kept', 'removed')),
  kept_at timestamptz not null,
  version int not null default 1,
  primary key (node_id, id)
);
create index place_unit on vehicles.place (node_id, unit_id, name);
create unique index place_name on vehicles.place (node_id, unit_id, name) where state = 'kept';
call kernel.guard('vehicles.place', null, null);

create view vehicles_read.place_v1 with (security_invoker = true) as
select node_id, id, unit_id, name, array_to_string(aliases, '、') as aliases, kind, latitude, longitude, state, kept_at, version from vehicles.place;
