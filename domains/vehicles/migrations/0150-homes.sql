-- Where a vehicle is kept, if its unit has more than one yard: a parking place, or a fence of custody.
create table vehicles.home (
  node_id int not null default kernel.node(),
  vehicle_id uuid not null,
  unit_id uuid not null,
  place_id uuid,
  fence_id uuid,
  since timestamptz not null,
  primary key (node_id, vehicle_id),
  foreign key (node_id, vehicle_id) references vehicles.vehicle (node_id, id),
  foreign key (node_id, place_id) references vehicles.place (node_id, id),
  foreign key (node_id, fence_id) references vehicles.fence (node_id, id),
  check (num_nonnulls(place_id, fence_id) = 1)
);
call kernel.guard('vehicles.home', null, null);
create index home_unit on vehicles.home (node_id, unit_id);

-- Yards that were given up since are nobody's home.
create view vehicles_read.home_v1 with (security_invoker = true) as
select h.node_id, h.vehicle_id as id, h.unit_id, h.vehicle_id, h.place_id, h.fence_id, coalesce(p.name, f.name) as name, p.latitude, p.longitude,
       f.shape, h.since
  from vehicles.home h
  left join vehicles.place p on (p.node_id, p.id) = (h.node_id, h.place_id) and p.state = 'kept'
  left join vehicles.fence f on (f.node_id, f.id) = (h.node_id, h.fence_id) and f.state = 'drawn'
 where coalesce(p.id, f.id) is not null;

create or replace view vehicles_read.vehicle_v1 with (security_invoker = true) as
select node_id, id, unit_id, serves_id as serves, plate, make, model, model_year, category, body, power, condition, seats, displacement_l, price_fen,
       tank_litres, battery_kwh, in_service_day, used_by, state, odometer_km, out_on, warnings, jsonb_array_length(warnings) as warning_count,
       disposal, retired_day, search, version,
       (select h.name from vehicles_read.home_v1 h where (h.node_id, h.vehicle_id) = (vehicle.node_id, vehicle.id)) as home
  from vehicles.vehicle;
