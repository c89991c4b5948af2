-- The Record: what happened, who did it, and the proof that nothing of it was touched since.
-- A fact is inserted by the act's own transaction, without a number. The sealer numbers it later, in an order that no open transaction
-- can still change, chains its hash and closes signed Merkle tree heads over all of them.

-- Where correctness hangs on "one at a time": a dated row, and a number that grows with every change of hands, so that a holder
-- who slept too long cannot write (REL-25). No advisory lock: a distributed store has none.
create table kernel.lease (
  node_id int not null default kernel.node(),
  name text not null,
  holder text not null,
  until timestamptz not null,
  fence bigint not null default 1,
  primary key (node_id, name)
);
call kernel.guard_directory('kernel.lease');
grant usage on schema kernel to opengoa_sealer;
grant select, insert, update on kernel.lease to opengoa_sealer, opengoa_work;

-- Data keys, each wrapped under the master key, which is in no database and no backup (SEC-CR-07).
create table kernel.data_key (
  node_id int not null default kernel.node(),
  purpose text not null,
  version int not null check (version > 0),
  key_id text not null,
  algorithm text not null,
  wrapped text not null,
  public_key text,
  created_at timestamptz not null default now(),
  primary key (node_id, purpose, version),
  unique (node_id, key_id)
);
call kernel.guard_directory('kernel.data_key');
grant select, insert, update (wrapped) on kernel.data_key to opengoa_kernel;

-- One key for each person whose personal fields stand in the Record. Deleting the row is erasure: the facts stay, the hashes hold,
-- the person's fields can never be read again (SEC-DC-05).
create table kernel.subject_key (
  node_id int not null default kernel.node(),
  subject_id uuid not null,
  wrapped text not null,
  created_at timestamptz not null default now(),
  primary key (node_id, subject_id)
);
call kernel.guard_directory('kernel.subject_key');
grant select, insert on kernel.subject_key to opengoa_work;
grant delete on kernel.subject_key to opengoa_kernel;

create table kernel.fact (
  node_id int not null default kernel.node(),
  id uuid not null,
  -- The transaction that wrote it: what the sealer orders by.
  tx xid8 not null default pg_current_xact_id(),
  happened_at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),
  -- Who, as they were at that time.
  actor_kind text not null,
  person_id uuid,
  person_name text,
  stand_in_for uuid,
  post_id uuid,
  post_title text,
  actor_unit_id uuid,
  address text,
  -- The unit the fact belongs to; who may see the fact follows from it.
  unit_id uuid,
  verb text not null,
  type text not null,
  object_kind text,
  object_id uuid,
  outcome text not null check (outcome in ('done', 'refused')),
  refusal text,
  why text,
  request_id uuid,
  cause_id uuid,
  corrects_id uuid,
  facets jsonb,
  body jsonb,
  -- Personal fields of the body, each encrypted under the subject's own key.
  sealed_fields jsonb,
  subject_id uuid,
  primary key (node_id, id)
);
create index fact_tx on kernel.fact (node_id, tx, id);
create index fact_object on kernel.fact (node_id, object_id, id);
create index fact_request on kernel.fact (node_id, request_id);
create index fact_unit on kernel.fact (node_id, unit_id, id);
create index fact_subject on kernel.fact (node_id, subject_id) where subject_id is not null;
create index fact_corrects on kernel.fact (node_id, corrects_id) where corrects_id is not null;

alter table kernel.fact enable row level security;
alter table kernel.fact force row level security;
-- Read: facts of units in scope, one's own acts, the object a task opens, everything for the audit officer.
create policy read on kernel.fact for select using (
  node_id = (select kernel.node()) and (
    (select kernel.auditing())
    or unit_id in (select kernel.scope_units())
    or person_id = any ((select kernel.persons())::uuid[])
    or object_id = any ((select kernel.objects())::uuid[])
  ));
-- Append: whatever this node's program saw, whoever did it. A refused try at somebody else's unit belongs to that unit and must be kept,
-- so the asker's scope does not bound what is written here; the verb's own checks did that.
create policy append on kernel.fact for insert with check (node_id = (select kernel.node()));
create policy sealer on kernel.fact for select to opengoa_sealer using (node_id = (select kernel.node()));

