-- What lies idle says where it stands in the warehouse, and how much of it plans have taken: whoever plans next in any unit is not shown it again.
alter table assets.idle_listing
  add column offer_id uuid,
  add column keeper_id uuid,
  add column in_store boolean not null default false,
  add column taken int not null default 0 check (taken >= 0);
update assets.idle_listing i set offer_id = o.id, keeper_id = o.keeper_id, in_store = o.state = 'in-store'
  from assets.offer o where (o.node_id, o.card_id) = (i.node_id, i.card_id) and o.state in ('offered', 'in-store');
update assets.idle_listing i set taken = t.pieces
  from (select node_id, card_id, sum(quantity)::int as pieces from assets.match_answer where answer = 'taken' and match_id is null group by node_id, card_id) t
 where (t.node_id, t.card_id) = (i.node_id, i.card_id);
-- And holds it there, as a match would: under the id of the answer.
insert into assets.claim (node_id, id, unit_id, keeper_id, offer_id, kind, quantity, state, made_at)
select a.node_id, a.id, a.unit_id, o.keeper_id, o.id, 'match', a.quantity, 'held', a.answered_at
  from assets.match_answer a
  join assets.offer o on (o.node_id, o.card_id) = (a.node_id, a.card_id) and o.state in ('offered', 'in-store')
 where a.answer = 'taken' and a.match_id is null;

create function assets.list_offer() returns trigger language plpgsql as $$
begin
  if new.state in ('offered', 'in-store') then
    update assets.idle_listing set offer_id = new.id, keeper_id = new.keeper_id, in_store = new.state = 'in-store'
     where (node_id, card_id) = (new.node_id, new.card_id);
  else
    update assets.idle_listing set offer_id = null, keeper_id = null, in_store = false
     where (node_id, card_id) = (new.node_id, new.card_id) and offer_id = new.id;
  end if;
  return new;
end $$;
create trigger offer_listed after insert or update of state on assets.offer for each row execute function assets.list_offer();

-- A card may come to lie idle after it was offered.
create function assets.list_of_offer() returns trigger language plpgsql as $$
begin
  select o.id, o.keeper_id, o.state = 'in-store' into new.offer_id, new.keeper_id, new.in_store
    from assets.offer o where (o.node_id, o.card_id) = (new.node_id, new.card_id) and o.state in ('offered', 'in-store');
  new.in_store = coalesce(new.in_store, false);
  return new;
end $$;
create trigger listing_entered before insert on assets.idle_listing for each row execute function assets.list_of_offer();
