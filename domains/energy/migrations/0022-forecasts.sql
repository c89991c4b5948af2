-- A day's hours as they were forecast before it began. Kept as made, so that every forecast is held against what was read.
create table energy.forecast (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  meter_id uuid not null,
  day date not null,
  method text not null,
  method_version text not null,
  -- The last day that was looked at.
  known_to date not null,
  scored_days int not null,
  nrmse_percent double precision not null,
  floor_nrmse_percent double precision not null,
  nominal double precision not null,
  expected double precision[] not null,
  low double precision[] not null,
  high double precision[] not null,
  made_at timestamptz not null,
  primary key (node_id, id),
  foreign key (node_id, meter_id) references energy.meter (node_id, id)
);
create unique index forecast_once on energy.forecast (node_id, meter_id, day);
call kernel.guard('energy.forecast', null, null);
