-- What came into this office today, by unit, for whoever asks where the data come from: the same columns in every office that has such a view.
create view vehicles_read.flow_v1 with (security_invoker = true) as
select t.node_id, t.unit_id, 'positions' as flow, '车辆定位' as title_zh, 'Positions of vehicles' as title_en, '/vehicles/where' as opens,
       coalesce(sum(d.points), 0)::int as today, max(t.heard_at) as last_at
  from vehicles.tracker t
  left join vehicles.track_day d on (d.node_id, d.vehicle_id) = (t.node_id, t.vehicle_id) and d.day = (now() at time zone 'Asia/Shanghai')::date
 group by t.node_id, t.unit_id
union all
select node_id, unit_id, 'fills', '加油充电记录', 'Fills and charges', '/vehicles/fuel',
       count(*) filter (where filled_at >= date_trunc('day', now() at time zone 'Asia/Shanghai') at time zone 'Asia/Shanghai')::int, max(filled_at)
  from vehicles.fuel group by node_id, unit_id;
