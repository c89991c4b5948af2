-- Next months as they were foretold, and what became of them. A run tells how well it was done on months that were over; its rows are subjects, never persons.
create table risk_centre.month_run (
  node_id int not null default kernel.node(),
  id uuid not null,
  -- The unit whose subjects, with all below, were learned from.
  root_id uuid not null,
  outcome text not null,
  title_zh text not null,
  title_en text not null,
  month date not null,
  made_at timestamptz not null,
  status text not null check (status in ('model', 'base-rate')),
  -- Months known of all subjects, and in how many it happened.
  months int not null,
  times int not null,
  -- Tried on later months: { foretold, happened, bins, brier, calibrationError, baselines, skill, auc }; null where too little is known.
  tried jsonb,
  -- Why no model is told: [{ zh, en, needed, found }].
  why jsonb not null,
  primary key (node_id, id)
);
call kernel.guard_directory('risk_centre.month_run');
create index month_run_of on risk_centre.month_run (node_id, outcome, made_at desc);

create table risk_centre.month_forecast (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  run_id uuid not null,
  outcome text not null,
  month date not null,
  subject_kind text not null,
  subject_id uuid not null,
  subject_name text not null,
  -- Null where no model is told.
  probability double precision check (probability between 0 and 1),
  -- Of its own months so many are known, and in so many it happened.
  months int not null,
  times int not null,
  -- What moves it most from the usual: [{ feature, logOdds }].
  because jsonb not null,
  -- What became of it, once the month is over.
  happened int check (happened in (0, 1)),
  primary key (node_id, id),
  foreign key (node_id, run_id) references risk_centre.month_run (node_id, id)
);
call kernel.guard('risk_centre.month_forecast', null, null);
create unique index month_forecast_of on risk_centre.month_forecast (node_id, run_id, subject_id);
create index month_forecast_open on risk_centre.month_forecast (node_id, outcome, month);

-- Months in which a unit's findings went over their time, or a kit that asks about limits found something over.
create view risk_centre_read.outcome_month_v1 with (security_invoker = true) as
select f.node_id, f.unit_id, 'overdue' as outcome, '异常逾期未办' as title_zh, 'Findings over their time' as title_en, 'unit' as subject_kind,
       f.unit_id as subject_id, u.name as subject_name, m.month::date as month,
       exists (select from kernel.fact e where e.node_id = f.node_id and e.unit_id = f.unit_id and e.type = 'risk-centre.FindingEscalated' and e.outcome = 'done'
                  and e.happened_at >= m.month at time zone 'Asia/Shanghai' and e.happened_at < (m.month + interval '1 month') at time zone 'Asia/Shanghai')::int as happened,
       jsonb_build_object('open-findings', count(*)) as measures, (m.month + interval '1 month') at time zone 'Asia/Shanghai' as known_at,
       '/risk/findings?f.unit_id=' || f.unit_id as opens
  from risk_centre.finding f
  join kernel.unit u on (u.node_id, u.id) = (f.node_id, f.unit_id)
  cross join lateral generate_series(date_trunc('month', f.raised_at at time zone 'Asia/Shanghai'),
    date_trunc('month', coalesce(f.closed_at, case when f.state = 'dismissed' then f.decided_at end, now()) at time zone 'Asia/Shanghai'), interval '1 month') as m (month)
 where not f.shadow and m.month < date_trunc('month', now() at time zone 'Asia/Shanghai')
 group by f.node_id, f.unit_id, u.name, m.month
union all
select r.node_id, r.unit_id, 'over-standard', '配置或使用超标准', 'Over a standard', 'unit', r.unit_id, u.name, date_trunc('month', r.period_to - 1)::date,
       (sum(r.flagged) > 0)::int, jsonb_build_object('share-over', round(sum(r.flagged)::numeric / greatest(sum(r.looked), 1), 4)),
       (date_trunc('month', r.period_to - 1) + interval '1 month') at time zone 'Asia/Shanghai', '/risk/runs?f.unit_id=' || r.unit_id
  from risk_centre.run r
  join kernel.unit u on (u.node_id, u.id) = (r.node_id, r.unit_id)
 where not r.at_once and r.kit in ('vehicles/fuel-over-standard', 'energy/use-over-baseline', 'assets/over-standard-equipment', 'space/over-standard-room')
   and r.looked > r.insufficient + r.not_applicable and r.period_to - r.period_from <= 62 and r.period_to <= date_trunc('month', now() at time zone 'Asia/Shanghai')::date + 1
 group by r.node_id, r.unit_id, u.name, date_trunc('month', r.period_to - 1);
