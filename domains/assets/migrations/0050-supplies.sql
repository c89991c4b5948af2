-- 低值易耗品、配件、软件授权: what is counted and not carded. A row is one thing in one unit's cupboard; what came and went stands in its moves.
create table assets.supply (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  kind text not null check (kind in ('consumable', 'component', 'licence')),
  name text not null check (length(name) between 1 and 100),
  model text not null default '',
  measure text not null,
  -- In the cupboard, or seats nobody has.
  on_hand int not null default 0 check (on_hand >= 0),
  -- Fitted into things or given to people, and to come back.
  out_count int not null default 0 check (out_count >= 0),
  -- Below this somebody is told.
  minimum int not null default 0 check (minimum >= 0),
  place text not null default '',
  -- Of a licence: its last day
  valid_until date,
  note text not null default '',
  state text not null default 'kept' check (state in ('kept', 'ended')),
  search text[] not null default '{}',
  version int not null default 1,
  primary key (node_id, id)
) with (fillfactor = 85);
create unique index supply_name on assets.supply (node_id, unit_id, kind, name, model) where state = 'kept';
create index supply_order on assets.supply (node_id, name, id);
create index supply_search on assets.supply using gin (search);
call kernel.guard('assets.supply');

create table assets.supply_move (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  supply_id uuid not null,
  kind text not null check (kind in ('in', 'out', 'back', 'count')),
  number text not null,
  -- What became more or less by it in the cupboard.
  quantity int not null check (quantity <> 0),
  -- In the cupboard after it.
  after int not null check (after >= 0),
  -- Of what was given out and is to come back: not back yet.
  held int not null default 0 check (held >= 0),
  day date not null,
  -- The thing it was fitted into, or who has it.
  card_id uuid,
  holder_id uuid,
  supplier text not null default '',
  amount_fen bigint not null default 0 check (amount_fen >= 0),
  note text not null default '',
  made_name text not null,
  made_at timestamptz not null,
  primary key (node_id, id),
  foreign key (node_id, supply_id) references assets.supply (node_id, id),
  foreign key (node_id, card_id) references assets.card (node_id, id)
);
create index supply_move_supply on assets.supply_move (node_id, supply_id, made_at, id);
create index supply_move_made on assets.supply_move (node_id, made_at, id);
create index supply_move_card on assets.supply_move (node_id, card_id) where card_id is not null;
call kernel.guard('assets.supply_move', null, null);

create view assets_read.supply_v1 with (security_invoker = true) as
select node_id, id, unit_id, kind, name, model, measure, on_hand, out_count, minimum, greatest(minimum - on_hand, 0) as short, place, valid_until, note, state,
       search, version
  from assets.supply;

create view assets_read.supply_move_v1 with (security_invoker = true) as
select m.node_id, m.id, m.unit_id, m.supply_id, m.kind, m.number, m.quantity, m.after, m.held, m.day, m.card_id, m.holder_id, m.supplier, m.amount_fen, m.note,
       m.made_name, m.made_at, s.name, s.model, s.measure, s.kind as supply_kind, s.version, coalesce(c.number || ' ' || c.name, '') as thing
  from assets.supply_move m
  join assets.supply s on (s.node_id, s.id) = (m.node_id, m.supply_id)
  left join assets.card c on (c.node_id, c.id) = (m.node_id, m.card_id);
