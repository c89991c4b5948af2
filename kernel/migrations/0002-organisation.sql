-- One organisation tree with days: units move, merge and split without losing history; posts with rank and establishment;
-- people with several posts, secondment, stand-ins with an end date.

create table kernel.unit (
  node_id int not null default kernel.node(),
  id uuid not null,
  code text,
  name text not null check (length(name) between 1 and 200),
  short_name text,
  kind text not null check (kind in ('region', 'institution', 'division')),
  level text not null check (level in ('nation', 'province', 'city', 'county', 'township')),
  region_code text,
  position int not null default 0,
  valid_from date not null,
  valid_to date,
  version int not null default 1,
  primary key (node_id, id),
  check (valid_to is null or valid_to > valid_from)
);
create unique index unit_code on kernel.unit (node_id, code) where code is not null and valid_to is null;
call kernel.guard_directory('kernel.unit');

-- Where a unit hung, and when. Periods of one unit never overlap: a new one begins where the last is ended.
create table kernel.unit_parent (
  node_id int not null default kernel.node(),
  unit_id uuid not null,
  parent_id uuid,
  valid_from date not null,
  valid_to date,
  primary key (node_id, unit_id, valid_from),
  foreign key (node_id, unit_id) references kernel.unit (node_id, id),
  check (valid_to is null or valid_to > valid_from)
);
create unique index unit_parent_open on kernel.unit_parent (node_id, unit_id) where valid_to is null;
call kernel.guard_directory('kernel.unit_parent');

-- A merge is many rows to one successor, a split one row to each of many.
create table kernel.unit_succession (
  node_id int not null default kernel.node(),
  from_unit uuid not null,
  to_unit uuid not null,
  day date not null,
  kind text not null check (kind in ('merge', 'split')),
  paper text,
  primary key (node_id, from_unit, to_unit),
  foreign key (node_id, from_unit) references kernel.unit (node_id, id),
  foreign key (node_id, to_unit) references kernel.unit (node_id, id)
);
call kernel.guard_directory('kernel.unit_succession');

create table kernel.person (
  node_id int not null default kernel.node(),
  id uuid not null,
  name text not null check (length(name) between 1 and 100),
  initials text not null default '',
  number text,
  valid_from date not null,
  valid_to date,
  version int not null default 1,
  primary key (node_id, id)
);
create unique index person_number on kernel.person (node_id, number) where number is not null;
call kernel.guard_directory('kernel.person');

create table kernel.post (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  title text not null check (length(title) between 1 and 100),
  rank text,
  -- 编制: how many the staffing authority approved for this post; null where it is not an established one.
  establishment int check (establishment is null or establishment >= 0),
  leads boolean not null default false,
  valid_from date not null,
  valid_to date,
  version int not null default 1,
  primary key (node_id, id),
  foreign key (node_id, unit_id) references kernel.unit (node_id, id)
);
call kernel.guard_directory('kernel.post');

create table kernel.holding (
  node_id int not null default kernel.node(),
  id uuid not null,
  person_id uuid not null,
  post_id uuid not null,
  kind text not null check (kind in ('main', 'concurrent', 'secondment', 'acting')),
  valid_from date not null,
  valid_to date,
  primary key (node_id, id),
  foreign key (node_id, person_id) references kernel.person (node_id, id),
  foreign key (node_id, post_id) references kernel.post (node_id, id),
  check (valid_to is null or valid_to > valid_from)
);
create index holding_person on kernel.holding (node_id, person_id);
create index holding_post on kernel.holding (node_id, post_id);
create unique index holding_main on kernel.holding (node_id, person_id) where kind = 'main' and valid_to is null;
call kernel.guard_directory('kernel.holding');

-- 代理: who acts for whom, until when. An end date is not optional.
create table kernel.stand_in (
  node_id int not null default kernel.node(),
  id uuid not null,
  person_id uuid not null,
  for_person_id uuid not null,
  reason text not null check (length(reason) between 1 and 500),
  valid_from date not null,
  valid_to date not null,
  primary key (node_id, id),
  foreign key (node_id, person_id) references kernel.person (node_id, id),
  foreign key (node_id, for_person_id) references kernel.person (node_id, id),
  check (valid_to > valid_from),
  check (person_id <> for_person_id)
);
call kernel.guard_directory('kernel.stand_in');

-- A right: this role at this unit (and below), for whoever holds the post, or for one account. Two people make one: who proposed, who confirmed.
create table kernel.grant_ (
  node_id int not null default kernel.node(),
  id uuid not null,
  role text not null,
  unit_id uuid not null,
  below boolean not null default false,
  post_id uuid,
  account_id uuid,
  valid_from date not null,
  valid_to date,
  granted_by uuid,
  confirmed_by uuid,
  primary key (node_id, id),
  foreign key (node_id, unit_id) references kernel.unit (node_id, id),
  foreign key (node_id, post_id) references kernel.post (node_id, id),
  check ((post_id is null) <> (account_id is null)),
  check (granted_by is null or confirmed_by is null or granted_by <> confirmed_by),
  check (valid_to is null or valid_to > valid_from)
);
create index grant_post on kernel.grant_ (node_id, post_id);
create index grant_account on kernel.grant_ (node_id, account_id);
call kernel.guard_directory('kernel.grant_');

grant select on kernel.unit, kernel.unit_parent, kernel.unit_succession, kernel.person, kernel.post, kernel.holding,
  kernel.stand_in, kernel.grant_ to opengoa_work;
grant insert, update on kernel.unit, kernel.unit_parent, kernel.unit_succession, kernel.person, kernel.post, kernel.holding,
  kernel.stand_in, kernel.grant_ to opengoa_kernel;
grant insert, delete on kernel.unit_below to opengoa_kernel;

-- Rebuilds who lies below whom for one node and day. Cheap (a tree of ten thousand units takes well under a second) and never half done:
-- it runs inside the verb that moved something.
create procedure kernel.rebuild_unit_below(today date) language sql as $$
  delete from kernel.unit_below where node_id = kernel.node();
  insert into kernel.unit_below (node_id, root_id, unit_id)
  with recursive up (unit_id, root_id) as (
    select u.id, u.id from kernel.unit u where u.node_id = kernel.node()
    union
    select up.unit_id, next.root_id
      from up
      cross join lateral (
        select p.parent_id as root_id from kernel.unit_parent p
         where p.node_id = kernel.node() and p.unit_id = up.root_id and p.parent_id is not null
           and p.valid_from <= today and (p.valid_to is null or p.valid_to > today)
        union
        select s.to_unit from kernel.unit_succession s
         where s.node_id = kernel.node() and s.from_unit = up.root_id and s.day <= today
      ) next
  )
  select kernel.node(), root_id, unit_id from up
$$;
grant execute on procedure kernel.rebuild_unit_below(date) to opengoa_kernel;

-- Establishment against holders, as the organisation page reads it.
create view kernel.post_v1 with (security_invoker = true) as
select p.node_id, p.id, p.unit_id, u.name as unit_name, p.title, p.rank, p.establishment, p.leads, p.valid_from, p.valid_to,
       (select count(*) from kernel.holding h
         where h.node_id = p.node_id and h.post_id = p.id and (h.valid_to is null or h.valid_to > current_date))::int as held_by
  from kernel.post p join kernel.unit u on (u.node_id, u.id) = (p.node_id, p.unit_id);
grant select on kernel.post_v1 to opengoa_work;
