-- Findings: one kind of anomaly on one subject, raised by a kit, answered by the unit first, followed to its end.
create table risk_centre.finding (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  number text not null,
  kit text not null,
  kit_version text not null,
  subject_kind text not null,
  subject_id text not null,
  subject_name text not null,
  period_from date not null,
  period_to date not null,
  state text not null check (state in ('raised', 'explained', 'confirmed', 'assigned', 'rectified', 'dismissed', 'closed')),
  level text not null check (level in ('red', 'orange', 'yellow', 'blue')),
  probability double precision not null check (probability between 0 and 1),
  loss_low double precision,
  loss_mid double precision,
  loss_high double precision,
  loss_unit text,
  -- The newest verdict whole: rule, words, evidence, standards with article and day, settings. Earlier ones stay in `signal`.
  -- Raised by a kit on trial: reviewed by the kit's owner, shown to nobody else, asked of no unit (RE-01).
  shadow boolean not null,
  verdict jsonb not null,
  opens text,
  raised_at timestamptz not null,
  due_at timestamptz,
  escalations int not null default 0,
  escalated_unit_id uuid,
  answer text,
  answered_at timestamptz,
  outcome text check (outcome in ('confirmed', 'partly-confirmed', 'explained', 'data-problem', 'not-verifiable')),
  outcome_reason text,
  decided_at timestamptz,
  assigned_to uuid,
  rectified text,
  closed_at timestamptz,
  search text[] not null default '{}',
  version int not null default 1,
  primary key (node_id, id)
);
call kernel.guard('risk_centre.finding', 'assigned_to');
create unique index finding_number_ on risk_centre.finding (node_id, number);
-- One subject is not asked twice for the same thing while it is being handled.
create unique index finding_live on risk_centre.finding (node_id, kit, subject_kind, subject_id) where state not in ('dismissed', 'closed');
create index finding_raised on risk_centre.finding (node_id, raised_at desc, id);
create index finding_due on risk_centre.finding (node_id, due_at) where state not in ('dismissed', 'closed');
create index finding_kit on risk_centre.finding (node_id, kit, decided_at);
create index finding_search on risk_centre.finding using gin (search);

-- Every verdict that flagged, merged into a finding: nothing is overwritten.
create table risk_centre.signal (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  finding_id uuid not null,
  at timestamptz not null,
  period_from date not null,
  period_to date not null,
  verdict jsonb not null,
  primary key (node_id, id),
  foreign key (node_id, finding_id) references risk_centre.finding (node_id, id)
);
call kernel.guard('risk_centre.signal', null, 'finding_id');
create index signal_finding on risk_centre.signal (node_id, finding_id, at);

-- What each run looked at, so that silence is counted and never read as clean.
create table risk_centre.run (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  kit text not null,
  kit_version text not null,
  period_from date not null,
  period_to date not null,
  at timestamptz not null,
  looked int not null,
  flagged int not null,
  clear int not null,
  insufficient int not null,
  not_applicable int not null,
  primary key (node_id, id)
);
call kernel.guard('risk_centre.run', null, null);
create index run_kit on risk_centre.run (node_id, kit, at desc);

-- The state a kit was put into here, over the one it came with.
create table risk_centre.kit_state (
  node_id int not null default kernel.node(),
  kit text not null,
  state text not null check (state in ('shadow', 'live', 'restricted', 'retired')),
  since timestamptz not null,
  primary key (node_id, kit)
);
call kernel.guard_directory('risk_centre.kit_state');

create table risk_centre.finding_number (
  node_id int not null default kernel.node(),
  year int not null,
  last int not null,
  primary key (node_id, year)
);
call kernel.guard_directory('risk_centre.finding_number');

create view risk_centre_read.finding_v1 with (security_invoker = true) as
select f.node_id, f.id, f.unit_id, f.assigned_to as person_id, f.number, f.kit, coalesce(f.verdict->'title'->>'zh', f.kit) as kit_title, coalesce(f.verdict->'title'->>'en', f.kit) as kit_title_en, f.subject_kind, f.subject_id, f.subject_name, f.period_from, f.period_to,
       f.state, f.level, f.probability, f.loss_mid, f.loss_unit, f.probability * coalesce(f.loss_mid, 0) as expected_loss,
       f.verdict->'explanation'->>'zh' as explanation, f.verdict->'explanation'->>'en' as explanation_en,
       f.raised_at, f.due_at, (f.state not in ('dismissed', 'closed') and f.due_at < now()) as overdue, f.escalations, f.escalated_unit_id,
       f.outcome, f.answered_at, f.decided_at, f.closed_at, f.shadow, f.version, f.search, u.name as unit_name
  from risk_centre.finding f join kernel.unit u on (u.node_id, u.id) = (f.node_id, f.unit_id);

create view risk_centre_read.run_v1 with (security_invoker = true) as
select node_id, id, unit_id, kit, kit_version, period_from, period_to, at, looked, flagged, clear, insufficient, not_applicable from risk_centre.run;
