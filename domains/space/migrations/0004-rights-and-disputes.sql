-- 权属、分配、使用、处置: each a fact of its own with its days, since a building is registered to one, given to another and used by a third. And what is
-- in dispute about it.

create table space.right_ (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  building_id uuid not null,
  kind text not null check (kind in ('title', 'land-use', 'allotment', 'use', 'disposal')),
  -- As the paper names it; a unit of the house beside it where it is one.
  holder text not null check (length(holder) between 1 and 200),
  holder_unit_id uuid,
  certificate text not null default '',
  from_day date not null,
  to_day date,
  paper text not null default '',
  end_paper text not null default '',
  note text not null default '',
  search text[] not null default '{}',
  version int not null default 1,
  primary key (node_id, id),
  foreign key (node_id, building_id) references space.building (node_id, id),
  check (to_day is null or to_day >= from_day)
);
create index right_building on space.right_ (node_id, building_id, from_day);
create index right_unit on space.right_ (node_id, unit_id, kind);
create index right_search on space.right_ using gin (search);
call kernel.guard('space.right_');

create table space.dispute (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  building_id uuid not null,
  opened_on date not null,
  against text not null check (length(against) between 1 and 200),
  about text not null check (length(about) between 1 and 500),
  settled_on date,
  outcome text not null default '',
  version int not null default 1,
  primary key (node_id, id),
  foreign key (node_id, building_id) references space.building (node_id, id),
  check (settled_on is null or settled_on >= opened_on)
);
create index dispute_building on space.dispute (node_id, building_id);
create index dispute_unit on space.dispute (node_id, unit_id);
call kernel.guard('space.dispute');

create view space_read.right_v1 with (security_invoker = true) as
select r.node_id, r.id, r.unit_id, r.building_id, b.name as building, r.kind, r.holder, r.holder_unit_id, r.certificate, r.from_day, r.to_day, r.paper,
       r.end_paper, r.note, r.search, r.version, case when r.to_day is null then 'standing' else 'ended' end as state,
       (r.kind in ('title', 'land-use') and r.certificate = '' and r.to_day is null) as lacks_certificate,
       (select count(*)::int from space.dispute d where (d.node_id, d.building_id) = (r.node_id, r.building_id) and d.settled_on is null) as disputes
  from space.right_ r join space.building b on (b.node_id, b.id) = (r.node_id, r.building_id);

create view space_read.dispute_v1 with (security_invoker = true) as
select d.node_id, d.id, d.unit_id, d.building_id, b.name as building, d.opened_on, d.against, d.about, d.settled_on, d.outcome, d.version,
       case when d.settled_on is null then 'open' else 'settled' end as state
  from space.dispute d join space.building b on (b.node_id, b.id) = (d.node_id, d.building_id);
