-- Which unit a building was on which days, so that what it used counts where it belonged. A building without any row is its unit's since ever; its
-- first move says what was before. `now_unit` is whoever has the building today: it reads how the building came to it.
create table energy.tenure (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  building_id uuid not null,
  from_day date not null,
  to_day date check (to_day > from_day),
  now_unit uuid not null,
  document text not null default '',
  why text not null default '',
  set_at timestamptz not null,
  primary key (node_id, id),
  foreign key (node_id, building_id) references energy.building (node_id, id)
);
create unique index tenure_now on energy.tenure (node_id, building_id) where to_day is null;
create index tenure_building on energy.tenure (node_id, building_id, from_day);
alter table energy.tenure enable row level security;
alter table energy.tenure force row level security;
create policy unit on energy.tenure for all
  using (node_id = (select kernel.node()) and (unit_id in (select s.unit from kernel.scope_units() s (unit)) or now_unit in (select s.unit from kernel.scope_units() s (unit))))
  with check (node_id = (select kernel.node()) and (unit_id in (select s.unit from kernel.scope_units() s (unit)) or now_unit in (select s.unit from kernel.scope_units() s (unit))));

-- Buildings within the asker's reach that were another unit's before, and buildings that are another's today and were within the reach before.
create function energy.taken_over() returns uuid[] language sql stable parallel safe as $$
  select coalesce(array_agg(distinct building_id), '{}') from energy.tenure
   where now_unit in (select s.unit from kernel.scope_units() s (unit))
$$;
create function energy.given_away() returns uuid[] language sql stable parallel safe as $$
  select coalesce(array_agg(distinct building_id), '{}') from energy.tenure
   where to_day is not null and unit_id in (select s.unit from kernel.scope_units() s (unit))
$$;
create function energy.meters_given_away() returns uuid[] language sql stable parallel safe as $$
  select coalesce(array_agg(id), '{}') from energy.meter where building_id = any ((select energy.given_away())::uuid[])
$$;
create function energy.meters_taken_over() returns uuid[] language sql stable parallel safe as $$
  select coalesce(array_agg(id), '{}') from energy.meter where building_id = any ((select energy.taken_over())::uuid[])
$$;

-- Whoever gave a building away still reads which building and which meters its own past is about.
create policy unit_given_away on energy.building for select
  using (node_id = (select kernel.node()) and id = any ((select energy.given_away())::uuid[]));
create policy unit_given_away on energy.meter for select
  using (node_id = (select kernel.node()) and building_id = any ((select energy.given_away())::uuid[]));
create policy unit_given_away on energy.instrument for select
  using (node_id = (select kernel.node()) and meter_id = any ((select energy.meters_given_away())::uuid[]));

-- Whoever has a building keeps all that was ever written of it: its papers are handed over with it, and late readings of its past come in through it.
do $$
declare
  of_meter text;
  of_building text;
begin
  foreach of_meter in array array['reading', 'register', 'day', 'month', 'packed_day', 'batch_meter', 'doubt', 'correction', 'baseline', 'forecast', 'repair',
                                  'meter_place'] loop
    execute format('create policy unit_taken_over on energy.%I for all using (node_id = (select kernel.node())
      and meter_id = any ((select energy.meters_taken_over())::uuid[])) with check (node_id = (select kernel.node())
      and meter_id = any ((select energy.meters_taken_over())::uuid[]))', of_meter);
  end loop;
  foreach of_building in array array['size', 'price', 'change'] loop
    execute format('create policy unit_taken_over on energy.%I for all using (node_id = (select kernel.node())
      and building_id = any ((select energy.taken_over())::uuid[])) with check (node_id = (select kernel.node())
      and building_id = any ((select energy.taken_over())::uuid[]))', of_building);
  end loop;
end $$;

-- A month in the middle of which a building moved has a row of each unit.
alter table energy.month drop constraint month_pkey;
alter table energy.month add primary key (node_id, meter_id, month, unit_id);

-- How many days of a month a unit had a building.
create function energy.days_had(building uuid, unit uuid, month date) returns int language sql stable parallel safe as $$
  select coalesce(
    (select sum(greatest(0, least(coalesce(t.to_day, 'infinity'::date), (month + interval '1 month')::date) - greatest(t.from_day, month)))::int
       from energy.tenure t where t.building_id = building and t.unit_id = unit),
    (month + interval '1 month')::date - month)
$$;
create or replace view energy_read.month_v1 with (security_invoker = true) as
select t.node_id, md5(t.meter_id::text || t.month::text || case when t.unit_id = m.unit_id then '' else t.unit_id::text end)::uuid as id, t.unit_id, t.meter_id,
       m.name as meter, m.building_id, b.name as building, m.carrier, m.measure, m.kind, t.month, t.total / 1000.0 as amount, t.count, t.estimated, t.suspect,
       case when m.interval_minutes is null then null
            else round((t.count - t.estimated)::numeric * m.interval_minutes / nullif(energy.days_had(m.building_id, t.unit_id, t.month), 0) / 1440, 4) end as share
  from energy.month t
  join energy.meter m on (m.node_id, m.id) = (t.node_id, t.meter_id)
  join energy.building b on (b.node_id, b.id) = (m.node_id, m.building_id);
