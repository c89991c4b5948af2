-- 核对: the yearly self-check by whoever uses a thing, what somebody who leaves still holds, and cards beside the sums of the ledger.

create table assets.self_check (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  number text not null,
  title text not null,
  due_day date not null,
  state text not null default 'open' check (state in ('open', 'closed')),
  opened_name text not null,
  opened_at timestamptz not null,
  closed_name text,
  closed_at timestamptz,
  version int not null default 1,
  primary key (node_id, id),
  unique (node_id, number)
);
create unique index self_check_open on assets.self_check (node_id, unit_id) where state = 'open';
call kernel.guard('assets.self_check', null, null);

create table assets.self_check_line (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  check_id uuid not null,
  check_number text not null,
  due_day date not null,
  card_id uuid not null,
  card_number text not null,
  card_name text not null,
  place text not null default '',
  person_id uuid not null,
  person_name text not null,
  state text not null default 'waiting' check (state in ('waiting', 'confirmed', 'disputed', 'settled')),
  reason text check (reason in ('not-mine', 'not-there', 'elsewhere', 'broken', 'wrong-card', 'other')),
  said text not null default '',
  answered_at timestamptz,
  how text check (how in ('card-corrected', 'handed-over', 'found', 'to-repair', 'to-disposal', 'as-it-was')),
  settled_words text not null default '',
  settled_name text,
  settled_at timestamptz,
  primary key (node_id, id),
  foreign key (node_id, check_id) references assets.self_check (node_id, id),
  unique (node_id, check_id, card_id)
);
create index self_check_line_person on assets.self_check_line (node_id, person_id, state);
create index self_check_line_unit on assets.self_check_line (node_id, unit_id, check_id);
call kernel.guard('assets.self_check_line', 'person_id', null);

create table assets.clearance (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  person_id uuid not null,
  person_name text not null,
  left_on date not null,
  state text not null default 'open' check (state in ('open', 'cleared')),
  number text,
  -- Cards that were still in this person's name when it was cleared.
  remaining int not null default 0,
  words text not null default '',
  opened_at timestamptz not null,
  cleared_name text,
  cleared_at timestamptz,
  version int not null default 1,
  primary key (node_id, id)
);
create unique index clearance_open on assets.clearance (node_id, unit_id, person_id) where state = 'open';
create index clearance_unit on assets.clearance (node_id, unit_id, opened_at, id);
call kernel.guard('assets.clearance', 'person_id', null);

create table assets.ledger_sum (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  -- Last day of the month whose end it is.
  month_end date not null,
  class text not null check (class ~ '^A[0-9]{2}$'),
  account text not null default '',
  amount_fen bigint not null,
  entered_name text not null,
  entered_at timestamptz not null,
  primary key (node_id, id),
  unique (node_id, unit_id, month_end, class)
);
call kernel.guard('assets.ledger_sum', null, null);

create table assets.difference (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  month_end date not null,
  -- ledger: cards beside the sum of a class. thing: a card beside what was seen of it at a stocktake.
  side text not null check (side in ('ledger', 'thing')),
  what text not null,
  class text,
  card_id uuid,
  cards_fen bigint not null,
  other_fen bigint not null,
  state text not null default 'open' check (state in ('open', 'explained', 'settled')),
  words text not null default '',
  ended_name text,
  ended_at timestamptz,
  version int not null default 1,
  primary key (node_id, id)
);
create index difference_unit on assets.difference (node_id, unit_id, month_end, id);
call kernel.guard('assets.difference', null, null);

create view assets_read.self_check_v1 with (security_invoker = true) as
select c.node_id, c.id, c.unit_id, c.number, c.title, c.due_day, c.state, c.opened_name, c.opened_at, c.closed_at, c.version,
       l.lines, l.waiting, l.confirmed, l.disputed, l.settled
  from assets.self_check c
 cross join lateral (
   select count(*)::int as lines, count(*) filter (where state = 'waiting')::int as waiting, count(*) filter (where state = 'confirmed')::int as confirmed,
          count(*) filter (where state = 'disputed')::int as disputed, count(*) filter (where state = 'settled')::int as settled
     from assets.self_check_line l where (l.node_id, l.check_id) = (c.node_id, c.id)) l;

create view assets_read.self_check_line_v1 with (security_invoker = true) as
select node_id, id, unit_id, check_id, check_number, due_day, card_id, card_number, card_name, place, person_id, person_name, state, reason, said, answered_at,
       how, settled_words, settled_name, settled_at
  from assets.self_check_line;

create view assets_read.clearance_v1 with (security_invoker = true) as
select c.node_id, c.id, c.unit_id, c.person_id, c.person_name, c.left_on, c.state, c.number, c.remaining, c.words, c.opened_at, c.cleared_name, c.cleared_at,
       c.version,
       (select count(*)::int from assets.card k where k.node_id = c.node_id and k.user_id = c.person_id and k.state <> 'disposed') as held
  from assets.clearance c;

create view assets_read.ledger_sum_v1 with (security_invoker = true) as
select node_id, id, unit_id, month_end, class, account, amount_fen, entered_name, entered_at from assets.ledger_sum;

create view assets_read.difference_v1 with (security_invoker = true) as
select node_id, id, unit_id, month_end, side, what, class, card_id, cards_fen, other_fen, cards_fen - other_fen as difference_fen, state, words, ended_name,
       ended_at, version
  from assets.difference;
