-- What is told of a card stands in the ledger in which the card stands: its plan of upkeep, an order that is still open, what a data asset is, and the
-- signs of its use. With a transfer or a merger it follows. What was done and paid for stays with whoever did it.
create procedure assets.guard_with_card(target regclass, card text) language plpgsql as $$
declare
  by_card text := format('node_id = (select kernel.node()) and exists (select 1 from assets.card c where (c.node_id, c.id) = (%s.node_id, %s.%I))', target, target, card);
begin
  -- Whoever sees the card sees this, and takes it along into its own ledger.
  execute format('create policy with_card_seen on %s for select using (%s)', target, by_card);
  execute format('create policy with_card_taken on %s for update using (%s) with check (%s)', target, by_card, by_card);
end $$;
call assets.guard_with_card('assets.upkeep_plan', 'card_id');
call assets.guard_with_card('assets.upkeep_order', 'card_id');
call assets.guard_with_card('assets.data_asset', 'id');
call assets.guard_with_card('assets.use_sign', 'card_id');

create function assets.follow_card() returns trigger language plpgsql as $$
begin
  update assets.upkeep_plan set unit_id = new.unit_id where (node_id, card_id) = (new.node_id, new.id) and state = 'running';
  update assets.upkeep_order set unit_id = new.unit_id where (node_id, card_id) = (new.node_id, new.id) and state = 'open';
  update assets.data_asset set unit_id = new.unit_id, department_id = null where (node_id, id) = (new.node_id, new.id);
  update assets.use_sign set unit_id = new.unit_id where (node_id, card_id) = (new.node_id, new.id);
  return null;
end $$;
create trigger follow_card after update of unit_id on assets.card for each row when (old.unit_id is distinct from new.unit_id) execute function assets.follow_card();

-- What already stands beside its card's ledger is put right.
update assets.upkeep_plan p set unit_id = c.unit_id from assets.card c where (c.node_id, c.id) = (p.node_id, p.card_id) and p.unit_id <> c.unit_id and p.state = 'running';
update assets.upkeep_order o set unit_id = c.unit_id from assets.card c where (c.node_id, c.id) = (o.node_id, o.card_id) and o.unit_id <> c.unit_id and o.state = 'open';
update assets.data_asset d set unit_id = c.unit_id from assets.card c where (c.node_id, c.id) = (d.node_id, d.id) and d.unit_id <> c.unit_id;
update assets.use_sign u set unit_id = c.unit_id from assets.card c where (c.node_id, c.id) = (u.node_id, u.card_id) and u.unit_id <> c.unit_id;
