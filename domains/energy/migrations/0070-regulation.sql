-- 自动调控: what may be set from here, by which plan, and every command with its answer. Off until an institution switches it on.
create table energy.regulation_switch (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  running boolean not null,
  document text not null check (length(document) between 1 and 200),
  set_by text not null,
  set_at timestamptz not null,
  primary key (node_id, id)
);
create unique index regulation_switch_once on energy.regulation_switch (node_id, unit_id);
call kernel.guard('energy.regulation_switch', null, null);

-- A point of a device that may be set. The limits are the point's own; the law's are asked for at each command.
create table energy.control_point (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  building_id uuid not null,
  name text not null check (length(name) between 1 and 100),
  device text not null check (length(device) between 1 and 80),
  address text not null check (length(address) between 1 and 80),
  sets text not null check (sets in ('cooling', 'heating', 'switch')),
  least numeric(8, 2) not null,
  most numeric(8, 2) not null,
  step numeric(8, 2) not null check (step > 0),
  safe numeric(8, 2) not null,
  pause_minutes int not null check (pause_minutes between 1 and 1440),
  ttl_minutes int not null check (ttl_minutes between 3 and 240),
  meter_id uuid not null,
  stale_minutes int not null check (stale_minutes between 5 and 1440),
  -- By which paper the law's bound does not hold here (a hospital's ward).
  exempt_by text check (length(exempt_by) between 1 and 200),
  running boolean not null default true,
  -- What the device last said stands.
  value numeric(8, 2),
  value_at timestamptz,
  version int not null default 1,
  primary key (node_id, id),
  check (least <= safe and safe <= most),
  foreign key (node_id, building_id) references energy.building (node_id, id),
  foreign key (node_id, meter_id) references energy.meter (node_id, id)
);
create unique index control_point_address on energy.control_point (node_id, unit_id, device, address);
call kernel.guard('energy.control_point', null, null);

-- 调控方案. It runs beside (shadow) from its proposal; it acts when another person than the one who proposed it has approved it.
create table energy.regulation_plan (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  name text not null check (length(name) between 1 and 100),
  points uuid[] not null check (cardinality(points) between 1 and 50),
  rules jsonb not null,
  from_day date not null,
  to_day date not null check (to_day >= from_day),
  state text not null check (state in ('shadow', 'active', 'stopped', 'ended')),
  shadow_since timestamptz not null,
  proposed_by uuid not null,
  proposed_name text not null,
  proposed_at timestamptz not null,
  approved_by uuid check (approved_by <> proposed_by),
  approved_name text,
  approved_at timestamptz,
  opinion text,
  stopped_name text,
  stopped_at timestamptz,
  stopped_why text,
  version int not null default 1,
  primary key (node_id, id),
  check (state <> 'active' or approved_by is not null)
);
create index regulation_plan_state on energy.regulation_plan (node_id, state, unit_id);
call kernel.guard('energy.regulation_plan');

-- Every command, return, refusal and lapse; one row each, written in the order of things.
create table energy.regulation_entry (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  point_id uuid not null,
  plan_id uuid not null,
  kind text not null check (kind in ('set', 'renew', 'return', 'refused', 'lapsed', 'shadow')),
  state text not null check (state in ('to-send', 'sent', 'applied', 'returned', 'declined', 'unanswered', 'withdrawn', 'noted')),
  value numeric(8, 2),
  reason text not null,
  decided_at timestamptz not null,
  -- Until when the device holds it by itself; after this it goes back to its safe value.
  until timestamptz,
  tries int not null default 0,
  sent_at timestamptz,
  answered_at timestamptz,
  answered_value numeric(8, 2),
  primary key (node_id, id),
  foreign key (node_id, point_id) references energy.control_point (node_id, id),
  foreign key (node_id, plan_id) references energy.regulation_plan (node_id, id)
);
create index regulation_entry_point on energy.regulation_entry (node_id, point_id, decided_at desc);
create index regulation_entry_plan on energy.regulation_entry (node_id, plan_id, decided_at desc);
create index regulation_entry_unit on energy.regulation_entry (node_id, unit_id, decided_at desc);
create index regulation_entry_to_send on energy.regulation_entry (node_id, until) where state = 'to-send';
create index regulation_entry_open on energy.regulation_entry (node_id, until) where state in ('to-send', 'sent');
call kernel.guard('energy.regulation_entry', null, null);

create view energy_read.control_point_v1 with (security_invoker = true) as
select p.node_id, p.id, p.unit_id, p.building_id, b.name as building, p.name, p.device, p.address, p.sets, p.least, p.most, p.safe, p.value, p.value_at,
       p.running, p.version
  from energy.control_point p join energy.building b on (b.node_id, b.id) = (p.node_id, p.building_id);

create view energy_read.regulation_plan_v1 with (security_invoker = true) as
select node_id, id, unit_id, name, cardinality(points) as points, from_day, to_day, state, proposed_name, proposed_at, approved_name, approved_at,
       stopped_name, stopped_at, stopped_why, version
  from energy.regulation_plan;

create view energy_read.regulation_entry_v1 with (security_invoker = true) as
select e.node_id, e.id, e.unit_id, e.point_id, p.name as point, e.plan_id, r.name as plan, e.kind, e.state, e.value, e.reason, e.decided_at, e.until, e.tries,
       e.sent_at, e.answered_at, e.answered_value
  from energy.regulation_entry e
  join energy.control_point p on (p.node_id, p.id) = (e.node_id, e.point_id)
  join energy.regulation_plan r on (r.node_id, r.id) = (e.node_id, e.plan_id);
