-- 维修改造: works on a building with their budget, what was paid for them, and the papers of their archive.

create table space.renovation (
  node_id int not null default kernel.node(),
  id uuid not null,
  -- Who keeps the building.
  unit_id uuid not null,
  building_id uuid not null,
  name text not null check (length(name) between 1 and 100),
  -- upkeep (日常维修), major (大中修), fitting (装修改造)
  kind text not null check (kind in ('upkeep', 'major', 'fitting')),
  state text not null check (state in ('proposed', 'approved', 'refused', 'under-way', 'accepted', 'cancelled')),
  what text not null,
  -- 预算批复: what may be spent, and by which paper.
  budget_fen bigint not null check (budget_fen > 0),
  source text not null,
  paper text not null,
  from_day date not null,
  to_day date not null check (to_day >= from_day),
  contractor text not null default '',
  contract_fen bigint check (contract_fen >= 0),
  begun_on date,
  accepted_on date,
  said text not null default '',
  asked_by uuid,
  asked_name text not null,
  decided_name text,
  search text[] not null default '{}',
  version int not null default 1,
  primary key (node_id, id),
  foreign key (node_id, building_id) references space.building (node_id, id)
);
create index renovation_unit on space.renovation (node_id, unit_id, from_day);
create index renovation_building on space.renovation (node_id, building_id);
create index renovation_search on space.renovation using gin (search);
call kernel.guard('space.renovation');

create table space.renovation_room (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  renovation_id uuid not null,
  room_id uuid not null,
  -- What the room was before the works began, so that it is that again; null before.
  was text,
  primary key (node_id, id),
  foreign key (node_id, renovation_id) references space.renovation (node_id, id),
  foreign key (node_id, room_id) references space.room (node_id, id),
  unique (node_id, renovation_id, room_id)
);
create index renovation_room_room on space.renovation_room (node_id, room_id);
call kernel.guard('space.renovation_room', null, null);

create table space.spending (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  renovation_id uuid not null,
  day date not null,
  amount_fen bigint not null check (amount_fen > 0),
  receipt text not null check (length(receipt) between 1 and 60),
  note text not null default '',
  entered_name text not null,
  struck text,
  primary key (node_id, id),
  foreign key (node_id, renovation_id) references space.renovation (node_id, id)
);
create index spending_renovation on space.spending (node_id, renovation_id, day);
call kernel.guard('space.spending');

create view space_read.renovation_v1 with (security_invoker = true) as
select n.node_id, n.id, n.unit_id, n.building_id, b.name as building, n.name, n.kind, n.state, n.what, n.budget_fen, n.source, n.paper, n.from_day, n.to_day,
       n.contractor, n.contract_fen, n.begun_on, n.accepted_on, n.said, n.asked_name, n.decided_name, n.search, n.version, r.rooms, s.spent_fen,
       n.budget_fen - s.spent_fen as left_fen
  from space.renovation n
  left join space.building b on (b.node_id, b.id) = (n.node_id, n.building_id)
 cross join lateral (
   select coalesce(string_agg(m.number, '、' order by m.number), '') as rooms
     from space.renovation_room x join space.room m on (m.node_id, m.id) = (x.node_id, x.room_id) where (x.node_id, x.renovation_id) = (n.node_id, n.id)) r
 cross join lateral (
   select coalesce(sum(t.amount_fen), 0)::bigint as spent_fen
     from space.spending t where (t.node_id, t.renovation_id) = (n.node_id, n.id) and t.struck is null) s;

create view space_read.spending_v1 with (security_invoker = true) as
select t.node_id, t.id, t.unit_id, t.renovation_id, n.building_id, b.name as building, n.name as renovation, n.kind, t.day, t.amount_fen, t.receipt, t.note,
       t.entered_name, t.struck
  from space.spending t
  join space.renovation n on (n.node_id, n.id) = (t.node_id, t.renovation_id)
  left join space.building b on (b.node_id, b.id) = (n.node_id, n.building_id);
