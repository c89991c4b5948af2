-- Where a meter hung in the tree, from a day on; the newest word of a day counts. A meter without any row hangs where the register says since ever,
-- and its first row says what was before its first change.
create table energy.meter_place (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  meter_id uuid not null,
  from_day date not null,
  name text not null,
  kind text not null check (kind in ('main', 'sub')),
  use text,
  parent_id uuid,
  set_at timestamptz not null,
  primary key (node_id, id),
  foreign key (node_id, meter_id) references energy.meter (node_id, id)
);
create index meter_place_meter on energy.meter_place (node_id, meter_id, from_day);
call kernel.guard('energy.meter_place', null, null);
