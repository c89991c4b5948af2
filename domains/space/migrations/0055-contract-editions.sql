-- 物业合同补充协议: terms that change from a day on, by a paper of their own. The contract's row holds the newest terms that were signed; each amendment keeps
-- what stood before it, so that what is reckoned for an earlier day finds the terms of that day.

create table space.service_contract_amendment (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  contract_id uuid not null,
  -- withdrawn: the contract ended before anybody decided.
  state text not null check (state in ('proposed', 'signed', 'refused', 'withdrawn')),
  -- The number or name of the supplementary agreement.
  paper text not null check (length(paper) between 1 and 100),
  why text not null check (length(why) between 1 and 500),
  -- The first day of the new terms.
  from_day date not null,
  -- The last day of the contract by the new terms.
  to_day date not null check (to_day >= from_day),
  annual_fee_fen bigint not null check (annual_fee_fen >= 0),
  dimensions text[] not null check (cardinality(dimensions) > 0),
  buildings uuid[] not null check (cardinality(buildings) > 0),
  energy_targets text not null default '',
  -- What stood before; told when it is signed.
  was_to_day date,
  was_annual_fee_fen bigint,
  was_dimensions text[],
  was_energy_targets text,
  asked_by uuid,
  asked_name text not null,
  decided_name text,
  decided_on date,
  said text not null default '',
  primary key (node_id, id),
  foreign key (node_id, contract_id) references space.service_contract (node_id, id),
  check (state <> 'signed' or (was_to_day is not null and was_annual_fee_fen is not null and was_dimensions is not null and was_energy_targets is not null))
);
-- One at a time waits, and one begins on a day.
create unique index service_contract_amendment_open on space.service_contract_amendment (node_id, contract_id) where state = 'proposed';
create unique index service_contract_amendment_day on space.service_contract_amendment (node_id, contract_id, from_day) where state = 'signed';
call kernel.guard('space.service_contract_amendment');

-- A building is served over a stretch of days: null is from the contract's first day, and until its last.
alter table space.service_contract_building add column from_day date, add column to_day date,
  drop constraint service_contract_building_node_id_contract_id_building_id_key;
create unique index service_contract_building_now on space.service_contract_building (node_id, contract_id, building_id) where to_day is null;

-- The fee and the buildings are those of today; the last day is the newest that was signed.
create or replace view space_read.service_contract_v1 with (security_invoker = true) as
select c.node_id, c.id, c.unit_id, c.number, c.state, c.supplier, c.from_day, c.to_day, coalesce(n.was_annual_fee_fen, c.annual_fee_fen) as annual_fee_fen,
       array_to_json(coalesce(n.was_dimensions, c.dimensions)) as dimensions,
       c.energy_targets <> '' as states_energy, c.energy_targets, c.note, c.asked_name, c.decided_name, c.said, c.ended_on, c.search, c.version, b.buildings,
       k.month as checked_month, k.result as last_result, o.open as open_rectifications, e.amendments
  from space.service_contract c
 cross join lateral (select (now() at time zone 'Asia/Shanghai')::date as day) t
  left join lateral (
   select a.was_annual_fee_fen, a.was_dimensions from space.service_contract_amendment a
    where (a.node_id, a.contract_id) = (c.node_id, c.id) and a.state = 'signed' and a.from_day > t.day order by a.from_day limit 1) n on true
 cross join lateral (
   select coalesce(string_agg(g.name, '、' order by g.name), '') as buildings
     from space.service_contract_building x join space.building g on (g.node_id, g.id) = (x.node_id, x.building_id)
    where (x.node_id, x.contract_id) = (c.node_id, c.id) and coalesce(x.from_day, '-infinity') <= t.day and coalesce(x.to_day, 'infinity') >= t.day) b
  left join lateral (
   select s.month, s.result from space.service_check s where (s.node_id, s.contract_id) = (c.node_id, c.id) and s.current order by s.month desc limit 1) k on true
 cross join lateral (
   select count(*)::int as open from space.service_rectification r
    where (r.node_id, r.contract_id) = (c.node_id, c.id) and r.state in ('open', 'answered')) o
 cross join lateral (
   select count(*)::int as amendments from space.service_contract_amendment a
    where (a.node_id, a.contract_id) = (c.node_id, c.id) and a.state = 'signed') e;

-- A defect or a fault stands beside the marks where the building was served on its day.
create or replace view space_read.service_event_v1 with (security_invoker = true) as
select f.node_id, f.id, f.unit_id, x.contract_id, 'defect' as kind, p.building_id, b.name as building, f.place, f.what,
       case when f.state = 'closed' then 'closed' else 'open' end as state, (f.found_at at time zone 'Asia/Shanghai')::date as day
  from space.service_contract_building x
  join space.patrol p on (p.node_id, p.building_id) = (x.node_id, x.building_id)
  join space.patrol_finding f on (f.node_id, f.patrol_id) = (p.node_id, p.id)
  left join space.building b on (b.node_id, b.id) = (x.node_id, x.building_id)
 where (f.found_at at time zone 'Asia/Shanghai')::date between coalesce(x.from_day, '-infinity') and coalesce(x.to_day, 'infinity')
union all
select r.node_id, r.id, r.unit_id, x.contract_id, 'fault', x.building_id, b.name, m.number, r.thing || ' ' || r.said,
       case when r.state in ('reported', 'taken') then 'open' else 'closed' end, (r.reported_at at time zone 'Asia/Shanghai')::date
  from space.service_contract_building x
  join space.room m on (m.node_id, m.building_id) = (x.node_id, x.building_id)
  join assets_read.card_v1 a on (a.node_id, a.room_id) = (m.node_id, m.id)
  join kernel.fault_report_v1 r on (r.node_id, r.object_id) = (a.node_id, a.id)
  left join space.building b on (b.node_id, b.id) = (x.node_id, x.building_id)
 where (r.reported_at at time zone 'Asia/Shanghai')::date between coalesce(x.from_day, '-infinity') and coalesce(x.to_day, 'infinity');
