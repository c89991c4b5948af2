-- What a vehicle costs besides fuel and what was paid on the way: insurance, tolls by the month, parking, fines; repairs from order to payment;
-- hired cars. Each cost is one row once; the views below lay all of them side by side.
create table vehicles.cost (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  vehicle_id uuid not null,
  plate text not null,
  kind text not null check (kind in ('insurance', 'toll', 'parking', 'fine', 'other')),
  day date not null,
  amount_fen int not null check (amount_fen > 0),
  supplier text not null default '',
  invoice text not null default '',
  covers_from date,
  covers_to date,
  note text,
  struck text,
  search text[] not null default '{}',
  primary key (node_id, id),
  foreign key (node_id, vehicle_id) references vehicles.vehicle (node_id, id),
  check (covers_to >= covers_from)
);
create index cost_vehicle on vehicles.cost (node_id, vehicle_id, day);
create index cost_unit on vehicles.cost (node_id, unit_id, day, id);
create index cost_search on vehicles.cost using gin (search);
-- One invoice is entered for a vehicle and a kind once.
create unique index cost_invoice on vehicles.cost (node_id, vehicle_id, kind, invoice) where invoice <> '' and struck is null;
call kernel.guard('vehicles.cost', null, null);

create table vehicles.repair (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  vehicle_id uuid not null,
  plate text not null,
  state text not null check (state in ('ordered', 'quoted', 'approved', 'refused', 'done', 'paid', 'cancelled')),
  what text not null,
  garage text not null,
  ordered_by uuid,
  ordered_name text not null,
  ordered_at timestamptz not null,
  quote_fen int,
  quote_text text,
  quoted_at timestamptz,
  approved_name text,
  approved_at timestamptz,
  done_day date,
  amount_fen int,
  invoice text,
  paid_day date,
  why text,
  search text[] not null default '{}',
  version int not null default 1,
  primary key (node_id, id),
  foreign key (node_id, vehicle_id) references vehicles.vehicle (node_id, id)
);
create index repair_vehicle on vehicles.repair (node_id, vehicle_id, ordered_at);
create index repair_unit on vehicles.repair (node_id, unit_id, ordered_at, id);
create index repair_search on vehicles.repair using gin (search);
call kernel.guard('vehicles.repair', null, null);

create table vehicles.hire (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  state text not null check (state in ('ordered', 'settled', 'cancelled')),
  supplier text not null,
  purpose text not null,
  from_day date not null,
  to_day date not null,
  people int not null,
  body text not null,
  power text not null,
  displacement_l numeric(9, 2),
  price_fen int,
  quote_fen int not null,
  plate text,
  amount_fen int,
  km int,
  invoice text,
  settled_day date,
  warnings jsonb not null default '[]',
  why text,
  search text[] not null default '{}',
  version int not null default 1,
  primary key (node_id, id),
  check (to_day >= from_day)
);
create index hire_unit on vehicles.hire (node_id, unit_id, from_day, id);
create index hire_search on vehicles.hire using gin (search);
call kernel.guard('vehicles.hire', null, null);

-- One vehicle, one fuel card: a card belongs to one vehicle at a time.
create table vehicles.fuel_card (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  vehicle_id uuid not null,
  card text not null,
  primary key (node_id, id),
  foreign key (node_id, vehicle_id) references vehicles.vehicle (node_id, id)
);
create unique index fuel_card_once on vehicles.fuel_card (node_id, card);
create unique index fuel_card_vehicle on vehicles.fuel_card (node_id, vehicle_id);
call kernel.guard('vehicles.fuel_card', null, null);

create view vehicles_read.cost_v1 with (security_invoker = true) as
select node_id, id, unit_id, vehicle_id, plate, kind, day, amount_fen, supplier, invoice, covers_from, covers_to, note, struck, search
  from vehicles.cost;

create view vehicles_read.repair_v1 with (security_invoker = true) as
select node_id, id, unit_id, vehicle_id, plate, state, what, garage, ordered_name, ordered_at, quote_fen, quote_text, approved_name, approved_at,
       done_day, amount_fen, invoice, paid_day, why, search, version
  from vehicles.repair;

