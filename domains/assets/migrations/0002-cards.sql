-- 单据 with two sides, and cards on their way from hand to hand: whoever is to sign sees what is offered, and nothing else.

-- While a hand-over is not signed, the card is still the giver's and waits here for the receiver (a person, or a unit's clerk).
alter table assets.card add column handed_to uuid, add column handed_unit uuid, add column handed_paper uuid;
create index card_handed_to on assets.card (node_id, handed_to) where handed_to is not null;
create index card_handed_unit on assets.card (node_id, handed_unit) where handed_unit is not null;
create index card_department on assets.card (node_id, department_id) where department_id is not null;
-- What the ledger owes (docs/figures.md): its order, and the same order behind the columns that halve it.
create index card_number on assets.card (node_id, number, id);
create index card_state on assets.card (node_id, state, number, id);
create index card_unit_number on assets.card (node_id, unit_id, number, id);
drop index assets.card_unit;

create policy handed on assets.card for all
  using (node_id = (select kernel.node()) and (handed_to = any ((select kernel.persons())::uuid[])
         or (handed_unit is not null and handed_unit in (select s.unit from kernel.scope_units() s (unit)))))
  with check (node_id = (select kernel.node()) and (handed_to = any ((select kernel.persons())::uuid[])
         or (handed_unit is not null and handed_unit in (select s.unit from kernel.scope_units() s (unit)))));

-- The other side of a paper between units.
alter table assets.paper add column other_unit_id uuid;
create index paper_other on assets.paper (node_id, other_unit_id) where other_unit_id is not null;
create index paper_made on assets.paper (node_id, made_at, id);
create policy other_side on assets.paper for all
  using (node_id = (select kernel.node()) and other_unit_id is not null and other_unit_id in (select s.unit from kernel.scope_units() s (unit)))
  with check (node_id = (select kernel.node()) and other_unit_id is not null and other_unit_id in (select s.unit from kernel.scope_units() s (unit)));

-- Whoever may read a paper reads its lines.
create policy by_paper on assets.paper_line for select
  using (node_id = (select kernel.node()) and exists (
    select 1 from assets.paper p where (p.node_id, p.id) = (paper_line.node_id, paper_line.paper_id)));

-- 折旧: straight line, no residual value, by the month from the month of addition, until nothing is left (政府会计准则第3号).
create function assets.charged_months(since date, life_years int, until date) returns int language sql immutable parallel safe as $$
  select greatest(0, least(life_years * 12,
    (extract(year from until)::int - extract(year from since)::int) * 12 + extract(month from until)::int - extract(month from since)::int + 1))
$$;
-- Fen. A thing at nominal value, or of a class without years, is not depreciated.
create function assets.depreciated_fen(value_fen bigint, value_kind text, since date, life_years int, until date) returns bigint
  language sql immutable parallel safe as $$
  select case when life_years is null or value_kind = 'nominal' then 0
    else round(value_fen::numeric * assets.charged_months(since, life_years, until) / (life_years * 12))::bigint end
$$;

create view assets_read.labelled_card_v1 with (security_invoker = true) as
select node_id, id, unit_id, left(concat_ws(' ', '资产', name), 200) as public_name, number as code,
       array[upper(regexp_replace(number, '[[:space:]·・._-]', '', 'g'))]
         || case when serial = '' then '{}' else array[upper(regexp_replace(serial, '[[:space:]·・._-]', '', 'g'))] end as codes
  from assets.card where state <> 'disposed';
create index card_codes on assets.card using gin ((
  array[upper(regexp_replace(number, '[[:space:]·・._-]', '', 'g'))]
    || case when serial = '' then '{}'::text[] else array[upper(regexp_replace(serial, '[[:space:]·・._-]', '', 'g'))] end))
  where state <> 'disposed';

-- The ledger as the page draws it: what is left of the value today beside the card. `person_id` is whose it is, for lists of one's own.
create view assets_read.card_ledger_v1 with (security_invoker = true) as
select node_id, id, unit_id, user_id as person_id, number, name, class, left(class, 3) as top_class, model, brand, serial, measure, quantity, value_fen,
       value_kind, acquired_by, acquired_on, booked_on, life_years, department_id, user_id, keeper_id, room_id, place, state, condition, item,
       warranty_until, facet_kind, facet_id, handed_to, handed_unit, seen_at, disposed_on, search, version,
       value_fen - assets.depreciated_fen(value_fen, value_kind, coalesce(booked_on, acquired_on), life_years, (now() at time zone 'Asia/Shanghai')::date) as net_fen
  from assets.card;

-- In which unit's ledger a card stood before and after which day: what a paper or a merger of units carried over stays readable as of any day.
create table assets.card_ledger (
  node_id int not null default kernel.node(),
  id uuid not null,
  -- Where the card went: whoever reads the card now reads where it came from.
  unit_id uuid not null,
  card_id uuid not null,
  before_unit uuid not null,
  after_unit uuid not null,
  from_day date not null,
  why text not null check (why in ('transfer', 'merger', 'split')),
  primary key (node_id, id)
);
create index card_ledger_card on assets.card_ledger (node_id, card_id, from_day);
call kernel.guard('assets.card_ledger', null, null);
