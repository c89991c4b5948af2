-- The duty said when a sealed vehicle was dispatched on a holiday, beside the trip: whoever judges use on holidays reads it there.
alter table vehicles.trip add column duty text;
create view vehicles_read.card_v1 with (security_invoker = true) as
select c.node_id, c.id, c.unit_id, c.vehicle_id, v.plate, c.card
  from vehicles.fuel_card c join vehicles.vehicle v on (v.node_id, v.id) = (c.node_id, c.vehicle_id);
