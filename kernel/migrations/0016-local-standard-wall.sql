-- Everybody of the node reads the values in force; a place's own value is written only where the asking right reaches (SEC-AC-17).
drop policy node on kernel.local_standard;
create policy look_up on kernel.local_standard for select using (node_id = (select kernel.node()));
create policy propose on kernel.local_standard for insert
  with check (node_id = (select kernel.node()) and unit_id in (select kernel.scope_units()));
create policy change on kernel.local_standard for update
  using (node_id = (select kernel.node()) and unit_id in (select kernel.scope_units()))
  with check (node_id = (select kernel.node()) and unit_id in (select kernel.scope_units()));
