-- Who made a set of the vehicles' data for another platform, of which days and why. The set itself is made when it is fetched.
create table vehicles.exchange_set (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  person_id uuid,
  person_name text not null,
  from_day date not null,
  to_day date not null,
  why text not null,
  made_at timestamptz not null,
  closes_at timestamptz not null,
  primary key (node_id, id),
  check (to_day >= from_day)
);
create index exchange_set_unit on vehicles.exchange_set (node_id, unit_id, made_at desc, id);
call kernel.guard('vehicles.exchange_set', 'person_id', null);
-- What left stays told.
revoke update, delete on vehicles.exchange_set from opengoa_vehicles;
create view vehicles_read.exchange_set_v1 with (security_invoker = true) as
select node_id, id, unit_id, person_id, person_name, from_day, to_day, why, made_at, closes_at from vehicles.exchange_set;
