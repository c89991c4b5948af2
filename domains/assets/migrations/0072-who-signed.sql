-- Who signed for either side of a transfer: nobody signs for both.
alter table assets.transfer add column giver_by uuid, add column receiver_by uuid;

-- A year is a name, not an amount: it is shown as it is, without a mark between its digits.
drop view assets_read.purchase_v1;
create view assets_read.purchase_v1 with (security_invoker = true) as
select p.node_id, p.id, p.unit_id, p.number, p.year::text as year, p.title, p.reason, p.state, p.total_fen, p.planned_name, p.planned_at, p.decided_name, p.decided_at,
       p.inquiry_number, p.supplier, p.agreed_fen, p.search, p.version, jsonb_array_length(p.notes) as notes,
       l.pieces, l.taken, l.received, l.saved_fen
  from assets.purchase p
 cross join lateral (
   select coalesce(sum(quantity), 0)::int as pieces, coalesce(sum(taken), 0)::int as taken, coalesce(sum(received), 0)::int as received,
          coalesce(sum(taken * price_fen), 0)::bigint as saved_fen
     from assets.purchase_line l where (l.node_id, l.purchase_id) = (p.node_id, p.id)) l;
