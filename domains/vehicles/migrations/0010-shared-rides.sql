-- One vehicle carries several trips at once. The ride is one booking; it bears the first trip's id and those of the trips that ride along, so that
-- whoever gives up a trip leaves the others their vehicle without seeing whose they are.
alter table vehicles.booking add column riders uuid[] not null default '{}';
-- The trip whose ride this one shares: its kilometres and its readings are kept there, once.
alter table vehicles.trip add column rides_with uuid;
create index trip_rides_with on vehicles.trip (node_id, rides_with) where rides_with is not null;

create or replace view vehicles_read.trip_v1 with (security_invoker = true) as
select node_id, id, unit_id, asker_id as person_id, number, state, purpose, use, from_place, to_place, starts_at, ends_at, people, distance_km,
       cross_city, note, asker_name, requested_at, approved_at, vehicle_id, plate, driver_id, driver_person_id, driver_name, departed_at,
       odometer_out_km, returned_at, odometer_in_km, driven_km, why, fuel_fen, toll_fen, parking_fen, cost_fen, settled_at, stars, search, version,
       rides_with, rides_with is not null as shared
  from vehicles.trip;
