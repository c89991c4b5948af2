import type pg from 'pg';
import type { Crypto } from '../crypto/crypto.ts';
import { readToken } from '../crypto/token.ts';
import { asRole, type RecordPlace } from './as-role.ts';
import { chainBegin } from './chain.ts';
import { type Checkpoint, checkpointText, recordKeys } from './checkpoint.ts';
import { GrowingTree } from './merkle.ts';
import { type VerifierKey, writeSignedNote } from './signed-note.ts';

/** A signed tree head as kept in kernel.tree_head. */
export interface TreeHead extends Checkpoint {
  readonly edge: readonly Buffer[];
  readonly keyId: string;
  /** In the crypto door's own form; `exportCheckpoint` writes it as a signed note. */
  readonly signature: string;
}

export const headColumns = `size, root, chain_hash, at, origin, hash_algorithm, edge, key_id, signature`;

export interface HeadRow {
  size: string;
  root: Buffer;
  chain_hash: Buffer;
  at: Date;
  origin: string;
  hash_algorithm: string;
  edge: Buffer;
  key_id: string;
  signature: string;
}

export const headOf = (row: HeadRow): TreeHead => ({
  size: Number(row.size),
  root: row.root,
  chainHash: row.chain_hash,
  at: row.at,
  origin: row.origin,
  hashAlgorithm: row.hash_algorithm,
  edge: Array.from({ length: row.edge.length / 32 }, (_, at) => row.edge.subarray(at * 32, at * 32 + 32)),
  keyId: row.key_id,
  signature: row.signature,
});

/** The newest tree head of at most `size`. */
export async function latestHead(
  client: pg.ClientBase,
  size: number = Number.MAX_SAFE_INTEGER,
): Promise<TreeHead | null> {
  const { rows } = await client.query<HeadRow>(
    `select ${headColumns} from kernel.tree_head where node_id = kernel.node() and size <= $1 order by size desc limit 1`,
    [size],
  );
  return rows[0] ? headOf(rows[0]) : null;
}

/** Signs the tree as it stands and keeps the head. */
export async function closeHead(
  client: pg.ClientBase,
  crypto: Crypto,
  tree: GrowingTree,
  { chainHash, origin, hashAlgorithm }: Pick<Checkpoint, 'chainHash' | 'origin' | 'hashAlgorithm'>,
): Promise<TreeHead> {
  const { rows } = await client.query<{ at: Date }>(`select date_trunc('milliseconds', clock_timestamp()) as at`);
  const checkpoint = { origin, size: tree.size, root: tree.root(), chainHash, at: rows[0]!.at, hashAlgorithm };
  const signature = crypto.sign(checkpointText(checkpoint), 'record');
  const head = { ...checkpoint, edge: tree.edge, keyId: readToken(signature, 'sig').keyId, signature };
  await client.query(`insert into kernel.tree_head (${headColumns}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`, [
    head.size,
    head.root,
    chainHash,
    head.at,
    origin,
    hashAlgorithm,
    Buffer.concat(head.edge),
    head.keyId,
    signature,
  ]);
  return head;
}

/** The head of size 0: settles the hash of the tree and its name, whatever profile the node takes on later. */
export async function firstHead(client: pg.ClientBase, crypto: Crypto, origin: string): Promise<TreeHead> {
  const { digest } = crypto;
  return closeHead(client, crypto, new GrowingTree(digest), {
    chainHash: chainBegin(digest, origin),
    origin,
    hashAlgorithm: digest.name,
  });
}

/**
 * The newest signed tree head as a signed note, for the superior's witness and the audit officer's file (SEC-RE-04).
 * @returns null before the sealer's first head
 */
export async function exportCheckpoint(
  pool: pg.Pool,
  { node, crypto, size }: RecordPlace & { crypto: Crypto; size?: number },
): Promise<{ note: string; head: TreeHead; keys: readonly VerifierKey[] } | null> {
  const head = await asRole(pool, { node, role: 'opengoa_sealer', snapshot: true }, (client) =>
    latestHead(client, size),
  );
  if (head === null) return null;
  return { note: checkpointNote(crypto, head), head, keys: recordKeys(crypto, head.origin) };
}

/** The head as a signed note. */
export function checkpointNote(crypto: Crypto, head: TreeHead): string {
  const signature = readToken(head.signature, 'sig').payload;
  return writeSignedNote(checkpointText(head), [{ key: recordKeyOf(crypto, head), signature }]);
}

function recordKeyOf(crypto: Crypto, head: TreeHead): VerifierKey {
  const made = crypto.publicKeys('record').find(({ keyId }) => keyId === head.keyId);
  if (!made) throw new Error(`the key ${head.keyId} of the tree head of size ${head.size} is not here`);
  return { name: head.origin, algorithm: made.algorithm, publicKey: made.publicKey };
}
