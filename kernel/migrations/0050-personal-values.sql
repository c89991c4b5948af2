-- Personal fields that few may see whole: telephone, identity number, driving licence number. What stands here is sealed under the person's
-- own key; lists, searches, exports and prints know the masked form alone, because nothing else is in any view (SEC-DC-03).
create table kernel.personal_value (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  person_id uuid not null,
  field text not null check (field in ('phone', 'id-number', 'licence-number')),
  shown text not null check (length(shown) between 1 and 40),
  sealed text not null,
  kept_at timestamptz not null,
  kept_by uuid,
  primary key (node_id, id),
  unique (node_id, person_id, field),
  foreign key (node_id, person_id) references kernel.person (node_id, id)
);
create index personal_value_unit on kernel.personal_value (node_id, unit_id, kept_at desc, id);
call kernel.guard('kernel.personal_value', 'person_id', null);
grant select, insert, update, delete on kernel.personal_value to opengoa_kernel;
revoke all on kernel.personal_value from opengoa_work;

create view kernel.personal_value_v1 with (security_invoker = true) as
select v.node_id, v.id, v.unit_id, u.name as unit_name, v.person_id, p.name as person_name, v.field, v.shown, v.kept_at
  from kernel.personal_value v
  join kernel.person p on (p.node_id, p.id) = (v.node_id, v.person_id)
  join kernel.unit u on (u.node_id, u.id) = (v.node_id, v.unit_id);
grant select on kernel.personal_value_v1 to opengoa_kernel;

-- How many whole values somebody has seen on a day: one row, so that parallel looks queue on it and none slips past the limit (SEC-DC-04).
create table kernel.full_value_count (
  node_id int not null default kernel.node(),
  person_id uuid not null,
  day date not null,
  seen int not null default 0 check (seen >= 0),
  primary key (node_id, person_id, day)
);
alter table kernel.full_value_count enable row level security;
alter table kernel.full_value_count force row level security;
create policy own on kernel.full_value_count
  using (node_id = (select kernel.node()) and person_id = (select kernel.person()))
  with check (node_id = (select kernel.node()) and person_id = (select kernel.person()));
create policy old on kernel.full_value_count for delete
  using (node_id = (select kernel.node()) and (select kernel.actor()) = 'job:run-retention');
create policy old_seen on kernel.full_value_count for select
  using (node_id = (select kernel.node()) and (select kernel.actor()) = 'job:run-retention');
grant select, insert, update, delete on kernel.full_value_count to opengoa_kernel;

-- Erasing a person who has left: one security administrator proposes, another does it. The key of their fields goes; facts and hashes stay.
create table kernel.erasure (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  person_id uuid not null,
  why text not null check (length(why) between 1 and 500),
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  confirmed_by uuid check (confirmed_by <> proposed_by),
  confirmed_at timestamptz,
  primary key (node_id, id)
);
create unique index erasure_open on kernel.erasure (node_id, person_id) where confirmed_at is null;
call kernel.guard('kernel.erasure');
grant select, insert on kernel.erasure to opengoa_kernel;
grant update (confirmed_by, confirmed_at) on kernel.erasure to opengoa_kernel;

create view kernel.erasure_v1 with (security_invoker = true) as
select e.node_id, e.id, e.unit_id, u.name as unit_name, e.person_id, p.name as person_name, e.why, e.proposed_by, e.proposed_at, e.confirmed_at,
       case when e.confirmed_at is null then 'proposed' else 'erased' end as state
  from kernel.erasure e
  join kernel.person p on (p.node_id, p.id) = (e.node_id, e.person_id)
  join kernel.unit u on (u.node_id, u.id) = (e.node_id, e.unit_id);
grant select on kernel.erasure_v1 to opengoa_kernel;

-- Retention: what the job named so may clear, and nobody else. Sessions and reset codes that are over, messages that were read, and the
-- original text of imported rows. Behind the session and the code lie hashes, so both go by a function of the owner's.
create policy old on kernel.message for select
  using (node_id = (select kernel.node()) and read_at is not null and (select kernel.actor()) = 'job:run-retention');
create policy forget on kernel.message for delete
  using (node_id = (select kernel.node()) and read_at is not null and (select kernel.actor()) = 'job:run-retention');
grant delete on kernel.message to opengoa_kernel;
grant delete on kernel.import_row_error to opengoa_kernel;

create function kernel.forget_sessions(p_before timestamptz) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  gone int;
begin
  if kernel.actor() is distinct from 'job:run-retention' then
    raise exception 'only the retention job forgets sessions' using errcode = '42501';
  end if;
  with sessions as (delete from kernel.session s
      where s.node_id = kernel.node() and coalesce(s.ended_at, s.active_at) < p_before returning 1),
    codes as (delete from kernel.reset_token t
      where t.node_id = kernel.node() and t.expires_at < p_before returning 1)
  select (select count(*) from sessions) + (select count(*) from codes) into gone;
  return gone;
end $$;
revoke all on function kernel.forget_sessions(timestamptz) from public;
grant execute on function kernel.forget_sessions(timestamptz) to opengoa_kernel;

-- What is deleted must be seen as well: without this the job that forgets remembered answers found none, and forgot nothing.
create policy old_seen on kernel.request for select
  using (node_id = (select kernel.node()) and (select kernel.actor()) = 'job:forget-requests');

-- A label above the highest that this program may hold cannot be put on a row: what would need one is a state secret (SEC-DC-02).
create or replace procedure kernel.guard_label(target regclass) language plpgsql as $$
begin
  execute format('alter table %s add constraint no_state_secret check (label between 0 and 2)', target);
  execute format(
    'create policy label on %s as restrictive for all using (label <= (select kernel.clearance())) with check (label <= (select kernel.clearance()))', target);
end $$;
