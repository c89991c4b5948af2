-- A meter's day, interval by interval, in one row: readings lie keyed by time, so that a year of one meter would be looked for in the readings of
-- all of them. Packed when a day is over, and packed again when it has changed since; what is not packed is read from the readings themselves.
alter table energy.day add column changed_at timestamptz not null default clock_timestamp();
create table energy.packed_day (
  node_id int not null default kernel.node(),
  meter_id uuid not null,
  day date not null,
  unit_id uuid not null,
  minutes int not null,
  -- Multiplier applied; null where nothing was read or what was read is kept apart.
  amounts bigint[] not null,
  -- Places of those that are estimates, from 1.
  estimates int[] not null,
  -- When the day that was packed had last changed.
  day_changed_at timestamptz not null,
  primary key (node_id, meter_id, day)
);
call kernel.guard('energy.packed_day', null, null);