create view vehicles_read.hire_v1 with (security_invoker = true) as
select node_id, id, unit_id, state, supplier, purpose, from_day, to_day, people, body, power, displacement_l, price_fen, quote_fen, plate, amount_fen,
       km, case when km > 0 then round(amount_fen::numeric / km)::int end as fen_per_km, invoice, settled_day,
       jsonb_array_length(warnings) as warning_count, why, search, version
  from vehicles.hire;

-- Every expense of a vehicle as a row of its own, wherever it is kept. A trip's expenses have ids made from the trip's.
create view vehicles_read.expense_v1 with (security_invoker = true) as
select node_id, id, unit_id, vehicle_id, plate, case carrier when 'electricity' then 'electricity' else 'fuel' end as kind,
       (filled_at at time zone 'Asia/Shanghai')::date as day, cost_fen as amount_fen, station as paid_to, '' as paper
  from vehicles.fuel
union all
select t.node_id, md5(t.id::text || e.kind)::uuid, t.unit_id, t.vehicle_id, t.plate, e.kind, (t.returned_at at time zone 'Asia/Shanghai')::date,
       e.amount_fen, '', t.number
  from vehicles.trip t cross join lateral (values ('fuel', t.fuel_fen), ('toll', t.toll_fen), ('parking', t.parking_fen)) e (kind, amount_fen)
 where t.settled_at is not null and e.amount_fen > 0
union all
select node_id, id, unit_id, vehicle_id, plate, kind, day, amount_fen, supplier, invoice from vehicles.cost where struck is null
union all
select node_id, id, unit_id, vehicle_id, plate, 'repair', paid_day, amount_fen, garage, coalesce(invoice, '') from vehicles.repair where state = 'paid';

-- A vehicle and a year: what it drove, what it cost by kind, and what a kilometre cost.
create view vehicles_read.vehicle_year_v1 with (security_invoker = true) as
select v.node_id, md5(v.id::text || y.year)::uuid as id, v.unit_id, v.id as vehicle_id, v.plate, v.category, v.power, v.state, y.year,
       y.driven_km, y.used_days, y.energy_fen, y.repair_fen, y.insurance_fen, y.toll_fen, y.parking_fen, y.fine_fen, y.other_fen, y.total_fen,
       case when y.driven_km > 0 then round(y.total_fen::numeric / y.driven_km)::int end as fen_per_km
  from vehicles.vehicle v cross join lateral (
    select year, coalesce(sum(km), 0)::int as driven_km, count(distinct day) filter (where km is not null)::int as used_days,
           coalesce(sum(fen) filter (where kind in ('fuel', 'electricity')), 0)::int as energy_fen,
           coalesce(sum(fen) filter (where kind = 'repair'), 0)::int as repair_fen,
           coalesce(sum(fen) filter (where kind = 'insurance'), 0)::int as insurance_fen,
           coalesce(sum(fen) filter (where kind = 'toll'), 0)::int as toll_fen,
           coalesce(sum(fen) filter (where kind = 'parking'), 0)::int as parking_fen,
           coalesce(sum(fen) filter (where kind = 'fine'), 0)::int as fine_fen,
           coalesce(sum(fen) filter (where kind = 'other'), 0)::int as other_fen,
           coalesce(sum(fen), 0)::int as total_fen
      from (
        select to_char(x.day, 'YYYY') as year, x.day, x.kind, x.amount_fen as fen, null::int as km
          from vehicles_read.expense_v1 x where (x.node_id, x.vehicle_id) = (v.node_id, v.id)
        union all
        select to_char(t.departed_at at time zone 'Asia/Shanghai', 'YYYY'), (t.departed_at at time zone 'Asia/Shanghai')::date, 'km', null, coalesce(t.driven_km, 0)
          from vehicles.trip t where (t.node_id, t.vehicle_id) = (v.node_id, v.id) and t.departed_at is not null) each_row
     group by year) y;
