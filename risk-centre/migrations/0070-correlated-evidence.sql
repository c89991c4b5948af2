-- What each kit said of each subject in each month, of kits that are compared with others over the same records: one row that is updated. How much they repeat each other is
-- measured from it; a run keeps counts alone.
create table risk_centre.look (
  node_id int not null default kernel.node(),
  unit_id uuid not null,
  kit text not null,
  -- First day of the month in which the period looked at ends.
  month date not null,
  subject_kind text not null,
  subject_id text not null,
  said text not null check (said in ('hit', 'clear', 'insufficient')),
  primary key (node_id, kit, month, subject_kind, subject_id)
);
call kernel.guard('risk_centre.look', null, null);

-- How much the kits of one risk over the same records repeat each other.
create table risk_centre.repeating (
  node_id int not null default kernel.node(),
  risk text not null,
  records text not null,
  subject text not null,
  kits text[] not null,
  -- Null where too few subjects were looked at by all, or the kits flagged too seldom.
  rho double precision check (rho between 0 and 1),
  subjects int not null,
  hits int not null,
  needed int not null,
  since timestamptz not null,
  primary key (node_id, risk, records, subject)
);
call kernel.guard_directory('risk_centre.repeating');

-- The probability by the kits' own accounts before any verdict corrected it, and how it was corrected: { way, cases, came }. Older findings: not kept.
alter table risk_centre.finding add column stated double precision check (stated between 0 and 1);
alter table risk_centre.finding add column correction jsonb;
