-- 安全标记: a label on a record says how cleared its reader must be. It narrows whatever rights open, in lists, search, export and federation
-- alike, because the database itself leaves the row out (GB/T 22239-2019 8.1.4.2 g).
create function kernel.clearance() returns int language sql stable parallel safe
  as $$ select coalesce(nullif(current_setting('opengoa.clearance', true), '')::int, 0) $$;

-- For tables with a column `label int not null default 0`: 0 ordinary, 1 sensitive, 2 important. State secrets are not entered at all.
create procedure kernel.guard_label(target regclass) language plpgsql as $$
begin
  execute format(
    'create policy label on %s as restrictive for all using (label <= (select kernel.clearance())) with check (label <= (select kernel.clearance()))', target);
end $$;

-- The public portal reads published views and nothing else (SEC-AC-16). Rooms publish into this schema; the role has no other grant.
create schema portal_read;
do $$ begin
  if not exists (select from pg_roles where rolname = 'opengoa_portal') then create role opengoa_portal nologin; end if;
exception when duplicate_object or unique_violation then null; end $$;
do $$ begin
  if not pg_has_role('opengoa_app', 'opengoa_portal', 'member') then grant opengoa_portal to opengoa_app; end if;
end $$;
grant usage on schema portal_read to opengoa_portal;
alter default privileges in schema portal_read grant select on tables to opengoa_portal;
