-- What was refused is the giver's again at once; until its next paper it only bears who was offered it.
alter table assets.card add column handed_refused boolean not null default false;
create or replace view assets_read.card_ledger_v1 with (security_invoker = true) as
select node_id, id, unit_id, user_id as person_id, number, name, class, left(class, 3) as top_class, model, brand, serial, measure, quantity, value_fen,
       value_kind, acquired_by, acquired_on, booked_on, life_years, department_id, user_id, keeper_id, room_id, place, state, condition, item,
       warranty_until, facet_kind, facet_id, case when handed_refused then null else handed_to end as handed_to,
       case when handed_refused then null else handed_unit end as handed_unit, seen_at, disposed_on, search, version,
       value_fen - assets.depreciated_fen(value_fen, value_kind, coalesce(booked_on, acquired_on), life_years, (now() at time zone 'Asia/Shanghai')::date) as net_fen
  from assets.card;

-- A paper says how many cards it is over and what they are worth: its lines are not counted for every page of the ledger.
alter table assets.paper add column cards int not null default 0, add column value_fen bigint not null default 0,
  add column due_on date, add column cost_fen bigint;
create index paper_state on assets.paper (node_id, state, made_at, id);
create index paper_unit_made on assets.paper (node_id, unit_id, made_at, id);
drop index assets.paper_unit;

create view assets_read.paper_ledger_v1 with (security_invoker = true) as
select node_id, id, unit_id, other_unit_id, person_id, number, kind, state, day, due_on, cards, value_fen, cost_fen, about->>'personName' as person_name,
       about->>'otherUnitName' as other_unit, about->>'note' as note, made_name, made_at, ended_name, ended_at, search, version
  from assets.paper;

-- Loans by the card they are over, for what is due back.
create view assets_read.lent_card_v1 with (security_invoker = true) as
select distinct on (c.node_id, c.id) c.node_id, c.id, c.unit_id, c.number, c.name, p.id as paper_id, p.number as paper, p.due_on, p.made_by,
       p.about->>'borrower' as borrower
  from assets.card c
  join assets.paper_line l on (l.node_id, l.card_id) = (c.node_id, c.id)
  join assets.paper p on (p.node_id, p.id) = (l.node_id, l.paper_id)
 where c.state = 'lent' and p.kind = 'lend'
 order by c.node_id, c.id, p.made_at desc;
