-- 调拨: across units and levels. Both sides sign, things travel, the receiver counts; only what was received stands in its ledger, with its value and the
-- depreciation charged until then.
create table assets.transfer (
  node_id int not null default kernel.node(),
  id uuid not null,
  -- Who gives, and who receives.
  unit_id uuid not null,
  to_unit uuid not null,
  number text not null,
  match_id uuid,
  why text not null,
  document text not null default '',
  state text not null check (state in ('drawn', 'signed', 'packed', 'on-the-way', 'arrived', 'differs', 'received', 'cancelled')),
  day date not null,
  made_name text not null,
  giver_name text,
  giver_at timestamptz,
  receiver_name text,
  receiver_at timestamptz,
  packed_at timestamptz,
  carrier text not null default '',
  sent_at timestamptz,
  transport_fen bigint not null default 0 check (transport_fen >= 0),
  arrived_at timestamptz,
  arrived_name text,
  received_at timestamptz,
  received_name text,
  said text not null default '',
  search text[] not null default '{}',
  version int not null default 1,
  primary key (node_id, id),
  unique (node_id, number)
);
create index transfer_unit on assets.transfer (node_id, unit_id, day);
create index transfer_to on assets.transfer (node_id, to_unit, day);
create unique index transfer_match on assets.transfer (node_id, match_id) where match_id is not null and state <> 'cancelled';
call assets.guard_both('assets.transfer', 'to_unit');

create table assets.transfer_line (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  to_unit uuid not null,
  transfer_id uuid not null,
  -- The card it was drawn from, and the one that travels: another where a batch was split.
  card_id uuid not null,
  sent_card uuid,
  number text not null,
  name text not null,
  model text not null,
  measure text not null,
  quantity int not null check (quantity > 0),
  value_fen bigint not null,
  accumulated_fen bigint not null,
  condition text not null,
  received int,
  received_condition text,
  said text not null default '',
  missing_card uuid,
  settled text check (settled in ('found', 'lost')),
  primary key (node_id, id),
  foreign key (node_id, transfer_id) references assets.transfer (node_id, id),
  unique (node_id, transfer_id, card_id),
  check (received between 0 and quantity)
);
create index transfer_line_transfer on assets.transfer_line (node_id, transfer_id);
call assets.guard_both('assets.transfer_line', 'to_unit');

create view assets_read.transfer_v1 with (security_invoker = true) as
select t.node_id, case side when 'given' then t.id else md5(t.id::text || side)::uuid end as id, case side when 'given' then t.unit_id else t.to_unit end as unit_id,
       case side when 'given' then t.to_unit else t.unit_id end as other_id, side, t.id as transfer_id, t.number, t.state, t.day, t.carrier, t.sent_at, t.arrived_at,
       t.received_at, t.transport_fen, t.search, t.version, l.lines, l.value_fen, l.net_fen, l.names
  from assets.transfer t cross join (values ('given'), ('taken')) s (side)
 cross join lateral (
   select count(*)::int as lines, coalesce(sum(l.value_fen), 0)::bigint as value_fen, coalesce(sum(l.value_fen - l.accumulated_fen), 0)::bigint as net_fen,
          left(string_agg(l.name || '×' || l.quantity, '、' order by l.number, l.id), 200) as names
     from assets.transfer_line l where (l.node_id, l.transfer_id) = (t.node_id, t.id)) l
 where case side when 'given' then t.unit_id else t.to_unit end in (select k.unit from kernel.scope_units() k (unit));

-- The QR on the parcel: whoever of either side scans it on a phone comes to the papers.
create view assets_read.labelled_transfer_v1 with (security_invoker = true) as
select node_id, id, unit_id, '调拨物品'::text as public_name, number as code, array[upper(regexp_replace(number, '[[:space:]·・._-]', '', 'g'))] as codes
  from assets.transfer where state not in ('received', 'cancelled');

-- What travels is out of the store already: its claim only says that it is on its way for a demand.
create or replace view assets_read.offered_v1 with (security_invoker = true) as
select o.node_id, o.id, o.unit_id, o.number, o.name, o.class, o.model, o.brand, o.measure, o.quantity, o.value_fen, o.acquired_on, o.life_years, o.condition,
       o.item, o.place, o.may as offered_for, o.refurbish_fen, o.until_day, o.offered_at, o.search, s.name as store, s.kind as store_kind, s.longitude, s.latitude,
       o.quantity - c.held as free, c.reserved_until, c.lent_until
  from assets.offer o
  join assets.store s on (s.node_id, s.id) = (o.node_id, o.store_id)
 cross join lateral (
   select coalesce(sum(c.quantity), 0)::int as held, max(c.until_day) filter (where c.kind = 'reservation') as reserved_until,
          max(c.until_day) filter (where c.kind = 'loan') as lent_until
     from assets.claim c where c.node_id = o.node_id and c.offer_id = o.id and c.state = 'held' and c.kind <> 'transfer') c
 where o.state = 'in-store' and o.reach = 'tree';
create or replace view assets_read.offer_v1 with (security_invoker = true) as
select o.node_id, o.id, o.unit_id, o.keeper_id, o.number, o.name, o.class, o.model, o.measure, o.quantity, o.value_fen, o.condition, o.place, o.reason, o.may as offered_for, o.reach,
       o.refurbish_fen, o.state, o.offered_at, o.until_day, o.search, o.version, s.name as store, s.kind as store_kind, o.card_id,
       o.quantity - coalesce((select sum(c.quantity) from assets.claim c where c.node_id = o.node_id and c.offer_id = o.id and c.state = 'held' and c.kind <> 'transfer'), 0)::int as free
  from assets.offer o join assets.store s on (s.node_id, s.id) = (o.node_id, o.store_id)
 where o.unit_id in (select k.unit from kernel.scope_units() k (unit)) or o.keeper_id in (select k.unit from kernel.scope_units() k (unit));
