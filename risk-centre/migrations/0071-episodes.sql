-- The same thing again soon after it was closed: the case is opened once more as a further round, and the earlier one says so.
alter table risk_centre.finding add column reopens uuid;
alter table risk_centre.finding add column round int not null default 1 check (round >= 1);
alter table risk_centre.finding add column reopened_at timestamptz;
create unique index finding_reopens on risk_centre.finding (node_id, reopens) where reopens is not null;
create index finding_closed on risk_centre.finding (node_id, closed_at) where state = 'closed';
