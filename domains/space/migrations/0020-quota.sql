-- 核定面积: what a unit may have from a day on, by its paper, with the reckoning it was made from. A wrong entry is struck, never rewritten.
create table space.quota (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  from_day date not null,
  paper text not null,
  form text not null check (form in ('multi-storey', 'high-rise')),
  garage_spaces int not null default 0 check (garage_spaces >= 0),
  guards int not null default 0 check (guards >= 0),
  approved_people int not null,
  actual_people int not null,
  -- By the approved posts: usable areas, and the gross area with annexes.
  office_m2 numeric(12, 2) not null,
  service_m2 numeric(12, 2) not null,
  equipment_m2 numeric(12, 2) not null,
  basic_m2 numeric(12, 2) not null,
  gross_m2 numeric(12, 2) not null,
  -- Posts, formulas, papers and both sides, as they stood.
  reckoning jsonb not null,
  set_name text not null,
  set_at timestamptz not null,
  -- Why it was struck.
  struck text,
  version int not null default 1,
  primary key (node_id, id)
);
create unique index quota_day on space.quota (node_id, unit_id, from_day) where struck is null;
call kernel.guard('space.quota');

-- The institution a unit's premises are counted for: its own, or the nearest above that is no division.
create view space_read.institution_v1 with (security_invoker = true) as
select u.node_id, u.id as unit_id, case when u.kind <> 'division' then u.id else (
         select i.id from kernel.unit_below b join kernel.unit i on (i.node_id, i.id) = (b.node_id, b.root_id)
          where (b.node_id, b.unit_id) = (u.node_id, u.id) and i.kind <> 'division'
            and not exists (
              select 1 from kernel.unit_below c join kernel.unit j on (j.node_id, j.id) = (c.node_id, c.root_id)
                join kernel.unit_below d on (d.node_id, d.root_id, d.unit_id) = (i.node_id, i.id, j.id)
               where (c.node_id, c.unit_id) = (u.node_id, u.id) and j.kind <> 'division' and j.id <> i.id)
          limit 1) end as institution_id
  from kernel.unit u;

-- Rooms that a unit has, by the institution they are counted for. What the keeper holds for nobody is nobody's.
create view space_read.used_room_v1 with (security_invoker = true) as
select r.node_id, r.id, r.unit_id, i.institution_id, r.building_id, r.floor_id, r.number, r.use, split_part(r.use, '-', 1) as use_group, r.area_m2, r.state,
       r.bound, coalesce(t.kind, 'allotted') as held
  from space.room r
  join space_read.institution_v1 i on (i.node_id, i.unit_id) = (r.node_id, r.unit_id)
  left join space.tenure t on (t.node_id, t.room_id) = (r.node_id, r.id) and t.to_day is null
 where r.state <> 'disposed' and (t.kind <> 'kept' or (t.kind is null and r.state <> 'vacant'));

create view space_read.quota_v1 with (security_invoker = true) as
select q.node_id, q.id, q.unit_id, q.from_day, q.paper, q.form, q.approved_people, q.actual_people, q.office_m2, q.service_m2, q.equipment_m2, q.basic_m2,
       q.gross_m2, q.set_name, q.set_at, q.struck, q.version
  from space.quota q;

-- Institutions with what they may have today and what they have, by group of rooms.
create view space_read.unit_area_v1 with (security_invoker = true) as
select u.node_id, u.id, u.id as unit_id, u.name, u.level, r.rooms, r.office_m2, r.service_m2, r.equipment_m2,
       r.office_m2 + r.service_m2 + r.equipment_m2 as basic_m2, r.ancillary_m2, r.technical_m2,
       q.id as quota_id, q.from_day, q.paper, q.approved_people, q.office_m2 as quota_office_m2, q.service_m2 as quota_service_m2,
       q.equipment_m2 as quota_equipment_m2, q.basic_m2 as quota_basic_m2,
       r.office_m2 + r.service_m2 + r.equipment_m2 - q.basic_m2 as surplus_m2,
       round(r.office_m2 / nullif(q.office_m2, 0), 4) as office_ratio,
       case when q.id is null then 'none' when r.office_m2 + r.service_m2 + r.equipment_m2 > q.basic_m2 then 'above' else 'within' end as standing
  from kernel.unit u
 cross join lateral (
   select count(*)::int as rooms,
          coalesce(sum(x.area_m2) filter (where x.use_group = 'office'), 0) as office_m2,
          coalesce(sum(x.area_m2) filter (where x.use_group = 'service'), 0) as service_m2,
          coalesce(sum(x.area_m2) filter (where x.use_group = 'equipment'), 0) as equipment_m2,
          coalesce(sum(x.area_m2) filter (where x.use_group = 'ancillary'), 0) as ancillary_m2,
          coalesce(sum(x.area_m2) filter (where x.use_group = 'technical'), 0) as technical_m2
     from space_read.used_room_v1 x where (x.node_id, x.institution_id) = (u.node_id, u.id)) r
  left join lateral (
   select * from space.quota q
    where (q.node_id, q.unit_id) = (u.node_id, u.id) and q.struck is null and q.from_day <= (now() at time zone 'Asia/Shanghai')::date
    order by q.from_day desc limit 1) q on true
 where u.kind <> 'division' and u.valid_to is null and (u.kind = 'institution' or r.rooms > 0 or q.id is not null);
