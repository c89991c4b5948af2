-- 使用迹象: the last sign of use of a thing by each source that watches it, and since when the source watches. No source is no sign of idleness.
create table assets.use_sign (
  node_id int not null default kernel.node(),
  unit_id uuid not null,
  card_id uuid not null,
  kind text not null check (kind in ('scan', 'log-in', 'meter', 'booking', 'trip', 'answer')),
  last_at timestamptz not null,
  watched_from timestamptz not null,
  source text not null default '',
  primary key (node_id, card_id, kind),
  foreign key (node_id, card_id) references assets.card (node_id, id)
);
call kernel.guard('assets.use_sign', null, null);

create view assets_read.idle_v1 with (security_invoker = true) as
select c.node_id, c.id, c.unit_id, c.number, c.name, c.class, c.place, c.user_id, c.state, c.value_fen, c.seen_at, s.last_at, s.watched_from, s.sources,
       greatest(s.last_at, c.seen_at) as last_sign, c.version
  from assets.card c
 cross join lateral (
   select max(last_at) as last_at, min(watched_from) filter (where kind not in ('scan', 'answer')) as watched_from,
          coalesce(string_agg(kind, ' ' order by kind), '') as sources
     from assets.use_sign u where (u.node_id, u.card_id) = (c.node_id, c.id)) s
 where c.state in ('in-stock', 'in-use', 'idle') and c.facet_kind is null;
