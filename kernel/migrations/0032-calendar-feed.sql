-- 日历订阅: one secret address a person; of the secret only a hash is kept.
create table kernel.calendar_feed (
  node_id int not null default kernel.node(),
  id uuid not null,
  person_id uuid not null,
  token_hash bytea not null,
  fleet boolean not null,
  made_at timestamptz not null,
  revoked_at timestamptz,
  primary key (node_id, id),
  unique (node_id, token_hash)
);
create unique index calendar_feed_one on kernel.calendar_feed (node_id, person_id) where revoked_at is null;
alter table kernel.calendar_feed enable row level security;
alter table kernel.calendar_feed force row level security;
create policy own on kernel.calendar_feed
  using (node_id = (select kernel.node()) and person_id = (select kernel.person()))
  with check (node_id = (select kernel.node()) and person_id = (select kernel.person()));
create policy feed on kernel.calendar_feed for select
  using (node_id = (select kernel.node()) and (select kernel.actor()) = 'job:calendar-feed');
grant select (node_id, id, person_id, fleet, made_at, revoked_at, token_hash) on kernel.calendar_feed to opengoa_kernel;
grant insert, update (revoked_at) on kernel.calendar_feed to opengoa_kernel;
