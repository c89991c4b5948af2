-- The registers of the organisation are looked up by everybody of the node; they are written only where the asking right reaches. Until here
-- the database left that to the program alone; a program that forgot to ask is now stopped by the second wall too (SEC-AC-17).

-- No other unit stands yet: nothing above this one exists that a right could reach.
create function kernel.is_first_unit(unit uuid) returns boolean language sql stable
  as $$ select not exists (select from kernel.unit u where u.node_id = kernel.node() and u.id <> unit) $$;
grant execute on function kernel.is_first_unit(uuid) to opengoa_kernel;

do $$
declare
  target text;
begin
  foreach target in array array['unit', 'unit_parent', 'unit_succession', 'person', 'post', 'holding', 'stand_in', 'grant_'] loop
    execute format('drop policy node on kernel.%I', target);
    execute format('create policy look_up on kernel.%I for select using (node_id = (select kernel.node()))', target);
  end loop;
end $$;

create policy found on kernel.unit for insert
  with check (node_id = (select kernel.node()) and (exists (select from kernel.scope_units()) or kernel.is_first_unit(id)));
create policy change on kernel.unit for update
  using (node_id = (select kernel.node()) and id in (select kernel.scope_units()))
  with check (node_id = (select kernel.node()) and id in (select kernel.scope_units()));

-- A unit hangs below one that the right reaches, or is itself within reach and goes elsewhere.
create policy hang on kernel.unit_parent for insert
  with check (node_id = (select kernel.node()) and (
    parent_id in (select kernel.scope_units()) or unit_id in (select kernel.scope_units())
    or (parent_id is null and kernel.is_first_unit(unit_id))));
create policy change on kernel.unit_parent for update
  using (node_id = (select kernel.node()) and unit_id in (select kernel.scope_units()))
  with check (node_id = (select kernel.node()) and unit_id in (select kernel.scope_units()));

create policy succeed on kernel.unit_succession for insert
  with check (node_id = (select kernel.node())
    and from_unit in (select kernel.scope_units()) and to_unit in (select kernel.scope_units()));

-- A person belongs to no unit until appointed; who registers one must have a right somewhere.
create policy register on kernel.person for insert
  with check (node_id = (select kernel.node()) and exists (select from kernel.scope_units()));
create policy change on kernel.person for update
  using (node_id = (select kernel.node()) and exists (select from kernel.scope_units()))
  with check (node_id = (select kernel.node()) and exists (select from kernel.scope_units()));

create policy create_post on kernel.post for insert
  with check (node_id = (select kernel.node()) and unit_id in (select kernel.scope_units()));
create policy change on kernel.post for update
  using (node_id = (select kernel.node()) and unit_id in (select kernel.scope_units()))
  with check (node_id = (select kernel.node()) and unit_id in (select kernel.scope_units()));

create policy appoint on kernel.holding for insert
  with check (node_id = (select kernel.node()) and post_id in (
    select p.id from kernel.post p where p.node_id = (select kernel.node()) and p.unit_id in (select kernel.scope_units())));
create policy change on kernel.holding for update
  using (node_id = (select kernel.node()) and post_id in (
    select p.id from kernel.post p where p.node_id = (select kernel.node()) and p.unit_id in (select kernel.scope_units())))
  with check (node_id = (select kernel.node()) and post_id in (
    select p.id from kernel.post p where p.node_id = (select kernel.node()) and p.unit_id in (select kernel.scope_units())));

-- Named by the person who is away (never by who stands in for them), or by whoever administers one of the person's posts.
create policy name_stand_in on kernel.stand_in for insert
  with check (node_id = (select kernel.node()) and (
    for_person_id = (select kernel.person())
    or for_person_id in (
      select h.person_id from kernel.holding h join kernel.post p on (p.node_id, p.id) = (h.node_id, h.post_id)
       where h.node_id = (select kernel.node()) and p.unit_id in (select kernel.scope_units()))));

create policy propose on kernel.grant_ for insert
  with check (node_id = (select kernel.node()) and unit_id in (select kernel.scope_units()));
create policy change on kernel.grant_ for update
  using (node_id = (select kernel.node()) and unit_id in (select kernel.scope_units()))
  with check (node_id = (select kernel.node()) and unit_id in (select kernel.scope_units()));
