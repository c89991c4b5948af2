-- 供需匹配: what is needed, which idle thing goes to it, what was refused and why, and plans for many at once.
create table assets.demand (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  number text not null,
  name text not null check (length(name) between 1 and 200),
  class text not null check (class ~ '^A[0-9]{2,8}$'),
  item text not null default '',
  quantity int not null check (quantity > 0),
  -- Received by transfers; what is on its way stands in assets.claim.
  given int not null default 0 check (given >= 0),
  need_by date not null,
  until_day date,
  urgent boolean not null default false,
  -- a loan would do
  may_borrow boolean not null default true,
  worst_condition text not null check (worst_condition in ('new', 'good', 'worn', 'repairable')),
  least_life_years int not null default 0,
  -- 估计新购单价: the purchase that is avoided
  new_price_fen bigint not null check (new_price_fen > 0),
  place text not null default '',
  longitude double precision check (longitude between -180 and 180),
  latitude double precision check (latitude between -90 and 90),
  purpose text not null default '',
  body_id uuid,
  reach text not null check (reach in ('tree', 'unit')),
  state text not null check (state in ('open', 'met', 'withdrawn')),
  raised_at timestamptz not null,
  search text[] not null default '{}',
  version int not null default 1,
  primary key (node_id, id),
  unique (node_id, number),
  check (given <= quantity),
  check ((longitude is null) = (latitude is null))
);
create index demand_unit on assets.demand (node_id, unit_id, raised_at, id);
create index demand_open on assets.demand (node_id, class) where state = 'open';
create index demand_search on assets.demand using gin (search);
call kernel.guard('assets.demand');
create policy asked_of_all on assets.demand for select
  using (node_id = (select kernel.node()) and state = 'open' and reach = 'tree');

-- Which demand a claim is for: what is left of a demand is told to all, as what is left of a thing is.
alter table assets.claim add column demand_id uuid;
create index claim_demand on assets.claim (node_id, demand_id) where state = 'held' and demand_id is not null;

create table assets.pool_plan (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  number text not null,
  state text not null check (state in ('working', 'ready', 'stopped', 'closed')),
  asked_at timestamptz not null,
  asked_name text not null,
  done int not null default 0,
  steps int not null default 0,
  summary jsonb,
  version int not null default 1,
  primary key (node_id, id),
  unique (node_id, number)
);
call kernel.guard('assets.pool_plan');

create table assets.pool_plan_line (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  plan_id uuid not null,
  demand_id uuid not null,
  offer_id uuid not null,
  receiver_id uuid not null,
  giver_id uuid not null,
  name text not null,
  needed text not null,
  quantity int not null check (quantity > 0),
  score int not null,
  saved_fen bigint not null,
  transport_fen bigint not null,
  state text not null check (state in ('open', 'accepted', 'left-out')),
  primary key (node_id, id),
  foreign key (node_id, plan_id) references assets.pool_plan (node_id, id)
);
create index pool_plan_line_plan on assets.pool_plan_line (node_id, plan_id);
call kernel.guard('assets.pool_plan_line', null, null);

create table assets.match (
  node_id int not null default kernel.node(),
  id uuid not null,
  -- Who receives, and who gives.
  unit_id uuid not null,
  giver_id uuid not null,
  demand_id uuid not null,
  offer_id uuid not null,
  plan_id uuid,
  name text not null,
  needed text not null,
  measure text not null,
  quantity int not null check (quantity > 0),
  score int not null,
  saved_fen bigint not null,
  reasons jsonb not null default '[]',
  state text not null check (state in ('approving', 'approved', 'declined', 'refused', 'done')),
  -- Of one that was refused: by which side, why, and when it is offered again.
  refused_by text check (refused_by in ('receiver', 'giver')),
  refusal text,
  said text not null default '',
  ask_again_on date,
  followed_said text not null default '',
  followed_day date,
  made_at timestamptz not null,
  version int not null default 1,
  primary key (node_id, id),
  foreign key (node_id, demand_id) references assets.demand (node_id, id),
  foreign key (node_id, offer_id) references assets.offer (node_id, id)
);
create index match_demand on assets.match (node_id, demand_id);
create index match_offer on assets.match (node_id, offer_id);
call assets.guard_both('assets.match', 'giver_id');

create view assets_read.needed_v1 with (security_invoker = true) as
select d.node_id, d.id, d.unit_id, d.number, d.name, d.class, d.item, d.quantity, d.need_by, d.until_day, d.urgent, d.may_borrow, d.worst_condition,
       d.least_life_years, d.new_price_fen, d.place, d.purpose, d.raised_at, d.search,
       d.quantity - d.given - coalesce((select sum(c.quantity) from assets.claim c where c.node_id = d.node_id and c.demand_id = d.id and c.state = 'held'), 0)::int as left_over
  from assets.demand d where d.state = 'open' and d.reach = 'tree';

create view assets_read.demand_v1 with (security_invoker = true) as
select d.node_id, d.id, d.unit_id, d.number, d.name, d.class, d.item, d.quantity, d.given, d.need_by, d.until_day, d.urgent, d.may_borrow, d.new_price_fen,
       d.reach, d.state, d.raised_at, d.search, d.version,
       coalesce((select sum(c.quantity) from assets.claim c where c.node_id = d.node_id and c.demand_id = d.id and c.state = 'held'), 0)::int as coming
  from assets.demand d where d.unit_id in (select k.unit from kernel.scope_units() k (unit));

create view assets_read.match_v1 with (security_invoker = true) as
select m.node_id, case side when 'given' then m.id else md5(m.id::text || side)::uuid end as id, case side when 'taken' then m.unit_id else m.giver_id end as unit_id,
       case side when 'taken' then m.giver_id else m.unit_id end as other_id, side, m.id as match_id, m.demand_id, m.offer_id, m.name, m.needed, m.quantity,
       m.measure, m.score, m.saved_fen, m.state, m.refused_by, m.refusal, m.said, m.ask_again_on, m.followed_said, m.followed_day, m.made_at, m.version
  from assets.match m cross join (values ('taken'), ('given')) s (side)
 where case side when 'taken' then m.unit_id else m.giver_id end in (select k.unit from kernel.scope_units() k (unit));

create view assets_read.pool_plan_v1 with (security_invoker = true) as
select p.node_id, p.id, p.unit_id, p.number, p.state, p.asked_at, p.asked_name, p.version, (p.summary->>'pieces')::int as pieces,
       (p.summary->>'savedFen')::bigint as saved_fen, (p.summary->>'greedySavedFen')::bigint as greedy_saved_fen, (p.summary->>'gap')::float as gap
  from assets.pool_plan p;
create view assets_read.pool_plan_line_v1 with (security_invoker = true) as
select l.node_id, l.id, l.unit_id, l.plan_id, l.demand_id, l.offer_id, l.receiver_id, l.giver_id, l.name, l.needed, l.quantity, l.score, l.saved_fen,
       l.transport_fen, l.state, p.state as plan_state, p.version as plan_version
  from assets.pool_plan_line l join assets.pool_plan p on (p.node_id, p.id) = (l.node_id, l.plan_id);
