-- 说明超定额情况: a unit whose year of a carrier goes above its budget or the quota's constraint value is asked once, by a task, and says why and what
-- it does about it. It goes back by itself; the same row is asked again where the year goes above once more before it was answered.
create table energy.excess (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  year int not null check (year between 2000 and 2100),
  carrier text not null check (carrier in ('electricity', 'gas', 'water', 'heat')),
  -- What the task said: budget, quota, or both, in words.
  says text not null,
  state text not null check (state in ('open', 'explained', 'gone')),
  reason text,
  measures text,
  answered_name text,
  raised_at timestamptz not null,
  answered_at timestamptz,
  primary key (node_id, id)
);
create unique index excess_once on energy.excess (node_id, unit_id, year, carrier);
call kernel.guard('energy.excess');
