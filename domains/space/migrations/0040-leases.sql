-- 出租、出借、租用: rooms given to others, premises taken from others, and the money of both.

create table space.lease (
  node_id int not null default kernel.node(),
  id uuid not null,
  -- Who lets, lends or rents.
  unit_id uuid not null,
  kind text not null check (kind in ('rented-out', 'lent-out', 'rented-in')),
  state text not null check (state in ('proposed', 'in-force', 'refused', 'ended')),
  -- Who has it, or who it is taken from.
  party text not null check (length(party) between 1 and 100),
  purpose text not null,
  -- Premises taken in have no rooms of the ledger: what and where, in words.
  premises text not null default '',
  -- Where the ledger has the building they lie in.
  building_id uuid,
  area_m2 numeric(12, 2) not null check (area_m2 > 0),
  from_day date not null,
  -- The last day.
  to_day date not null,
  every text not null check (every in ('month', 'quarter', 'half-year', 'year', 'once')),
  -- For each period; 0 where nothing is paid.
  rent_fen bigint not null check (rent_fen >= 0),
  -- 批准文号
  paper text not null,
  asked_by uuid,
  asked_name text not null,
  decided_name text,
  said text not null default '',
  ended_on date,
  search text[] not null default '{}',
  version int not null default 1,
  primary key (node_id, id),
  foreign key (node_id, building_id) references space.building (node_id, id),
  check (to_day > from_day),
  check (kind <> 'lent-out' or rent_fen = 0)
);
create index lease_unit on space.lease (node_id, unit_id, from_day);
create index lease_search on space.lease using gin (search);
call kernel.guard('space.lease');

create table space.lease_room (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  lease_id uuid not null,
  room_id uuid not null,
  primary key (node_id, id),
  foreign key (node_id, lease_id) references space.lease (node_id, id),
  foreign key (node_id, room_id) references space.room (node_id, id),
  unique (node_id, lease_id, room_id)
);
create index lease_room_room on space.lease_room (node_id, room_id);
call kernel.guard('space.lease_room', null, null);

-- Income paid into the treasury, or rent paid to others.
create table space.rent (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  lease_id uuid not null,
  day date not null,
  amount_fen bigint not null check (amount_fen > 0),
  -- 非税收入票据号、发票号
  receipt text not null check (length(receipt) between 1 and 60),
  note text not null default '',
  entered_name text not null,
  struck text,
  primary key (node_id, id),
  foreign key (node_id, lease_id) references space.lease (node_id, id)
);
create index rent_lease on space.rent (node_id, lease_id, day);
call kernel.guard('space.rent');

create view space_read.lease_v1 with (security_invoker = true) as
select l.node_id, l.id, l.unit_id, l.kind, l.state, l.party, l.purpose, l.premises, l.building_id, l.area_m2, l.from_day, l.to_day, l.every, l.rent_fen, l.paper,
       l.asked_name, l.decided_name, l.said, l.ended_on, l.search, l.version, r.rooms, p.paid_fen, p.last_day
  from space.lease l
 cross join lateral (
   select coalesce(string_agg(m.number, '、' order by m.number), '') as rooms
     from space.lease_room x join space.room m on (m.node_id, m.id) = (x.node_id, x.room_id) where (x.node_id, x.lease_id) = (l.node_id, l.id)) r
 cross join lateral (
   select coalesce(sum(t.amount_fen), 0)::bigint as paid_fen, max(t.day) as last_day
     from space.rent t where (t.node_id, t.lease_id) = (l.node_id, l.id) and t.struck is null) p;

create view space_read.rent_v1 with (security_invoker = true) as
select t.node_id, t.id, t.unit_id, t.lease_id, l.kind, l.party, t.day, t.amount_fen, t.receipt, t.note, t.entered_name, t.struck
  from space.rent t join space.lease l on (l.node_id, l.id) = (t.node_id, t.lease_id);
