-- Vehicles, drivers, trips, fuel. A row belongs to a unit; who sees it follows from the unit, and the policies named below open a little more.

create table vehicles.vehicle (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  -- The unit whose people it carries, with all below. No other unit may be lent it (厉行节约反对浪费条例 第二十六条).
  serves_id uuid not null,
  plate text not null check (length(plate) between 1 and 20),
  make text not null,
  model text not null,
  model_year int,
  category text not null,
  body text not null,
  power text not null,
  condition text not null,
  seats int check (seats > 0),
  displacement_l numeric(9, 2),
  price_fen int,
  tank_litres numeric(9, 2),
  battery_kwh numeric(9, 2),
  in_service_day date,
  used_by text not null default '',
  state text not null check (state in ('in-use', 'under-repair', 'sealed', 'retired')),
  -- The last reading taken, so that lists need not look it up.
  odometer_km int not null,
  -- The trip it is out on: one at a time.
  out_on uuid,
  warnings jsonb not null default '[]',
  disposal text,
  retired_day date,
  search text[] not null default '{}',
  version int not null default 1,
  primary key (node_id, id)
);
create unique index vehicle_plate on vehicles.vehicle (node_id, plate) where state <> 'retired';
create index vehicle_unit on vehicles.vehicle (node_id, unit_id, plate);
create index vehicle_search on vehicles.vehicle using gin (search);
call kernel.guard('vehicles.vehicle');

create table vehicles.driver (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  person_id uuid not null,
  name text not null,
  licence text not null,
  licence_valid_to date not null,
  state text not null check (state in ('active', 'released')),
  search text[] not null default '{}',
  version int not null default 1,
  primary key (node_id, id)
);
create unique index driver_person on vehicles.driver (node_id, person_id) where state = 'active';
create index driver_unit on vehicles.driver (node_id, unit_id, name);
create index driver_search on vehicles.driver using gin (search);
call kernel.guard('vehicles.driver', 'person_id');

create table vehicles.trip (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  asker_id uuid not null,
  asker_name text not null,
  number text not null,
  state text not null check (state in ('requested', 'sent-back', 'refused', 'withdrawn', 'approved', 'dispatched', 'departed', 'returned', 'settled', 'cancelled')),
  purpose text not null,
  use text not null,
  from_place text not null,
  to_place text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  people int not null check (people > 0),
  distance_km int not null,
  cross_city boolean not null,
  note text,
  requested_at timestamptz not null,
  approved_at timestamptz,
  -- As dispatched: plate and name stay what they were on that day.
  vehicle_id uuid,
  plate text,
  driver_id uuid,
  driver_person_id uuid,
  driver_name text,
  departed_at timestamptz,
  odometer_out_km int,
  returned_at timestamptz,
  odometer_in_km int,
  driven_km int check (driven_km >= 0),
  why text,
  fuel_fen int,
  toll_fen int,
  parking_fen int,
  cost_fen int generated always as (fuel_fen + toll_fen + parking_fen) stored,
  settled_at timestamptz,
  stars int check (stars between 1 and 5),
  rating_words text,
  search text[] not null default '{}',
  version int not null default 1,
  primary key (node_id, id),
  check (ends_at > starts_at)
);
create unique index trip_by_number on vehicles.trip (node_id, number);
create index trip_start on vehicles.trip (node_id, starts_at, id);
create index trip_unit on vehicles.trip (node_id, unit_id, starts_at, id);
create index trip_asker on vehicles.trip (node_id, asker_id, starts_at, id);
create index trip_vehicle on vehicles.trip (node_id, vehicle_id, starts_at) where vehicle_id is not null;
create index trip_driver on vehicles.trip (node_id, driver_person_id, state) where driver_person_id is not null;
create index trip_search on vehicles.trip using gin (search);
call kernel.guard('vehicles.trip', 'asker_id');

-- The driver sees the trips given to them, and, while one is in hand, its vehicle.
create policy driver on vehicles.trip
  using (node_id = (select kernel.node()) and driver_person_id = any ((select kernel.persons())::uuid[]));
create policy driver on vehicles.vehicle
  using (node_id = (select kernel.node()) and id in (
    select t.vehicle_id from vehicles.trip t
     where t.node_id = (select kernel.node()) and t.driver_person_id = any ((select kernel.persons())::uuid[]) and t.state in ('dispatched', 'departed')));

-- Every reading of an instrument in the order of time; an exchange of the instrument begins a new row of numbers.
create table vehicles.odometer (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  vehicle_id uuid not null,
  at timestamptz not null,
  km int not null,
  -- The last number of the instrument that was taken out.
  replaced_km int check ((replaced_km is not null) = (source = 'replaced')),
  source text not null check (source in ('registered', 'departed', 'returned', 'fuel', 'replaced')),
  primary key (node_id, id),
  foreign key (node_id, vehicle_id) references vehicles.vehicle (node_id, id)
);
create index odometer_vehicle on vehicles.odometer (node_id, vehicle_id, at, id);
call kernel.guard('vehicles.odometer', null, null);
create policy driver on vehicles.odometer
  using (node_id = (select kernel.node()) and vehicle_id in (
    select t.vehicle_id from vehicles.trip t
     where t.node_id = (select kernel.node()) and t.driver_person_id = any ((select kernel.persons())::uuid[]) and t.state in ('dispatched', 'departed')));

