-- 风险登记册: a risk in words with its owner's post, rated on the matrix before and after its controls, and accepted until a day.
create table risk_centre.risk (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  name text not null,
  office text not null,
  post_id uuid not null,
  post_title text not null,
  controls text not null,
  likelihood int not null check (likelihood between 1 and 5),
  consequence int not null check (consequence between 1 and 5),
  level text not null check (level in ('red', 'orange', 'yellow', 'blue')),
  residual_likelihood int not null check (residual_likelihood between 1 and 5),
  residual_consequence int not null check (residual_consequence between 1 and 5),
  residual_level text not null check (residual_level in ('red', 'orange', 'yellow', 'blue')),
  state text not null check (state in ('open', 'accepted', 'expired', 'closed')),
  -- The last day the acceptance holds; the reason stands as long as the next one does not.
  accepted_until date,
  accepted_reason text,
  conclusion text,
  entered_at timestamptz not null,
  assessed_at timestamptz not null,
  closed_at timestamptz,
  search text[] not null default '{}',
  version int not null default 1,
  primary key (node_id, id)
);
call kernel.guard('risk_centre.risk');
create index risk_entered on risk_centre.risk (node_id, entered_at desc, id);
create index risk_accepted on risk_centre.risk (node_id, accepted_until) where state = 'accepted';
create index risk_search on risk_centre.risk using gin (search);

-- Which findings belong to a risk.
create table risk_centre.risk_finding (
  node_id int not null default kernel.node(),
  risk_id uuid not null,
  finding_id uuid not null,
  unit_id uuid not null,
  at timestamptz not null,
  primary key (node_id, risk_id, finding_id),
  foreign key (node_id, risk_id) references risk_centre.risk (node_id, id),
  foreign key (node_id, finding_id) references risk_centre.finding (node_id, id)
);
call kernel.guard('risk_centre.risk_finding', null, 'risk_id');
create index risk_finding_of on risk_centre.risk_finding (node_id, finding_id);

create view risk_centre_read.risk_v1 with (security_invoker = true) as
select r.node_id, r.id, r.unit_id, r.name, r.office, r.post_id, r.post_title, r.controls, r.likelihood, r.consequence, r.level,
       r.residual_likelihood, r.residual_consequence, r.residual_level, r.state, r.state <> 'closed' as live, r.accepted_until, r.accepted_reason,
       r.entered_at, r.assessed_at, r.closed_at, r.search, r.version, u.name as unit_name,
       (select count(*) from risk_centre.risk_finding b where (b.node_id, b.risk_id) = (r.node_id, r.id))::int as findings
  from risk_centre.risk r join kernel.unit u on (u.node_id, u.id) = (r.node_id, r.unit_id);
