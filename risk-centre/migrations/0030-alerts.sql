-- Alerts of a week: what went out in which colour and why, and what was held back. Each desk of risk officers has its week.
create table risk_centre.alert_week (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  week date not null,
  persons int not null,
  -- The budget as it stood: { falseShare: { red, orange, yellow }, officeAlerts, alerts, hours }.
  budget jsonb not null,
  carried int not null,
  carried_hours double precision not null,
  -- Open findings that are no alert by their stakes: blue.
  faint int not null,
  -- How what kits state was corrected by what cases became: { way, cases, rarer, needed }.
  correction jsonb not null,
  drawn_at timestamptz not null,
  primary key (node_id, id)
);
call kernel.guard('risk_centre.alert_week', null, null);
create unique index alert_week_of on risk_centre.alert_week (node_id, unit_id, week);

create table risk_centre.alert (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  finding_id uuid not null,
  week_id uuid not null,
  week date not null,
  office text not null,
  standing text not null check (standing in ('sent', 'too-uncertain', 'no-capacity')),
  colour text not null check (colour in ('red', 'orange', 'yellow')),
  -- What its stakes asked for: graver than the colour where it was too uncertain for that.
  asked text not null check (asked in ('red', 'orange', 'yellow')),
  reason text not null,
  stated double precision not null check (stated between 0 and 1),
  probability double precision not null check (probability between 0 and 1),
  loss_fen double precision not null,
  floored boolean not null,
  hours double precision not null,
  at timestamptz not null,
  primary key (node_id, id),
  foreign key (node_id, finding_id) references risk_centre.finding (node_id, id),
  foreign key (node_id, week_id) references risk_centre.alert_week (node_id, id)
);
call kernel.guard('risk_centre.alert', null, null);
create unique index alert_of on risk_centre.alert (node_id, week_id, finding_id);
create index alert_finding on risk_centre.alert (node_id, finding_id, at desc);
create index alert_in_week on risk_centre.alert (node_id, week, standing);

create view risk_centre_read.alert_v1 with (security_invoker = true) as
select a.node_id, a.id, a.unit_id, a.finding_id, a.week, a.office, a.standing, a.colour, a.asked, a.reason, a.stated, a.probability,
       a.loss_fen, a.floored, a.probability * a.loss_fen as expected_loss_fen, a.hours, a.at,
       f.number, f.subject_name, f.kit, coalesce(f.verdict->'title'->>'zh', f.kit) as kit_title, coalesce(f.verdict->'title'->>'en', f.kit) as kit_title_en,
       f.state, f.outcome, f.shadow, u.name as unit_name
  from risk_centre.alert a
  join risk_centre.finding f on (f.node_id, f.id) = (a.node_id, a.finding_id)
  join kernel.unit u on (u.node_id, u.id) = (a.node_id, a.unit_id);
