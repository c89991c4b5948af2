-- Where vehicles were: terminals, positions, what they add up to by day and trip, fences, and who looked at a track.

-- A device registered for a vehicle. Its code is kept as a keyed digest: nobody can read it back, and the device alone is told.
create table vehicles.terminal (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  vehicle_id uuid not null,
  -- The number a device gives itself: its SIM's for JT/T 808, a serial number for others. Without padding zeros.
  number text not null check (length(number) between 1 and 20),
  datum text not null check (datum in ('wgs-84', 'gcj-02', 'bd-09')),
  maker text not null default '',
  model text not null default '',
  state text not null check (state in ('waiting', 'admitted', 'withdrawn')),
  -- Until when an unregistered device may ask for its code.
  waits_until timestamptz not null,
  code_mac text,
  registered_at timestamptz not null,
  version int not null default 1,
  primary key (node_id, id),
  foreign key (node_id, vehicle_id) references vehicles.vehicle (node_id, id)
);
create unique index terminal_number on vehicles.terminal (node_id, number) where state <> 'withdrawn';
create unique index terminal_vehicle on vehicles.terminal (node_id, vehicle_id) where state <> 'withdrawn';
create index terminal_unit on vehicles.terminal (node_id, unit_id, number);
call kernel.guard('vehicles.terminal');

-- One row a vehicle: the lock that batches of it take their turn by, and what the next fix is judged against. Places are millionths of a degree.
create table vehicles.tracker (
  node_id int not null default kernel.node(),
  vehicle_id uuid not null,
  unit_id uuid not null,
  -- The last fix that was judged, and the last that was set aside (its clock may be wrong).
  last_at timestamptz,
  aside_at timestamptz,
  heard_at timestamptz,
  anchor_at timestamptz,
  anchor_latitude int,
  anchor_longitude int,
  anchor_speed smallint,
  rival_at timestamptz,
  rival_latitude int,
  rival_longitude int,
  rival_speed smallint,
  rival_run smallint,
  direction smallint,
  ignition boolean,
  -- Fences it is inside of.
  inside uuid[] not null default '{}',
  primary key (node_id, vehicle_id)
) with (fillfactor = 50);
call kernel.guard('vehicles.tracker', null, null);

-- What terminals said, as they said it. A batch brings the next moment of many vehicles and a reader wants one vehicle's moments in a row:
-- the vehicle stands first in the key, so that a track is read from neighbouring pages.
-- quality: 0 counted, 1 no fix, 2 imprecise, 3 jump, 4 future, 5 late. step_dm: decimetres since the fix before it that counts.
create table vehicles.position (
  at timestamptz not null,
  vehicle_id uuid not null,
  unit_id uuid not null,
  node_id int not null default kernel.node(),
  latitude int not null,
  longitude int not null,
  -- Before conversion, where the terminal works in another datum.
  said_latitude int,
  said_longitude int,
  step_dm int not null,
  -- Counted from the terminal: tenths of a kilometre, tenths of a litre.
  mileage int,
  fuel smallint,
  alarm bigint not null default 0,
  -- Tenths of km/h, degrees, metres.
  speed smallint,
  direction smallint,
  altitude smallint,
  accuracy smallint,
  quality smallint not null check (quality between 0 and 5),
  ignition boolean,
  primary key (node_id, vehicle_id, at)
) partition by range (at);
call kernel.guard('vehicles.position', null, null);

-- One partition a month of Asia/Shanghai, and one for what lies outside. Nobody may touch a partition but through the table that carries
-- the policy.
do $$
declare
  month date := '2025-01-01';
  name text;
begin
  while month < '2036-01-01' loop
    name := format('vehicles.position_%s', to_char(month, 'YYYY_MM'));
    execute format('create table %s partition of vehicles.position for values from (%L) to (%L)', name,
      month::text || ' 00:00:00+08', (month + interval '1 month')::date::text || ' 00:00:00+08');
    execute format('revoke all on %s from opengoa_work, opengoa_vehicles', name);
    execute format('alter table %s enable row level security', name);
    execute format('alter table %s force row level security', name);
    month := (month + interval '1 month')::date;
  end loop;
end $$;
create table vehicles.position_elsewhen partition of vehicles.position default;
revoke all on vehicles.position_elsewhen from opengoa_work, opengoa_vehicles;
alter table vehicles.position_elsewhen enable row level security;
alter table vehicles.position_elsewhen force row level security;

-- What a terminal said is never altered, and nothing of it goes away: the room may only judge a row anew.
revoke update, delete on vehicles.position from opengoa_vehicles;
grant update (quality, step_dm) on vehicles.position to opengoa_vehicles;

-- What a day's fixes add up to; written with them.
create table vehicles.track_day (
  node_id int not null default kernel.node(),
  vehicle_id uuid not null,
  day date not null,
  unit_id uuid not null,
  dm bigint not null,
  points int not null,
  primary key (node_id, vehicle_id, day)
) with (fillfactor = 70);
call kernel.guard('vehicles.track_day', null, null);

