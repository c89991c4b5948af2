-- {{zh}}. A row belongs to a unit; who sees it follows from the unit.

create table {{schema}}.{{noun_}} (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  name text not null check (length(name) between 1 and 100),
  note text not null default '',
  search text[] not null default '{}',
  version int not null default 1,
  primary key (node_id, id),
  -- The unit is part of the key: a clash never tells of another unit's rows (SEC-DB-06).
  unique (node_id, unit_id, name)
);
create index {{noun_}}_search on {{schema}}.{{noun_}} using gin (search);
call kernel.guard('{{schema}}.{{noun_}}');

create view {{schema}}_read.{{noun_}}_v1 with (security_invoker = true) as
select node_id, id, unit_id, name, note, search, version from {{schema}}.{{noun_}};
