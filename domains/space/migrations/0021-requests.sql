-- 用房申请、使用凭证: asked, approved, decided in the order of the paper, allotted with a licence, vacated.
create table space.paper_number (
  node_id int not null default kernel.node(),
  series text not null check (series in ('SR', 'SL')),
  year int not null,
  last int not null,
  primary key (node_id, series, year)
) with (fillfactor = 50);
call kernel.guard_directory('space.paper_number');

create table space.request (
  node_id int not null default kernel.node(),
  id uuid not null,
  -- The unit that asks.
  unit_id uuid not null,
  asker_id uuid not null,
  asker_name text not null,
  number text not null,
  state text not null check (state in ('requested', 'sent-back', 'refused', 'withdrawn', 'deciding', 'allotted', 'handed-on')),
  purpose text not null,
  people int not null check (people >= 0),
  need_m2 numeric(10, 2) not null check (need_m2 > 0),
  use_group text not null check (use_group in ('office', 'service', 'equipment', 'ancillary', 'technical')),
  zone text not null check (zone in ('open', 'restricted', 'secret')),
  wanted_by date,
  -- Where it would best lie.
  building_id uuid,
  note text not null default '',
  -- Establishment, rooms, quota and surplus as they stood when it was asked; each with its source.
  basis jsonb not null,
  -- By which way it was met, and what was said to it.
  way text check (way in ('adjust', 'exchange', 'rent', 'build')),
  said text not null default '',
  requested_at timestamptz not null,
  decided_at timestamptz,
  search text[] not null default '{}',
  version int not null default 1,
  primary key (node_id, id),
  unique (node_id, number)
);
create index request_unit on space.request (node_id, unit_id, requested_at desc, id);
create index request_search on space.request using gin (search);
call kernel.guard('space.request', 'asker_id');

-- A way that was looked at and cannot meet the need, and why. Written once.
create table space.request_way (
  node_id int not null default kernel.node(),
  request_id uuid not null,
  unit_id uuid not null,
  asker_id uuid not null,
  way text not null check (way in ('adjust', 'exchange', 'rent', 'build')),
  reason text not null,
  said_name text not null,
  said_at timestamptz not null,
  primary key (node_id, request_id, way),
  foreign key (node_id, request_id) references space.request (node_id, id)
);
call kernel.guard('space.request_way', 'asker_id', 'request_id');

-- 使用凭证: which rooms a unit may use, from which day. It is no right to rent out, to lend or to trade with.
create table space.licence (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  number text not null,
  request_id uuid,
  from_day date not null,
  until_day date,
  paper text not null,
  terms text not null default '',
  issued_name text not null,
  issued_at timestamptz not null,
  version int not null default 1,
  primary key (node_id, id),
  unique (node_id, number)
);
create index licence_unit on space.licence (node_id, unit_id, issued_at desc);
call kernel.guard('space.licence');

create table space.licence_room (
  node_id int not null default kernel.node(),
  licence_id uuid not null,
  -- The unit that uses it.
  unit_id uuid not null,
  room_id uuid not null,
  area_m2 numeric(10, 2) not null,
  from_day date not null,
  -- 腾退: by which day, why, and when it was handed back.
  vacate_by date,
  vacate_why text,
  back_day date,
  back_note text,
  primary key (node_id, licence_id, room_id),
  foreign key (node_id, licence_id) references space.licence (node_id, id),
  foreign key (node_id, room_id) references space.room (node_id, id)
);
create index licence_room_room on space.licence_room (node_id, room_id) where back_day is null;
create index licence_room_due on space.licence_room (node_id, vacate_by) where vacate_by is not null and back_day is null;
call kernel.guard('space.licence_room', null, null);

create view space_read.request_v1 with (security_invoker = true) as
select r.node_id, r.id, r.unit_id, r.asker_id as person_id, r.asker_name, r.number, r.state, r.purpose, r.people, r.need_m2, r.use_group, r.zone, r.wanted_by,
       r.building_id, b.name as building, r.way, r.said, r.requested_at, r.decided_at, r.search, r.version,
       l.id as licence_id, l.number as licence
  from space.request r
  left join space.building b on (b.node_id, b.id) = (r.node_id, r.building_id)
  left join space.licence l on (l.node_id, l.request_id) = (r.node_id, r.id);

create view space_read.licence_v1 with (security_invoker = true) as
select l.node_id, l.id, l.unit_id, l.number, l.request_id, l.from_day, l.until_day, l.paper, l.issued_name, l.issued_at, l.version,
       x.rooms, x.area_m2, x.vacate_by,
       case when x.rooms = 0 then 'returned' when x.vacate_by is not null then 'vacating' else 'in-force' end as state
  from space.licence l
 cross join lateral (
   select count(*) filter (where r.back_day is null)::int as rooms, coalesce(sum(r.area_m2) filter (where r.back_day is null), 0) as area_m2,
          min(r.vacate_by) filter (where r.back_day is null) as vacate_by
     from space.licence_room r where (r.node_id, r.licence_id) = (l.node_id, l.id)) x;

-- 闲置房源: rooms that nobody has in use, since when, and where they lie.
create view space_read.vacancy_v1 with (security_invoker = true) as
select r.node_id, r.id, r.unit_id, r.building_id, b.name as building, f.number as floor, r.number, r.use, split_part(r.use, '-', 1) as use_group, r.area_m2,
       r.zone, r.state, t.from_day as since, b.longitude, b.latitude, r.search, r.version
  from space.room r
  join space.building b on (b.node_id, b.id) = (r.node_id, r.building_id)
  left join space.floor f on (f.node_id, f.id) = (r.node_id, r.floor_id)
  left join space.tenure t on (t.node_id, t.room_id) = (r.node_id, r.id) and t.to_day is null
 where r.state = 'vacant' and b.state <> 'disposed';
