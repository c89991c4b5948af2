-- The duty of a trip is read by whoever is given the register of trips.
create or replace view vehicles_read.trip_v1 with (security_invoker = true) as
select node_id, id, unit_id, asker_id as person_id, number, state, purpose, use, from_place, to_place, starts_at, ends_at, people, distance_km,
       cross_city, note, asker_name, requested_at, approved_at, vehicle_id, plate, driver_id, driver_person_id, driver_name, departed_at,
       odometer_out_km, returned_at, odometer_in_km, driven_km, why, fuel_fen, toll_fen, parking_fen, cost_fen, settled_at, stars, search, version,
       rides_with, rides_with is not null as shared, booked_at is not null as booked, booked_at, booked_name, source, paper, approval, approved_name, untold,
       duty
  from vehicles.trip;
