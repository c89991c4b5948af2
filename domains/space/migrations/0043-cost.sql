-- 用房费用: what was paid for a building over a stretch of days: property service, heating, small repairs, insurance. Works have their own ledger.

create table space.expense (
  node_id int not null default kernel.node(),
  id uuid not null,
  -- Who keeps the building.
  unit_id uuid not null,
  building_id uuid not null,
  kind text not null check (kind in ('property', 'heating', 'repair', 'equipment', 'insurance', 'other')),
  -- The days that it pays for; both count.
  from_day date not null,
  to_day date not null check (to_day >= from_day),
  amount_fen bigint not null check (amount_fen > 0),
  payee text not null default '',
  receipt text not null check (length(receipt) between 1 and 60),
  note text not null default '',
  entered_name text not null,
  struck text,
  primary key (node_id, id),
  foreign key (node_id, building_id) references space.building (node_id, id)
);
create index expense_building on space.expense (node_id, building_id, from_day);
create index expense_unit on space.expense (node_id, unit_id, from_day);
call kernel.guard('space.expense');

create view space_read.expense_v1 with (security_invoker = true) as
select e.node_id, e.id, e.unit_id, e.building_id, b.name as building, e.kind, e.from_day, e.to_day, e.amount_fen, e.payee, e.receipt, e.note, e.entered_name,
       e.struck
  from space.expense e
  left join space.building b on (b.node_id, b.id) = (e.node_id, e.building_id);

-- Rent paid for premises that the ledger has as a building counts as a cost of it.
create or replace view space_read.rent_v1 with (security_invoker = true) as
select t.node_id, t.id, t.unit_id, t.lease_id, l.kind, l.party, t.day, t.amount_fen, t.receipt, t.note, t.entered_name, t.struck, l.building_id
  from space.rent t join space.lease l on (l.node_id, l.id) = (t.node_id, t.lease_id);