-- When a vehicle or a driver is taken. It says neither by whom nor what for, so the whole node may read it: a booking that the asking dispatcher
-- could not see would be a booking made twice. The constraint is the last wall behind the row locks (SEC-DB-11).
create type vehicles.one_thing as range (subtype = uuid);
create table vehicles.booking (
  node_id int not null default kernel.node(),
  id uuid not null,
  thing_id uuid not null,
  trip_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  primary key (node_id, id),
  check (ends_at > starts_at),
  constraint booked_once exclude using gist (
    int4range(node_id, node_id, '[]') with =,
    vehicles.one_thing(thing_id, thing_id, '[]') with =,
    tstzrange(starts_at, ends_at) with &&)
);
create index booking_thing on vehicles.booking (node_id, thing_id, starts_at);
create index booking_trip on vehicles.booking (node_id, trip_id);
call kernel.guard_directory('vehicles.booking');

-- What a pool offers those it serves, before anybody is asked: how many seats, of which category; not which vehicle.
create table vehicles.offer (
  node_id int not null default kernel.node(),
  id uuid not null,
  serves_id uuid not null,
  seats int not null,
  category text not null,
  primary key (node_id, id)
);
create index offer_serves on vehicles.offer (node_id, serves_id);
call kernel.guard_directory('vehicles.offer');

-- The last trip number of a year: taken under this row's lock, and given back with a transaction that fails, so there are no gaps.
create table vehicles.trip_number (
  node_id int not null default kernel.node(),
  year int not null,
  last int not null,
  primary key (node_id, year)
) with (fillfactor = 50);
call kernel.guard_directory('vehicles.trip_number');

create table vehicles.fuel (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  vehicle_id uuid not null,
  plate text not null,
  filled_at timestamptz not null,
  carrier text not null,
  litres numeric(9, 2),
  electricity_kwh numeric(9, 2),
  cost_fen int not null,
  odometer_km int not null,
  full_tank boolean not null,
  station text not null default '',
  card text not null default '',
  search text[] not null default '{}',
  primary key (node_id, id),
  foreign key (node_id, vehicle_id) references vehicles.vehicle (node_id, id),
  check ((litres is null) <> (electricity_kwh is null))
);
create index fuel_vehicle on vehicles.fuel (node_id, vehicle_id, filled_at);
create index fuel_unit on vehicles.fuel (node_id, unit_id, filled_at, id);
create index fuel_search on vehicles.fuel using gin (search);
call kernel.guard('vehicles.fuel');

-- Published for reading: lists, other rooms, the risk centre's kits.
create view vehicles_read.trip_v1 with (security_invoker = true) as
select node_id, id, unit_id, asker_id as person_id, number, state, purpose, use, from_place, to_place, starts_at, ends_at, people, distance_km,
       cross_city, note, asker_name, requested_at, approved_at, vehicle_id, plate, driver_id, driver_person_id, driver_name, departed_at,
       odometer_out_km, returned_at, odometer_in_km, driven_km, why, fuel_fen, toll_fen, parking_fen, cost_fen, settled_at, stars, search, version
  from vehicles.trip;

create view vehicles_read.vehicle_v1 with (security_invoker = true) as
select node_id, id, unit_id, serves_id as serves, plate, make, model, model_year, category, body, power, condition, seats, displacement_l, price_fen,
       tank_litres, battery_kwh, in_service_day, used_by, state, odometer_km, out_on, warnings, jsonb_array_length(warnings) as warning_count,
       disposal, retired_day, search, version
  from vehicles.vehicle;

create view vehicles_read.driver_v1 with (security_invoker = true) as
select node_id, id, unit_id, person_id, name, licence, licence_valid_to, state, search, version from vehicles.driver;

create view vehicles_read.fuel_v1 with (security_invoker = true) as
select node_id, id, unit_id, vehicle_id, plate, filled_at, carrier, litres, electricity_kwh, cost_fen, odometer_km, full_tank, station, card, search
  from vehicles.fuel;

create view vehicles_read.odometer_v1 with (security_invoker = true) as
select node_id, id, unit_id, vehicle_id, at, km, source from vehicles.odometer;

-- A driver's trips: here the trip is the driver's own, not the asker's.
create view vehicles_read.drive_v1 with (security_invoker = true) as
select t.node_id, t.id, t.unit_id, t.driver_person_id as person_id, t.number, t.state, t.from_place, t.to_place, t.starts_at, t.ends_at, t.people,
       t.distance_km, t.purpose, t.note, t.asker_name, t.plate, t.departed_at, t.odometer_out_km, t.returned_at, t.driven_km, v.odometer_km
  from vehicles.trip t left join vehicles.vehicle v on (v.node_id, v.id) = (t.node_id, t.vehicle_id)
 where t.driver_person_id is not null;
