-- 平面图: how a floor is drawn, each new plan beside the ones before it; and where the energy office's meters stand.

create table space.floor_plan (
  node_id int not null default kernel.node(),
  id uuid not null,
  -- Of the unit that keeps the building.
  unit_id uuid not null,
  floor_id uuid not null,
  -- The first plan of a floor is 1.
  number int not null check (number > 0),
  source text not null check (source in ('dxf', 'geojson')),
  file_name text not null check (length(file_name) between 1 and 200),
  -- The file itself, as it was brought: a name of the kernel's thing.
  file_id uuid,
  layers text[] not null default '{}',
  -- Rooms that were matched, shapes that no room was found for, rooms of the ledger that are not drawn.
  matched int not null,
  unmatched int not null,
  missing int not null,
  -- Matched rooms whose drawn area differs from the declared one by more than the tolerance of that day.
  differing int not null,
  taken_name text not null,
  taken_at timestamptz not null,
  replaced_at timestamptz,
  primary key (node_id, id),
  foreign key (node_id, floor_id) references space.floor (node_id, id),
  unique (node_id, floor_id, number)
);
create unique index floor_plan_current on space.floor_plan (node_id, floor_id) where replaced_at is null;
call kernel.guard('space.floor_plan');

create table space.shape (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  plan_id uuid not null,
  -- Null where no room of the ledger was found for it.
  room_id uuid,
  layer text not null,
  label text not null,
  -- The outer ring and its holes, corners in metres with the bulge of the edge that follows.
  outline jsonb not null,
  area_m2 numeric(12, 2) not null check (area_m2 > 0),
  difference_m2 numeric(12, 2),
  tolerance_m2 numeric(10, 2),
  primary key (node_id, id),
  foreign key (node_id, plan_id) references space.floor_plan (node_id, id),
  foreign key (node_id, room_id) references space.room (node_id, id)
);
create index shape_plan on space.shape (node_id, plan_id);
create index shape_room on space.shape (node_id, room_id) where room_id is not null;
call kernel.guard('space.shape', null, null);

create table space.meter_place (
  node_id int not null default kernel.node(),
  id uuid not null,
  -- Of the unit whose room it stands in; of the keeper's where it serves the floor.
  unit_id uuid not null,
  -- A meter of the energy office: a name of another room's thing, no key.
  meter_id uuid not null,
  floor_id uuid not null,
  -- Null: it meters the floor.
  room_id uuid,
  from_day date not null,
  to_day date,
  paper text not null default '',
  version int not null default 1,
  primary key (node_id, id),
  foreign key (node_id, floor_id) references space.floor (node_id, id),
  foreign key (node_id, room_id) references space.room (node_id, id),
  check (to_day is null or to_day > from_day)
);
create unique index meter_place_open on space.meter_place (node_id, unit_id, meter_id) where to_day is null;
create index meter_place_floor on space.meter_place (node_id, floor_id);
create index meter_place_room on space.meter_place (node_id, room_id) where room_id is not null;
call kernel.guard('space.meter_place');

-- Every floor, drawn or not, with its current plan.
create view space_read.floor_plan_v1 with (security_invoker = true) as
select f.node_id, f.id, f.unit_id, f.building_id, b.name as building, f.number, f.name, p.number as plan, p.source, p.file_name, p.taken_name, p.taken_at,
       p.matched, p.unmatched, p.missing, p.differing, r.rooms, r.area_m2
  from space.floor f
  join space.building b on (b.node_id, b.id) = (f.node_id, f.building_id)
  left join space.floor_plan p on (p.node_id, p.floor_id) = (f.node_id, f.id) and p.replaced_at is null
 cross join lateral (
   select count(*)::int as rooms, coalesce(sum(r.area_m2), 0) as area_m2
     from space.room r where (r.node_id, r.floor_id) = (f.node_id, f.id) and r.state <> 'disposed') r;

create view space_read.meter_place_v1 with (security_invoker = true) as
select p.node_id, p.id, p.unit_id, p.meter_id, m.name as meter, m.carrier, m.measure, f.building_id, b.name as building, p.floor_id, f.number as floor,
       p.room_id, r.number as room, p.from_day, p.to_day, p.paper, p.version
  from space.meter_place p
  join space.floor f on (f.node_id, f.id) = (p.node_id, p.floor_id)
  join space.building b on (b.node_id, b.id) = (f.node_id, f.building_id)
  left join space.room r on (r.node_id, r.id) = (p.node_id, p.room_id)
  left join energy_read.meter_v1 m on (m.node_id, m.id) = (p.node_id, p.meter_id);
