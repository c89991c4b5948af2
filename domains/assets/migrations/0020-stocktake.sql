-- 盘点: a stocktake, the places it walks through, what the book expects in each, and what was seen there. Entries come from devices under ids of
-- their own: the same one twice is one.

-- What a maker's plate says, as it stands there: equality alone goes to an index below the walls.
create index card_serial_plain on assets.card (node_id, serial) where serial <> '';
-- A scanned label of the house is a token; which thing bears it stands with the kernel.
grant select (node_id, kind, object_id, token, revoked_at) on kernel.label to opengoa_assets;

create table assets.stocktake (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  number text not null,
  title text not null check (length(title) between 1 and 100),
  scope text not null check (scope in ('unit', 'building', 'floor', 'class')),
  -- A building or floor of the space office: its id, no key.
  scope_id uuid,
  scope_class text not null default '',
  scope_words text not null default '',
  day date not null,
  people uuid[] not null default '{}',
  -- Counted without the book before one's eyes: only then are book and count two independent lists.
  blind boolean not null default false,
  -- Cards of the book to be looked for again, drawn by lot.
  sample int not null default 0 check (sample >= 0),
  state text not null check (state in ('counting', 'signed', 'closed', 'cancelled')),
  opened_name text not null,
  opened_at timestamptz not null,
  first_by uuid,
  first_name text,
  first_at timestamptz,
  second_by uuid,
  second_name text,
  second_at timestamptz,
  -- The figures as they were signed.
  result jsonb,
  -- What hashes the lines as they were signed, and the sealed paper.
  lines_sha256 text,
  paper_sha256 text,
  why text not null default '',
  search text[] not null default '{}',
  version int not null default 1,
  primary key (node_id, id),
  unique (node_id, number)
);
create index stocktake_unit on assets.stocktake (node_id, unit_id, opened_at, id);
create index stocktake_search on assets.stocktake using gin (search);
call kernel.guard('assets.stocktake', null);

create table assets.stocktake_place (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  stocktake_id uuid not null,
  room_id uuid,
  name text not null,
  floor int,
  done_at timestamptz,
  primary key (node_id, id),
  foreign key (node_id, stocktake_id) references assets.stocktake (node_id, id)
);
create index stocktake_place_of on assets.stocktake_place (node_id, stocktake_id);
call kernel.guard('assets.stocktake_place', null, null);

create table assets.stocktake_line (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  stocktake_id uuid not null,
  -- None: something that no card speaks of.
  card_id uuid,
  code text not null,
  name text not null default '',
  quantity int not null default 1,
  value_fen bigint not null default 0,
  expected boolean not null,
  sampled boolean not null default false,
  -- Where the book has it.
  place_id uuid,
  state text not null check (state in ('waiting', 'found', 'short', 'elsewhere', 'unexpected', 'surplus')),
  conflict text check (conflict in ('two-places', 'moved-meanwhile', 'disposed-meanwhile')),
  seen_place_id uuid,
  seen_quantity int not null default 0,
  seen_at timestamptz,
  condition text check (condition in ('new', 'good', 'worn', 'repairable', 'unusable')),
  note text not null default '',
  -- How the difference is explained.
  how text check (how in ('search-again', 'lost', 'present', 'move-here', 'stays', 'book-it', 'not-ours', 'report-present')),
  why text not null default '',
  version int not null default 1,
  primary key (node_id, id),
  foreign key (node_id, stocktake_id) references assets.stocktake (node_id, id),
  foreign key (node_id, card_id) references assets.card (node_id, id),
  foreign key (node_id, place_id) references assets.stocktake_place (node_id, id),
  foreign key (node_id, seen_place_id) references assets.stocktake_place (node_id, id)
) with (fillfactor = 80);
create unique index stocktake_line_card on assets.stocktake_line (node_id, stocktake_id, card_id) where card_id is not null;
create unique index stocktake_line_code on assets.stocktake_line (node_id, stocktake_id, code) where card_id is null;
create index stocktake_line_state on assets.stocktake_line (node_id, stocktake_id, state);
create index stocktake_line_of_card on assets.stocktake_line (node_id, card_id);
call kernel.guard('assets.stocktake_line', null, null);

create table assets.stocktake_entry (
  node_id int not null default kernel.node(),
  -- Given by the device that saw it.
  id uuid not null,
  unit_id uuid not null,
  stocktake_id uuid not null,
  line_id uuid,
  place_id uuid not null,
  kind text not null check (kind in ('camera', 'scanner', 'typed', 'picked', 'move', 'done', 'strike')),
  code text not null,
  quantity int not null default 1 check (quantity between 0 and 1000000),
  at timestamptz not null,
  -- Whose entry it is: tells two people's finds of one thing apart, and nothing else.
  by_id uuid,
  received_at timestamptz not null,
  primary key (node_id, id),
  foreign key (node_id, stocktake_id) references assets.stocktake (node_id, id),
  foreign key (node_id, place_id) references assets.stocktake_place (node_id, id)
);
create index stocktake_entry_line on assets.stocktake_entry (node_id, line_id) where line_id is not null;
create index stocktake_entry_of on assets.stocktake_entry (node_id, stocktake_id, at);
call kernel.guard('assets.stocktake_entry', null, null);

-- The sealed paper, byte for byte.
create table assets.stocktake_paper (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  content bytea not null,
  sha256 text not null,
  primary key (node_id, id),
  foreign key (node_id, id) references assets.stocktake (node_id, id)
);
call kernel.guard('assets.stocktake_paper', null);

create view assets_read.stocktake_v1 with (security_invoker = true) as
select s.node_id, s.id, s.unit_id, s.number, s.title, s.scope, s.scope_words, s.day, s.blind, s.state, s.opened_at, s.second_at as closed_at, s.first_name,
       s.second_name, s.paper_sha256, s.search, s.version, l.expected, l.seen, l.open, p.places, p.done
  from assets.stocktake s
 cross join lateral (
   select count(*) filter (where expected)::int as expected, count(*) filter (where expected and state not in ('waiting'))::int as seen,
          count(*) filter (where (state <> 'found' or conflict is not null) and (how is null or how = 'search-again'))::int as open
     from assets.stocktake_line l where (l.node_id, l.stocktake_id) = (s.node_id, s.id)) l
 cross join lateral (
   select count(*)::int as places, count(done_at)::int as done from assets.stocktake_place p where (p.node_id, p.stocktake_id) = (s.node_id, s.id)) p;

create view assets_read.stocktake_line_v1 with (security_invoker = true) as
select l.node_id, l.id, l.unit_id, l.stocktake_id, s.number as stocktake, s.day, s.state as stocktake_state, l.card_id, l.code, l.name, l.quantity,
       l.value_fen, l.expected, l.sampled, b.name as book_place, l.state, l.conflict, p.name as seen_place, l.seen_place_id, l.seen_quantity, l.seen_at,
       l.condition, l.note, l.how, l.why, l.version
  from assets.stocktake_line l
  join assets.stocktake s on (s.node_id, s.id) = (l.node_id, l.stocktake_id)
  left join assets.stocktake_place b on (b.node_id, b.id) = (l.node_id, l.place_id)
  left join assets.stocktake_place p on (p.node_id, p.id) = (l.node_id, l.seen_place_id);
