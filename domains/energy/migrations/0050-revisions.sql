-- What a statement said when it was accepted, kept when it is reopened: the cells as they stood, who accepted them, who reopened it and why.
create table energy.statement_revision (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  statement_id uuid not null,
  revision int not null check (revision > 0),
  sha256 text,
  accepted_name text,
  accepted_at timestamptz,
  reopened_name text not null,
  reopened_at timestamptz not null,
  why text not null check (length(why) between 1 and 500),
  -- [{ line, field, value }]: amounts in thousandths, costs in fen.
  cells jsonb not null,
  primary key (node_id, id),
  foreign key (node_id, statement_id) references energy.statement (node_id, id)
);
create unique index statement_revision_once on energy.statement_revision (node_id, statement_id, revision);
call kernel.guard('energy.statement_revision', null, null);
