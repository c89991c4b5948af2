-- 巡检: rounds through a building, what was found with its photos, and how it was put right.

create table space.patrol (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  building_id uuid not null,
  day date not null,
  -- Who walks.
  person_id uuid not null,
  state text not null check (state in ('planned', 'done', 'cancelled')),
  note text not null default '',
  version int not null default 1,
  primary key (node_id, id),
  foreign key (node_id, building_id) references space.building (node_id, id)
);
create index patrol_unit on space.patrol (node_id, unit_id, day);
create index patrol_person on space.patrol (node_id, person_id, day);
call kernel.guard('space.patrol', 'person_id');

create table space.patrol_finding (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  patrol_id uuid not null,
  -- Who walked: sees what they found.
  person_id uuid not null,
  room_id uuid,
  place text not null,
  kind text not null,
  what text not null check (length(what) between 1 and 500),
  state text not null check (state in ('open', 'assigned', 'rectified', 'closed')),
  assigned_id uuid,
  due_day date,
  -- What was done, or why it goes back.
  said text not null default '',
  found_at timestamptz not null,
  closed_name text,
  version int not null default 1,
  primary key (node_id, id),
  foreign key (node_id, patrol_id) references space.patrol (node_id, id),
  foreign key (node_id, room_id) references space.room (node_id, id)
);
create index patrol_finding_patrol on space.patrol_finding (node_id, patrol_id);
create index patrol_finding_room on space.patrol_finding (node_id, room_id) where room_id is not null;
create index patrol_finding_unit on space.patrol_finding (node_id, unit_id, found_at);
call kernel.guard('space.patrol_finding', 'person_id');

create view space_read.patrol_v1 with (security_invoker = true) as
select p.node_id, p.id, p.unit_id, p.building_id, b.name as building, p.day, p.person_id, p.state, p.note, p.version, f.findings, f.open
  from space.patrol p
  left join space.building b on (b.node_id, b.id) = (p.node_id, p.building_id)
 cross join lateral (
   select count(*)::int as findings, count(*) filter (where x.state <> 'closed')::int as open
     from space.patrol_finding x where (x.node_id, x.patrol_id) = (p.node_id, p.id)) f;

create view space_read.patrol_finding_v1 with (security_invoker = true) as
select f.node_id, f.id, f.unit_id, f.patrol_id, p.building_id, b.name as building, f.person_id, f.room_id, f.place, f.kind, f.what, f.state, f.assigned_id,
       f.due_day, f.said, f.found_at, f.closed_name, f.version,
       (select count(*)::int from kernel.file a where (a.node_id, a.object_id) = (f.node_id, f.id) and a.removed_at is null) as photos
  from space.patrol_finding f
  join space.patrol p on (p.node_id, p.id) = (f.node_id, f.patrol_id)
  left join space.building b on (b.node_id, b.id) = (p.node_id, p.building_id);
