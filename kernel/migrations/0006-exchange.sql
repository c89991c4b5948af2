-- What importing leaves behind: the batch, what each of its rows did (for going on after a crash, and for undoing), why rows were
-- refused, and which header meant which column. Every row carries the importer, who sees it besides those whose rights cover the unit.

create table kernel.import_batch (
  node_id int not null default kernel.node(),
  -- follows from fingerprint and generation, so that the same file sent twice is one batch
  id uuid not null,
  unit_id uuid not null,
  person_id uuid,
  kind text not null check (length(kind) <= 100),
  fingerprint text not null,
  generation int not null,
  -- a label only: the file itself lies under an id
  file_name text not null check (length(file_name) <= 255),
  file_sha256 text not null,
  mapping jsonb not null default '{}',
  accept text not null check (accept in ('all-or-nothing', 'good-rows')),
  state text not null check (state in ('running', 'stopped', 'done', 'taken-back', 'part-way', 'undone', 'refused')),
  new_rows int not null default 0,
  changed_rows int not null default 0,
  same_rows int not null default 0,
  refused_rows int not null default 0,
  begun_at timestamptz not null default now(),
  ended_at timestamptz,
  primary key (node_id, id),
  unique (node_id, fingerprint, generation)
);
create index import_batch_unit on kernel.import_batch (node_id, unit_id, begun_at desc);
call kernel.guard('kernel.import_batch', 'person_id');

-- One act of a batch, written before it runs and settled after.
create table kernel.import_row (
  node_id int not null default kernel.node(),
  batch_id uuid not null,
  line int not null check (line > 0),
  unit_id uuid not null,
  person_id uuid,
  outcome text not null check (outcome in ('new', 'changed')),
  key text not null,
  verb text not null,
  -- emptied once the act is known to have gone through
  input json,
  object_kind text,
  object_id uuid,
  -- values before, for undoing a change
  before jsonb,
  settled_at timestamptz,
  taken_back_at timestamptz,
  primary key (node_id, batch_id, line),
  foreign key (node_id, batch_id) references kernel.import_batch (node_id, id) on delete cascade
);
call kernel.guard('kernel.import_row', 'person_id', null);

create table kernel.import_row_error (
  node_id int not null default kernel.node(),
  batch_id uuid not null,
  line int not null check (line > 0),
  unit_id uuid not null,
  person_id uuid,
  -- [{ column, code, message: { zh, en } }]
  problems jsonb not null,
  primary key (node_id, batch_id, line),
  foreign key (node_id, batch_id) references kernel.import_batch (node_id, id) on delete cascade
);
call kernel.guard('kernel.import_row_error', 'person_id', null);

-- A unit's files tend to come with the same headers: how they were mapped last is offered again.
create table kernel.import_mapping (
  node_id int not null default kernel.node(),
  unit_id uuid not null,
  person_id uuid,
  kind text not null,
  header_print text not null,
  said jsonb not null,
  kept_at timestamptz not null default now(),
  primary key (node_id, unit_id, kind, header_print)
);
call kernel.guard('kernel.import_mapping', 'person_id', null);

grant select, insert, update, delete on kernel.import_batch, kernel.import_row, kernel.import_row_error, kernel.import_mapping to opengoa_kernel;

create view kernel.import_batch_v1 with (security_invoker = true) as
select node_id, id, unit_id, person_id, kind, file_name, accept, state, new_rows, changed_rows, same_rows, refused_rows, begun_at, ended_at
  from kernel.import_batch;
grant select on kernel.import_batch to opengoa_work;
grant select on kernel.import_batch_v1 to opengoa_work;
