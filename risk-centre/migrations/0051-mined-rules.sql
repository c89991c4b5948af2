-- Rules that the system proposes from what people decided, as readable conditions: tried beside the work, signed by a person before they count.
create table risk_centre.mined_rule (
  node_id int not null default kernel.node(),
  id uuid not null,
  -- The desk of risk officers whose findings it was mined from.
  unit_id uuid not null,
  way text not null check (way in ('verdicts', 'together')),
  -- Its conditions in one order: the same are not proposed twice.
  key text not null,
  conditions jsonb not null,
  told jsonb not null,
  evidence jsonb not null,
  found_until date not null,
  state text not null check (state in ('draft', 'live', 'refused', 'withdrawn')),
  asked_by uuid,
  drafted_at timestamptz not null,
  signed_by uuid,
  signed_at timestamptz,
  -- The last word on it and why.
  decided_at timestamptz,
  reason text,
  primary key (node_id, id)
);
call kernel.guard('risk_centre.mined_rule');
create unique index mined_rule_once on risk_centre.mined_rule (node_id, unit_id, md5(key));

-- Findings that a rule speaks of: those it came from, those met while it is tried, those it is told of on their page.
create table risk_centre.rule_mark (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  rule_id uuid not null,
  finding_id uuid not null,
  kind text not null check (kind in ('source', 'shadow', 'live', 'withdrawn')),
  told jsonb not null,
  at timestamptz not null,
  primary key (node_id, id),
  foreign key (node_id, rule_id) references risk_centre.mined_rule (node_id, id),
  foreign key (node_id, finding_id) references risk_centre.finding (node_id, id)
);
call kernel.guard('risk_centre.rule_mark', null, 'finding_id');
create unique index rule_mark_once on risk_centre.rule_mark (node_id, rule_id, finding_id);
create index rule_mark_finding on risk_centre.rule_mark (node_id, finding_id);

create view risk_centre_read.rule_row_v1 with (security_invoker = true) as
select m.node_id, m.id, m.unit_id, m.rule_id, m.finding_id, m.kind, m.at, f.number, f.kit, coalesce(f.verdict->'title'->>'zh', f.kit) as kit_title,
       coalesce(f.verdict->'title'->>'en', f.kit) as kit_title_en, f.subject_name, f.period_from, f.state, f.outcome, f.decided_at, u.name as unit_name
  from risk_centre.rule_mark m
  join risk_centre.finding f on (f.node_id, f.id) = (m.node_id, m.finding_id)
  join kernel.unit u on (u.node_id, u.id) = (m.node_id, m.unit_id);
