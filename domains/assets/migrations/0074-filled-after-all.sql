-- Forced row-level security holds for whoever migrates too: what 0011, 0063 and 0073 were to fill and put right, they did not see. Here the owner is let
-- past the walls of its own tables for these statements, in this transaction alone. Where they did see it, this changes nothing.
create procedure assets.walls_for_owner(up boolean) language plpgsql as $$
declare
  target text;
begin
  foreach target in array array['card', 'idle_listing', 'offer', 'claim', 'purchase', 'purchase_line', 'match_answer', 'upkeep_plan', 'upkeep_order', 'data_asset', 'use_sign'] loop
    execute format('alter table assets.%I %s row level security', target, case when up then 'force' else 'no force' end);
  end loop;
end $$;
call assets.walls_for_owner(false);

-- 0063: what is told of a card stands in the ledger in which the card stands.
update assets.upkeep_plan p set unit_id = c.unit_id from assets.card c where (c.node_id, c.id) = (p.node_id, p.card_id) and p.unit_id <> c.unit_id and p.state = 'running';
update assets.upkeep_order o set unit_id = c.unit_id from assets.card c where (c.node_id, c.id) = (o.node_id, o.card_id) and o.unit_id <> c.unit_id and o.state = 'open';
update assets.data_asset d set unit_id = c.unit_id from assets.card c where (c.node_id, c.id) = (d.node_id, d.id) and d.unit_id <> c.unit_id;
update assets.use_sign u set unit_id = c.unit_id from assets.card c where (c.node_id, c.id) = (u.node_id, u.card_id) and u.unit_id <> c.unit_id;

-- 0011: what lay idle before there was a listing.
insert into assets.idle_listing (node_id, card_id, unit_id, number, name, class, equipment, model, quantity, condition, state, value_fen, acquired_on)
select node_id, id, unit_id, number, name, class, assets.equipment_of(item, class), model, quantity, condition, state, value_fen, acquired_on
  from assets.card where state in ('idle', 'pooled') and condition <> 'unusable' and facet_id is null
on conflict (node_id, card_id) do nothing;

-- 0073: where it stands in the warehouse, and how much of it plans have taken. A plan that was withdrawn while it wanted more holds nothing; nor does one
-- whose thing stands in another ledger since.
update assets.idle_listing i set offer_id = o.id, keeper_id = o.keeper_id, in_store = o.state = 'in-store'
  from assets.offer o where (o.node_id, o.card_id) = (i.node_id, i.card_id) and o.state in ('offered', 'in-store') and i.offer_id is distinct from o.id;

do $$
declare
  it record;
  free int;
begin
  for it in
    select a.node_id, a.id, a.unit_id, a.card_id, a.quantity, a.answered_at, o.id as offer_id, o.keeper_id, o.quantity as offered
      from assets.match_answer a
      join assets.purchase p on (p.node_id, p.id) = (a.node_id, a.purchase_id)
      join assets.idle_listing i on (i.node_id, i.card_id, i.unit_id) = (a.node_id, a.card_id, a.card_unit)
      left join assets.offer o on (o.node_id, o.card_id) = (a.node_id, a.card_id) and o.state in ('offered', 'in-store')
     where a.answer = 'taken' and a.match_id is null
       and not (p.state = 'withdrawn' and exists (
         select from assets.purchase_line l where (l.node_id, l.purchase_id) = (p.node_id, p.id) and l.quantity > l.taken + l.received))
     order by a.answered_at, a.id
  loop
    -- Under the id of the answer, as taking it does: what bears that id was held already, or has ended since.
    continue when it.offer_id is null or exists (select from assets.claim c where (c.node_id, c.id) = (it.node_id, it.id));
    select it.offered - coalesce(sum(c.quantity), 0) into free from assets.claim c
     where (c.node_id, c.offer_id) = (it.node_id, it.offer_id) and c.state = 'held' and c.kind <> 'transfer';
    continue when free <= 0;
    insert into assets.claim (node_id, id, unit_id, keeper_id, offer_id, kind, quantity, state, made_at)
    values (it.node_id, it.id, it.unit_id, it.keeper_id, it.offer_id, 'match', least(it.quantity, free), 'held', it.answered_at);
  end loop;
end $$;

update assets.idle_listing i set taken = t.pieces
  from (select a.node_id, a.card_id, a.card_unit, sum(a.quantity)::int as pieces
          from assets.match_answer a join assets.purchase p on (p.node_id, p.id) = (a.node_id, a.purchase_id)
         where a.answer = 'taken' and a.match_id is null
           and not (p.state = 'withdrawn' and exists (
             select from assets.purchase_line l where (l.node_id, l.purchase_id) = (p.node_id, p.id) and l.quantity > l.taken + l.received))
         group by a.node_id, a.card_id, a.card_unit) t
 where (t.node_id, t.card_id, t.card_unit) = (i.node_id, i.card_id, i.unit_id) and i.taken < t.pieces;

call assets.walls_for_owner(true);
drop procedure assets.walls_for_owner(boolean);
