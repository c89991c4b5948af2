-- Cases walk through steps; an open step is a task held by somebody.

create table kernel.steps_case (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  definition text not null,
  definition_version text not null,
  object_kind text not null,
  object_id uuid not null,
  asker_id uuid not null,
  attributes jsonb not null,
  state jsonb not null,
  status text not null check (status in ('open', 'approved', 'refused', 'withdrawn')),
  opened_at timestamptz not null,
  ended_at timestamptz,
  version int not null default 1,
  primary key (node_id, id)
);
create unique index steps_case_open on kernel.steps_case (node_id, object_id) where status = 'open';
create index steps_case_object on kernel.steps_case (node_id, object_id);

create table kernel.task (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  case_id uuid,
  step text,
  kind text not null,
  title jsonb not null,
  summary text not null default '',
  object_kind text not null,
  object_id uuid not null,
  verbs text[] not null default '{}',
  opens text,
  state text not null check (state in ('open', 'done', 'withdrawn')),
  asker_id uuid,
  raised_at timestamptz not null,
  due_at timestamptz,
  ended_at timestamptz,
  ended_by uuid,
  answer text,
  primary key (node_id, id)
);
create index task_object on kernel.task (node_id, object_id);
create index task_open_due on kernel.task (node_id, due_at) where state = 'open';
create index task_asker on kernel.task (node_id, asker_id, raised_at desc);

create table kernel.task_holder (
  node_id int not null default kernel.node(),
  task_id uuid not null,
  person_id uuid not null,
  part text not null check (part in ('holder', 'copied')),
  primary key (node_id, task_id, person_id, part),
  foreign key (node_id, task_id) references kernel.task (node_id, id)
);
create index task_holder_person on kernel.task_holder (node_id, person_id);

-- A task is seen by its holders, its asker, and whoever's rights cover its unit; the holder table follows the task.
alter table kernel.task_holder enable row level security;
alter table kernel.task_holder force row level security;
create policy node on kernel.task_holder using (node_id = (select kernel.node())) with check (node_id = (select kernel.node()));

alter table kernel.task enable row level security;
alter table kernel.task force row level security;
create policy unit on kernel.task
  using (node_id = (select kernel.node()) and (
    unit_id in (select kernel.scope_units()) or asker_id = any ((select kernel.persons())::uuid[])
    or object_id = any ((select kernel.objects())::uuid[])
    or id in (select h.task_id from kernel.task_holder h where h.node_id = (select kernel.node()) and h.person_id = any ((select kernel.persons())::uuid[]))))
  with check (node_id = (select kernel.node()));

alter table kernel.steps_case enable row level security;
alter table kernel.steps_case force row level security;
create policy unit on kernel.steps_case
  using (node_id = (select kernel.node()) and (
    unit_id in (select kernel.scope_units()) or asker_id = any ((select kernel.persons())::uuid[])
    or object_id = any ((select kernel.objects())::uuid[])))
  with check (node_id = (select kernel.node()));

grant select, insert, update on kernel.steps_case, kernel.task to opengoa_work;
grant select, insert, delete on kernel.task_holder to opengoa_work;

-- Does the asking person (or whoever they stand in for) hold an open task on the object? Row-level security already shows a holder their own tasks,
-- so the question needs no more right than the asking person has.
create function kernel.holds(object uuid) returns boolean language sql stable as $$
  select exists (
    select 1 from kernel.task t join kernel.task_holder h on (h.node_id, h.task_id) = (t.node_id, t.id)
     where t.node_id = kernel.node() and t.object_id = object and t.state = 'open' and h.part = 'holder'
       and h.person_id = any (kernel.persons()))
$$;
grant execute on function kernel.holds(uuid) to opengoa_work;

-- In-site messages: the bell. Only the receiver's own.
create table kernel.message (
  node_id int not null default kernel.node(),
  id uuid not null,
  person_id uuid not null,
  title jsonb not null,
  opens text,
  object_id uuid,
  at timestamptz not null,
  read_at timestamptz,
  primary key (node_id, id)
);
create index message_person on kernel.message (node_id, person_id, at desc);
alter table kernel.message enable row level security;
alter table kernel.message force row level security;
create policy own on kernel.message for select using (node_id = (select kernel.node()) and person_id = (select kernel.person()));
create policy own_read on kernel.message for update using (node_id = (select kernel.node()) and person_id = (select kernel.person()));
create policy send on kernel.message for insert with check (node_id = (select kernel.node()));
grant select, insert, update on kernel.message to opengoa_work;
