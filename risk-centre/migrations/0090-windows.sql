-- 纪检监察只读窗口: which findings certain inspectors may look at, on which paper and until which day. Proposed by one person, opened by another.
create table risk_centre.inspection_window (
  node_id int not null default kernel.node(),
  id uuid not null,
  -- The nearest unit that all of it lies below: here the right to open it is judged.
  unit_id uuid not null,
  -- Units with all below them; where findings are named, these alone.
  units uuid[] not null check (cardinality(units) > 0),
  findings uuid[] not null,
  inspectors uuid[] not null check (cardinality(inspectors) > 0),
  inspector_names text not null,
  purpose text not null,
  paper text not null,
  from_day date not null,
  -- The last day on which it shows anything.
  to_day date not null,
  state text not null check (state in ('proposed', 'open', 'closed', 'ended')),
  proposed_by uuid,
  proposed_at timestamptz not null,
  confirmed_by uuid,
  confirmed_at timestamptz,
  closed_by uuid,
  closed_at timestamptz,
  -- Why it was closed before its day, or not opened at all.
  reason text,
  primary key (node_id, id),
  check (to_day >= from_day),
  -- Two persons, said by the table too.
  check (confirmed_by is null or proposed_by is null or confirmed_by <> proposed_by)
);
call kernel.guard('risk_centre.inspection_window');
create index inspection_window_proposed on risk_centre.inspection_window (node_id, proposed_at desc, id);
create index inspection_window_open on risk_centre.inspection_window (node_id, to_day) where state = 'open';

-- Every look through a window: at its list, or at one finding. A row stands at the unit that was looked at.
create table risk_centre.window_look (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  window_id uuid not null,
  finding_id uuid,
  person_id uuid not null,
  at timestamptz not null,
  primary key (node_id, id),
  foreign key (node_id, window_id) references risk_centre.inspection_window (node_id, id),
  foreign key (node_id, finding_id) references risk_centre.finding (node_id, id)
);
call kernel.guard('risk_centre.window_look', null, 'finding_id');
create index window_look_at on risk_centre.window_look (node_id, window_id, at desc);

create view risk_centre_read.window_v1 with (security_invoker = true) as
select w.node_id, w.id, w.unit_id, w.paper, w.purpose, w.inspectors, w.inspector_names, w.from_day, w.to_day, w.state, w.proposed_at, u.name as unit_name,
       (select count(*) from risk_centre.window_look l where (l.node_id, l.window_id) = (w.node_id, w.id))::int as looks
  from risk_centre.inspection_window w join kernel.unit u on (u.node_id, u.id) = (w.node_id, w.unit_id);
