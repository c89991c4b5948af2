-- How large a building was and how many worked in it, from a day on; the newest word of a day counts. A building without any row is as it stands
-- in the register, and its first row says what it was before: since ever.
create table energy.size (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  building_id uuid not null,
  from_day date not null,
  area_m2 numeric(12, 2) check (area_m2 > 0),
  people int check (people > 0),
  document text not null default '',
  set_at timestamptz not null,
  primary key (node_id, id),
  foreign key (node_id, building_id) references energy.building (node_id, id)
);
create index size_building on energy.size (node_id, building_id, from_day);
call kernel.guard('energy.size', null, null);
