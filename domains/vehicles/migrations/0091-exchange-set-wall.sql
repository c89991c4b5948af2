-- Who makes a set stays its reader; it is made only for a unit where the asking right reaches (SEC-AC-17).
create policy made_in_reach on vehicles.exchange_set as restrictive for insert
  with check (unit_id in (select kernel.scope_units()));