-- What the fixes of a trip add up to, from leaving to coming back; `unit_id` is the vehicle's unit, whose positions they are.
create table vehicles.track_trip (
  node_id int not null default kernel.node(),
  trip_id uuid not null,
  vehicle_id uuid not null,
  unit_id uuid not null,
  from_at timestamptz not null,
  to_at timestamptz,
  dm bigint not null,
  points int not null,
  primary key (node_id, trip_id)
) with (fillfactor = 70);
create index track_trip_vehicle on vehicles.track_trip (node_id, vehicle_id, (coalesce(to_at, 'infinity')));
call kernel.guard('vehicles.track_trip', null, 'trip_id');

-- Findings that are open, as their facts told: what a track may be shown for.
create table vehicles.open_finding (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  subject_kind text not null,
  subject_id uuid not null,
  from_day date not null,
  to_day date not null,
  primary key (node_id, id)
);
create index open_finding_subject on vehicles.open_finding (node_id, subject_id);
call kernel.guard('vehicles.open_finding');

-- Who looks at which stretch of a vehicle's way, on which ground, until when.
create table vehicles.viewing (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  person_id uuid,
  person_name text not null,
  vehicle_id uuid not null,
  plate text not null,
  trip_id uuid,
  from_at timestamptz not null,
  to_at timestamptz,
  ground text not null check (ground in ('in-progress', 'finding', 'glass')),
  why text,
  opened_at timestamptz not null,
  closes_at timestamptz not null,
  primary key (node_id, id)
);
create index viewing_unit on vehicles.viewing (node_id, unit_id, opened_at desc, id);
call kernel.guard('vehicles.viewing', 'person_id', null);

-- Who looked stays told.
revoke update, delete on vehicles.viewing from opengoa_vehicles;

create table vehicles.fence (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  name text not null,
  use text not null check (use in ('area', 'custody')),
  -- {kind: circle, latitude, longitude, radiusM} or {kind: polygon, points: [[latitude, longitude], …]}, WGS-84.
  shape jsonb not null,
  state text not null check (state in ('drawn', 'removed')),
  drawn_at timestamptz not null,
  primary key (node_id, id)
);
create index fence_unit on vehicles.fence (node_id, unit_id, name);
call kernel.guard('vehicles.fence');

create table vehicles.crossing (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  vehicle_id uuid not null,
  fence_id uuid not null,
  fence_name text not null,
  way text not null check (way in ('entered', 'left')),
  at timestamptz not null,
  primary key (node_id, id)
);
create index crossing_unit on vehicles.crossing (node_id, unit_id, at desc, id);
create index crossing_vehicle on vehicles.crossing (node_id, vehicle_id, at);
call kernel.guard('vehicles.crossing', null, null);

revoke update, delete on vehicles.crossing from opengoa_vehicles;

-- What lies under the tracks: roads, water, districts, as GeoJSON in WGS-84. It says nothing of anybody.
create table vehicles.background (
  node_id int not null default kernel.node(),
  id uuid not null,
  name text not null,
  features jsonb not null,
  kept_at timestamptz not null,
  primary key (node_id, id)
);
call kernel.guard_directory('vehicles.background');

create view vehicles_read.terminal_v1 with (security_invoker = true) as
select t.node_id, t.id, t.unit_id, t.vehicle_id, v.plate, t.number, t.datum, t.maker, t.model, t.state, t.registered_at, t.waits_until, k.heard_at, t.version
  from vehicles.terminal t
  join vehicles.vehicle v on (v.node_id, v.id) = (t.node_id, t.vehicle_id)
  left join vehicles.tracker k on (k.node_id, k.vehicle_id) = (t.node_id, t.vehicle_id);

create view vehicles_read.fence_v1 with (security_invoker = true) as
select node_id, id, unit_id, name, use, shape, shape->>'kind' as form, state, drawn_at from vehicles.fence;

create view vehicles_read.crossing_v1 with (security_invoker = true) as
select c.node_id, c.id, c.unit_id, c.vehicle_id, v.plate, c.fence_id, c.fence_name, c.way, c.at
  from vehicles.crossing c join vehicles.vehicle v on (v.node_id, v.id) = (c.node_id, c.vehicle_id);

create view vehicles_read.viewing_v1 with (security_invoker = true) as
select node_id, id, unit_id, person_name, vehicle_id, plate, trip_id, from_at, to_at, ground, why, opened_at from vehicles.viewing;

create view vehicles_read.track_day_v1 with (security_invoker = true) as
select node_id, vehicle_id, day, unit_id, dm / 10000.0 as km, points from vehicles.track_day;

create view vehicles_read.track_trip_v1 with (security_invoker = true) as
select node_id, trip_id, vehicle_id, unit_id, from_at, to_at, dm / 10000.0 as km, points from vehicles.track_trip;
