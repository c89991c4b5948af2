-- What the standard of a day gives each person who sits somewhere, and what of it a room goes beyond (SA-01). Reckoned anew when a seat, a room or an
-- appointment changes and every night; the day says as of when.

create table space.seat_standard (
  node_id int not null default kernel.node(),
  seating_id uuid not null,
  unit_id uuid not null,
  room_id uuid not null,
  person_id uuid not null,
  reckoned_on date not null,
  -- Rank of the post that counts, and the level of its organ; null where none is held that day.
  rank text,
  level text,
  cap_m2 numeric(10, 2) check (cap_m2 >= 0),
  -- The effective day and the confidence of the value used.
  standard_day date,
  confidence text,
  -- Why there is no cap: no-post, rank-unknown, left-open, not-on-that-day.
  lacks text,
  -- What is to be known of the seat: concurrent-post, shared-room, second-office, seconded, no-post-now, merged-unit, …
  marks text[] not null default '{}',
  primary key (node_id, seating_id),
  foreign key (node_id, seating_id) references space.seating (node_id, id)
);
create index seat_standard_room on space.seat_standard (node_id, room_id);
create index seat_standard_person on space.seat_standard (node_id, person_id);
create index seat_standard_unit on space.seat_standard (node_id, unit_id);
call kernel.guard('space.seat_standard', 'person_id', 'seating_id');

create table space.room_standard (
  node_id int not null default kernel.node(),
  room_id uuid not null,
  unit_id uuid not null,
  reckoned_on date not null,
  people int not null,
  cap_m2 numeric(10, 2),
  excess_m2 numeric(10, 2),
  -- empty, within, over, bound (over, but its walls cannot be moved), not-vacated, insufficient
  status text not null check (status in ('empty', 'within', 'over', 'bound', 'not-vacated', 'insufficient')),
  primary key (node_id, room_id),
  foreign key (node_id, room_id) references space.room (node_id, id)
);
create index room_standard_unit on space.room_standard (node_id, unit_id, status);
call kernel.guard('space.room_standard', null, 'room_id');

create view space_read.occupant_v1 with (security_invoker = true) as
select s.node_id, s.id, s.unit_id, s.person_id, s.room_id, r.building_id, b.name as building, b.unit_id as keeper_id, f.number as floor, r.number as room, r.use, r.area_m2, s.standing, s.paper,
       s.from_day, s.version, c.rank, c.level, c.cap_m2, c.standard_day, c.confidence, c.lacks, c.marks, c.reckoned_on,
       k.people, k.cap_m2 as room_cap_m2, k.excess_m2, k.status
  from space.seating s
  join space.room r on (r.node_id, r.id) = (s.node_id, s.room_id)
  left join space.building b on (b.node_id, b.id) = (r.node_id, r.building_id)
  left join space.floor f on (f.node_id, f.id) = (r.node_id, r.floor_id)
  left join space.seat_standard c on (c.node_id, c.seating_id) = (s.node_id, s.id)
  left join space.room_standard k on (k.node_id, k.room_id) = (s.node_id, s.room_id)
 where s.to_day is null;

-- Who keeps the building stands beside its rooms: a sheet finds them by it.
create or replace view space_read.room_v1 with (security_invoker = true) as
select r.node_id, r.id, r.unit_id, r.building_id, b.name as building, r.floor_id, f.number as floor, r.number, r.name, r.use, r.area_m2, r.drawn_area_m2,
       r.toilet_m2, r.rest_m2, r.bound, r.zone, r.state, r.note, r.search, r.version, p.people, split_part(r.use, '-', 1) as use_group,
       b.unit_id as keeper_id, k.excess_m2, k.status as beside_standard
  from space.room r
  left join space.building b on (b.node_id, b.id) = (r.node_id, r.building_id)
  left join space.floor f on (f.node_id, f.id) = (r.node_id, r.floor_id)
  left join space.room_standard k on (k.node_id, k.room_id) = (r.node_id, r.id)
 cross join lateral (
   select count(*)::int as people from space.seating s where (s.node_id, s.room_id) = (r.node_id, r.id) and s.to_day is null) p;
