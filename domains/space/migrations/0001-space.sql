-- 办公用房: land, buildings, floors, rooms; who has a room on which days; who sits in it. A row belongs to a unit; who sees it follows from the unit.
-- A room is of the unit that has it in use; while nobody has it, of the unit that keeps the building. Areas are square metres of usable area
-- (使用面积) unless said otherwise.

create table space.site (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  name text not null check (length(name) between 1 and 100),
  address text not null default '',
  area_m2 numeric(12, 2) check (area_m2 > 0),
  -- How the land is held: allocated (划拨), granted (出让), leased (租赁), other.
  held text not null check (held in ('allocated', 'granted', 'leased', 'other')),
  longitude numeric(9, 6) check (longitude between -180 and 180),
  latitude numeric(9, 6) check (latitude between -90 and 90),
  note text not null default '',
  search text[] not null default '{}',
  version int not null default 1,
  primary key (node_id, id),
  unique (node_id, unit_id, name)
);
create index site_search on space.site using gin (search);
call kernel.guard('space.site');

create table space.building (
  node_id int not null default kernel.node(),
  id uuid not null,
  -- Who keeps it.
  unit_id uuid not null,
  site_id uuid,
  name text not null check (length(name) between 1 and 100),
  address text not null default '',
  -- Decides the coefficient of usable area: multi-storey (多层) or high-rise (高层).
  form text not null check (form in ('multi-storey', 'high-rise')),
  structure text not null default 'other' check (structure in ('steel', 'reinforced-concrete', 'brick-concrete', 'brick-timber', 'simple', 'other')),
  built_year int check (built_year between 1800 and 2100),
  gross_area_m2 numeric(12, 2) check (gross_area_m2 > 0),
  value_fen bigint check (value_fen >= 0),
  longitude numeric(9, 6) check (longitude between -180 and 180),
  latitude numeric(9, 6) check (latitude between -90 and 90),
  -- The building of the energy office whose meters stand in it: a name of another room's thing, no key.
  energy_building_id uuid,
  state text not null default 'in-use' check (state in ('in-use', 'under-repair', 'disposed')),
  note text not null default '',
  search text[] not null default '{}',
  version int not null default 1,
  primary key (node_id, id),
  foreign key (node_id, site_id) references space.site (node_id, id),
  unique (node_id, unit_id, name)
);
create index building_search on space.building using gin (search);
create index building_site on space.building (node_id, site_id);
call kernel.guard('space.building');

create table space.floor (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  building_id uuid not null,
  -- 1 is the ground floor, -1 the first below it; there is no 0.
  number int not null check (number between -20 and 200 and number <> 0),
  name text not null check (length(name) between 1 and 50),
  version int not null default 1,
  primary key (node_id, id),
  foreign key (node_id, building_id) references space.building (node_id, id),
  unique (node_id, building_id, number)
);
call kernel.guard('space.floor');

create table space.room (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  building_id uuid not null,
  floor_id uuid not null,
  number text not null check (length(number) between 1 and 30),
  name text not null default '',
  use text not null,
  area_m2 numeric(10, 2) not null check (area_m2 > 0),
  -- What the floor plan makes of it; null before there is one.
  drawn_area_m2 numeric(10, 2) check (drawn_area_m2 > 0),
  -- Of the area: a toilet or a rest room that only its people use.
  toilet_m2 numeric(10, 2) not null default 0 check (toilet_m2 >= 0),
  rest_m2 numeric(10, 2) not null default 0 check (rest_m2 >= 0),
  -- Walls that cannot be moved: its surplus is told apart (SA-01).
  bound boolean not null default false,
  zone text not null default 'open' check (zone in ('open', 'restricted', 'secret')),
  state text not null default 'vacant' check (state in ('in-use', 'vacant', 'lent', 'rented-out', 'under-repair', 'disposed')),
  note text not null default '',
  search text[] not null default '{}',
  version int not null default 1,
  primary key (node_id, id),
  foreign key (node_id, building_id) references space.building (node_id, id),
  foreign key (node_id, floor_id) references space.floor (node_id, id),
  -- The unit is part of the key: a clash never tells of another unit's rows (SEC-DB-06). The verb looks at the whole floor.
  unique (node_id, unit_id, floor_id, number)
);
create index room_floor on space.room (node_id, floor_id);
create index room_building on space.room (node_id, building_id);
create index room_unit on space.room (node_id, unit_id, number);
create index room_search on space.room using gin (search);
call kernel.guard('space.room');

