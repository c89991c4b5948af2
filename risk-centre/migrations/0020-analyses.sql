-- Methods run over files from outside. What a file holds is in no fact: once it is dropped, nothing of it is left but who analysed what and when.
create table risk_centre.analysis (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  person_id uuid,
  method text not null,
  name text,
  state text not null check (state in ('looking', 'looked', 'waiting', 'running', 'done', 'kept', 'cancelled', 'failed', 'dropped')),
  -- Which file is what: [{ "file", "name", "role" }].
  files jsonb not null,
  -- By file: headers, which column is which, the first rows; gone with the files.
  heads jsonb,
  settings jsonb not null default '{}',
  -- Rows to be read, as they were counted; read, passed over, answered, flagged so far.
  rows_of int not null default 0,
  rows_read int not null default 0,
  bad int not null default 0,
  answers int not null default 0,
  flags int not null default 0,
  -- Why it failed, in both languages.
  why jsonb,
  -- Which run over the files is at work; a second one does not write beside it.
  attempt uuid,
  asked_at timestamptz not null,
  touched_at timestamptz not null,
  ended_at timestamptz,
  version int not null default 1,
  primary key (node_id, id)
);
call kernel.guard('risk_centre.analysis', 'person_id');
create index analysis_state on risk_centre.analysis (node_id, state, asked_at desc);
create unique index analysis_name on risk_centre.analysis (node_id, unit_id, name) where state = 'kept';

create table risk_centre.analysis_answer (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  analysis_id uuid not null,
  place int not null,
  -- In the order of the method's own columns.
  cells jsonb not null,
  score double precision,
  flag boolean not null,
  reason text not null,
  reason_en text not null,
  primary key (node_id, id),
  foreign key (node_id, analysis_id) references risk_centre.analysis (node_id, id)
);
call kernel.guard('risk_centre.analysis_answer', null, null);
create unique index analysis_answer_place on risk_centre.analysis_answer (node_id, analysis_id, place);
create index analysis_answer_flag on risk_centre.analysis_answer (node_id, analysis_id, place) where flag;

create table risk_centre.analysis_bad_row (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  analysis_id uuid not null,
  place int not null,
  file text not null,
  line int not null,
  why text not null,
  why_en text not null,
  primary key (node_id, id),
  foreign key (node_id, analysis_id) references risk_centre.analysis (node_id, id)
);
call kernel.guard('risk_centre.analysis_bad_row', null, null);
create unique index analysis_bad_row_place on risk_centre.analysis_bad_row (node_id, analysis_id, place);

create view risk_centre_read.analysis_v1 with (security_invoker = true) as
select a.node_id, a.id, a.unit_id, a.person_id, a.method, a.name, a.state, a.answers, a.flags, a.bad, a.rows_read, a.asked_at, a.ended_at,
       (select string_agg(f->>'name', '、') from jsonb_array_elements(a.files) f) as file_names
  from risk_centre.analysis a where a.state <> 'dropped';
