import type pg from 'pg';
import { type Crypto, digestNamed } from '../crypto/crypto.ts';
import type { Id } from '../id.ts';
import { asRole, type RecordPlace } from './as-role.ts';
import { readCheckpoint } from './checkpoint.ts';
import { canonicalFact, storedFactColumns } from './fact.ts';
import {
  consistencyProof,
  inclusionProof,
  leafHash,
  nodeHash,
  splitAt,
  type SubtreeHash,
  verifyInclusion,
} from './merkle.ts';
import type { VerifierKey } from './signed-note.ts';
import { checkpointNote, latestHead } from './tree-head.ts';

/** Everything somebody outside needs to see that a fact stood in the Record when the checkpoint was signed (SEC-RE-10). */
export interface FactProof {
  readonly format: 'opengoa-fact-proof/1';
  readonly seq: number;
  /** The canonical text of the fact as stored (RFC 8785); personal fields stay sealed. */
  readonly fact: string;
  /** Hashes from the leaf's sibling up to the root, base64 (RFC 9162 §2.1.3). */
  readonly proof: readonly string[];
  readonly checkpoint: string;
}

/** Proves one fact against the newest signed head; null while it is not under one yet, or there is no such fact. */
export function proveFact(
  pool: pg.Pool,
  fact: Id,
  { node, crypto }: RecordPlace & { crypto: Crypto },
): Promise<FactProof | null> {
  return asRole(pool, { node, role: 'opengoa_sealer', snapshot: true }, async (client) => {
    const head = await latestHead(client);
    const { rows } = await client.query<(string | null)[]>({
      text: `select s.seq, ${storedFactColumns('f')} from kernel.seal s join kernel.fact f on f.node_id = s.node_id and f.id = s.fact_id
              where s.node_id = kernel.node() and s.fact_id = $1`,
      values: [fact],
      rowMode: 'array',
    });
    const [seqText, ...stored] = rows[0] ?? [];
    const seq = Number(seqText);
    if (head === null || rows.length === 0 || seq > head.size) return null;
    const proof = await inclusionProof(seq - 1, head.size, subtreesIn(client, head.hashAlgorithm));
    return {
      format: 'opengoa-fact-proof/1',
      seq,
      fact: Buffer.from(canonicalFact(stored)).toString('utf8'),
      proof: proof.map((hash) => hash.toString('base64')),
      checkpoint: checkpointNote(crypto, head),
    };
  });
}

/**
 * Checks a proof with nothing but public keys: offline, by anybody.
 * @returns the fact's columns, or why the proof does not hold
 */
export function verifyFactProof(
  given: FactProof,
  trusted: readonly VerifierKey[],
):
  | { ok: true; fact: Readonly<Record<string, unknown>>; at: Date }
  | { ok: false; why: 'checkpoint-not-trusted' | 'not-in-the-tree' } {
  const read = readCheckpoint(given.checkpoint, trusted);
  if (read === null || read.signedBy.length === 0) return { ok: false, why: 'checkpoint-not-trusted' };
  const { size, root, hashAlgorithm, at } = read.checkpoint;
  const digest = digestNamed(hashAlgorithm);
  const leaf = leafHash(digest, Buffer.from(given.fact, 'utf8'));
  const proof = given.proof.map((hash) => Buffer.from(hash, 'base64'));
  if (!verifyInclusion(digest, { leaf, index: given.seq - 1, size, proof, root }))
    return { ok: false, why: 'not-in-the-tree' };
  return { ok: true, fact: JSON.parse(given.fact) as Record<string, unknown>, at };
}

/** Proof that the Record at `newer` entries still begins with what it was at `older`: what a witness asks for. */
export function proveConsistency(
  pool: pg.Pool,
  older: number,
  newer: number,
  { node }: RecordPlace,
): Promise<Buffer[]> {
  return asRole(pool, { node, role: 'opengoa_sealer', snapshot: true }, async (client) => {
    const head = await latestHead(client, newer);
    if (head?.size !== newer) throw new Error(`no tree head of size ${newer}`);
    return consistencyProof(older, newer, subtreesIn(client, head.hashAlgorithm));
  });
}

const tile = 256;

/** Hashes of subtrees, from the kept nodes of every eighth level and at most 255 leaves at the edges. */
function subtreesIn(client: pg.ClientBase, hashAlgorithm: string): SubtreeHash {
  const digest = digestNamed(hashAlgorithm);
  const leaves = async (from: number, to: number): Promise<Buffer[]> => {
    const { rows } = await client.query<{ leaf_hash: Buffer }>(
      'select leaf_hash from kernel.seal where node_id = kernel.node() and seq > $1 and seq <= $2 order by seq',
      [from, to],
    );
    return rows.map((row) => row.leaf_hash);
  };
  const nodes = async (level: number, from: number, to: number): Promise<Buffer[]> => {
    const { rows } = await client.query<{ hash: Buffer }>(
      'select hash from kernel.tree_node where node_id = kernel.node() and level = $1 and index >= $2 and index < $3 order by index',
      [level, from, to],
    );
    return rows.map(({ hash }) => hash);
  };
  const fold = (hashes: readonly Buffer[]): Buffer => {
    if (hashes.length === 1) return hashes[0]!;
    const k = splitAt(hashes.length);
    return nodeHash(digest, fold(hashes.slice(0, k)), fold(hashes.slice(k)));
  };
  return async function subtree(from: number, to: number): Promise<Buffer> {
    if (to - from <= tile) return fold(await leaves(from, to));
    // The highest kept level whose subtrees are smaller than this one and of which at most 256 make it up.
    let level = 8;
    while (to - from > tile * 2 ** level) level += 8;
    const width = 2 ** level;
    const whole = Math.floor(to / width) * width;
    const left = await nodes(level, from / width, whole / width);
    if (whole === to) return fold(left);
    // A subtree that is not complete ends at the right edge: what is left over is one more hash beside the complete ones.
    return foldEdge(left, await subtree(whole, to));
  };

  /** RFC 9162 splits at powers of two, so complete subtrees come first, largest first, and the rest hangs off the last split. */
  function foldEdge(complete: readonly Buffer[], rest: Buffer): Buffer {
    if (complete.length === 0) return rest;
    let k = 1;
    while (k * 2 <= complete.length) k *= 2;
    return nodeHash(digest, fold(complete.slice(0, k)), foldEdge(complete.slice(k), rest));
  }
}
