-- A verification of the Record that an audit officer asked for: how far it has come and what it found.
create table kernel.verification (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  person_id uuid not null,
  state text not null check (state in ('waiting', 'running', 'done')),
  done bigint not null default 0,
  of bigint,
  clean boolean,
  says jsonb,
  problems jsonb,
  asked_at timestamptz not null,
  ended_at timestamptz,
  primary key (node_id, id)
);
call kernel.guard('kernel.verification', 'person_id');
grant select, insert, update on kernel.verification to opengoa_kernel;
