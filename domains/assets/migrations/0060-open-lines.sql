-- Of a line of a stocktake: whether it differs from the book, and whether that is still to be explained.
create or replace view assets_read.stocktake_line_v1 with (security_invoker = true) as
select l.node_id, l.id, l.unit_id, l.stocktake_id, s.number as stocktake, s.day, s.state as stocktake_state, l.card_id, l.code, l.name, l.quantity,
       l.value_fen, l.expected, l.sampled, b.name as book_place, l.state, l.conflict, p.name as seen_place, l.seen_place_id, l.seen_quantity, l.seen_at,
       l.condition, l.note, l.how, l.why, l.version,
       l.state <> 'found' or l.conflict is not null as differs,
       (l.state <> 'found' or l.conflict is not null) and coalesce(l.how, 'search-again') = 'search-again' as open
  from assets.stocktake_line l
  join assets.stocktake s on (s.node_id, s.id) = (l.node_id, l.stocktake_id)
  left join assets.stocktake_place b on (b.node_id, b.id) = (l.node_id, l.place_id)
  left join assets.stocktake_place p on (p.node_id, p.id) = (l.node_id, l.seen_place_id);
