-- 平急转换: in peace it is said who may call what out of which store; in an emergency a call goes before every reservation.
create table assets.call_right (
  node_id int not null default kernel.node(),
  id uuid not null,
  -- Of the store
  unit_id uuid not null,
  store_id uuid not null,
  caller_id uuid not null,
  -- GB/T 14885 as far as it is meant; empty for all that lies there
  class text not null default '' check (class = '' or class ~ '^A[0-9]{2,8}$'),
  -- Of one thing in one call; none for as much as there is
  most int check (most > 0),
  document text not null default '',
  contact text not null default '',
  state text not null default 'kept' check (state in ('kept', 'ended')),
  version int not null default 1,
  primary key (node_id, id),
  foreign key (node_id, store_id) references assets.store (node_id, id)
);
create unique index call_right_once on assets.call_right (node_id, store_id, caller_id, class) where state = 'kept';
call kernel.guard('assets.call_right');
create policy look_up on assets.call_right for select using (node_id = (select kernel.node()));

create table assets.emergency (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  name text not null check (length(name) between 1 and 100),
  document text not null default '',
  from_at timestamptz not null,
  until_at timestamptz,
  state text not null check (state in ('open', 'ended')),
  said text not null default '',
  version int not null default 1,
  primary key (node_id, id)
);
create unique index emergency_name on assets.emergency (node_id, unit_id, name) where state = 'open';
call kernel.guard('assets.emergency');
create policy look_up on assets.emergency for select using (node_id = (select kernel.node()));

create table assets.emergency_call (
  node_id int not null default kernel.node(),
  id uuid not null,
  -- Who calls, and who hands it out
  unit_id uuid not null,
  keeper_id uuid not null,
  emergency_id uuid not null,
  offer_id uuid not null,
  number text not null,
  name text not null,
  measure text not null,
  quantity int not null check (quantity > 0),
  due_day date not null,
  place text not null,
  contact text not null default '',
  state text not null check (state in ('called', 'handed-out', 'cancelled')),
  made_name text not null,
  made_at timestamptz not null,
  handed_at timestamptz,
  loan_id uuid,
  version int not null default 1,
  primary key (node_id, id),
  unique (node_id, number),
  foreign key (node_id, emergency_id) references assets.emergency (node_id, id),
  foreign key (node_id, offer_id) references assets.offer (node_id, id)
);
create index emergency_call_open on assets.emergency_call (node_id, made_at, id) where state = 'called';
call assets.guard_both('assets.emergency_call', 'keeper_id');

alter table assets.claim drop constraint claim_kind_check;
alter table assets.claim add constraint claim_kind_check check (kind in ('reservation', 'loan', 'match', 'transfer', 'call'));

-- What may be called from here, by which right: whether an emergency is declared is asked when it is called.
create view assets_read.callable_v1 with (security_invoker = true) as
select r.node_id, md5(r.id::text || o.id::text)::uuid as id, r.caller_id as unit_id, o.id as offer_id, o.number, o.name, o.class, o.model, o.measure, o.quantity,
       o.quantity - c.taken as available, r.most, o.condition, o.place, s.name as store, o.keeper_id, r.contact, r.document
  from assets.call_right r
  join assets.store s on (s.node_id, s.id) = (r.node_id, r.store_id)
  join assets.offer o on (o.node_id, o.store_id) = (r.node_id, r.store_id) and o.state = 'in-store' and o.reach = 'tree' and o.class like r.class || '%' and o.may <> 'transfer'
 cross join lateral (
   select coalesce(sum(c.quantity), 0)::int as taken from assets.claim c
    where c.node_id = o.node_id and c.offer_id = o.id and c.state = 'held' and c.kind <> 'reservation') c
 where r.state = 'kept' and r.caller_id in (select k.unit from kernel.scope_units() k (unit));

create view assets_read.call_right_v1 with (security_invoker = true) as
select r.node_id, r.id, r.unit_id, r.caller_id, s.name as store, r.class, r.most, r.document, r.contact, r.state, r.version
  from assets.call_right r join assets.store s on (s.node_id, s.id) = (r.node_id, r.store_id);

create view assets_read.emergency_v1 with (security_invoker = true) as
select node_id, id, unit_id, name, document, from_at, until_at, state, said, version from assets.emergency;

-- Of each call one row for either side.
create view assets_read.emergency_call_v1 with (security_invoker = true) as
select c.node_id, case side when 'given' then c.id else md5(c.id::text || side)::uuid end as id, case side when 'taken' then c.unit_id else c.keeper_id end as unit_id,
       case side when 'taken' then c.keeper_id else c.unit_id end as other_id, side, c.id as call_id, c.offer_id, c.number, c.name, c.measure, c.quantity, c.due_day,
       c.place, c.contact, c.state, c.made_name, c.made_at, c.handed_at, e.name as emergency, c.version
  from assets.emergency_call c
  join assets.emergency e on (e.node_id, e.id) = (c.node_id, c.emergency_id)
 cross join (values ('taken'), ('given')) s (side)
 where case side when 'taken' then c.unit_id else c.keeper_id end in (select k.unit from kernel.scope_units() k (unit));
