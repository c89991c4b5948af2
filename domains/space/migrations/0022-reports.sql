-- 办公用房统计报告 of a unit and all below it, as of a day. What was submitted stays as it was; the ledger goes on.
create table space.report (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  year int not null check (year between 2000 and 2200),
  as_of date not null,
  due_day date not null,
  state text not null default 'draft' check (state in ('draft', 'submitted', 'returned', 'accepted')),
  -- The forms, as they were drawn up.
  forms jsonb not null,
  drawn_at timestamptz not null,
  head text,
  statistician text,
  submitted_by uuid,
  submitted_name text,
  submitted_at timestamptz,
  sha256 text,
  decided_name text,
  decided_at timestamptz,
  opinion text,
  version int not null default 1,
  primary key (node_id, id)
);
create unique index report_once on space.report (node_id, unit_id, year);
call kernel.guard('space.report');

create view space_read.report_v1 with (security_invoker = true) as
select r.node_id, r.id, r.unit_id, r.year, r.as_of, r.due_day, r.state, r.drawn_at, r.submitted_name, r.submitted_at, r.decided_name, r.decided_at, r.opinion,
       r.version, (r.forms->'total'->>'units')::int as units, (r.forms->'total'->>'buildings')::int as buildings,
       (r.forms->'total'->>'grossM2')::numeric as gross_m2, (r.forms->'total'->>'basicM2')::numeric as basic_m2,
       (r.forms->'total'->>'vacantM2')::numeric as vacant_m2, (r.forms->'total'->>'overM2')::numeric as over_m2,
       case when r.submitted_at is null or r.state in ('draft', 'returned') then r.due_day < (now() at time zone 'Asia/Shanghai')::date
            else r.due_day < (r.submitted_at at time zone 'Asia/Shanghai')::date end as late
  from space.report r;
