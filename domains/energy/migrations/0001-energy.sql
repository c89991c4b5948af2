-- Buildings, meters, readings and what is made of them. A row belongs to a unit; who sees it follows from the unit.
-- Amounts are whole thousandths of the meter's unit of measure (Wh, litres, MJ), so that sums are exact in any order.

create table energy.building (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  name text not null check (length(name) between 1 and 100),
  use text not null,
  area_m2 numeric(12, 2) check (area_m2 > 0),
  floors int check (floors > 0),
  built_year int,
  people int check (people > 0),
  station text not null,
  calendar text not null,
  work_from_hour int not null check (work_from_hour between 0 and 24),
  work_to_hour int not null check (work_to_hour between 0 and 24),
  night_loads text[] not null default '{}',
  note text not null default '',
  search text[] not null default '{}',
  version int not null default 1,
  primary key (node_id, id),
  check (work_to_hour > work_from_hour)
);
create unique index building_name on energy.building (node_id, unit_id, name);
create index building_search on energy.building using gin (search);
call kernel.guard('energy.building');

-- A place of metering. What is screwed onto it changes (energy.instrument); its history goes on.
create table energy.meter (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  building_id uuid not null,
  name text not null check (length(name) between 1 and 100),
  carrier text not null check (carrier in ('electricity', 'gas', 'water', 'heat')),
  measure text not null check (measure in ('kWh', 'm3', 'GJ')),
  kind text not null check (kind in ('main', 'sub')),
  parent_id uuid,
  reads text not null check (reads in ('interval', 'register')),
  interval_minutes int check (interval_minutes > 0),
  stamped text not null check (stamped in ('begins', 'ends')),
  -- Digits before the point, after which a register begins again.
  digits int check (digits between 3 and 9),
  valid_from date not null,
  valid_to date,
  -- The beginning of the last interval read, or the moment the register was last read.
  last_at timestamptz,
  search text[] not null default '{}',
  version int not null default 1,
  primary key (node_id, id),
  foreign key (node_id, building_id) references energy.building (node_id, id),
  foreign key (node_id, parent_id) references energy.meter (node_id, id),
  check (reads = 'register' or interval_minutes is not null),
  check (kind = 'sub' or parent_id is null)
) with (fillfactor = 80);
create index meter_building on energy.meter (node_id, building_id);
create index meter_unit on energy.meter (node_id, unit_id, name);
create index meter_search on energy.meter using gin (search);
call kernel.guard('energy.meter');

-- The instruments that stood at a meter, one after the other: an open end is for ever.
create table energy.instrument (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  meter_id uuid not null,
  key text check (length(key) between 1 and 80),
  multiplier int not null check (multiplier > 0),
  from_at timestamptz,
  to_at timestamptz,
  first_register bigint,
  last_register bigint,
  primary key (node_id, id),
  foreign key (node_id, meter_id) references energy.meter (node_id, id)
);
create unique index instrument_key on energy.instrument (node_id, key) where to_at is null;
create unique index instrument_now on energy.instrument (node_id, meter_id) where to_at is null;
create index instrument_meter on energy.instrument (node_id, meter_id, from_at);
call kernel.guard('energy.instrument', null, null);

-- What a meter said it used in one interval, as it said it. `at` is the beginning of the interval. 84 bytes a row.
-- quality: 0 measured, 1 estimated, 2 kept apart from totals (energy.doubt says why), 3 corrected (energy.correction keeps what was).
create table energy.reading (
  at timestamptz not null,
  value bigint not null,
  meter_id uuid not null,
  unit_id uuid not null,
  node_id int not null default kernel.node(),
  quality smallint not null default 0 check (quality between 0 and 3),
  primary key (node_id, at, meter_id)
) partition by range (at);
call kernel.guard('energy.reading', null, null);

-- One partition a month of Asia/Shanghai for twenty years, and one for what lies outside. Nobody may touch a partition but through the table
-- that carries the policy.
do $$
declare
  month date := '2015-01-01';
  name text;
begin
  while month < '2036-01-01' loop
    name := format('energy.reading_%s', to_char(month, 'YYYY_MM'));
    execute format('create table %s partition of energy.reading for values from (%L) to (%L)', name,
      month::text || ' 00:00:00+08', (month + interval '1 month')::date::text || ' 00:00:00+08');
    execute format('revoke all on %s from opengoa_work, opengoa_energy', name);
    execute format('alter table %s enable row level security', name);
    execute format('alter table %s force row level security', name);
    month := (month + interval '1 month')::date;
  end loop;
