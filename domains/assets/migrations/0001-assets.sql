-- 国有资产: the card of a thing, and the papers of its life. A row belongs to the unit whose ledger it stands in.

-- The last number of a year by kind of paper: taken under this row's lock, and given back with a transaction that fails, so there are no gaps.
create table assets.last_number (
  node_id int not null default kernel.node(),
  kind text not null,
  year int not null,
  last int not null,
  primary key (node_id, kind, year)
) with (fillfactor = 50);
call kernel.guard_directory('assets.last_number');

create table assets.card (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  -- 资产编号, as it stands on the label
  number text not null check (length(number) between 1 and 60),
  name text not null check (length(name) between 1 and 200),
  -- GB/T 14885-2022: A + digits
  class text not null check (class ~ '^A[0-9]{2,8}$'),
  model text not null default '',
  brand text not null default '',
  serial text not null default '',
  measure text not null default '件',
  -- A batch card holds several alike; value is that of all of them.
  quantity int not null default 1 check (quantity > 0),
  value_fen bigint not null check (value_fen >= 0),
  value_kind text not null default 'cost' check (value_kind in ('cost', 'appraised', 'nominal')),
  -- 取得方式
  acquired_by text not null check (acquired_by in ('purchase', 'transfer', 'donation', 'built', 'exchange', 'found', 'other')),
  acquired_on date not null,
  booked_on date,
  voucher text not null default '',
  supplier text not null default '',
  -- 采购组织形式, 预算项目编号, 经费来源
  purchase_form text not null default '',
  budget_item text not null default '',
  funds text not null default '',
  warranty_until date,
  -- 折旧: years of the accounting rule, or none where the class is not depreciated
  life_years int check (life_years between 1 and 100),
  -- 使用部门、使用人、管理人
  department_id uuid,
  user_id uuid,
  keeper_id uuid,
  -- 存放地点: a room of the space office (its id, no key), and in words
  room_id uuid,
  place text not null default '',
  -- 使用状况 and 处置状态 in one: what may be done with it follows from it
  state text not null check (state in ('in-stock', 'in-use', 'idle', 'lent', 'rented-out', 'in-repair', 'pooled', 'awaiting-disposal', 'disposed')),
  condition text not null default 'good' check (condition in ('new', 'good', 'worn', 'repairable', 'unusable')),
  -- 用途: what it does, in words of the standard of equipment where there is one
  item text not null default '',
  -- A thing that another office keeps stands here by facet and is changed there: vehicles.vehicle, space.building, …
  facet_kind text,
  facet_id uuid,
  disposed_on date,
  -- The last sign that it is there and in use: a scan, a log-in, a booking.
  seen_at timestamptz,
  note text not null default '',
  search text[] not null default '{}',
  version int not null default 1,
  primary key (node_id, id),
  unique (node_id, unit_id, number),
  check ((facet_kind is null) = (facet_id is null)),
  check ((state = 'disposed') = (disposed_on is not null))
) with (fillfactor = 85);
create index card_unit on assets.card (node_id, unit_id, number);
create index card_class on assets.card (node_id, class);
create index card_room on assets.card (node_id, room_id) where room_id is not null;
create index card_user on assets.card (node_id, user_id) where user_id is not null;
create index card_serial on assets.card (node_id, upper(serial)) where serial <> '';
create unique index card_facet on assets.card (node_id, facet_kind, facet_id) where facet_id is not null;
create index card_search on assets.card using gin (search);
call kernel.guard('assets.card', 'user_id');

-- 单据: one paper for each act of a life, over one card or many.
create table assets.paper (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  number text not null,
  -- accept, issue, take-back, lend, return, move, repair, transfer-out, transfer-in, dispose, hand-over, ...
  kind text not null check (length(kind) between 1 and 40),
  state text not null check (length(state) between 1 and 40),
  day date not null,
  -- What this kind of paper tells besides its lines, in the shape of its contract.
  about jsonb not null default '{}',
  -- Who it waits for, gives or takes: judged by `self`.
  person_id uuid,
  made_by uuid,
  made_name text not null,
  made_at timestamptz not null,
  ended_name text,
  ended_at timestamptz,
  search text[] not null default '{}',
  version int not null default 1,
  primary key (node_id, id),
  unique (node_id, number)
);
create index paper_unit on assets.paper (node_id, unit_id, made_at, id);
create index paper_kind on assets.paper (node_id, kind, state);
create index paper_search on assets.paper using gin (search);
call kernel.guard('assets.paper', 'person_id');

create table assets.paper_line (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  paper_id uuid not null,
  card_id uuid not null,
  quantity int not null default 1 check (quantity > 0),
  about jsonb not null default '{}',
  primary key (node_id, id),
  foreign key (node_id, paper_id) references assets.paper (node_id, id),
  foreign key (node_id, card_id) references assets.card (node_id, id),
  unique (node_id, paper_id, card_id)
);
create index paper_line_card on assets.paper_line (node_id, card_id);
call kernel.guard('assets.paper_line', null, null);

create view assets_read.card_v1 with (security_invoker = true) as
select node_id, id, unit_id, number, name, class, model, brand, serial, measure, quantity, value_fen, value_kind, acquired_by, acquired_on, booked_on, voucher,
       supplier, purchase_form, budget_item, funds, warranty_until, life_years, department_id, user_id, keeper_id, room_id, place, state, condition, item,
       facet_kind, facet_id, disposed_on, seen_at, note, search, version
  from assets.card;

create view assets_read.paper_v1 with (security_invoker = true) as
select p.node_id, p.id, p.unit_id, p.number, p.kind, p.state, p.day, p.person_id, p.made_name, p.made_at, p.ended_name, p.ended_at, p.search, p.version,
       l.cards, l.value_fen
  from assets.paper p
 cross join lateral (
   select count(*)::int as cards, coalesce(sum(c.value_fen), 0)::bigint as value_fen
     from assets.paper_line l join assets.card c on (c.node_id, c.id) = (l.node_id, l.card_id)
    where (l.node_id, l.paper_id) = (p.node_id, p.id)) l;
