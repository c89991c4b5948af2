-- 统筹配置: a draft that says which unit would have which room. It changes nothing until it is applied by a paper.
create table space.allocation (
  node_id int not null default kernel.node(),
  id uuid not null,
  -- Whose tree it is for: rooms and units lie at it or below.
  unit_id uuid not null,
  title text not null check (length(title) between 1 and 100),
  state text not null check (state in ('searching', 'stopping', 'found', 'applied', 'dropped')),
  -- A unit is given at most so many times its need.
  surplus_cap numeric(5, 3) not null check (surplus_cap between 1 and 3),
  seconds int not null check (seconds between 1 and 600),
  -- Units with needs, wishes and zones, and floors, as they stood when it was started.
  question jsonb not null,
  -- What the last search found: cost by its parts, bound, gap, why units are short, price of compactness; null before the first.
  result jsonb,
  -- Searches until now.
  turns int not null default 1,
  asked_at timestamptz not null,
  made_by uuid,
  made_name text not null,
  made_at timestamptz not null,
  paper text not null default '',
  from_day date,
  applied_name text not null default '',
  ended_at timestamptz,
  why text not null default '',
  search text[] not null default '{}',
  version int not null default 1,
  primary key (node_id, id)
);
create index allocation_unit on space.allocation (node_id, unit_id, made_at);
create index allocation_search on space.allocation using gin (search);
call kernel.guard('space.allocation');

-- The rooms it is about, whose they were when it was started, and whose they would be.
create table space.allocation_room (
  node_id int not null default kernel.node(),
  allocation_id uuid not null,
  room_id uuid not null,
  unit_id uuid not null,
  floor_id uuid not null,
  number text not null,
  area_m2 numeric(10, 2) not null,
  zone text not null,
  today_id uuid,
  -- Stays with whoever has it.
  fixed boolean not null,
  plan_id uuid,
  by_hand boolean not null default false,
  primary key (node_id, allocation_id, room_id),
  foreign key (node_id, allocation_id) references space.allocation (node_id, id),
  foreign key (node_id, room_id) references space.room (node_id, id)
);
call kernel.guard('space.allocation_room', null, null);

create view space_read.allocation_v1 with (security_invoker = true) as
select a.node_id, a.id, a.unit_id, a.title, a.state, a.surplus_cap, a.turns, (a.result -> 'gap')::float8 as gap, a.made_name, a.made_at, a.paper, a.from_day,
       a.applied_name, a.ended_at, a.search, a.version, r.rooms, r.changing, r.released_m2
  from space.allocation a
 cross join lateral (
   select count(*)::int as rooms,
          case when a.result is null then null else count(*) filter (where x.plan_id is distinct from x.today_id)::int end as changing,
          case when a.result is null then null
               else coalesce(sum(x.area_m2) filter (where x.today_id is not null), 0) - coalesce(sum(x.area_m2) filter (where x.plan_id is not null), 0) end as released_m2
     from space.allocation_room x where (x.node_id, x.allocation_id) = (a.node_id, a.id)) r;
