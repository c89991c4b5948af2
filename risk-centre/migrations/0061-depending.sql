-- Parts that need each other, as an officer tells it beside what the ledgers know. A part may be a thing of another office: its id is a name, no key.
create table risk_centre.part (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  name text not null check (length(name) between 1 and 100),
  kind text not null check (kind in ('building', 'floor', 'room', 'supply', 'equipment', 'system', 'service')),
  thing_id uuid,
  within_id uuid,
  -- What an hour without it costs by itself, and how long its repair usually takes; null where nobody said.
  hour_loss_fen bigint check (hour_loss_fen >= 0),
  repair_hours double precision check (repair_hours > 0),
  primary key (node_id, id),
  unique (node_id, unit_id, name)
);
call kernel.guard('risk_centre.part', null, null);

create table risk_centre.need (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  part_id uuid not null,
  -- Parts of which so many are needed; all of them where it is null.
  "of" uuid[] not null check (cardinality("of") between 1 and 20),
  at_least int check (at_least between 1 and 20),
  said text not null,
  source text not null check (source in ('entered', 'file')),
  since date not null,
  until date check (until >= since),
  primary key (node_id, id),
  foreign key (node_id, part_id) references risk_centre.part (node_id, id)
);
call kernel.guard('risk_centre.need', null);
create index need_of on risk_centre.need (node_id, unit_id, part_id);

create view risk_centre_read.need_v1 with (security_invoker = true) as
select n.node_id, n.id, n.unit_id, coalesce(p.thing_id, p.id) as part_id, p.name as part, p.kind, n.said, n.at_least, cardinality(n."of") as parts, n.since, n.until, n.source,
       p.hour_loss_fen, p.repair_hours, u.name as unit_name, (n.until is null) as standing
  from risk_centre.need n
  join risk_centre.part p on (p.node_id, p.id) = (n.node_id, n.part_id)
  join kernel.unit u on (u.node_id, u.id) = (n.node_id, n.unit_id);
