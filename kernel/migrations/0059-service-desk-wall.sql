-- Everybody looks up whom to call; it is written only where the asking right reaches (SEC-AC-17).
drop policy node on kernel.service_desk;
create policy look_up on kernel.service_desk for select using (node_id = (select kernel.node()));
create policy keep on kernel.service_desk for insert
  with check (node_id = (select kernel.node()) and unit_id in (select kernel.scope_units()));
create policy change on kernel.service_desk for update
  using (node_id = (select kernel.node()) and unit_id in (select kernel.scope_units()))
  with check (node_id = (select kernel.node()) and unit_id in (select kernel.scope_units()));