-- INSERT and SELECT, nothing else; and not the columns that say in which order and when the database took it.
grant select on kernel.fact to opengoa_work, opengoa_sealer;
grant insert (
  id, happened_at, actor_kind, person_id, person_name, stand_in_for, post_id, post_title, actor_unit_id, address, unit_id, verb, type,
  object_kind, object_id, outcome, refusal, why, request_id, cause_id, corrects_id, facets, body, sealed_fields, subject_id
) on kernel.fact to opengoa_work;

-- The number of a fact and its place in the chain. leaf_hash is over the canonical bytes of the fact as stored (RFC 8785),
-- chain_hash over the one before, the number and the leaf.
create table kernel.seal (
  node_id int not null default kernel.node(),
  seq bigint not null check (seq > 0),
  fact_id uuid not null,
  tx xid8 not null,
  leaf_hash bytea not null,
  chain_hash bytea not null,
  primary key (node_id, seq),
  unique (node_id, fact_id)
);
call kernel.guard_directory('kernel.seal');
grant select on kernel.seal to opengoa_work;
grant select, insert on kernel.seal to opengoa_sealer;

-- Signed tree heads (RFC 9162). The first has size 0 and settles for good which hash the tree is made with and what it is called.
-- edge: hashes of the complete subtrees from which the root is made, so that the sealer goes on without reading the leaves again.
create table kernel.tree_head (
  node_id int not null default kernel.node(),
  size bigint not null check (size >= 0),
  root bytea not null,
  chain_hash bytea not null,
  at timestamptz not null,
  origin text not null,
  hash_algorithm text not null,
  edge bytea not null,
  key_id text not null,
  signature text not null,
  primary key (node_id, size)
);
call kernel.guard_directory('kernel.tree_head');
grant select on kernel.tree_head to opengoa_work;
grant select, insert on kernel.tree_head to opengoa_sealer;

-- Every eighth level of the tree, complete subtrees only: what proofs are made from without hashing the whole tree.
create table kernel.tree_node (
  node_id int not null default kernel.node(),
  level int not null check (level in (8, 16, 24, 32, 40)),
  index bigint not null check (index >= 0),
  hash bytea not null,
  primary key (node_id, level, index)
);
call kernel.guard_directory('kernel.tree_node');
grant select on kernel.tree_node to opengoa_work;
grant select, insert on kernel.tree_node to opengoa_sealer;

-- Who follows the Record, and how far each has come. One that keeps failing is parked with its reason (REL-24).
create table kernel.follower (
  node_id int not null default kernel.node(),
  name text not null,
  cursor bigint not null check (cursor >= 0),
  -- Tries at what comes after the cursor, counted before each try, so that one that kills the program counts too.
  tries int not null default 0,
  parked_at timestamptz,
  parked_reason text,
  moved_at timestamptz not null default now(),
  primary key (node_id, name)
);
call kernel.guard_directory('kernel.follower');
grant select, insert, update on kernel.follower to opengoa_work;

-- The owner's own accident is refused too. Somebody who switches triggers off leaves what `opengoa verify` finds.
create function kernel.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the Record is only added to: % on %.% refused', tg_op, tg_table_schema, tg_table_name using errcode = '42501';
end $$;
create trigger only_added_to before update or delete on kernel.fact for each row execute function kernel.refuse_change();
create trigger never_emptied before truncate on kernel.fact for each statement execute function kernel.refuse_change();
create trigger only_added_to before update or delete on kernel.seal for each row execute function kernel.refuse_change();
create trigger never_emptied before truncate on kernel.seal for each statement execute function kernel.refuse_change();
create trigger only_added_to before update or delete on kernel.tree_head for each row execute function kernel.refuse_change();
create trigger never_emptied before truncate on kernel.tree_head for each statement execute function kernel.refuse_change();
create trigger only_added_to before update or delete on kernel.tree_node for each row execute function kernel.refuse_change();
create trigger never_emptied before truncate on kernel.tree_node for each statement execute function kernel.refuse_change();

-- Facts and seals are never changed, so dead rows never call the vacuum; inserts must, or index-only reads and statistics fall behind.
alter table kernel.fact set (autovacuum_vacuum_insert_scale_factor = 0.05, autovacuum_analyze_scale_factor = 0.02);
alter table kernel.seal set (fillfactor = 100, autovacuum_vacuum_insert_scale_factor = 0.05, autovacuum_analyze_scale_factor = 0.02);
alter table kernel.lease set (fillfactor = 50, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 200);
alter table kernel.follower set (fillfactor = 50, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 200);
