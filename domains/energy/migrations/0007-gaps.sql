-- Stretches in which missing readings were estimated. The estimates lie among the readings under quality 1 and give way to what was really read.
create table energy.repair (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  meter_id uuid not null,
  from_at timestamptz not null,
  to_at timestamptz not null,
  readings int not null,
  repaired_at timestamptz not null,
  primary key (node_id, id),
  foreign key (node_id, meter_id) references energy.meter (node_id, id)
);
create index repair_meter on energy.repair (node_id, meter_id, from_at);
call kernel.guard('energy.repair', null, null);

-- An estimate is not a reading: it does not make a month look complete.
create or replace view energy_read.month_v1 with (security_invoker = true) as
select t.node_id, md5(t.meter_id::text || t.month::text)::uuid as id, t.unit_id, t.meter_id, m.name as meter, m.building_id, b.name as building, m.carrier,
       m.measure, m.kind, t.month, t.total / 1000.0 as amount, t.count, t.estimated, t.suspect,
       case when m.interval_minutes is null then null
            else round((t.count - t.estimated)::numeric * m.interval_minutes / ((t.month + interval '1 month')::date - t.month) / 1440, 4) end as share
  from energy.month t
  join energy.meter m on (m.node_id, m.id) = (t.node_id, t.meter_id)
  join energy.building b on (b.node_id, b.id) = (m.node_id, m.building_id);
