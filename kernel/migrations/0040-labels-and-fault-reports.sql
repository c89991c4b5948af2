-- QR labels of things, and the faults that people report by scanning them.

-- Which code is stuck on which thing, and no more: whose the thing is, its room knows. A code opens the public name and the fault form.
create table kernel.label (
  node_id int not null default kernel.node(),
  id uuid not null,
  kind text not null check (length(kind) <= 100),
  object_id uuid not null,
  token text not null check (length(token) = 22),
  made_at timestamptz not null,
  revoked_at timestamptz,
  revoked_why text check (length(revoked_why) <= 300),
  primary key (node_id, id)
);
create unique index label_token on kernel.label (node_id, token);
create unique index label_in_use on kernel.label (node_id, object_id) where revoked_at is null;
call kernel.guard_directory('kernel.label');
grant select, insert, update on kernel.label to opengoa_kernel;

create table kernel.fault_report (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  number text not null,
  kind text not null,
  object_id uuid not null,
  -- The public name of the thing on that day.
  thing text not null check (length(thing) between 1 and 200),
  what text not null check (length(what) <= 60),
  words text not null default '' check (length(words) <= 500),
  -- Both as one sentence, as the handler reads it.
  said text not null check (length(said) <= 600),
  state text not null check (state in ('reported', 'taken', 'handled', 'not-ours', 'confirmed')),
  -- A digest: who reads the table cannot answer for the reporter.
  tracking bytea not null,
  -- Only of somebody who was signed in.
  reporter_id uuid,
  reported_at timestamptz not null,
  due_at timestamptz not null,
  taken_at timestamptz,
  ended_at timestamptz,
  answer text check (length(answer) <= 500),
  -- Whose it is instead.
  whose text check (length(whose) <= 200),
  reopened int not null default 0,
  photos int not null default 0,
  search text[] not null default '{}',
  version int not null default 1,
  primary key (node_id, id)
);
create unique index fault_report_tracking on kernel.fault_report (node_id, tracking);
create index fault_report_unit on kernel.fault_report (node_id, unit_id, reported_at desc);
create index fault_report_object on kernel.fault_report (node_id, object_id, reported_at desc);
create index fault_report_at on kernel.fault_report (node_id, reported_at);
create index fault_report_search on kernel.fault_report using gin (search);
call kernel.guard('kernel.fault_report', 'reporter_id');
grant select, update on kernel.fault_report to opengoa_work;
grant insert on kernel.fault_report to opengoa_kernel;

-- What a room began because of a report: both show both, nothing is copied.
create table kernel.fault_report_link (
  node_id int not null default kernel.node(),
  unit_id uuid not null,
  report_id uuid not null,
  kind text not null,
  object_id uuid not null,
  title text not null check (length(title) between 1 and 200),
  opens text not null check (length(opens) <= 300),
  linked_at timestamptz not null,
  primary key (node_id, report_id, object_id),
  foreign key (node_id, report_id) references kernel.fault_report (node_id, id)
);
call kernel.guard('kernel.fault_report_link', null, 'report_id');
grant select, insert on kernel.fault_report_link to opengoa_work;

-- Where nobody may report without an account: the nearest unit up the tree that said so decides; at the root it is off wholly.
create table kernel.fault_report_switch (
  node_id int not null default kernel.node(),
  unit_id uuid not null,
  is_open boolean not null,
  why text not null check (length(why) <= 300),
  since timestamptz not null,
  primary key (node_id, unit_id)
);
call kernel.guard('kernel.fault_report_switch', null, null);
grant select, insert, update on kernel.fault_report_switch to opengoa_kernel;

create view kernel.fault_report_v1 with (security_invoker = true) as
select node_id, id, unit_id, number, kind, object_id, thing, what, words, said, state, reporter_id as person_id, reported_at, due_at, taken_at, ended_at, answer,
       whose, reopened, photos, search, version, state in ('reported', 'taken') and due_at < now() as overdue
  from kernel.fault_report;
grant select on kernel.fault_report_v1 to opengoa_work;
