-- A room number says nothing without its building.
create or replace view space_read.lease_v1 with (security_invoker = true) as
select l.node_id, l.id, l.unit_id, l.kind, l.state, l.party, l.purpose, l.premises, l.building_id, l.area_m2, l.from_day, l.to_day, l.every, l.rent_fen, l.paper,
       l.asked_name, l.decided_name, l.said, l.ended_on, l.search, l.version, r.rooms, p.paid_fen, p.last_day
  from space.lease l
 cross join lateral (
   select coalesce(string_agg(concat_ws(' ', b.name, m.number), '、' order by b.name, m.number), '') as rooms
     from space.lease_room x
     join space.room m on (m.node_id, m.id) = (x.node_id, x.room_id)
     left join space.building b on (b.node_id, b.id) = (m.node_id, m.building_id)
    where (x.node_id, x.lease_id) = (l.node_id, l.id)) r
 cross join lateral (
   select coalesce(sum(t.amount_fen), 0)::bigint as paid_fen, max(t.day) as last_day
     from space.rent t where (t.node_id, t.lease_id) = (l.node_id, l.id) and t.struck is null) p;

create or replace view space_read.renovation_v1 with (security_invoker = true) as
select n.node_id, n.id, n.unit_id, n.building_id, b.name as building, n.name, n.kind, n.state, n.what, n.budget_fen, n.source, n.paper, n.from_day, n.to_day,
       n.contractor, n.contract_fen, n.begun_on, n.accepted_on, n.said, n.asked_name, n.decided_name, n.search, n.version, r.rooms, s.spent_fen,
       n.budget_fen - s.spent_fen as left_fen
  from space.renovation n
  left join space.building b on (b.node_id, b.id) = (n.node_id, n.building_id)
 cross join lateral (
   select coalesce(string_agg(concat_ws(' ', h.name, m.number), '、' order by h.name, m.number), '') as rooms
     from space.renovation_room x
     join space.room m on (m.node_id, m.id) = (x.node_id, x.room_id)
     left join space.building h on (h.node_id, h.id) = (m.node_id, m.building_id)
    where (x.node_id, x.renovation_id) = (n.node_id, n.id)) r
 cross join lateral (
   select coalesce(sum(t.amount_fen), 0)::bigint as spent_fen
     from space.spending t where (t.node_id, t.renovation_id) = (n.node_id, n.id) and t.struck is null) s;
