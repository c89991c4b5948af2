-- A price is read by the whole node, and written only where the asking right reaches; what was set stays (SEC-AC-17).
drop policy node on energy.tariff;
create policy look_up on energy.tariff for select using (node_id = (select kernel.node()));
create policy set_price on energy.tariff for insert
  with check (node_id = (select kernel.node()) and unit_id in (select kernel.scope_units()));
revoke update, delete on energy.tariff from opengoa_energy;
