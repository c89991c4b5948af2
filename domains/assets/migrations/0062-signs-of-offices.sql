-- 使用迹象 from the other offices: a row for each object that tells of a thing (a vehicle, a meter, a building, the thing's own papers).
-- A source may watch and never have seen anything, and one that no longer watches keeps what it saw. Weak: said of the room, not of the thing.
alter table assets.use_sign
  alter column last_at drop not null,
  alter column watched_from drop not null,
  add column source_id uuid not null default '00000000-0000-0000-0000-000000000000',
  add column weak boolean not null default false,
  drop constraint use_sign_pkey,
  add primary key (node_id, card_id, kind, source_id),
  drop constraint use_sign_kind_check,
  add constraint use_sign_kind_check check (kind in ('scan', 'log-in', 'meter', 'booking', 'paper', 'trip', 'seated', 'answer'));
create index use_sign_unit on assets.use_sign (node_id, unit_id, kind);

-- Strong signs decide; what only the room says stands beside them.
create or replace view assets_read.idle_v1 with (security_invoker = true) as
select c.node_id, c.id, c.unit_id, c.number, c.name, c.class, c.place, c.user_id, c.state, c.value_fen, c.seen_at, s.last_at, s.watched_from, s.sources,
       greatest(s.last_at, c.seen_at) as last_sign, c.version, c.facet_kind, s.room_watched_from, s.room_last
  from assets.card c
 cross join lateral (
   select max(last_at) filter (where not weak) as last_at,
          min(watched_from) filter (where kind not in ('scan', 'answer') and not weak) as watched_from,
          coalesce(string_agg(distinct kind, ' ' order by kind), '') as sources,
          min(watched_from) filter (where weak) as room_watched_from, max(last_at) filter (where weak) as room_last
     from assets.use_sign u where (u.node_id, u.card_id) = (c.node_id, c.id)) s
 where c.state in ('in-stock', 'in-use', 'idle');

create view assets_read.use_sign_v1 with (security_invoker = true) as
select u.node_id, md5(u.card_id::text || u.kind || u.source_id::text)::uuid as id, c.unit_id, u.card_id, c.number, c.name, u.kind, u.source, u.source_id,
       u.weak, u.last_at, u.watched_from
  from assets.use_sign u
  join assets.card c on (c.node_id, c.id) = (u.node_id, u.card_id);
