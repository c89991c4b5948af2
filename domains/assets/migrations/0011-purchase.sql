-- 购置: what lies idle anywhere in the tree, plans of purchase, their lines, and what was said to each idle thing that would have done.

-- A directory: whoever plans a purchase is to see what lies idle in other units, and of it only what is needed to choose it. Kept by the card itself, so
-- that no way of changing a card can forget it.
create table assets.idle_listing (
  node_id int not null default kernel.node(),
  card_id uuid not null,
  unit_id uuid not null,
  number text not null,
  name text not null,
  class text not null,
  equipment text,
  model text not null,
  quantity int not null,
  condition text not null,
  state text not null,
  value_fen bigint not null,
  acquired_on date not null,
  primary key (node_id, card_id)
);
create index idle_listing_equipment on assets.idle_listing (node_id, equipment) where equipment is not null;
create index idle_listing_class on assets.idle_listing (node_id, class);
call kernel.guard_directory('assets.idle_listing');

create function assets.list_idle() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    delete from assets.idle_listing where (node_id, card_id) = (old.node_id, old.id);
    return old;
  end if;
  if new.state in ('idle', 'pooled') and new.condition <> 'unusable' and new.facet_id is null then
    insert into assets.idle_listing (node_id, card_id, unit_id, number, name, class, equipment, model, quantity, condition, state, value_fen, acquired_on)
    values (new.node_id, new.id, new.unit_id, new.number, new.name, new.class, assets.equipment_of(new.item, new.class), new.model, new.quantity,
            new.condition, new.state, new.value_fen, new.acquired_on)
    on conflict (node_id, card_id) do update
       set unit_id = excluded.unit_id, number = excluded.number, name = excluded.name, class = excluded.class, equipment = excluded.equipment,
           model = excluded.model, quantity = excluded.quantity, condition = excluded.condition, state = excluded.state, value_fen = excluded.value_fen,
           acquired_on = excluded.acquired_on;
  elsif tg_op = 'UPDATE' then
    delete from assets.idle_listing where (node_id, card_id) = (new.node_id, new.id);
  end if;
  return new;
end $$;
-- Cards by the hundred thousand are in use: a new one that is not idle costs nothing.
create trigger idle_entered after insert on assets.card for each row when (new.state in ('idle', 'pooled')) execute function assets.list_idle();
create trigger idle_changed after update on assets.card for each row
  when (new.state in ('idle', 'pooled') or old.state in ('idle', 'pooled')) execute function assets.list_idle();
create trigger idle_gone after delete on assets.card for each row when (old.state in ('idle', 'pooled')) execute function assets.list_idle();
insert into assets.idle_listing (node_id, card_id, unit_id, number, name, class, equipment, model, quantity, condition, state, value_fen, acquired_on)
select node_id, id, unit_id, number, name, class, assets.equipment_of(item, class), model, quantity, condition, state, value_fen, acquired_on
  from assets.card where state in ('idle', 'pooled') and condition <> 'unusable' and facet_id is null;

create table assets.purchase (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  number text not null,
  year int not null,
  title text not null,
  reason text not null,
  budget_item text not null default '',
  funds text not null default '',
  state text not null check (state in ('planned', 'asked', 'approved', 'refused', 'withdrawn', 'received')),
  notes jsonb not null default '[]',
  total_fen bigint not null check (total_fen >= 0),
  planned_by uuid,
  planned_name text not null,
  planned_at timestamptz not null,
  asked_at timestamptz,
  decided_name text,
  decided_at timestamptz,
  opinion text not null default '',
  inquiry_id uuid,
  inquiry_number text not null default '',
  supplier text not null default '',
  agreed_fen bigint,
  search text[] not null default '{}',
  version int not null default 1,
  primary key (node_id, id),
  unique (node_id, number)
);
create index purchase_unit on assets.purchase (node_id, unit_id, planned_at, id);
create index purchase_search on assets.purchase using gin (search);
call kernel.guard('assets.purchase');

create table assets.purchase_line (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  purchase_id uuid not null,
  position int not null,
  name text not null,
  class text not null,
  equipment text,
  mode text not null check (mode in ('buy', 'rent', 'donation')),
  grade text not null check (grade in ('ordinary', 'senior')),
  model text not null default '',
  measure text not null default '件',
  quantity int not null check (quantity > 0),
  price_fen bigint not null check (price_fen >= 0),
  -- Of the quantity: taken from what lies idle, and received.
  taken int not null default 0,
  received int not null default 0,
  primary key (node_id, id),
  foreign key (node_id, purchase_id) references assets.purchase (node_id, id),
  unique (node_id, purchase_id, position),
  check (taken >= 0 and received >= 0 and taken + received <= quantity)
);
call kernel.guard('assets.purchase_line', null, 'purchase_id');

