-- Repairs and hires of the old registers, brought in as they were settled: by which paper a repair had been approved; null where it went its way here.
alter table vehicles.repair add column paper text;
alter table vehicles.hire add column booked boolean not null default false;
create or replace view vehicles_read.repair_v1 with (security_invoker = true) as
select node_id, id, unit_id, vehicle_id, plate, state, what, garage, ordered_name, ordered_at, quote_fen, quote_text, approved_name, approved_at,
       done_day, amount_fen, invoice, paid_day, why, search, version, paper
  from vehicles.repair;
create or replace view vehicles_read.hire_v1 with (security_invoker = true) as
select node_id, id, unit_id, state, supplier, purpose, from_day, to_day, people, body, power, displacement_l, price_fen, quote_fen, plate, amount_fen,
       km, case when km > 0 then round(amount_fen::numeric / km)::int end as fen_per_km, invoice, settled_day,
       jsonb_array_length(warnings) as warning_count, why, search, version, booked
  from vehicles.hire;
-- One invoice of a garage, or of a hire, is booked once.
create unique index repair_booked on vehicles.repair (node_id, vehicle_id, invoice) where paper is not null and state = 'paid';
create unique index hire_booked on vehicles.hire (node_id, unit_id, invoice) where booked and state = 'settled';
