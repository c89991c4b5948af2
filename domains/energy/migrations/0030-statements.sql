-- 公共机构能源资源消费统计 of an institution and a month: pre-filled from what was read, corrected with a reason, submitted, accepted above.
create table energy.statement (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  month date not null check (extract(day from month) = 1),
  state text not null default 'draft' check (state in ('draft', 'submitted', 'returned', 'accepted')),
  -- From which day on the form holds: its version.
  form_day date not null,
  due_day date not null,
  opened_at timestamptz not null,
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
create unique index statement_once on energy.statement (node_id, unit_id, month);
create index statement_month on energy.statement (node_id, month desc, id);
call kernel.guard('energy.statement');

-- A cell of the form. Amounts in thousandths of the line's unit, costs in fen. `taken` is what the records say, `value` what is reported.
create table energy.statement_cell (
  node_id int not null default kernel.node(),
  statement_id uuid not null,
  unit_id uuid not null,
  line text not null,
  field text not null check (field in ('amount', 'cost')),
  value bigint,
  taken bigint,
  corrected boolean not null default false,
  basis text check (basis in ('metered', 'ledger', 'bill', 'allocated', 'estimated')),
  why text,
  source jsonb not null,
  primary key (node_id, statement_id, line, field),
  foreign key (node_id, statement_id) references energy.statement (node_id, id)
);
call kernel.guard('energy.statement_cell', null, null);

-- What the unit said to a note of the audit rules. It goes when the line is corrected afterwards.
create table energy.statement_answer (
  node_id int not null default kernel.node(),
  statement_id uuid not null,
  unit_id uuid not null,
  rule text not null,
  line text not null,
  answer text not null,
  primary key (node_id, statement_id, rule, line),
  foreign key (node_id, statement_id) references energy.statement (node_id, id)
);
call kernel.guard('energy.statement_answer', null, null);

create view energy_read.statement_v1 with (security_invoker = true) as
select s.node_id, s.id, s.unit_id, s.month, s.state, s.due_day, s.submitted_name, s.submitted_at, s.decided_name, s.decided_at, s.opinion, s.version,
       case when s.submitted_at is null or s.state = 'returned' then s.due_day < (now() at time zone 'Asia/Shanghai')::date
            else s.due_day < (s.submitted_at at time zone 'Asia/Shanghai')::date end as late,
       c.electricity, c.water, c.natural_gas, c.cost_fen, c.corrected
  from energy.statement s
 cross join lateral (
   select (max(value) filter (where line = 'electricity' and field = 'amount'))::numeric / 1000 as electricity,
          (max(value) filter (where line = 'water' and field = 'amount'))::numeric / 1000 as water,
          (max(value) filter (where line = 'natural-gas' and field = 'amount'))::numeric / 1000 as natural_gas,
          coalesce(sum(value) filter (where field = 'cost'), 0)::bigint as cost_fen,
          (count(*) filter (where t.corrected))::int as corrected
     from energy.statement_cell t where (t.node_id, t.statement_id) = (s.node_id, s.id)) c;

-- Cells of what was submitted, for roll-ups and for the kits that hold reports against meters.
create view energy_read.statement_cell_v1 with (security_invoker = true) as
select c.node_id, c.statement_id, c.unit_id, s.month, s.state, c.line, c.field, c.value, c.taken, c.corrected, c.basis
  from energy.statement_cell c join energy.statement s on (s.node_id, s.id) = (c.node_id, c.statement_id);
