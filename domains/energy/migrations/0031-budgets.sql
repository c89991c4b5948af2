-- 年度用能预算 (节能目标) of a unit and a carrier, broken down to months and buildings. Set anew, it replaces the old one.
create table energy.budget (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  year int not null check (year between 2000 and 2100),
  carrier text not null check (carrier in ('electricity', 'gas', 'water', 'heat')),
  -- Thousandths of the carrier's usual measure.
  amount bigint not null check (amount > 0),
  months bigint[] not null check (cardinality(months) = 12),
  -- [{ building, amount }], thousandths; what no building bears is left to the unit.
  buildings jsonb not null,
  document text not null check (length(document) between 1 and 200),
  set_by text not null,
  set_at timestamptz not null,
  version int not null default 1,
  primary key (node_id, id)
);
create unique index budget_once on energy.budget (node_id, unit_id, year, carrier);
call kernel.guard('energy.budget');
