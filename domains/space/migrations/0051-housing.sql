-- 周转住房: homes that a unit keeps for staff, who asked for one, who lives there by which term, and the rent.

create table space.home (
  node_id int not null default kernel.node(),
  id uuid not null,
  -- Who keeps it.
  unit_id uuid not null,
  name text not null check (length(name) between 1 and 100),
  address text not null default '',
  -- Where the ledger has the building or the very room, it is referred to.
  building_id uuid,
  room_id uuid,
  -- Of a room of the ledger: as it was when the home was registered; the ledger's own area goes before it.
  area_m2 numeric(8, 2) not null check (area_m2 > 0),
  rooms int not null check (rooms between 1 and 50),
  -- A month's.
  rent_fen bigint not null check (rent_fen >= 0),
  state text not null default 'vacant' check (state in ('vacant', 'let', 'under-repair', 'withdrawn')),
  note text not null default '',
  search text[] not null default '{}',
  version int not null default 1,
  primary key (node_id, id),
  foreign key (node_id, building_id) references space.building (node_id, id),
  foreign key (node_id, room_id) references space.room (node_id, id)
);
create index home_unit on space.home (node_id, unit_id, name);
create index home_search on space.home using gin (search);
create unique index home_room on space.home (node_id, unit_id, room_id) where room_id is not null and state <> 'withdrawn';
call kernel.guard('space.home');

create table space.home_application (
  node_id int not null default kernel.node(),
  id uuid not null,
  -- The unit that whoever asks serves in.
  unit_id uuid not null,
  asker_id uuid not null,
  asker_name text not null,
  post text not null default '',
  state text not null check (state in ('asked', 'approved', 'assigned', 'housed', 'refused', 'withdrawn')),
  reason text not null check (reason in ('exchange', 'newly-posted', 'other')),
  note text not null default '',
  from_day date not null,
  -- The last day.
  to_day date not null,
  asked_at timestamptz not null,
  decided_name text,
  said text not null default '',
  home_id uuid,
  -- Whoever asked does not see the ledger of homes.
  home_name text,
  stay_id uuid,
  version int not null default 1,
  primary key (node_id, id),
  foreign key (node_id, home_id) references space.home (node_id, id),
  check (to_day > from_day),
  check ((state in ('assigned', 'housed')) = (home_id is not null))
);
create index home_application_unit on space.home_application (node_id, unit_id, asked_at desc);
-- One at a time; of one's own, so a clash tells of nobody else.
create unique index home_application_open on space.home_application (node_id, asker_id) where state in ('asked', 'approved', 'assigned');
-- A home is promised once.
create unique index home_application_home on space.home_application (node_id, home_id) where state = 'assigned';
call kernel.guard('space.home_application', 'asker_id');

create table space.stay (
  node_id int not null default kernel.node(),
  id uuid not null,
  -- Who keeps the home.
  unit_id uuid not null,
  home_id uuid not null,
  home_name text not null,
  application_id uuid not null,
  person_id uuid not null,
  person_name text not null,
  -- Where the person served when asking.
  person_unit_id uuid not null,
  from_day date not null,
  -- The last day of the term.
  to_day date not null,
  -- A month's.
  rent_fen bigint not null check (rent_fen >= 0),
  paper text not null default '',
  renewed_on date,
  out_day date,
  out_note text not null default '',
  version int not null default 1,
  primary key (node_id, id),
  foreign key (node_id, home_id) references space.home (node_id, id),
  foreign key (node_id, application_id) references space.home_application (node_id, id),
  check (to_day > from_day),
  check (out_day is null or out_day >= from_day)
);
create index stay_unit on space.stay (node_id, unit_id, from_day desc);
create index stay_person on space.stay (node_id, person_id) where out_day is null;
create unique index stay_home on space.stay (node_id, home_id) where out_day is null;
call kernel.guard('space.stay', 'person_id');

create table space.home_rent (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  stay_id uuid not null,
  person_id uuid not null,
  day date not null,
  amount_fen bigint not null check (amount_fen > 0),
  receipt text not null check (length(receipt) between 1 and 60),
  note text not null default '',
  entered_name text not null,
  struck text,
  primary key (node_id, id),
  foreign key (node_id, stay_id) references space.stay (node_id, id)
);
create index home_rent_stay on space.home_rent (node_id, stay_id, day);
call kernel.guard('space.home_rent', 'person_id');

-- Who lives there reads the stay and what was paid; only whoever keeps the home writes them.
create policy added_in_reach on space.stay as restrictive for insert with check (unit_id in (select kernel.scope_units()));
create policy changed_in_reach on space.stay as restrictive for update using (unit_id in (select kernel.scope_units()));
create policy added_in_reach on space.home_rent as restrictive for insert with check (unit_id in (select kernel.scope_units()));
create policy changed_in_reach on space.home_rent as restrictive for update using (unit_id in (select kernel.scope_units()));

create view space_read.home_v1 with (security_invoker = true) as
select h.node_id, h.id, h.unit_id, h.name, coalesce(nullif(h.address, ''), b.address, '') as address, h.building_id, b.name as building, h.room_id,
       r.number as room, coalesce(r.area_m2, h.area_m2) as area_m2, h.rooms, h.rent_fen, h.state, h.note, h.search, h.version
  from space.home h
  left join space.building b on (b.node_id, b.id) = (h.node_id, h.building_id)
  left join space.room r on (r.node_id, r.id) = (h.node_id, h.room_id);

create view space_read.home_application_v1 with (security_invoker = true) as
select a.node_id, a.id, a.unit_id, a.asker_id as person_id, a.asker_name, a.post, a.state, a.state in ('asked', 'approved') as waiting, a.reason, a.note,
       a.from_day, a.to_day, a.asked_at, a.decided_name, a.said, a.home_id, a.home_name, a.stay_id, a.version
  from space.home_application a;

create view space_read.stay_v1 with (security_invoker = true) as
select s.node_id, s.id, s.unit_id, s.home_id, s.home_name, s.application_id, s.person_id, s.person_name, s.person_unit_id, s.from_day, s.to_day, s.rent_fen,
       s.paper, s.renewed_on, s.out_day, s.out_note, case when s.out_day is null then 'living' else 'moved-out' end as state, s.version,
       (select coalesce(sum(t.amount_fen), 0)::bigint from space.home_rent t where (t.node_id, t.stay_id) = (s.node_id, s.id) and t.struck is null) as paid_fen
  from space.stay s;

create view space_read.home_rent_v1 with (security_invoker = true) as
select t.node_id, t.id, t.unit_id, t.stay_id, s.home_name, t.person_id, s.person_name, t.day, t.amount_fen, t.receipt, t.note, t.entered_name, t.struck
  from space.home_rent t join space.stay s on (s.node_id, s.id) = (t.node_id, t.stay_id);
