-- What a finding may turn out to be: kits of one risk that speak of the same thing are one finding (RE-04). Older rows: the kit alone.
alter table risk_centre.finding add column risk text;
-- What it is about beside its subject, in the rooms' own words.
alter table risk_centre.finding add column about text[] not null default '{}';
alter table risk_centre.finding add column cause text;
alter table risk_centre.finding add column papers uuid[] not null default '{}';
create index finding_about on risk_centre.finding using gin (about);
create index finding_subject on risk_centre.finding (node_id, subject_kind, subject_id, raised_at desc);

-- One subject is not asked twice for the same thing. What a kit on trial sees is nobody else's: it never joins what a unit was asked.
drop index risk_centre.finding_live;
create unique index finding_live on risk_centre.finding (node_id, (coalesce(risk, kit)), subject_kind, subject_id, shadow)
  where state not in ('dismissed', 'closed');

alter table risk_centre.signal add column kit text generated always as (verdict->>'kit') stored;
alter table risk_centre.signal add column rule text generated always as (verdict->>'rule') stored;
-- The records it rests on: a signal with no new one among them was said before.
alter table risk_centre.signal add column seen text[] not null default '{}';
create index signal_kit on risk_centre.signal (node_id, kit, period_from);
create index signal_newest on risk_centre.signal (node_id, id desc);

-- A look at one thing because a fact called for it is not a run over everything; what others of its kind measured is kept beside the run.
alter table risk_centre.run add column at_once boolean not null default false;
alter table risk_centre.run add column peers jsonb;

-- Sensitivity as it was set here, over what the kit came with.
create table risk_centre.kit_setting (
  node_id int not null default kernel.node(),
  kit text not null,
  settings jsonb not null,
  since timestamptz not null,
  primary key (node_id, kit)
);
call kernel.guard_directory('risk_centre.kit_setting');

-- A try on history: what the kit would have said of a past period under given settings. Nothing of it is a finding.
create table risk_centre.trial (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  person_id uuid,
  kit text not null,
  kit_version text not null,
  period_from date not null,
  period_to date not null,
  -- As asked, and as they stood that day.
  settings jsonb not null,
  present jsonb not null,
  standards jsonb not null,
  state text not null check (state in ('waiting', 'running', 'done', 'cancelled', 'too-much')),
  done int not null default 0,
  "of" int not null default 0,
  -- Cases by what was said of them, under the asked settings and under the present ones.
  asked_counts jsonb not null default '{}',
  present_counts jsonb not null default '{}',
  asked_at timestamptz not null,
  ended_at timestamptz,
  primary key (node_id, id)
);
call kernel.guard('risk_centre.trial', 'person_id');
create index trial_kit on risk_centre.trial (node_id, kit, asked_at desc);

create table risk_centre.trial_alarm (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  trial_id uuid not null,
  subject_kind text not null,
  subject_id text not null,
  subject_name text not null,
  period_from date not null,
  period_to date not null,
  rule text not null,
  value double precision,
  threshold double precision,
  measure text not null,
  explanation jsonb not null,
  -- Under which settings it would have been raised; neither where only a real finding stands.
  asked boolean not null,
  present boolean not null,
  finding_id uuid,
  primary key (node_id, id),
  foreign key (node_id, trial_id) references risk_centre.trial (node_id, id)
);
call kernel.guard('risk_centre.trial_alarm', null, null);
create index trial_alarm_trial on risk_centre.trial_alarm (node_id, trial_id, period_from);

drop view risk_centre_read.finding_v1;
create view risk_centre_read.finding_v1 with (security_invoker = true) as
select f.node_id, f.id, f.unit_id, f.assigned_to as person_id, f.number, f.kit, coalesce(f.verdict->'title'->>'zh', f.kit) as kit_title, coalesce(f.verdict->'title'->>'en', f.kit) as kit_title_en, f.subject_kind, f.subject_id, f.subject_name, f.period_from, f.period_to,
       f.state, f.level, f.probability, f.loss_mid, f.loss_unit, f.probability * coalesce(f.loss_mid, 0) as expected_loss,
       -- Only money can be put in order of money.
       case when f.loss_unit = 'fen' then f.probability * f.loss_mid end as expected_loss_fen,
       f.verdict->'explanation'->>'zh' as explanation, f.verdict->'explanation'->>'en' as explanation_en,
       f.raised_at, f.due_at, (f.state not in ('dismissed', 'closed') and f.due_at < now()) as overdue,
       (f.state not in ('dismissed', 'closed')) as live, f.escalations, f.escalated_unit_id,
       f.outcome, f.cause, f.answered_at, f.decided_at, f.closed_at, f.shadow, f.version, f.search, u.name as unit_name,
       coalesce(f.risk, f.kit) as risk,
       (select array_agg(distinct s.kit) from risk_centre.signal s where s.node_id = f.node_id and s.finding_id = f.id) as kits
  from risk_centre.finding f join kernel.unit u on (u.node_id, u.id) = (f.node_id, f.unit_id);

drop view risk_centre_read.run_v1;
create view risk_centre_read.run_v1 with (security_invoker = true) as
select node_id, id, unit_id, kit, kit_version, period_from, period_to, at, looked, flagged, clear, insufficient, not_applicable, at_once from risk_centre.run;

-- Each verdict beside each kit that spoke in it: what precision is counted from, and opens.
create view risk_centre_read.verdict_v1 with (security_invoker = true) as
select f.node_id, md5(f.id || k.kit)::uuid as id, f.id as finding_id, f.unit_id, f.number, f.subject_name, f.shadow, f.outcome, f.cause, f.outcome_reason, f.decided_at, f.state, k.kit, u.name as unit_name
  from risk_centre.finding f
  join kernel.unit u on (u.node_id, u.id) = (f.node_id, f.unit_id)
  cross join lateral (select distinct s.kit from risk_centre.signal s where s.node_id = f.node_id and s.finding_id = f.id) k
 where f.outcome is not null;

create view risk_centre_read.signal_v1 with (security_invoker = true) as
select s.node_id, s.id, s.unit_id, s.finding_id, s.kit, s.rule, s.at, s.period_from, s.period_to, f.subject_kind, f.subject_id, f.subject_name, f.state, f.shadow
  from risk_centre.signal s join risk_centre.finding f on (f.node_id, f.id) = (s.node_id, s.finding_id);

create view risk_centre_read.trial_v1 with (security_invoker = true) as
select node_id, id, unit_id, person_id, kit, kit_version, period_from, period_to, state, done, "of",
       coalesce((asked_counts->>'flag')::int, 0) as asked_flags, coalesce((present_counts->>'flag')::int, 0) as present_flags,
       coalesce((asked_counts->>'insufficient_data')::int, 0) as insufficient, asked_at, ended_at from risk_centre.trial;

create view risk_centre_read.trial_alarm_v1 with (security_invoker = true) as
select a.node_id, a.id, a.unit_id, a.trial_id, a.subject_kind, a.subject_id, a.subject_name, to_char(a.period_from, 'YYYY-MM') as month, a.period_from, a.period_to,
       a.rule, a.value, a.threshold, a.measure, a.explanation->>'zh' as explanation, a.explanation->>'en' as explanation_en, a.asked, a.present,
       a.finding_id, f.number as finding_number, f.outcome, f.state as finding_state, u.name as unit_name,
       case when not a.asked then 'no-longer' when a.finding_id is null then 'new' else 'agree' end as standing
  from risk_centre.trial_alarm a
  join kernel.unit u on (u.node_id, u.id) = (a.node_id, a.unit_id)
  left join risk_centre.finding f on (f.node_id, f.id) = (a.node_id, a.finding_id);
