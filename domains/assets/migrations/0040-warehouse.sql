-- 公物仓: what a unit gives to all stands here as a row of its own, with nothing in it that all may not know. The card behind it stays behind its own wall.

-- A row with two sides: whose it is, and the other unit that it concerns. Both see it; each acts on it by its own right.
create procedure assets.guard_both(target regclass, other text) language plpgsql as $$
declare
  may text := format('unit_id in (select s.unit from kernel.scope_units() s (unit)) or %I in (select s.unit from kernel.scope_units() s (unit))
    or id = any ((select kernel.objects())::uuid[])', other);
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy both_sides on %s for all using (node_id = (select kernel.node()) and (%s)) with check (node_id = (select kernel.node()) and (%s))',
    target, may, may);
end $$;

create table assets.store (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  name text not null check (length(name) between 1 and 100),
  -- 实体仓（集中仓、分散仓）, 虚拟仓
  kind text not null check (kind in ('central', 'dispersed', 'virtual')),
  place text not null default '',
  -- WGS 84, where somebody gave them: how far things would travel
  longitude double precision check (longitude between -180 and 180),
  latitude double precision check (latitude between -90 and 90),
  state text not null check (state in ('open', 'closed')),
  version int not null default 1,
  primary key (node_id, id),
  unique (node_id, unit_id, name),
  check ((longitude is null) = (latitude is null))
);
call kernel.guard('assets.store');
-- Everybody of the tree looks up which stores there are.
create policy look_up on assets.store for select using (node_id = (select kernel.node()));

create table assets.offer (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  -- Who inspects, lends and takes back: of a central store its unit, else the owner.
  keeper_id uuid not null,
  store_id uuid not null,
  card_id uuid not null,
  number text not null,
  name text not null,
  class text not null,
  model text not null,
  brand text not null,
  measure text not null,
  quantity int not null check (quantity >= 0),
  -- Of what is offered, not of the whole card.
  value_fen bigint not null check (value_fen >= 0),
  acquired_on date not null,
  life_years int,
  condition text not null check (condition in ('new', 'good', 'worn', 'repairable', 'unusable')),
  item text not null default '',
  place text not null default '',
  reason text not null,
  may text not null check (may in ('lend', 'transfer', 'both')),
  -- tree: everybody of the tree sees it; unit: only whoever sees the unit's ledgers
  reach text not null check (reach in ('tree', 'unit')),
  refurbish_fen bigint not null default 0 check (refurbish_fen >= 0),
  photos uuid[] not null default '{}',
  note text not null default '',
  until_day date,
  state text not null check (state in ('offered', 'in-store', 'turned-away', 'withdrawn', 'gone')),
  offered_at timestamptz not null,
  search text[] not null default '{}',
  version int not null default 1,
  primary key (node_id, id),
  unique (node_id, number),
  foreign key (node_id, store_id) references assets.store (node_id, id),
  foreign key (node_id, card_id) references assets.card (node_id, id)
) with (fillfactor = 85);
create unique index offer_card on assets.offer (node_id, card_id) where state in ('offered', 'in-store');
create index offer_unit on assets.offer (node_id, unit_id, offered_at, id);
create index offer_shown on assets.offer (node_id, class) where state = 'in-store' and reach = 'tree';
create index offer_search on assets.offer using gin (search);
call assets.guard_both('assets.offer', 'keeper_id');
-- What was inspected and is offered to the tree is seen by the whole tree; nothing else of the ledger it comes from.
create policy offered_to_all on assets.offer for select
  using (node_id = (select kernel.node()) and state = 'in-store' and reach = 'tree');

create table assets.inspection (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  keeper_id uuid not null,
  offer_id uuid not null,
  day date not null,
  passed boolean not null,
  condition text not null,
  refurbish_fen bigint not null,
  said text not null,
  photos uuid[] not null default '{}',
  inspected_name text not null,
  primary key (node_id, id),
  foreign key (node_id, offer_id) references assets.offer (node_id, id)
);
create index inspection_offer on assets.inspection (node_id, offer_id);
call assets.guard_both('assets.inspection', 'keeper_id');

-- How much of an offered thing is spoken for, by whom and until when. All see what is held, so that nobody asks in vain.
create table assets.claim (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  keeper_id uuid not null,
  offer_id uuid not null,
  kind text not null check (kind in ('reservation', 'loan', 'match', 'transfer')),
  quantity int not null check (quantity > 0),
  until_day date,
  state text not null check (state in ('held', 'ended')),
  purpose text not null default '',
  made_at timestamptz not null,
  version int not null default 1,
  primary key (node_id, id),
  foreign key (node_id, offer_id) references assets.offer (node_id, id)
);
create index claim_offer on assets.claim (node_id, offer_id) where state = 'held';
call assets.guard_both('assets.claim', 'keeper_id');
create policy held_seen_by_all on assets.claim for select
  using (node_id = (select kernel.node()) and state = 'held' and offer_id in (select o.id from assets.offer o));

create table assets.body (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  name text not null check (length(name) between 1 and 100),
  kind text not null check (kind in ('event', 'temporary-body')),
  from_day date not null,
  until_day date not null check (until_day >= from_day),
  needs jsonb not null default '[]',
  document text not null default '',
  state text not null check (state in ('open', 'ended')),
  said text not null default '',
  version int not null default 1,
  primary key (node_id, id),
  unique (node_id, unit_id, name)
);
call kernel.guard('assets.body');

