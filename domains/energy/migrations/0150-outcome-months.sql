-- What happened to a subject in each month, for whoever foretells the next: the same columns in every office that has such a view.
-- A month is told where readings stand for it and its meters are those of the year before.
create view energy_read.outcome_month_v1 with (security_invoker = true) as
with used as (
  select t.node_id, t.unit_id, m.building_id, t.month, sum(t.total) as total, array_agg(t.meter_id order by t.meter_id) as meters
    from energy.month t join energy.meter m on (m.node_id, m.id) = (t.node_id, t.meter_id)
   where m.kind = 'main' and m.carrier = 'electricity' and t.month < date_trunc('month', now() at time zone 'Asia/Shanghai')::date
   group by t.node_id, t.unit_id, m.building_id, t.month)
select u.node_id, u.unit_id, 'over-last-year' as outcome, '用电高于上年同期' as title_zh, 'More electricity than a year before' as title_en,
       'energy.building' as subject_kind, u.building_id as subject_id, b.name as subject_name, u.month, (u.total > y.total)::int as happened,
       jsonb_build_object('against-last-year', round(greatest(-1, least(1, ln(greatest(u.total, 1) / greatest(y.total, 1)::numeric))), 4)) as measures,
       (u.month + interval '1 month')::timestamp at time zone 'Asia/Shanghai' as known_at, '/energy/buildings/' || u.building_id as opens
  from used u
  join used y on (y.node_id, y.building_id, y.month) = (u.node_id, u.building_id, (u.month - interval '1 year')::date) and y.meters = u.meters
  join energy.building b on (b.node_id, b.id) = (u.node_id, u.building_id)
union all
select g.node_id, g.unit_id, 'over-budget', '用电超过当月预算', 'More electricity than the month’s budget', 'unit', g.unit_id, n.name,
       make_date(g.year, planned.place::int, 1), (spent.total > planned.amount)::int,
       jsonb_build_object('budget-share', round(least(3, spent.total / greatest(planned.amount, 1)::numeric), 4)),
       (make_date(g.year, planned.place::int, 1) + interval '1 month')::timestamp at time zone 'Asia/Shanghai',
       '/energy/budget?unit=' || g.unit_id || '&year=' || g.year
  from energy.budget g
  join kernel.unit n on (n.node_id, n.id) = (g.node_id, g.unit_id)
  cross join lateral unnest(g.months) with ordinality as planned (amount, place)
  join lateral (select sum(u.total) as total from used u
                 join kernel.unit_below b on (b.node_id, b.root_id, b.unit_id) = (g.node_id, g.unit_id, u.unit_id)
                where u.node_id = g.node_id and u.month = make_date(g.year, planned.place::int, 1)) spent on spent.total is not null
 where g.carrier = 'electricity';