create table assets.match_answer (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  purchase_id uuid not null,
  line_id uuid not null,
  card_id uuid not null,
  card_unit uuid not null,
  card_number text not null,
  card_name text not null,
  quantity int not null check (quantity > 0),
  value_fen bigint not null,
  answer text not null check (answer in ('taken', 'declined')),
  reason text check (reason in ('too-worn', 'too-weak', 'too-far', 'not-in-time', 'other-purpose', 'other')),
  said text not null default '',
  answered_name text not null,
  answered_at timestamptz not null,
  -- What came of it for one that was declined: agreed, or asked to look once more.
  followed text check (followed in ('agreed', 'look-again')),
  follow_words text not null default '',
  followed_name text,
  followed_at timestamptz,
  search text[] not null default '{}',
  primary key (node_id, id),
  foreign key (node_id, purchase_id) references assets.purchase (node_id, id),
  foreign key (node_id, line_id) references assets.purchase_line (node_id, id),
  unique (node_id, line_id, card_id),
  check ((answer = 'declined') = (reason is not null))
);
create index match_answer_unit on assets.match_answer (node_id, unit_id, answered_at, id);
create index match_answer_card on assets.match_answer (node_id, card_id) where answer = 'taken';
create index match_answer_search on assets.match_answer using gin (search);
call kernel.guard('assets.match_answer', null, 'purchase_id');

-- 验收: what came of a line, and the cards made of it.
create table assets.delivery_note (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  purchase_id uuid not null,
  line_id uuid not null,
  number text not null,
  day date not null,
  quantity int not null check (quantity > 0),
  price_fen bigint not null check (price_fen >= 0),
  supplier text not null default '',
  invoice text not null default '',
  difference text not null default '',
  cards uuid[] not null,
  accepted_name text not null,
  accepted_at timestamptz not null,
  primary key (node_id, id),
  foreign key (node_id, purchase_id) references assets.purchase (node_id, id),
  foreign key (node_id, line_id) references assets.purchase_line (node_id, id),
  unique (node_id, number)
);
create index delivery_note_line on assets.delivery_note (node_id, line_id);
create index delivery_note_unit on assets.delivery_note (node_id, unit_id, day);
call kernel.guard('assets.delivery_note', null, 'purchase_id');

create view assets_read.purchase_v1 with (security_invoker = true) as
select p.node_id, p.id, p.unit_id, p.number, p.year, p.title, p.reason, p.state, p.total_fen, p.planned_name, p.planned_at, p.decided_name, p.decided_at,
       p.inquiry_number, p.supplier, p.agreed_fen, p.search, p.version, jsonb_array_length(p.notes) as notes,
       l.pieces, l.taken, l.received, l.saved_fen
  from assets.purchase p
 cross join lateral (
   select coalesce(sum(quantity), 0)::int as pieces, coalesce(sum(taken), 0)::int as taken, coalesce(sum(received), 0)::int as received,
          coalesce(sum(taken * price_fen), 0)::bigint as saved_fen
     from assets.purchase_line l where (l.node_id, l.purchase_id) = (p.node_id, p.id)) l;

create view assets_read.purchase_line_v1 with (security_invoker = true) as
select l.node_id, l.id, l.unit_id, l.purchase_id, p.number, p.state, p.planned_at, l.name, l.class, l.equipment, l.mode, l.quantity, l.price_fen,
       (l.quantity * l.price_fen)::bigint as total_fen, l.taken, l.received, p.supplier
  from assets.purchase_line l join assets.purchase p on (p.node_id, p.id) = (l.node_id, l.purchase_id);

create view assets_read.declined_v1 with (security_invoker = true) as
select a.node_id, a.id, a.unit_id, a.purchase_id, p.number, p.state, l.name, a.card_unit, a.card_number, a.card_name, a.quantity, a.value_fen, a.reason, a.said,
       a.answered_name, a.answered_at, a.followed, a.follow_words, a.followed_name, a.followed_at, a.search
  from assets.match_answer a
  join assets.purchase p on (p.node_id, p.id) = (a.node_id, a.purchase_id)
  join assets.purchase_line l on (l.node_id, l.id) = (a.node_id, a.line_id)
 where a.answer = 'declined';

create view assets_read.delivery_note_v1 with (security_invoker = true) as
select d.node_id, d.id, d.unit_id, d.purchase_id, d.line_id, d.number, l.name, d.day, d.quantity, d.price_fen, (d.quantity * d.price_fen)::bigint as total_fen,
       d.supplier, d.invoice, d.difference, d.cards, d.accepted_name, d.accepted_at
  from assets.delivery_note d join assets.purchase_line l on (l.node_id, l.id) = (d.node_id, d.line_id);
