-- 分时电价: what electricity costs by the hour of the day and the month, from a day on, at a unit and below it. A published price says nothing of
-- anybody: the whole node reads it.
create table energy.tariff (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  from_day date not null,
  -- Twelve texts of 24 letters, January first, each letter a band: deep valley d, valley v, flat f, peak p, sharp s.
  hours text[] not null check (cardinality(hours) = 12),
  -- Thousandths of a fen for a kWh, by band.
  milli_fen jsonb not null,
  document text not null check (length(document) between 1 and 200),
  set_at timestamptz not null,
  primary key (node_id, id)
);
create index tariff_unit on energy.tariff (node_id, unit_id, from_day);
call kernel.guard_directory('energy.tariff');

create view energy_read.tariff_v1 with (security_invoker = true) as
select node_id, id, unit_id, from_day, document, set_at,
       (milli_fen ->> 's')::numeric / 1000 as sharp_fen, (milli_fen ->> 'p')::numeric / 1000 as peak_fen, (milli_fen ->> 'f')::numeric / 1000 as flat_fen,
       (milli_fen ->> 'v')::numeric / 1000 as valley_fen, (milli_fen ->> 'd')::numeric / 1000 as deep_fen
  from energy.tariff;
