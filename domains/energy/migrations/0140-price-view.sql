-- What a unit of a carrier costs, for the cost of the rooms that stand in a building.
create view energy_read.price_v1 with (security_invoker = true) as
select node_id, id, unit_id, building_id, meter_id, carrier, from_day, to_day, milli_fen::numeric / 1000 as fen, document, set_at from energy.price;
