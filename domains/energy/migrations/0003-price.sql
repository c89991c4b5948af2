-- What a unit of a carrier costs at a building, or at one meter of it, from a day on; with the paper that says so. The newest word of a day counts.
create table energy.price (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  building_id uuid not null,
  meter_id uuid,
  carrier text not null check (carrier in ('electricity', 'gas', 'water', 'heat')),
  from_day date not null,
  to_day date check (to_day > from_day),
  -- Thousandths of a fen for one unit of measure.
  milli_fen bigint not null check (milli_fen > 0),
  document text not null check (length(document) between 1 and 200),
  set_at timestamptz not null,
  primary key (node_id, id),
  foreign key (node_id, building_id) references energy.building (node_id, id),
  foreign key (node_id, meter_id) references energy.meter (node_id, id)
);
create index price_building on energy.price (node_id, building_id, carrier, from_day);
create index price_meter on energy.price (node_id, meter_id) where meter_id is not null;
call kernel.guard('energy.price', null, null);
