-- Inspections of vehicles (年检), which policy an insurance is, and until when both hold.
create table vehicles.inspection (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  vehicle_id uuid not null,
  plate text not null,
  day date not null,
  valid_to date not null,
  station text not null default '',
  note text not null default '',
  struck text,
  primary key (node_id, id),
  foreign key (node_id, vehicle_id) references vehicles.vehicle (node_id, id),
  check (valid_to >= day)
);
create index inspection_vehicle on vehicles.inspection (node_id, vehicle_id, day);
create index inspection_unit on vehicles.inspection (node_id, unit_id, day, id);
create unique index inspection_once on vehicles.inspection (node_id, vehicle_id, day) where struck is null;
call kernel.guard('vehicles.inspection', null, null);
create view vehicles_read.inspection_v1 with (security_invoker = true) as
select node_id, id, unit_id, vehicle_id, plate, day, valid_to, station, note, struck from vehicles.inspection;

alter table vehicles.cost
  add column policy text check (policy in ('compulsory', 'commercial')),
  add check (policy is null or kind = 'insurance');
create or replace view vehicles_read.cost_v1 with (security_invoker = true) as
select node_id, id, unit_id, vehicle_id, plate, kind, day, amount_fen, supplier, invoice, covers_from, covers_to, note, struck, search, policy
  from vehicles.cost;

-- Until when what a vehicle needs holds: one row a vehicle and kind. Null: nothing was recorded, which says nothing of what is so.
create view vehicles_read.validity_v1 with (security_invoker = true) as
select v.node_id, md5(v.id::text || k.kind)::uuid as id, v.unit_id, v.id as vehicle_id, v.plate, k.kind, k.valid_to
  from vehicles.vehicle v cross join lateral (
    select 'inspection' as kind, max(i.valid_to) as valid_to
      from vehicles.inspection i where (i.node_id, i.vehicle_id) = (v.node_id, v.id) and i.struck is null
    union all
    select 'compulsory', max(c.covers_to) from vehicles.cost c
     where (c.node_id, c.vehicle_id) = (v.node_id, v.id) and c.kind = 'insurance' and c.struck is null and c.policy = 'compulsory'
    union all
    -- Others only where there were some: nobody must have them.
    select coalesce(c.policy, 'insurance'), max(c.covers_to) from vehicles.cost c
     where (c.node_id, c.vehicle_id) = (v.node_id, v.id) and c.kind = 'insurance' and c.struck is null and c.policy is distinct from 'compulsory'
       and c.covers_to is not null
     group by c.policy) k
 where v.state <> 'retired';
