import type pg from 'pg';
import type { Digest } from '../crypto/algorithm.ts';
import { type Crypto, digestNamed } from '../crypto/crypto.ts';
import { chainNext } from './chain.ts';
import { canonicalFact, type StoredFact, storedFactColumns } from './fact.ts';
import { GrowingTree, leafHash } from './merkle.ts';
import { closeHead, firstHead, latestHead, type TreeHead } from './tree-head.ts';

/** The Record contradicts itself where the sealer would go on from. Sealing stops; `opengoa verify` names the entry. */
export class RecordDamaged extends Error {}

/** Where sealing stands: in memory while the lease is held, read again whenever it was not. */
export interface SealState {
  readonly origin: string;
  readonly digest: Digest;
  readonly tree: GrowingTree;
  chainHash: Buffer;
  /** Everything up to here, in (tx, id), is sealed. */
  cursor: Cursor;
  head: Pick<TreeHead, 'size' | 'at'>;
}

export interface Cursor {
  readonly tx: string;
  readonly id: string;
}

const begin: Cursor = { tx: '0', id: '00000000-0000-0000-0000-000000000000' };
const lastId = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/** A fact to be sealed. */
interface Candidate {
  readonly id: string;
  readonly tx: string;
  readonly fact: StoredFact;
}

/**
 * Reads where sealing stands, from the last signed head on; writes the first head of an empty Record.
 * @throws RecordDamaged when what is sealed does not continue the last signed head
 */
export async function readSealState(client: pg.ClientBase, crypto: Crypto, originOfNew: string): Promise<SealState> {
  const head = (await latestHead(client)) ?? (await beginRecord(client, crypto, originOfNew));
  const digest = digestNamed(head.hashAlgorithm);
  const tree = new GrowingTree(digest, head.size, head.edge);
  if (!tree.root().equals(head.root))
    throw new RecordDamaged(`tree head of size ${head.size} has another root than its edge`);
  const { rows } = await client.query<{
    seq: string;
    fact_id: string;
    tx: string;
    leaf_hash: Buffer;
    chain_hash: Buffer;
  }>(
    `select seq, fact_id, tx::text as tx, leaf_hash, chain_hash from kernel.seal
      where node_id = kernel.node() and seq >= $1 order by seq`,
    [head.size],
  );
  let chainHash = head.chainHash;
  let cursor = begin;
  for (const row of rows) {
    const seq = Number(row.seq);
    if (seq === head.size) {
      if (!row.chain_hash.equals(head.chainHash))
        throw new RecordDamaged(`entry ${seq} is not the one its tree head signed`);
    } else {
      if (seq !== tree.size + 1) throw new RecordDamaged(`entry ${tree.size + 1} is missing`);
      tree.append(row.leaf_hash);
      chainHash = chainNext(digest, chainHash, seq, row.leaf_hash);
      if (!chainHash.equals(row.chain_hash)) throw new RecordDamaged(`entry ${seq} does not continue the chain`);
    }
    cursor = { tx: row.tx, id: row.fact_id };
  }
  if (head.size > 0 && Number(rows[0]?.seq) !== head.size)
    throw new RecordDamaged(`entry ${head.size}, signed in a tree head, is missing`);
  return { origin: head.origin, digest, tree, chainHash, cursor, head };
}

async function beginRecord(client: pg.ClientBase, crypto: Crypto, origin: string): Promise<TreeHead> {
  const { rowCount } = await client.query('select 1 from kernel.seal where node_id = kernel.node() limit 1');
  if (rowCount !== 0) throw new RecordDamaged('there are sealed entries but no signed tree head');
  return firstHead(client, crypto, origin);
}

// One index probe a row, whatever the planner believes of the size of kernel.seal: LIMIT keeps it from hashing the whole of it.
const candidatesWhere = (condition: string) => `
  select f.id::text, f.tx::text, ${storedFactColumns('f')}
    from kernel.fact f
    left join lateral (select true as sealed from kernel.seal s where s.node_id = f.node_id and s.fact_id = f.id limit 1) s on true
   where f.node_id = kernel.node() and ${condition} and s.sealed is null
   order by f.tx, f.id`;

const settled = `${candidatesWhere('(f.tx, f.id) > ($1::xid8, $2::uuid) and f.tx < $3::xid8')} limit $4`;
// The snapshot must be this very statement's: one taken earlier would take what committed in between for another cluster's.
const foreign = `${candidatesWhere('f.tx >= pg_snapshot_xmax(pg_current_snapshot())')} limit $1`;

