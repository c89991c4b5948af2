-- When a fill was entered, beside when it was taken: what was known on a past day is read by it. Older rows: the row bears the id of the fact that entered
-- it, made at that instant. Forced row-level security holds for whoever migrates too, so the owner is let past the wall for this statement.
alter table vehicles.fuel add column recorded_at timestamptz;
alter table vehicles.fuel no force row level security;
-- The first 48 bits of a UUID of version 7 are its milliseconds (RFC 9562); PostgreSQL 15 has no function of its own for it.
update vehicles.fuel set recorded_at = case
  when substr(id::text, 15, 1) = '7' then to_timestamp(('x' || left(replace(id::text, '-', ''), 12))::bit(48)::bigint / 1000.0)
  else now() end;
alter table vehicles.fuel force row level security;
alter table vehicles.fuel alter column recorded_at set default now();
alter table vehicles.fuel alter column recorded_at set not null;
