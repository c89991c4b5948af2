-- What the ledger of cards owes to its filters (docs/figures.md). Measured over a million cards (npm run bench asset-list): a rare class and two days of
-- acquisition took two to three seconds each.

-- As a column an index holds it; of an expression the planner may use none, since row-level security judges first and `left` is not leakproof.
alter table assets.card add column top_class text not null generated always as (left(class, 3)) stored;
create index card_top_class on assets.card (node_id, top_class, number, id);
-- Filters that may leave few rows of many.
create index card_acquired on assets.card (node_id, acquired_on);
create index card_value on assets.card (node_id, value_fen);
create index card_name on assets.card (node_id, name);
create index card_disposed on assets.card (node_id, disposed_on) where disposed_on is not null;
create index card_warranty on assets.card (node_id, warranty_until) where warranty_until is not null;
-- The key of unit and number gives the same order.
drop index assets.card_unit_number;

create or replace view assets_read.card_ledger_v1 with (security_invoker = true) as
select node_id, id, unit_id, user_id as person_id, number, name, class, top_class, model, brand, serial, measure, quantity, value_fen,
       value_kind, acquired_by, acquired_on, booked_on, life_years, department_id, user_id, keeper_id, room_id, place, state, condition, item,
       warranty_until, facet_kind, facet_id, case when handed_refused then null else handed_to end as handed_to,
       case when handed_refused then null else handed_unit end as handed_unit, seen_at, disposed_on, search, version,
       value_fen - assets.depreciated_fen(value_fen, value_kind, coalesce(booked_on, acquired_on), life_years, (now() at time zone 'Asia/Shanghai')::date) as net_fen
  from assets.card;
