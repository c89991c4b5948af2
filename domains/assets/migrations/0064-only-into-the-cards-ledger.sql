-- What is told of a card is taken into the ledger in which the card stands, and into no other.
do $$
declare
  it record;
begin
  for it in select * from (values ('assets.upkeep_plan', 'card_id'), ('assets.upkeep_order', 'card_id'), ('assets.data_asset', 'id'), ('assets.use_sign', 'card_id')) t (target, card)
  loop
    execute format(
      'alter policy with_card_taken on %s with check (node_id = (select kernel.node()) and exists (
         select 1 from assets.card c where (c.node_id, c.id, c.unit_id) = (%s.node_id, %s.%I, %s.unit_id)))',
      it.target, it.target, it.target, it.card, it.target);
  end loop;
end $$;
