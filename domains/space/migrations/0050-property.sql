-- 物业服务: contracts with the companies that serve buildings, and how their service was found month by month. Companies are judged, never persons.

create table space.service_contract (
  node_id int not null default kernel.node(),
  id uuid not null,
  -- Who has it served.
  unit_id uuid not null,
  number text not null check (length(number) between 1 and 60),
  state text not null check (state in ('draft', 'in-force', 'refused', 'ended')),
  -- The company.
  supplier text not null check (length(supplier) between 1 and 100),
  from_day date not null,
  -- The last day.
  to_day date not null check (to_day > from_day),
  annual_fee_fen bigint not null check (annual_fee_fen >= 0),
  -- Kinds of service it covers (GB/T 43542-2023).
  dimensions text[] not null check (cardinality(dimensions) > 0),
  -- The energy targets in its own words; empty where it states none.
  energy_targets text not null default '',
  note text not null default '',
  asked_by uuid,
  asked_name text not null,
  decided_name text,
  said text not null default '',
  ended_on date,
  search text[] not null default '{}',
  version int not null default 1,
  primary key (node_id, id)
);
-- The unit is part of the key: a clash never tells of another unit's rows (SEC-DB-06). A refused draft leaves its number free.
create unique index service_contract_number on space.service_contract (node_id, unit_id, number) where state <> 'refused';
create index service_contract_unit on space.service_contract (node_id, unit_id, from_day);
create index service_contract_search on space.service_contract using gin (search);
call kernel.guard('space.service_contract');

create table space.service_contract_building (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  contract_id uuid not null,
  building_id uuid not null,
  primary key (node_id, id),
  foreign key (node_id, contract_id) references space.service_contract (node_id, id),
  foreign key (node_id, building_id) references space.building (node_id, id),
  unique (node_id, contract_id, building_id)
);
create index service_contract_building_building on space.service_contract_building (node_id, building_id);
call kernel.guard('space.service_contract_building', null, null);

-- One check of a contract and month; a correction is a further edition, and the last one counts.
create table space.service_check (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  contract_id uuid not null,
  -- Its first day.
  month date not null check (extract(day from month) = 1),
  edition int not null check (edition >= 1),
  current boolean not null,
  -- Why it was corrected; empty in the first edition.
  why text not null default '',
  -- [{dimension, mark 0-100, weight, note}]: what was marked, with the weights of that day.
  marks jsonb not null,
  -- What the contract covered and nobody marked.
  unmarked text[] not null,
  -- The weighted mean of what was marked; null where too little was.
  result numeric(5, 2) check (result between 0 and 100),
  below boolean not null,
  checked_name text not null,
  checked_at timestamptz not null,
  primary key (node_id, id),
  foreign key (node_id, contract_id) references space.service_contract (node_id, id),
  unique (node_id, contract_id, month, edition)
);
create unique index service_check_current on space.service_check (node_id, contract_id, month) where current;
create index service_check_unit on space.service_check (node_id, unit_id, month);
call kernel.guard('space.service_check');

create table space.service_rectification (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  contract_id uuid not null,
  month date not null,
  what text not null check (length(what) between 1 and 1000),
  due_day date not null,
  state text not null check (state in ('open', 'answered', 'closed', 'withdrawn')),
  -- What the company says it did.
  answer text not null default '',
  answered_on date,
  -- Why it goes back, or is right, or was withdrawn.
  said text not null default '',
  sent_back int not null default 0,
  version int not null default 1,
  primary key (node_id, id),
  foreign key (node_id, contract_id) references space.service_contract (node_id, id)
);
create unique index service_rectification_once on space.service_rectification (node_id, contract_id, month) where state <> 'withdrawn';
create index service_rectification_unit on space.service_rectification (node_id, unit_id, due_day);
call kernel.guard('space.service_rectification');

create view space_read.service_contract_v1 with (security_invoker = true) as
select c.node_id, c.id, c.unit_id, c.number, c.state, c.supplier, c.from_day, c.to_day, c.annual_fee_fen, array_to_json(c.dimensions) as dimensions,
       c.energy_targets <> '' as states_energy, c.energy_targets, c.note, c.asked_name, c.decided_name, c.said, c.ended_on, c.search, c.version, b.buildings,
       k.month as checked_month, k.result as last_result, o.open as open_rectifications
  from space.service_contract c
 cross join lateral (
   select coalesce(string_agg(g.name, '、' order by g.name), '') as buildings
     from space.service_contract_building x join space.building g on (g.node_id, g.id) = (x.node_id, x.building_id)
    where (x.node_id, x.contract_id) = (c.node_id, c.id)) b
  left join lateral (
   select s.month, s.result from space.service_check s where (s.node_id, s.contract_id) = (c.node_id, c.id) and s.current order by s.month desc limit 1) k on true
 cross join lateral (
   select count(*)::int as open from space.service_rectification r
    where (r.node_id, r.contract_id) = (c.node_id, c.id) and r.state in ('open', 'answered')) o;

create view space_read.service_check_v1 with (security_invoker = true) as
select s.node_id, s.id, s.unit_id, s.contract_id, c.number as contract, c.supplier, s.month, s.edition, s.current, s.why, s.marks, array_to_json(s.unmarked) as unmarked,
       jsonb_array_length(s.marks) as marked, jsonb_array_length(s.marks) + cardinality(s.unmarked) as covered, s.result,
       case when s.result is null then 'insufficient_data' else 'reckoned' end as outcome, s.below, s.checked_name, s.checked_at
  from space.service_check s join space.service_contract c on (c.node_id, c.id) = (s.node_id, s.contract_id);

create view space_read.service_rectification_v1 with (security_invoker = true) as
select r.node_id, r.id, r.unit_id, r.contract_id, c.number as contract, c.supplier, r.month, r.what, r.due_day, r.state, r.answer, r.answered_on, r.said,
       r.sent_back, r.version
  from space.service_rectification r join space.service_contract c on (c.node_id, c.id) = (r.node_id, r.contract_id);

-- What stands beside the marks: defects found on rounds through the buildings, and faults reported of things in them.
create view space_read.service_event_v1 with (security_invoker = true) as
select f.node_id, f.id, f.unit_id, x.contract_id, 'defect' as kind, p.building_id, b.name as building, f.place, f.what,
       case when f.state = 'closed' then 'closed' else 'open' end as state, (f.found_at at time zone 'Asia/Shanghai')::date as day
  from space.service_contract_building x
  join space.patrol p on (p.node_id, p.building_id) = (x.node_id, x.building_id)
  join space.patrol_finding f on (f.node_id, f.patrol_id) = (p.node_id, p.id)
  left join space.building b on (b.node_id, b.id) = (x.node_id, x.building_id)
union all
select r.node_id, r.id, r.unit_id, x.contract_id, 'fault', x.building_id, b.name, m.number, r.thing || ' ' || r.said,
       case when r.state in ('reported', 'taken') then 'open' else 'closed' end, (r.reported_at at time zone 'Asia/Shanghai')::date
  from space.service_contract_building x
  join space.room m on (m.node_id, m.building_id) = (x.node_id, x.building_id)
  join assets_read.card_v1 a on (a.node_id, a.room_id) = (m.node_id, m.id)
  join kernel.fault_report_v1 r on (r.node_id, r.object_id) = (a.node_id, a.id)
  left join space.building b on (b.node_id, b.id) = (x.node_id, x.building_id);
