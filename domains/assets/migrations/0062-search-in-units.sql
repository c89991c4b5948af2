-- What the ledger of cards owes to whoever keeps few units (docs/figures.md): a word was looked up in the whole tree, and what was not theirs thrown away.

-- Units and pieces in one index. The extension belongs to PostgreSQL and is trusted: the database's owner may create it. A server without it keeps the
-- index of pieces alone, and searches there are right and slower.
do $$
begin
  if exists (select from pg_available_extensions where name = 'btree_gin') then
    create extension if not exists btree_gin schema public;
    create index card_search_in_unit on assets.card using gin (unit_id, search);
    drop index assets.card_search;
  end if;
end $$;