end $$;
create table energy.reading_elsewhen partition of energy.reading default;
revoke all on energy.reading_elsewhen from opengoa_work, opengoa_energy;
alter table energy.reading_elsewhen enable row level security;
alter table energy.reading_elsewhen force row level security;

-- What a register showed at a moment. Use is the difference of neighbours, so it is reckoned again from the first row touched on.
create table energy.register (
  node_id int not null default kernel.node(),
  meter_id uuid not null,
  at timestamptz not null,
  unit_id uuid not null,
  value bigint not null,
  quality smallint not null default 0 check (quality between 0 and 3),
  by_hand boolean not null default false,
  primary key (node_id, meter_id, at)
);
call kernel.guard('energy.register', null, null);

-- A meter's day: what was used, multiplier applied, readings kept apart left out; hour by hour where that is known.
create table energy.day (
  node_id int not null default kernel.node(),
  meter_id uuid not null,
  day date not null,
  unit_id uuid not null,
  total bigint not null,
  hours bigint[] not null,
  count int not null,
  estimated int not null,
  suspect int not null,
  primary key (node_id, meter_id, day)
) with (fillfactor = 80);
call kernel.guard('energy.day', null, null);

create table energy.month (
  node_id int not null default kernel.node(),
  meter_id uuid not null,
  month date not null,
  unit_id uuid not null,
  total bigint not null,
  count int not null,
  estimated int not null,
  suspect int not null,
  primary key (node_id, meter_id, month)
) with (fillfactor = 80);
create index month_when on energy.month (node_id, month, unit_id);
call kernel.guard('energy.month', null, null);

-- Adds two days hour by hour; an hour that neither knows stays unknown.
create function energy.sum_hours(a bigint[], b bigint[]) returns bigint[] language sql immutable parallel safe as $$
  select array_agg(case when x is null then y when y is null then x else x + y end order by i)
    from unnest(a, b) with ordinality as both_(x, y, i)
$$;

-- Batches as they came, each with its fact, so that a correction can name what it corrects.
create table energy.batch (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  fact_id uuid not null,
  sha256 text not null,
  meters int not null,
  readings int not null,
  doubtful int not null,
  from_at timestamptz not null,
  to_at timestamptz not null,
  received_at timestamptz not null,
  primary key (node_id, id)
);
create index batch_same on energy.batch (node_id, sha256);
create index batch_when on energy.batch (node_id, received_at desc, id);
call kernel.guard('energy.batch', null, null);

create table energy.batch_meter (
  node_id int not null default kernel.node(),
  batch_id uuid not null,
  meter_id uuid not null,
  unit_id uuid not null,
  from_at timestamptz not null,
  to_at timestamptz not null,
  primary key (node_id, batch_id, meter_id)
);
create index batch_of_meter on energy.batch_meter (node_id, meter_id, from_at, to_at);
call kernel.guard('energy.batch_meter', null, null);

create table energy.doubt (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  meter_id uuid not null,
  rule text not null,
  from_at timestamptz not null,
  to_at timestamptz not null,
  value bigint not null,
  count int not null,
  state text not null default 'open' check (state in ('open', 'counted', 'left-out')),
  found_at timestamptz not null,
  decided_at timestamptz,
  why text,
  primary key (node_id, id),
  foreign key (node_id, meter_id) references energy.meter (node_id, id)
);
create unique index doubt_once on energy.doubt (node_id, meter_id, from_at, rule);
create index doubt_unit on energy.doubt (node_id, unit_id, state, found_at desc);
call kernel.guard('energy.doubt');

create table energy.correction (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  meter_id uuid not null,
  at timestamptz not null,
  was bigint not null,
  value bigint not null,
  why text not null,
  corrected_at timestamptz not null,
  primary key (node_id, id)
);
create index correction_meter on energy.correction (node_id, meter_id, at);
call kernel.guard('energy.correction', null, null);

create table energy.change (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  building_id uuid not null,
  day date not null,
  kind text not null,
  what text not null,
  primary key (node_id, id),
  foreign key (node_id, building_id) references energy.building (node_id, id)
);
create index change_building on energy.change (node_id, building_id, day);
call kernel.guard('energy.change', null, null);

-- Weather and calendars say nothing of anybody: the whole node reads them.
create table energy.weather (
  node_id int not null default kernel.node(),
  station text not null,
  at timestamptz not null,
  temperature_c real not null,
  primary key (node_id, station, at)
);
call kernel.guard_directory('energy.weather');

