-- 采购询价: an inquiry, who was invited, and what was quoted. Amounts stay sealed until the quotes are opened: the published view tells none before.

-- The last number of a year: taken under this row's lock, and given back with a transaction that fails, so there are no gaps.
create table procurement.inquiry_number (
  node_id int not null default kernel.node(),
  year int not null,
  last int not null,
  primary key (node_id, year)
) with (fillfactor = 50);
call kernel.guard_directory('procurement.inquiry_number');

create table procurement.inquiry (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  number text not null,
  state text not null check (state in ('open', 'opened', 'awarded', 'cancelled')),
  title text not null,
  kind text not null check (kind in ('repair', 'insurance', 'hired-cars', 'goods', 'services', 'works')),
  what text not null default '',
  estimate_fen int not null check (estimate_fen > 0),
  method text not null check (method in ('open', 'invited', 'direct')),
  reason text not null default '',
  rule text not null check (rule in ('lowest', 'scored', 'benchmark')),
  deadline timestamptz not null,
  notices jsonb not null default '[]',
  published_by uuid,
  published_name text not null,
  published_at timestamptz not null,
  opened_name text,
  opened_at timestamptz,
  quote_id uuid,
  supplier text,
  amount_fen int,
  award_reason text,
  awarded_name text,
  awarded_at timestamptz,
  why text,
  search text[] not null default '{}',
  version int not null default 1,
  primary key (node_id, id),
  unique (node_id, number)
);
create index inquiry_unit on procurement.inquiry (node_id, unit_id, published_at, id);
create index inquiry_awarded on procurement.inquiry (node_id, awarded_at) where awarded_at is not null;
create index inquiry_search on procurement.inquiry using gin (search);
call kernel.guard('procurement.inquiry', null, null);

create table procurement.invitation (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  inquiry_id uuid not null,
  supplier text not null,
  code text not null,
  invited_at timestamptz not null,
  primary key (node_id, id),
  foreign key (node_id, inquiry_id) references procurement.inquiry (node_id, id),
  unique (node_id, inquiry_id, code)
);
call kernel.guard('procurement.invitation', null, null);

create table procurement.quote (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  inquiry_id uuid not null,
  supplier text not null,
  code text not null,
  -- Behind the view until `opened`. Empty only within the transaction that enters it.
  amount_fen int check (amount_fen > 0),
  opened boolean not null default false,
  received_at timestamptz not null,
  late boolean not null,
  invited boolean not null,
  note text not null default '',
  state text not null default 'entered' check (state in ('entered', 'valid', 'invalid', 'struck')),
  why text,
  entered_by uuid,
  entered_name text not null,
  entered_at timestamptz not null,
  judged_name text,
  won boolean not null default false,
  search text[] not null default '{}',
  primary key (node_id, id),
  foreign key (node_id, inquiry_id) references procurement.inquiry (node_id, id)
);
create index quote_inquiry on procurement.quote (node_id, inquiry_id);
create index quote_unit on procurement.quote (node_id, unit_id, received_at, id);
create index quote_search on procurement.quote using gin (search);
-- One quote of a supplier stands.
create unique index quote_supplier on procurement.quote (node_id, inquiry_id, code) where state <> 'struck';
call kernel.guard('procurement.quote', null, null);

create view procurement_read.inquiry_v1 with (security_invoker = true) as
select i.node_id, i.id, i.unit_id, i.number, i.state, i.title, i.kind, i.estimate_fen, i.method, i.reason, i.rule, i.deadline, i.published_name,
       i.published_at, i.opened_at, i.supplier, i.amount_fen, i.award_reason, i.awarded_name, i.awarded_at, i.why, i.search, i.version,
       (select count(*)::int from procurement.quote q where (q.node_id, q.inquiry_id) = (i.node_id, i.id) and q.state <> 'struck') as quotes
  from procurement.inquiry i;

create view procurement_read.quote_v1 with (security_invoker = true) as
select q.node_id, q.id, q.unit_id, q.inquiry_id, i.number, i.title, i.state as inquiry_state, q.supplier, q.code, q.received_at, q.late, q.invited, q.note,
       case when q.opened then q.amount_fen end as amount_fen, q.opened, q.state, q.why, q.entered_name, q.entered_at, q.judged_name, q.won, q.search
  from procurement.quote q join procurement.inquiry i on (i.node_id, i.id) = (q.node_id, q.inquiry_id);