async function readCandidates(
  client: pg.ClientBase,
  name: string,
  text: string,
  values: unknown[],
): Promise<Candidate[]> {
  const { rows } = await client.query<(string | null)[]>({ name, text, values, rowMode: 'array' });
  return rows.map(([id, tx, ...fact]) => ({ id: id!, tx: tx!, fact }));
}

async function snapshotBounds(client: pg.ClientBase): Promise<{ xmin: bigint; xmax: bigint }> {
  const { rows } = await client.query<{ xmin: string; xmax: string }>(
    `select pg_snapshot_xmin(s)::text as xmin, pg_snapshot_xmax(s)::text as xmax from pg_current_snapshot() s`,
  );
  return { xmin: BigInt(rows[0]!.xmin), xmax: BigInt(rows[0]!.xmax) };
}

/**
 * Reads the next facts to seal, in (tx, id) order, of transactions that nothing open can still precede. Moves the cursor over what is
 * settled and holds nothing.
 */
export async function nextFacts(client: pg.ClientBase, state: SealState, limit: number): Promise<Candidate[]> {
  // Below xmin no transaction is open any more: whatever it wrote is visible to the next statement, or never will be.
  const { xmin } = await snapshotBounds(client);
  const found = await readCandidates(client, 'seal-settled', settled, [
    state.cursor.tx,
    state.cursor.id,
    String(xmin),
    limit,
  ]);
  if (found.length === 0 && BigInt(state.cursor.tx) < xmin - 1n) state.cursor = { tx: String(xmin - 1n), id: lastId };
  return found;
}

/**
 * A Record that was copied into another database cluster brings transaction numbers that this one has not reached. Such facts are
 * settled however high their number; and sealing must begin again from this cluster's own first transaction.
 */
export async function factsOfAnotherCluster(
  client: pg.ClientBase,
  state: SealState,
  limit: number,
): Promise<Candidate[]> {
  const { xmax } = await snapshotBounds(client);
  if (BigInt(state.cursor.tx) >= xmax) state.cursor = begin;
  return readCandidates(client, 'seal-foreign', foreign, [limit]);
}

/** Numbers, chains and adds to the tree; writes it in two statements. The caller holds the lease in the same transaction. */
export async function sealFacts(
  client: pg.ClientBase,
  state: SealState,
  facts: readonly Candidate[],
  moveCursor: boolean,
): Promise<void> {
  const { digest, tree } = state;
  const first = tree.size + 1;
  const leaves: Buffer[] = [];
  const links: Buffer[] = [];
  const nodes: { level: number; index: number; hash: Buffer }[] = [];
  for (const { fact } of facts) {
    const leaf = leafHash(digest, canonicalFact(fact));
    tree.append(leaf, (level, index, hash) => {
      if (level > 0 && level % 8 === 0) nodes.push({ level, index, hash });
    });
    state.chainHash = chainNext(digest, state.chainHash, tree.size, leaf);
    leaves.push(leaf);
    links.push(state.chainHash);
  }
  await client.query({
    name: 'seal-facts',
    text: `insert into kernel.seal (seq, fact_id, tx, leaf_hash, chain_hash)
           select $1::bigint + n - 1, id, tx, substring($4::bytea from ((n - 1) * 32 + 1)::int for 32), substring($5::bytea from ((n - 1) * 32 + 1)::int for 32)
             from unnest($2::uuid[], $3::xid8[]) with ordinality as t (id, tx, n)`,
    values: [first, facts.map(({ id }) => id), facts.map(({ tx }) => tx), Buffer.concat(leaves), Buffer.concat(links)],
  });
  if (nodes.length > 0) {
    await client.query(
      `insert into kernel.tree_node (level, index, hash) select * from unnest($1::int[], $2::bigint[], $3::bytea[])`,
      [nodes.map(({ level }) => level), nodes.map(({ index }) => index), nodes.map(({ hash }) => hash)],
    );
  }
  const last = facts.at(-1)!;
  if (moveCursor) state.cursor = { tx: last.tx, id: last.id };
}

/** Closes a signed head over all that is sealed. */
export async function closeStateHead(client: pg.ClientBase, crypto: Crypto, state: SealState): Promise<void> {
  state.head = await closeHead(client, crypto, state.tree, {
    chainHash: state.chainHash,
    origin: state.origin,
    hashAlgorithm: state.digest.name,
  });
}
