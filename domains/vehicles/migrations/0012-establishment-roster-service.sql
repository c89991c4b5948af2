-- 编制: how many vehicles of a category a unit may keep, by which paper.
create table vehicles.slot (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  category text not null,
  slots int not null check (slots >= 0),
  paper text not null,
  since date not null,
  primary key (node_id, id)
);
create unique index slot_once on vehicles.slot (node_id, unit_id, category);
call kernel.guard('vehicles.slot', null, null);

create table vehicles.purchase (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  state text not null check (state in ('proposed', 'approved', 'refused', 'registered')),
  category text not null,
  body text not null,
  power text not null,
  condition text not null,
  displacement_l numeric(9, 2),
  price_fen int not null,
  replaces_id uuid,
  replaces_plate text,
  why text not null,
  paper text,
  proposed_by uuid,
  proposed_name text not null,
  proposed_at timestamptz not null,
  decided_name text,
  opinion text,
  vehicle_id uuid,
  plate text,
  warnings jsonb not null default '[]',
  version int not null default 1,
  primary key (node_id, id)
);
create index purchase_unit on vehicles.purchase (node_id, unit_id, proposed_at, id);
call kernel.guard('vehicles.purchase', null, null);

create view vehicles_read.slot_v1 with (security_invoker = true) as
select s.node_id, s.id, s.unit_id, s.category, s.slots, s.paper, s.since, k.kept, k.new_energy, p.open as on_order, greatest(k.kept - s.slots, 0) as over
  from vehicles.slot s
 cross join lateral (
   select count(*)::int as kept, count(*) filter (where v.power in ('plug-in-hybrid', 'battery-electric', 'fuel-cell'))::int as new_energy
     from vehicles.vehicle v
    where v.node_id = s.node_id and v.category = s.category and v.state <> 'retired' and v.unit_id = s.unit_id) k
 cross join lateral (
   select count(*)::int as open from vehicles.purchase q
    where q.node_id = s.node_id and q.category = s.category and q.unit_id = s.unit_id and q.state in ('proposed', 'approved') and q.replaces_id is null) p;

create view vehicles_read.purchase_v1 with (security_invoker = true) as
select node_id, id, unit_id, state, category, body, power, condition, displacement_l, price_fen, replaces_plate, why, paper, proposed_name, proposed_at,
       decided_name, opinion, vehicle_id, plate, jsonb_array_length(warnings) as warning_count, version
  from vehicles.purchase;

-- 排班: when a driver is on duty, and when away.
create table vehicles.duty (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  driver_id uuid not null,
  name text not null,
  kind text not null check (kind in ('duty', 'rest', 'leave', 'training')),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  note text not null default '',
  primary key (node_id, id),
  foreign key (node_id, driver_id) references vehicles.driver (node_id, id),
  check (ends_at > starts_at)
);
create index duty_driver on vehicles.duty (node_id, driver_id, starts_at);
create index duty_unit on vehicles.duty (node_id, unit_id, starts_at, id);
call kernel.guard('vehicles.duty', null, null);

-- Violations and accidents of a driver.
create table vehicles.driver_event (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  driver_id uuid not null,
  name text not null,
  kind text not null check (kind in ('violation', 'accident')),
  at timestamptz not null,
  plate text not null default '',
  place text not null default '',
  points int not null default 0,
  what text not null,
  primary key (node_id, id),
  foreign key (node_id, driver_id) references vehicles.driver (node_id, id)
);
create index driver_event_unit on vehicles.driver_event (node_id, unit_id, at, id);
call kernel.guard('vehicles.driver_event', null, null);

create view vehicles_read.duty_v1 with (security_invoker = true) as
select node_id, id, unit_id, driver_id, name, kind, starts_at, ends_at, note from vehicles.duty;
create view vehicles_read.driver_event_v1 with (security_invoker = true) as
select node_id, id, unit_id, driver_id, name, kind, at, plate, place, points, what from vehicles.driver_event;

-- 保养手册: what is due every so many kilometres or months, whichever comes first.
create table vehicles.service (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  vehicle_id uuid not null,
  plate text not null,
  item text not null,
  every_km int check (every_km > 0),
  every_months int check (every_months > 0),
  last_km int not null,
  last_day date not null,
  note text not null default '',
  primary key (node_id, id),
  foreign key (node_id, vehicle_id) references vehicles.vehicle (node_id, id),
  check (every_km is not null or every_months is not null)
);
create unique index service_item on vehicles.service (node_id, vehicle_id, item);
call kernel.guard('vehicles.service', null, null);

create view vehicles_read.service_v1 with (security_invoker = true) as
select s.node_id, s.id, s.unit_id, s.vehicle_id, s.plate, s.item, s.every_km, s.every_months, s.last_km, s.last_day, s.note, v.odometer_km,
       s.last_km + s.every_km as due_km, (s.last_day + make_interval(months => s.every_months))::date as due_day,
       s.last_km + s.every_km - v.odometer_km as km_left
  from vehicles.service s join vehicles.vehicle v on (v.node_id, v.id) = (s.node_id, s.vehicle_id) and v.state <> 'retired';

-- 封存登记: which vehicle was sealed for which holiday, and who holds its keys.
create table vehicles.seal (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  vehicle_id uuid not null,
  plate text not null,
  holiday text not null,
  from_day date not null,
  to_day date not null,
  keys_with text not null,
  place text not null default '',
  odometer_km int not null,
  primary key (node_id, id),
  foreign key (node_id, vehicle_id) references vehicles.vehicle (node_id, id),
  check (to_day >= from_day)
);
create unique index seal_once on vehicles.seal (node_id, vehicle_id, from_day);
call kernel.guard('vehicles.seal', null, null);
create view vehicles_read.seal_v1 with (security_invoker = true) as
select s.node_id, s.id, s.unit_id, s.vehicle_id, s.plate, s.holiday, s.from_day, s.to_day, s.keys_with, s.place, s.odometer_km,
       -- What the register exists for: did it drive all the same?
       (select count(*)::int from vehicles.trip t
         where (t.node_id, t.vehicle_id) = (s.node_id, s.vehicle_id) and t.departed_at is not null
           and (t.departed_at at time zone 'Asia/Shanghai')::date <= s.to_day and (coalesce(t.returned_at, t.ends_at) at time zone 'Asia/Shanghai')::date >= s.from_day) as trips
  from vehicles.seal s;
