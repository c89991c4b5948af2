-- 厨余垃圾 of a unit's canteens, month by month, beside the meals served. Said anew, a month replaces what was said.
create table energy.kitchen_waste (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  canteen text not null check (length(canteen) between 1 and 60),
  month date not null check (extract(day from month) = 1),
  waste_g bigint not null check (waste_g >= 0),
  meals int not null check (meals > 0),
  people int not null check (people > 0),
  document text not null check (length(document) between 1 and 200),
  set_at timestamptz not null,
  version int not null default 1,
  primary key (node_id, id)
);
create unique index kitchen_waste_once on energy.kitchen_waste (node_id, unit_id, canteen, month);
call kernel.guard('energy.kitchen_waste');
