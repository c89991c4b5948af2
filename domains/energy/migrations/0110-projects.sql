-- 节能项目 and 合同能源管理: what was done, who paid, which meters tell it, and what was settled. Money in fen, amounts in the meters' own measure.
create table energy.project (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  name text not null check (length(name) between 1 and 100),
  kind text not null check (kind in ('own-funded', 'shared-savings', 'guaranteed', 'energy-trust')),
  measures text not null,
  contractor text,
  investment_fen bigint not null check (investment_fen >= 0),
  contract_from date,
  contract_to date check (contract_to > contract_from),
  -- Percent of the money saved that the contractor gets, by year of the contract.
  share_percents numeric(5, 2)[] not null,
  -- What the contractor promises to save in a year; and what it is paid for a year.
  guaranteed double precision check (guaranteed > 0),
  yearly_fee_fen bigint check (yearly_fee_fen > 0),
  carrier text not null,
  measure text not null,
  meters uuid[] not null check (cardinality(meters) between 1 and 20),
  baseline_from date not null,
  baseline_to date not null check (baseline_to > baseline_from),
  reporting_from date,
  document text not null,
  state text not null check (state in ('planned', 'running', 'accepted', 'ended')),
  said text not null default '',
  version int not null default 1,
  primary key (node_id, id)
);
create unique index project_name on energy.project (node_id, unit_id, name);
call kernel.guard('energy.project');

-- What was reckoned and paid for a stretch of a contract, with everything it was reckoned from. Never changed.
create table energy.settlement (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  project_id uuid not null,
  from_day date not null,
  to_day date not null check (to_day > from_day),
  inputs jsonb not null,
  saved_fen bigint,
  payable_fen bigint not null,
  document text not null,
  settled_name text not null,
  settled_at timestamptz not null,
  primary key (node_id, id),
  foreign key (node_id, project_id) references energy.project (node_id, id)
);
create index settlement_project on energy.settlement (node_id, project_id, from_day);
call kernel.guard('energy.settlement', null, null);
revoke update, delete on energy.settlement from opengoa_energy;

create view energy_read.project_v1 with (security_invoker = true) as
select p.node_id, p.id, p.unit_id, p.name, p.kind, p.contractor, p.investment_fen, p.contract_from, p.contract_to, p.carrier, cardinality(p.meters) as meters,
       p.baseline_from, p.baseline_to, p.reporting_from, p.state, p.version,
       (select count(*)::int from energy.settlement s where (s.node_id, s.project_id) = (p.node_id, p.id)) as settlements,
       (select sum(s.payable_fen)::bigint from energy.settlement s where (s.node_id, s.project_id) = (p.node_id, p.id)) as paid_fen
  from energy.project p;
