-- 配件随资产走: what is fitted into a card goes along when another unit takes the card. The giver’s entry stays and says with which paper it went; in the
-- taker’s cupboard it stands as given out, so that it may come back there. Neither cupboard becomes more or less by it.
alter table assets.supply_move add column went_with text not null default '';
alter table assets.supply_move drop constraint supply_move_kind_check, drop constraint supply_move_quantity_check;
alter table assets.supply_move
  add constraint supply_move_kind_check check (kind in ('in', 'out', 'back', 'count', 'along')),
  add constraint supply_move_quantity_check check ((quantity = 0) = (kind = 'along'));

-- Whoever is to take a card sees and takes what is fitted into it, and the cupboard that it comes from.
create policy fitted_on_the_way on assets.supply_move for select
  using (node_id = (select kernel.node()) and card_id in (
    select c.id from assets.card c where c.handed_unit is not null and c.handed_unit in (select s.unit from kernel.scope_units() s (unit))));
create policy fitted_taken on assets.supply_move for update
  using (node_id = (select kernel.node()) and card_id in (
    select c.id from assets.card c where c.handed_unit is not null and c.handed_unit in (select s.unit from kernel.scope_units() s (unit))))
  with check (node_id = (select kernel.node()) and card_id in (
    select c.id from assets.card c where c.handed_unit is not null and c.handed_unit in (select s.unit from kernel.scope_units() s (unit))));
create policy fitted_on_the_way on assets.supply for select
  using (node_id = (select kernel.node()) and id in (
    select m.supply_id from assets.card c join assets.supply_move m on (m.node_id, m.card_id) = (c.node_id, c.id)
     where c.handed_unit is not null and c.handed_unit in (select s.unit from kernel.scope_units() s (unit)) and m.held > 0));
create policy fitted_taken on assets.supply for update
  using (node_id = (select kernel.node()) and id in (
    select m.supply_id from assets.card c join assets.supply_move m on (m.node_id, m.card_id) = (c.node_id, c.id)
     where c.handed_unit is not null and c.handed_unit in (select s.unit from kernel.scope_units() s (unit)) and m.held > 0))
  with check (node_id = (select kernel.node()) and id in (
    select m.supply_id from assets.card c join assets.supply_move m on (m.node_id, m.card_id) = (c.node_id, c.id)
     where c.handed_unit is not null and c.handed_unit in (select s.unit from kernel.scope_units() s (unit)) and m.held > 0));

create or replace view assets_read.supply_move_v1 with (security_invoker = true) as
select m.node_id, m.id, m.unit_id, m.supply_id, m.kind, m.number, m.quantity, m.after, m.held, m.day, m.card_id, m.holder_id, m.supplier, m.amount_fen, m.note,
       m.made_name, m.made_at, s.name, s.model, s.measure, s.kind as supply_kind, s.version, coalesce(c.number || ' ' || c.name, '') as thing, m.went_with
  from assets.supply_move m
  join assets.supply s on (s.node_id, s.id) = (m.node_id, m.supply_id)
  left join assets.card c on (c.node_id, c.id) = (m.node_id, m.card_id);
