-- As a witness of others: the newest checkpoint of each Record that was countersigned here. Never goes back.
create table kernel.witnessed (
  node_id int not null default kernel.node(),
  origin text not null,
  size bigint not null check (size >= 0),
  root bytea not null,
  note text not null,
  at timestamptz not null,
  primary key (node_id, origin)
);
call kernel.guard_directory('kernel.witnessed');
grant select, insert, update on kernel.witnessed to opengoa_kernel;

-- As one who is witnessed: the newest countersignature that came back for our own Record.
create table kernel.witness_receipt (
  node_id int not null default kernel.node(),
  witness text not null,
  size bigint not null,
  note text not null,
  at timestamptz not null,
  primary key (node_id, witness)
);
call kernel.guard_directory('kernel.witness_receipt');
grant select, insert, update on kernel.witness_receipt to opengoa_kernel;
