-- 维护保养: what is done to a thing every so many months, and the work orders by which it is done.
create table assets.upkeep_plan (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  card_id uuid not null,
  what text not null check (length(what) between 1 and 200),
  every_months int not null check (every_months between 1 and 120),
  next_due date not null,
  vendor text not null default '',
  state text not null default 'running' check (state in ('running', 'ended')),
  version int not null default 1,
  primary key (node_id, id),
  foreign key (node_id, card_id) references assets.card (node_id, id)
) with (fillfactor = 85);
create unique index upkeep_plan_card on assets.upkeep_plan (node_id, card_id, what) where state = 'running';
create index upkeep_plan_due on assets.upkeep_plan (node_id, next_due, id) where state = 'running';
call kernel.guard('assets.upkeep_plan', null, null);

create table assets.upkeep_order (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  card_id uuid not null,
  -- None: ordered because of a fault, or once.
  plan_id uuid,
  number text not null,
  what text not null check (length(what) between 1 and 200),
  vendor text not null default '',
  due_day date not null,
  state text not null default 'open' check (state in ('open', 'done', 'cancelled')),
  outcome text check (outcome in ('good', 'watch', 'to-repair')),
  found text not null default '',
  cost_fen bigint not null default 0 check (cost_fen >= 0),
  done_day date,
  made_name text not null,
  made_at timestamptz not null,
  ended_name text,
  version int not null default 1,
  primary key (node_id, id),
  unique (node_id, number),
  foreign key (node_id, card_id) references assets.card (node_id, id),
  foreign key (node_id, plan_id) references assets.upkeep_plan (node_id, id),
  check ((state = 'done') = (done_day is not null))
) with (fillfactor = 85);
create index upkeep_order_made on assets.upkeep_order (node_id, made_at, id);
create index upkeep_order_card on assets.upkeep_order (node_id, card_id);
create unique index upkeep_order_plan on assets.upkeep_order (node_id, plan_id) where state = 'open';
call kernel.guard('assets.upkeep_order', null, null);

create view assets_read.upkeep_plan_v1 with (security_invoker = true) as
select p.node_id, p.id, p.unit_id, p.card_id, c.number, c.name, c.place, p.what, p.every_months, p.next_due, p.vendor, p.state, p.version,
       o.number as order_number, o.id as order_id
  from assets.upkeep_plan p
  join assets.card c on (c.node_id, c.id) = (p.node_id, p.card_id)
  left join assets.upkeep_order o on (o.node_id, o.plan_id) = (p.node_id, p.id) and o.state = 'open';

create view assets_read.upkeep_order_v1 with (security_invoker = true) as
select o.node_id, o.id, o.unit_id, o.card_id, o.plan_id, o.number, c.number as card_number, c.name, c.place, o.what, o.vendor, o.due_day, o.state, o.outcome,
       o.found, o.cost_fen, o.done_day, o.made_name, o.made_at, o.ended_name, o.version
  from assets.upkeep_order o
  join assets.card c on (c.node_id, c.id) = (o.node_id, o.card_id);
