-- 补录历史行程: trips that were made before the office kept them here, brought in as its register told of them.
-- Who asked may have left long ago: then there is a name and no person.
alter table vehicles.trip alter column asker_id drop not null;
-- When it was brought in, by whom, out of which register; null where the trip went its way here.
alter table vehicles.trip add column booked_at timestamptz;
alter table vehicles.trip add column booked_name text;
alter table vehicles.trip add column source text;
-- Its number in the old register.
alter table vehicles.trip add column paper text;
-- What the register says of its approval: approved, expressly without, or nothing at all. And by whom.
alter table vehicles.trip add column approval text check (approval in ('approved', 'none', 'unknown'));
alter table vehicles.trip add column approved_name text;
-- What it does not tell, and the row holds all the same: the planned time as that of the drive, a distance from the odometer, an expense of nothing.
alter table vehicles.trip add column untold text[] not null default '{}';
alter table vehicles.trip add check (num_nulls(booked_at, booked_name, source, approval) in (0, 4));
-- From when on a vehicle's trips went their way here.
create index trip_went_here on vehicles.trip (node_id, vehicle_id, departed_at) where booked_at is null;

-- Readings that a booked trip brought go with it.
alter table vehicles.odometer add column trip_id uuid;
create index odometer_trip on vehicles.odometer (node_id, trip_id) where trip_id is not null;

-- Booked trips have a row of numbers of their own: those of requests stay without gaps.
alter table vehicles.trip_number add column series text not null default 'TR' check (series in ('TR', 'BL'));
alter table vehicles.trip_number drop constraint trip_number_pkey;
alter table vehicles.trip_number add primary key (node_id, year, series);

create or replace view vehicles_read.trip_v1 with (security_invoker = true) as
select node_id, id, unit_id, asker_id as person_id, number, state, purpose, use, from_place, to_place, starts_at, ends_at, people, distance_km,
       cross_city, note, asker_name, requested_at, approved_at, vehicle_id, plate, driver_id, driver_person_id, driver_name, departed_at,
       odometer_out_km, returned_at, odometer_in_km, driven_km, why, fuel_fen, toll_fen, parking_fen, cost_fen, settled_at, stars, search, version,
       rides_with, rides_with is not null as shared, booked_at is not null as booked, booked_at, booked_name, source, paper, approval, approved_name, untold
  from vehicles.trip;
