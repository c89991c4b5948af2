-- Messages that leave the house. Tasks and in-app messages are the outbox themselves: they are written with the facts, and `noticed_at` says that a
-- row was spread over the channels of its receivers.
alter table kernel.message
  add column kind text not null default 'case' check (kind in ('case', 'reminder', 'mention')),
  -- Which reminder it is of: what is said again takes the place of what was said before.
  add column reminder text,
  add column resolved_at timestamptz,
  add column noticed_at timestamptz default now();
-- What was there before this day is told to nobody.
alter table kernel.message alter column noticed_at drop default;
create index message_unnoticed on kernel.message (node_id, at) where noticed_at is null;
create index message_reminder on kernel.message (node_id, object_id) where kind = 'reminder' and resolved_at is null;
create policy spread_see on kernel.message for select
  using (node_id = (select kernel.node()) and (select kernel.actor()) in ('job:spread-notices', 'job:remind', 'job:deliver-notices'));
create policy spread_mark on kernel.message for update
  using (node_id = (select kernel.node()) and (select kernel.actor()) in ('job:spread-notices', 'job:remind'));

alter table kernel.task_holder add column noticed_at timestamptz default now();
alter table kernel.task_holder alter column noticed_at drop default;
create index task_holder_unnoticed on kernel.task_holder (node_id, task_id) where noticed_at is null;
grant update (noticed_at) on kernel.task_holder to opengoa_kernel;

-- What is resolved by itself is no longer in the bell.
create or replace view kernel.my_message_v1 with (security_invoker = true) as
select node_id, id, null::uuid as unit_id, person_id, title->>'zh' as title, title->>'en' as title_en, opens, object_id, at, read_at, (read_at is not null) as seen, kind
  from kernel.message where person_id = kernel.person() and resolved_at is null;

-- 通知渠道: what everybody may know of one.
create table kernel.notice_channel (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  kind text not null check (kind in ('webhook', 'mail', 'dingtalk-robot', 'dingtalk-app', 'wecom-robot', 'wecom-app')),
  title text not null,
  -- Mail: where it may go. People see it beside the field for their address.
  domains text[] not null default '{}',
  state text not null check (state in ('open', 'closed')),
  version int not null default 1,
  primary key (node_id, id)
);
alter table kernel.notice_channel enable row level security;
alter table kernel.notice_channel force row level security;
create policy see on kernel.notice_channel for select using (node_id = (select kernel.node()));
create policy add on kernel.notice_channel for insert with check (node_id = (select kernel.node()) and unit_id in (select kernel.scope_units()));
create policy change on kernel.notice_channel for update using (node_id = (select kernel.node()) and unit_id in (select kernel.scope_units()));
grant select, insert, update on kernel.notice_channel to opengoa_kernel;

-- Where it leads, by which secret, and how it stands: the system officer's and the delivering job's alone.
create table kernel.notice_line (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  address text not null check (length(address) <= 500),
  inside text[] not null default '{}',
  settings jsonb not null,
  secret_sealed text,
  failures int not null default 0,
  paused_until timestamptz,
  last_sent_at timestamptz,
  last_error text,
  left_out int not null default 0,
  primary key (node_id, id),
  foreign key (node_id, id) references kernel.notice_channel (node_id, id)
);
call kernel.guard('kernel.notice_line', null, null);
grant select, insert, update on kernel.notice_line to opengoa_kernel;

