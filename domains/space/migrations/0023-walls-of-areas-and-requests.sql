-- Whoever asks stays the reader of a request; it is asked only for a unit where the asking right reaches (SEC-AC-17).
create policy asked_in_reach on space.request as restrictive for insert
  with check (unit_id in (select kernel.scope_units()));

-- 单位面积: units are a register that everybody looks up; their areas are for whoever has a right there.
create or replace view space_read.unit_area_v1 with (security_invoker = true) as
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
 where u.kind <> 'division' and u.valid_to is null and (u.kind = 'institution' or r.rooms > 0 or q.id is not null)
   and u.id in (select s.unit from kernel.scope_units() s (unit));
