-- Values a city or county sets for itself, and waivers a superior signed. Same shape as the files; two people make one (SEC-TA-06).
create table kernel.local_standard (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  standard text not null,
  row jsonb not null,
  proposed_by uuid not null,
  confirmed_by uuid,
  withdrawn_at timestamptz,
  at timestamptz not null default now(),
  primary key (node_id, id),
  check (confirmed_by is null or confirmed_by <> proposed_by)
);
call kernel.guard_directory('kernel.local_standard');
grant select on kernel.local_standard to opengoa_work;
grant insert, update on kernel.local_standard to opengoa_kernel;
