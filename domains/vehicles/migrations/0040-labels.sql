-- A vehicle as its label may tell it: make and model, never the plate, the unit or who drives. The plate finds it for whoever is signed in.
create view vehicles_read.labelled_vehicle_v1 with (security_invoker = true) as
select node_id, id, unit_id, left(concat_ws(' ', '公务用车', make, model), 200) as public_name, plate as code,
       array[upper(regexp_replace(plate, '[[:space:]·・._-]', '', 'g'))] as codes
  from vehicles.vehicle where state <> 'retired';

-- The report that a repair was ordered because of.
alter table vehicles.repair add column report_id uuid;