-- 送达台账: one row for each message to each receiver on each channel. `unit_id` is the channel's.
create table kernel.notice_delivery (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  channel_id uuid not null,
  person_id uuid,
  source_id uuid not null,
  kind text not null check (kind in ('task', 'case', 'reminder', 'mention', 'test')),
  title jsonb not null,
  summary text not null default '',
  opens text,
  object_id uuid,
  of_unit_id uuid,
  merged boolean not null default false,
  urgent boolean not null default false,
  state text not null check (state in ('waiting', 'sent', 'dead', 'dropped')),
  tries int not null default 0,
  raised_at timestamptz not null,
  due_at timestamptz not null,
  ended_at timestamptz,
  error text check (length(error) <= 300),
  primary key (node_id, id),
  foreign key (node_id, channel_id) references kernel.notice_channel (node_id, id)
);
-- At least once, and no second row for the same thing: the spreading may run twice.
create unique index notice_delivery_once on kernel.notice_delivery (node_id, channel_id, source_id, (coalesce(person_id, '00000000-0000-0000-0000-000000000000')));
create index notice_delivery_due on kernel.notice_delivery (node_id, channel_id, due_at) where state = 'waiting';
create index notice_delivery_unit on kernel.notice_delivery (node_id, unit_id, raised_at desc, id);
create index notice_delivery_person on kernel.notice_delivery (node_id, person_id, object_id, raised_at);
call kernel.guard('kernel.notice_delivery', null, null);
grant select, insert, update, delete on kernel.notice_delivery to opengoa_kernel;

-- What a person chose: kinds, digest, quiet hours; and where a channel finds them. Only the person's own.
create table kernel.notice_choice (
  node_id int not null default kernel.node(),
  person_id uuid not null,
  choice jsonb not null,
  kept_at timestamptz not null,
  primary key (node_id, person_id)
);
alter table kernel.notice_choice enable row level security;
alter table kernel.notice_choice force row level security;
create policy own on kernel.notice_choice
  using (node_id = (select kernel.node()) and person_id = (select kernel.person()))
  with check (node_id = (select kernel.node()) and person_id = (select kernel.person()));
create policy spread on kernel.notice_choice for select
  using (node_id = (select kernel.node()) and (select kernel.actor()) = 'job:spread-notices');
grant select, insert, update, delete on kernel.notice_choice to opengoa_kernel;

create table kernel.notice_receiver (
  node_id int not null default kernel.node(),
  person_id uuid not null,
  channel_id uuid not null,
  address_sealed text not null,
  kept_at timestamptz not null,
  primary key (node_id, person_id, channel_id),
  foreign key (node_id, channel_id) references kernel.notice_channel (node_id, id)
);
alter table kernel.notice_receiver enable row level security;
alter table kernel.notice_receiver force row level security;
create policy own on kernel.notice_receiver
  using (node_id = (select kernel.node()) and person_id = (select kernel.person()))
  with check (node_id = (select kernel.node()) and person_id = (select kernel.person()));
create policy spread on kernel.notice_receiver for select
  using (node_id = (select kernel.node()) and (select kernel.actor()) in ('job:spread-notices', 'job:deliver-notices'));
grant select, insert, update, delete on kernel.notice_receiver to opengoa_kernel;

create view kernel.channel_v1 with (security_invoker = true) as
select c.node_id, c.id, c.unit_id, c.kind, c.title, c.state, c.version, l.address, array_to_string(l.inside, ' ') as inside, l.settings,
       (l.secret_sealed is not null) as has_secret, l.failures, l.paused_until, l.last_sent_at, l.last_error, l.left_out,
       (select count(*)::int from kernel.notice_delivery d where (d.node_id, d.channel_id) = (c.node_id, c.id) and d.state = 'waiting') as waiting,
       (select count(*)::int from kernel.notice_delivery d where (d.node_id, d.channel_id) = (c.node_id, c.id) and d.state = 'dead') as dead
  from kernel.notice_channel c join kernel.notice_line l on (l.node_id, l.id) = (c.node_id, c.id);

-- The ledger tells who, when, which kind and which id. What was said is not the officer's to read.
create view kernel.delivery_v1 with (security_invoker = true) as
select d.node_id, d.id, d.unit_id, d.channel_id, c.title as channel, c.kind as channel_kind, d.person_id as receiver_id, d.kind, d.object_id, d.merged, d.urgent,
       d.state, d.tries, d.raised_at, d.due_at, d.ended_at, d.error
  from kernel.notice_delivery d join kernel.notice_channel c on (c.node_id, c.id) = (d.node_id, d.channel_id);
grant select on kernel.channel_v1, kernel.delivery_v1 to opengoa_work;
