-- What happened to a vehicle in each month, for whoever foretells the next: the same columns in every office that has such a view.
-- Months count from a vehicle's first trip, fill or repair on: before it nothing was written down.
create view vehicles_read.outcome_month_v1 with (security_invoker = true) as
select v.node_id, v.unit_id, 'breakdown' as outcome, '车辆送修' as title_zh, 'Vehicle to be repaired' as title_en, 'vehicles.vehicle' as subject_kind,
       v.id as subject_id, v.plate as subject_name, m.month::date as month,
       exists (select from vehicles.repair r where (r.node_id, r.vehicle_id) = (v.node_id, v.id) and r.state not in ('refused', 'cancelled')
                  and r.ordered_at >= m.month at time zone 'Asia/Shanghai' and r.ordered_at < (m.month + interval '1 month') at time zone 'Asia/Shanghai')::int as happened,
       jsonb_build_object('thousand-km', (select round(coalesce(sum(t.driven_km), 0) / 1000.0, 3) from vehicles.trip t
                                            where (t.node_id, t.vehicle_id) = (v.node_id, v.id) and t.departed_at >= m.month at time zone 'Asia/Shanghai'
                                              and t.departed_at < (m.month + interval '1 month') at time zone 'Asia/Shanghai'),
                          'age-years', round(((date_part('year', m.month) - date_part('year', v.in_service_day)) * 12 + date_part('month', m.month)
                                              - date_part('month', v.in_service_day))::numeric / 12, 2)) as measures,
       (m.month + interval '1 month') at time zone 'Asia/Shanghai' as known_at, '/vehicles/fleet/' || v.id as opens
  from vehicles.vehicle v
  cross join lateral (select least((select min(departed_at) from vehicles.trip t where (t.node_id, t.vehicle_id) = (v.node_id, v.id)),
                                   (select min(filled_at) from vehicles.fuel f where (f.node_id, f.vehicle_id) = (v.node_id, v.id)),
                                   (select min(ordered_at) from vehicles.repair r where (r.node_id, r.vehicle_id) = (v.node_id, v.id))) as at) first
  cross join lateral generate_series(date_trunc('month', first.at at time zone 'Asia/Shanghai'),
    date_trunc('month', least(now() at time zone 'Asia/Shanghai', v.retired_day)) - interval '1 month', interval '1 month') as m (month)
 where first.at is not null;