-- Whose a room was on which days, by which paper. Periods of one room never overlap; the open one is the room's unit.
create table space.tenure (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  room_id uuid not null,
  from_day date not null,
  to_day date,
  -- allotted (分配使用), lent (借用), kept (nobody has it in use: the keeper's)
  kind text not null check (kind in ('allotted', 'lent', 'kept')),
  paper text not null default '',
  set_at timestamptz not null,
  primary key (node_id, id),
  foreign key (node_id, room_id) references space.room (node_id, id),
  check (to_day is null or to_day > from_day)
);
create unique index tenure_open on space.tenure (node_id, room_id) where to_day is null;
create index tenure_room on space.tenure (node_id, room_id, from_day);
create index tenure_unit on space.tenure (node_id, unit_id, from_day);
call kernel.guard('space.tenure');

-- Who sits where, since when, and how that is to be understood.
create table space.seating (
  node_id int not null default kernel.node(),
  id uuid not null,
  -- The room's unit.
  unit_id uuid not null,
  room_id uuid not null,
  person_id uuid not null,
  -- ordinary; second-office (兼职另配, with its paper); seconded (借调); retired (已退休未腾退); left (已调离未腾退); host (合署、共用)
  standing text not null check (standing in ('ordinary', 'second-office', 'seconded', 'retired', 'left', 'host')),
  paper text not null default '',
  from_day date not null,
  to_day date,
  set_by text not null default '',
  set_at timestamptz not null,
  version int not null default 1,
  primary key (node_id, id),
  foreign key (node_id, room_id) references space.room (node_id, id),
  check (to_day is null or to_day > from_day)
);
create unique index seating_once on space.seating (node_id, room_id, person_id) where to_day is null;
create index seating_room on space.seating (node_id, room_id, from_day);
create index seating_person on space.seating (node_id, person_id, from_day);
create index seating_unit on space.seating (node_id, unit_id);
call kernel.guard('space.seating', 'person_id');

create view space_read.site_v1 with (security_invoker = true) as
select s.node_id, s.id, s.unit_id, s.name, s.address, s.area_m2, s.held, s.longitude, s.latitude, s.note, s.search, s.version,
       (select count(*)::int from space.building b where (b.node_id, b.site_id) = (s.node_id, s.id)) as buildings
  from space.site s;

create view space_read.building_v1 with (security_invoker = true) as
select b.node_id, b.id, b.unit_id, b.site_id, s.name as site, b.name, b.address, b.form, b.structure, b.built_year, b.gross_area_m2, b.value_fen,
       b.longitude, b.latitude, b.energy_building_id, b.state, b.note, b.search, b.version,
       r.rooms, r.usable_m2, r.vacant, r.vacant_m2
  from space.building b
  left join space.site s on (s.node_id, s.id) = (b.node_id, b.site_id)
 cross join lateral (
   select count(*)::int as rooms, coalesce(sum(r.area_m2), 0) as usable_m2, count(*) filter (where r.state = 'vacant')::int as vacant,
          coalesce(sum(r.area_m2) filter (where r.state = 'vacant'), 0) as vacant_m2
     from space.room r where (r.node_id, r.building_id) = (b.node_id, b.id) and r.state <> 'disposed') r;

create view space_read.floor_v1 with (security_invoker = true) as
select f.node_id, f.id, f.unit_id, f.building_id, b.name as building, f.number, f.name, f.version
  from space.floor f join space.building b on (b.node_id, b.id) = (f.node_id, f.building_id);

create view space_read.room_v1 with (security_invoker = true) as
select r.node_id, r.id, r.unit_id, r.building_id, b.name as building, r.floor_id, f.number as floor, r.number, r.name, r.use, r.area_m2, r.drawn_area_m2,
       r.toilet_m2, r.rest_m2, r.bound, r.zone, r.state, r.note, r.search, r.version, p.people
  from space.room r
  left join space.building b on (b.node_id, b.id) = (r.node_id, r.building_id)
  left join space.floor f on (f.node_id, f.id) = (r.node_id, r.floor_id)
 cross join lateral (
   select count(*)::int as people from space.seating s where (s.node_id, s.room_id) = (r.node_id, r.id) and s.to_day is null) p;

create view space_read.seating_v1 with (security_invoker = true) as
select s.node_id, s.id, s.unit_id, s.room_id, r.building_id, b.name as building, r.number as room, r.use, r.area_m2, s.person_id, s.standing, s.paper,
       s.from_day, s.to_day, s.version
  from space.seating s
  join space.room r on (r.node_id, r.id) = (s.node_id, s.room_id)
  left join space.building b on (b.node_id, b.id) = (r.node_id, r.building_id);