create table assets.body_bought (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  body_id uuid not null,
  card_id uuid not null,
  primary key (node_id, id),
  unique (node_id, card_id),
  foreign key (node_id, body_id) references assets.body (node_id, id),
  foreign key (node_id, card_id) references assets.card (node_id, id)
);
call kernel.guard('assets.body_bought');

create table assets.loan (
  node_id int not null default kernel.node(),
  id uuid not null,
  -- Who borrows, and who gave it out of the store.
  unit_id uuid not null,
  keeper_id uuid not null,
  offer_id uuid not null,
  body_id uuid,
  number text not null,
  name text not null,
  measure text not null,
  quantity int not null check (quantity > 0),
  from_day date not null,
  due_day date not null,
  purpose text not null default '',
  state text not null check (state in ('out', 'returned')),
  returned_day date,
  condition_out text not null,
  condition_back text,
  said text not null default '',
  version int not null default 1,
  primary key (node_id, id),
  unique (node_id, number),
  foreign key (node_id, offer_id) references assets.offer (node_id, id),
  check ((state = 'returned') = (returned_day is not null))
);
create index loan_due on assets.loan (node_id, due_day) where state = 'out';
create index loan_body on assets.loan (node_id, body_id) where body_id is not null;
call assets.guard_both('assets.loan', 'keeper_id');

create view assets_read.store_v1 with (security_invoker = true) as
select node_id, id, unit_id, name, kind, place, longitude, latitude, state, version from assets.store;

-- The shelf: what the whole tree sees. Whose user, room, serial number or voucher it was stays with the card.
create view assets_read.offered_v1 with (security_invoker = true) as
select o.node_id, o.id, o.unit_id, o.number, o.name, o.class, o.model, o.brand, o.measure, o.quantity, o.value_fen, o.acquired_on, o.life_years, o.condition,
       o.item, o.place, o.may as offered_for, o.refurbish_fen, o.until_day, o.offered_at, o.search, s.name as store, s.kind as store_kind, s.longitude, s.latitude,
       o.quantity - c.held as free, c.reserved_until, c.lent_until
  from assets.offer o
  join assets.store s on (s.node_id, s.id) = (o.node_id, o.store_id)
 cross join lateral (
   select coalesce(sum(c.quantity), 0)::int as held, max(c.until_day) filter (where c.kind = 'reservation') as reserved_until,
          max(c.until_day) filter (where c.kind = 'loan') as lent_until
     from assets.claim c where c.node_id = o.node_id and c.offer_id = o.id and c.state = 'held') c
 where o.state = 'in-store' and o.reach = 'tree';

-- The own ledgers hold what lies in reach, and nothing of what is only shown to all.
create view assets_read.offer_v1 with (security_invoker = true) as
select o.node_id, o.id, o.unit_id, o.keeper_id, o.number, o.name, o.class, o.model, o.measure, o.quantity, o.value_fen, o.condition, o.place, o.reason, o.may as offered_for, o.reach,
       o.refurbish_fen, o.state, o.offered_at, o.until_day, o.search, o.version, s.name as store, s.kind as store_kind, o.card_id,
       o.quantity - coalesce((select sum(c.quantity) from assets.claim c where c.node_id = o.node_id and c.offer_id = o.id and c.state = 'held'), 0)::int as free
  from assets.offer o join assets.store s on (s.node_id, s.id) = (o.node_id, o.store_id)
 where o.unit_id in (select k.unit from kernel.scope_units() k (unit)) or o.keeper_id in (select k.unit from kernel.scope_units() k (unit));

-- Of each loan and reservation one row for either side.
create view assets_read.loan_v1 with (security_invoker = true) as
select l.node_id, case side when 'given' then l.id else md5(l.id::text || side)::uuid end as id, case side when 'taken' then l.unit_id else l.keeper_id end as unit_id,
       case side when 'taken' then l.keeper_id else l.unit_id end as other_id, side, l.id as loan_id, l.number, l.name, l.measure, l.quantity, l.from_day, l.due_day,
       l.purpose, l.state, l.returned_day, l.condition_out, l.condition_back, l.body_id, l.offer_id, l.version
  from assets.loan l cross join (values ('taken'), ('given')) s (side);

create view assets_read.reservation_v1 with (security_invoker = true) as
select c.node_id, case side when 'given' then c.id else md5(c.id::text || side)::uuid end as id, case side when 'taken' then c.unit_id else c.keeper_id end as unit_id,
       case side when 'taken' then c.keeper_id else c.unit_id end as other_id, side, c.id as claim_id, c.offer_id, o.number, o.name, o.measure, c.quantity, c.until_day,
       c.purpose, c.state, c.made_at, c.version
  from assets.claim c join assets.offer o on (o.node_id, o.id) = (c.node_id, c.offer_id) cross join (values ('taken'), ('given')) s (side)
 where c.kind = 'reservation'
   and case side when 'taken' then c.unit_id else c.keeper_id end in (select k.unit from kernel.scope_units() k (unit));

create view assets_read.body_v1 with (security_invoker = true) as
select b.node_id, b.id, b.unit_id, b.name, b.kind, b.from_day, b.until_day, b.state, b.document, b.version,
       (select count(*)::int from assets.loan l where l.node_id = b.node_id and l.body_id = b.id and l.state = 'out') as out,
       (select count(*)::int from assets.body_bought x where x.node_id = b.node_id and x.body_id = b.id) as bought
  from assets.body b where b.unit_id in (select k.unit from kernel.scope_units() k (unit));
-- Which events and temporary bodies there are, and what they need, is told to all: so that things come to them out of the warehouse.
create policy open_seen_by_all on assets.body for select using (node_id = (select kernel.node()) and state = 'open');
