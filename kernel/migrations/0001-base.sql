-- The ground every room stands on: who the database thinks is asking, and the guard that turns row-level security on.
--
-- Database roles (all cluster-wide; created once by migrate):
--   opengoa_app      logs in for the program; inherits nothing; must step into one of the roles below inside each transaction
--   opengoa_work     what every verb of every room may do: read, append to the Record, raise tasks, remember answers
--   opengoa_<room>   work + writing the room's own schema; opengoa_kernel is the kernel's own
--   opengoa_sealer   numbers and seals the Record
-- None of them owns anything or may bypass row-level security (SEC-DB-01).

create schema if not exists kernel;
grant usage on schema kernel to opengoa_work;

-- The asking person, account, scope and node of this transaction. Set once, with transaction scope only (SEC-DB-04);
-- without them every guarded table is empty.
create function kernel.node() returns int language sql stable parallel safe
  as $$ select nullif(current_setting('opengoa.node', true), '')::int $$;
create function kernel.person() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('opengoa.person', true), '')::uuid $$;
-- The asking person and everyone this person stands in for today.
create function kernel.persons() returns uuid[] language sql stable parallel safe
  as $$ select coalesce(string_to_array(nullif(current_setting('opengoa.persons', true), ''), ',')::uuid[], '{}') $$;
create function kernel.actor() returns text language sql stable parallel safe
  as $$ select nullif(current_setting('opengoa.actor', true), '') $$;
-- Objects that an open task of the asking person narrowly opens.
create function kernel.objects() returns uuid[] language sql stable parallel safe
  as $$ select coalesce(string_to_array(nullif(current_setting('opengoa.objects', true), ''), ',')::uuid[], '{}') $$;
create function kernel.auditing() returns boolean language sql stable parallel safe
  as $$ select coalesce(current_setting('opengoa.audit', true), '') = 'on' $$;

-- Which units lie below which today, the unit itself included. A merged unit lies below its successor's place, so history is never orphaned.
create table kernel.unit_below (
  node_id int not null default kernel.node(),
  root_id uuid not null,
  unit_id uuid not null,
  primary key (node_id, root_id, unit_id)
);
grant select on kernel.unit_below to opengoa_work;
alter table kernel.unit_below enable row level security;
alter table kernel.unit_below force row level security;
create policy node on kernel.unit_below using (node_id = (select kernel.node())) with check (node_id = (select kernel.node()));

-- The units the asking person's rights for this very verb or read cover.
create function kernel.scope_units() returns setof uuid language sql stable parallel safe as $$
  select b.unit_id from kernel.unit_below b
   where b.node_id = kernel.node()
     and b.root_id = any (coalesce(string_to_array(nullif(current_setting('opengoa.below', true), ''), ',')::uuid[], '{}'))
  union all
  select unnest(coalesce(string_to_array(nullif(current_setting('opengoa.exact', true), ''), ',')::uuid[], '{}'))
$$;

-- Turns row-level security on and forces it, with one policy for reading and writing:
-- the row is of this node, and its unit is in scope, or it is the person's own, or an open task opens it.
create procedure kernel.guard(target regclass, person text default null, object text default 'id') language plpgsql as $$
declare
  may text := 'unit_id in (select kernel.scope_units())';
begin
  if person is not null then
    may := may || format(' or %I = any ((select kernel.persons())::uuid[])', person);
  end if;
  if object is not null then
    may := may || format(' or %I = any ((select kernel.objects())::uuid[])', object);
  end if;
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format(
    'create policy unit on %s for all using (node_id = (select kernel.node()) and (%s)) with check (node_id = (select kernel.node()) and (%s))',
    target, may, may);
end $$;

-- For registers that everybody of the node may look up (the organisation, the calendar): the node is the only wall for reading;
-- who may write is a matter of database grants.
create procedure kernel.guard_directory(target regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format(
    'create policy node on %s for all using (node_id = (select kernel.node())) with check (node_id = (select kernel.node()))', target);
end $$;

-- What changed in the registers that every process keeps in memory. Processes poll it; a notification is only a hint.
create table kernel.revision (
  node_id int not null default kernel.node(),
  register text not null,
  revision bigint not null default 1,
  primary key (node_id, register)
);
call kernel.guard_directory('kernel.revision');
grant select, insert, update on kernel.revision to opengoa_work;

-- Answers remembered under the client's own request id (SEC-BI-01). Cleared by a job after the days of the standard.
create table kernel.request (
  node_id int not null default kernel.node(),
  id uuid not null,
  actor text not null,
  verb text not null,
  input_hash bytea not null,
  -- json, not jsonb: the second answer is the first one, byte for byte
  answer json not null,
  at timestamptz not null default now(),
  primary key (node_id, id)
);
create index request_at on kernel.request (node_id, at);
alter table kernel.request enable row level security;
alter table kernel.request force row level security;
-- Everyone of the node may collide with an id, nobody reads another's answer: the answer is compared by actor in the kernel.
create policy node on kernel.request for insert with check (node_id = (select kernel.node()) and actor = (select kernel.actor()));
create policy own on kernel.request for select using (node_id = (select kernel.node()) and actor = (select kernel.actor()));
create policy old on kernel.request for delete using (node_id = (select kernel.node()) and (select kernel.actor()) = 'job:forget-requests');
grant select, insert on kernel.request to opengoa_work;
grant delete on kernel.request to opengoa_kernel;

-- What a person keeps: columns, views, large type, drafts. Only the person's own.
create table kernel.preference (
  node_id int not null default kernel.node(),
  person_id uuid not null,
  key text not null check (length(key) <= 200),
  value jsonb not null,
  kept_at timestamptz not null default now(),
  primary key (node_id, person_id, key)
);
alter table kernel.preference enable row level security;
alter table kernel.preference force row level security;
create policy own on kernel.preference
  using (node_id = (select kernel.node()) and person_id = (select kernel.person()))
  with check (node_id = (select kernel.node()) and person_id = (select kernel.person()));
grant select, insert, update, delete on kernel.preference to opengoa_kernel;
