-- A ledger of repairs asked for: the room that the figures are measured in. Its shape is that of any ledger of an office.
create table repairs.repair (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  person_id uuid,
  number text not null,
  title text not null check (length(title) between 1 and 200),
  place text not null,
  kind text not null check (kind in ('water', 'power', 'air', 'lift', 'network', 'furniture')),
  urgency text not null check (urgency in ('plain', 'urgent')),
  state text not null check (state in ('reported', 'assigned', 'done', 'closed')),
  cost_fen bigint,
  reported_at timestamptz not null,
  due_on date,
  search text[] not null default '{}',
  version int not null default 1,
  primary key (node_id, id)
);
call kernel.guard('repairs.repair', 'person_id');
create unique index repair_number on repairs.repair (node_id, number);
-- What a ledger owes (docs/figures.md): one index for the order it opens in, one for the same order behind each column that halves it or more,
-- one behind the unit for readers of a single one, and the pieces.
create index repair_reported on repairs.repair (node_id, reported_at, id);
create index repair_state on repairs.repair (node_id, state, reported_at, id);
create index repair_unit on repairs.repair (node_id, unit_id, reported_at, id);
create index repair_search on repairs.repair using gin (search);

create view repairs_read.repair_v1 with (security_invoker = true) as
select node_id, id, unit_id, person_id, number, title, place, kind, urgency, state, cost_fen, reported_at, due_on, search, version from repairs.repair;
