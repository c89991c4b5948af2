-- A trial reads each month as it was known at its end, where the kit's source can; what became of each alarm is told from verdicts after the day it was tested on.
alter table risk_centre.trial add column as_known boolean not null default false;
alter table risk_centre.trial_alarm add column tested_on date;

create or replace view risk_centre_read.trial_alarm_v1 with (security_invoker = true) as
select a.node_id, a.id, a.unit_id, a.trial_id, a.subject_kind, a.subject_id, a.subject_name, to_char(a.period_from, 'YYYY-MM') as month, a.period_from, a.period_to,
       a.rule, a.value, a.threshold, a.measure, a.explanation->>'zh' as explanation, a.explanation->>'en' as explanation_en, a.asked, a.present,
       a.finding_id, f.number as finding_number, f.outcome, f.state as finding_state, u.name as unit_name,
       case when not a.asked then 'no-longer' when a.finding_id is null then 'new' else 'agree' end as standing,
       a.tested_on,
       -- What counts once: the first alarm of a finding, or of a subject where no finding is known, and the finding no alarm spoke of.
       case when a.tested_on is null then null
            when a.asked and a.nth > 1 then 'again'
            when a.asked and later.outcome in ('confirmed', 'partly-confirmed') then 'hit'
            when a.asked and later.outcome in ('explained', 'data-problem') then 'wrong'
            when a.asked then 'unverified'
            when a.nth = 1 and not a.spoken and later.outcome in ('confirmed', 'partly-confirmed') then 'missed'
       end as score,
       f.decided_at
  from (select t.*, row_number() over (partition by t.node_id, t.trial_id, t.asked, t.thing order by t.tested_on, t.period_from, t.id) as nth,
               bool_or(t.asked) over (partition by t.node_id, t.trial_id, t.thing) as spoken
          from (select *, coalesce(finding_id::text, subject_kind || ' ' || subject_id) as thing from risk_centre.trial_alarm) t) a
  join kernel.unit u on (u.node_id, u.id) = (a.node_id, a.unit_id)
  left join risk_centre.finding f on (f.node_id, f.id) = (a.node_id, a.finding_id)
  -- A verdict that was there already on the day tested proves nothing.
  left join lateral (select f.outcome where f.decided_at >= (a.tested_on + 1)::timestamp at time zone 'Asia/Shanghai') later on true;

create or replace view risk_centre_read.trial_v1 with (security_invoker = true) as
select node_id, id, unit_id, person_id, kit, kit_version, period_from, period_to, state, done, "of",
       coalesce((asked_counts->>'flag')::int, 0) as asked_flags, coalesce((present_counts->>'flag')::int, 0) as present_flags,
       coalesce((asked_counts->>'insufficient_data')::int, 0) as insufficient, asked_at, ended_at, as_known,
       (select count(*)::int from risk_centre_read.trial_alarm_v1 a where a.node_id = t.node_id and a.trial_id = t.id and a.score = 'hit') as hits,
       (select count(*)::int from risk_centre_read.trial_alarm_v1 a where a.node_id = t.node_id and a.trial_id = t.id and a.score = 'wrong') as wrong,
       (select count(*)::int from risk_centre_read.trial_alarm_v1 a where a.node_id = t.node_id and a.trial_id = t.id and a.score = 'missed') as missed,
       (select count(*)::int from risk_centre_read.trial_alarm_v1 a where a.node_id = t.node_id and a.trial_id = t.id and a.score = 'unverified') as unverified
  from risk_centre.trial t;