create table energy.calendar_day (
  node_id int not null default kernel.node(),
  calendar text not null,
  day date not null,
  kind text not null check (kind in ('workday', 'rest-day', 'holiday')),
  primary key (node_id, calendar, day)
);
call kernel.guard_directory('energy.calendar_day');

-- Every baseline that was fitted: a period is judged by one that ended before it.
create table energy.baseline (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  meter_id uuid not null,
  method text not null,
  method_version text not null,
  trained_from date not null,
  trained_to date not null,
  trained_days int not null,
  hours int not null,
  missing_hours int not null,
  cv_rmse_percent double precision not null,
  nmbe_percent double precision not null,
  r2 double precision,
  -- Middle, spread and lag-one correlation of the daily training residuals, in kWh.
  residual_middle double precision not null,
  residual_spread double precision not null,
  residual_lag_one double precision not null,
  model jsonb not null,
  fitted_at timestamptz not null,
  primary key (node_id, id),
  foreign key (node_id, meter_id) references energy.meter (node_id, id)
);
create index baseline_meter on energy.baseline (node_id, meter_id, trained_to desc, fitted_at desc);
call kernel.guard('energy.baseline');

-- Published for reading: lists, other rooms, the risk centre's kits.
create view energy_read.building_v1 with (security_invoker = true) as
select b.node_id, b.id, b.unit_id, b.name, b.use, b.area_m2, b.floors, b.built_year, b.people, b.station, b.calendar, b.search, b.version,
       (select count(*)::int from energy.meter m where (m.node_id, m.building_id) = (b.node_id, b.id)) as meters,
       (select max(m.last_at) from energy.meter m where (m.node_id, m.building_id) = (b.node_id, b.id)) as last_at,
       (select count(*)::int from energy.doubt d join energy.meter m on (m.node_id, m.id) = (d.node_id, d.meter_id)
         where (m.node_id, m.building_id) = (b.node_id, b.id) and d.state = 'open') as open_doubts
  from energy.building b;

create view energy_read.meter_v1 with (security_invoker = true) as
select m.node_id, m.id, m.unit_id, m.building_id, b.name as building, m.name, m.carrier, m.measure, m.kind, m.parent_id, m.reads, m.interval_minutes,
       i.key, i.multiplier, m.valid_from, m.valid_to, m.last_at, m.search, m.version,
       (select l.cv_rmse_percent from energy.baseline l where (l.node_id, l.meter_id) = (m.node_id, m.id)
         order by l.trained_to desc, l.fitted_at desc limit 1) as cv_rmse_percent,
       (select count(*)::int from energy.doubt d where (d.node_id, d.meter_id) = (m.node_id, m.id) and d.state = 'open') as open_doubts
  from energy.meter m
  join energy.building b on (b.node_id, b.id) = (m.node_id, m.building_id)
  join energy.instrument i on (i.node_id, i.meter_id) = (m.node_id, m.id) and i.to_at is null;

create view energy_read.month_v1 with (security_invoker = true) as
select t.node_id, md5(t.meter_id::text || t.month::text)::uuid as id, t.unit_id, t.meter_id, m.name as meter, m.building_id, b.name as building, m.carrier,
       m.measure, m.kind, t.month, t.total / 1000.0 as amount, t.count, t.estimated, t.suspect,
       case when m.interval_minutes is null then null
            else round(t.count::numeric * m.interval_minutes / ((t.month + interval '1 month')::date - t.month) / 1440, 4) end as share
  from energy.month t
  join energy.meter m on (m.node_id, m.id) = (t.node_id, t.meter_id)
  join energy.building b on (b.node_id, b.id) = (m.node_id, m.building_id);

create view energy_read.day_v1 with (security_invoker = true) as
select node_id, meter_id, day, unit_id, total / 1000.0 as amount, count, estimated, suspect from energy.day;

create view energy_read.doubt_v1 with (security_invoker = true) as
select d.node_id, d.id, d.unit_id, d.meter_id, m.name as meter, m.building_id, b.name as building, m.measure, d.rule, d.from_at, d.to_at,
       d.value / 1000.0 as value, d.count, d.state, d.found_at, d.decided_at, d.why
  from energy.doubt d
  join energy.meter m on (m.node_id, m.id) = (d.node_id, d.meter_id)
  join energy.building b on (b.node_id, b.id) = (m.node_id, m.building_id);

create view energy_read.batch_v1 with (security_invoker = true) as
select node_id, id, unit_id, fact_id, sha256, meters, readings, doubtful, from_at, to_at, received_at from energy.batch;
