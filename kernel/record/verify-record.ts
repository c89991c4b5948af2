import type pg from 'pg';
import { type Crypto, digestNamed, signatureNamed } from '../crypto/crypto.ts';
import { bytesOf, type Digest } from '../crypto/algorithm.ts';
import { readToken } from '../crypto/token.ts';
import { asRole, type RecordPlace } from './as-role.ts';
import { chainBegin, chainNext } from './chain.ts';
import { type Checkpoint, checkpointText, readCheckpoint, recordKeys } from './checkpoint.ts';
import { canonicalFact, storedFactColumns } from './fact.ts';
import { GrowingTree, leafHash } from './merkle.ts';
import type { VerifierKey } from './signed-note.ts';
import { headColumns, headOf, type HeadRow, type TreeHead } from './tree-head.ts';
import { type Problem, Problems } from './verify-report.ts';

export interface VerifyOptions extends RecordPlace {
  /** Gives the Record's own public keys. An auditor without the node's keys gives `trusted` instead. */
  readonly crypto?: Crypto;
  readonly trusted?: readonly VerifierKey[];
  /** Signed notes exported earlier and kept elsewhere. Several narrow down where a rewritten Record begins to differ. */
  readonly checkpoint?: string | readonly string[];
  readonly onProgress?: (checked: number, size: number) => void;
  readonly batchFacts?: number;
}

export interface VerifyReport {
  readonly ok: boolean;
  /** Entries whose hashes were derived again. */
  readonly checked: number;
  readonly heads: number;
  readonly checkpoints: number;
  /** Facts that are not numbered yet: written in the last moments, or behind an open transaction. */
  readonly unsealed: number;
  readonly root: string;
  /** The problem with the lowest entry. */
  readonly firstBad: Problem | null;
  readonly problems: readonly Problem[];
  readonly tookMs: number;
}

interface Entry {
  readonly seq: number;
  readonly factId: string;
  readonly order: string;
  readonly leaf: Buffer;
  readonly chain: Buffer;
  /** Null when the fact is gone. */
  readonly derived: Buffer | null;
}

/**
 * Derives every hash of the Record again from the facts as stored, in one unchanging picture of the database, and compares with seals,
 * signed tree heads and exported checkpoints (SEC-RE-04). Reads only; facts may be added meanwhile.
 */
export function verifyRecord(pool: pg.Pool, options: VerifyOptions): Promise<VerifyReport> {
  return asRole(pool, { node: options.node, role: 'opengoa_sealer', snapshot: true }, async (client) => {
    await client.query('set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0');
    return new Verification(client, options).run();
  });
}

class Verification {
  readonly #client: pg.ClientBase;
  readonly #options: VerifyOptions;
  readonly #problems = new Problems();
  readonly #started = performance.now();

  constructor(client: pg.ClientBase, options: VerifyOptions) {
    this.#client = client;
    this.#options = options;
  }

  async run(): Promise<VerifyReport> {
    const heads = await this.#heads();
    const checkpoints = this.#checkpoints();
    // Where every head is gone, what was exported still says which Record this was.
    const settled = heads[0] ?? checkpoints[0] ?? { origin: '', hashAlgorithm: 'sha-256' };
    const digest = digestNamed(settled.hashAlgorithm);
    this.#checkHeads(heads);
    const same = checkpoints.filter((one) => {
      const ours = one.origin === settled.origin && one.hashAlgorithm === settled.hashAlgorithm;
      if (!ours) this.#problems.add('rewritten', { from: 1, to: one.size }); // it now says it is another Record than was signed
      return ours;
    });
    const tree = await this.#checkEntries(digest, chainBegin(digest, settled.origin), heads, same);
    const unsealed = await this.#checkUnsealed();
    const problems = this.#problems.inOrder();
    return {
      ok: problems.length === 0,
      checked: tree.size,
      heads: heads.length,
      checkpoints: checkpoints.length,
      unsealed,
      root: tree.root().toString('base64'),
      firstBad: problems[0] ?? null,
      problems,
      tookMs: Math.round(performance.now() - this.#started),
    };
  }

  #trusted(origin: string): readonly VerifierKey[] {
    return this.#options.trusted ?? (this.#options.crypto ? recordKeys(this.#options.crypto, origin) : []);
  }

  async #heads(): Promise<TreeHead[]> {
    const { rows } = await this.#client.query<HeadRow>(
      `select ${headColumns} from kernel.tree_head where node_id = kernel.node() order by size`,
    );
    return rows.map(headOf);
  }

  /** Each head by itself: signed by a key we trust, and of one Record. */
  #checkHeads(heads: readonly TreeHead[]): void {
    const first = heads[0];
    for (const head of heads) {
      if (!this.#signed(head)) this.#problems.add('head-signature', { to: head.size });
      if (head.origin !== first!.origin || head.hashAlgorithm !== first!.hashAlgorithm)
        this.#problems.add('head-signature', { to: head.size });
    }
    if (first && first.size !== 0) this.#problems.add('head-missing', { to: first.size });
  }

  #signed(head: TreeHead): boolean {
    const text = bytesOf(checkpointText(head));
    const trusted = this.#trusted(head.origin);
    try {
      const { algorithm, payload } = readToken(head.signature, 'sig');
      return trusted.some(
        (key) => key.algorithm === algorithm && signatureNamed(algorithm).verify(key.publicKey, text, payload),
      );
    } catch {
      return false;
    }
  }

  #checkpoints(): Checkpoint[] {
    const given = this.#options.checkpoint ?? [];
    const good: Checkpoint[] = [];
    for (const note of typeof given === 'string' ? [given] : given) {
      const origin = note.slice(0, Math.max(0, note.indexOf('\n')));
      const read = readCheckpoint(note, this.#trusted(origin));
      if (read !== null && read.signedBy.length > 0) good.push(read.checkpoint);
      else this.#problems.add('checkpoint-not-ours', { to: read?.checkpoint.size ?? 0 });
    }
    return good.toSorted((a, b) => a.size - b.size);
  }

  async #checkEntries(
    digest: Digest,
    chainFirst: Buffer,
    heads: readonly TreeHead[],
    checkpoints: readonly Checkpoint[],
  ): Promise<GrowingTree> {
    const tree = new GrowingTree(digest);
    const size = await this.#lastSeq();
    const compare = new Milestones(heads, checkpoints, this.#problems);
    let chain: Buffer | null = chainFirst;
    let before: Entry | null = null;
    compare.at(0, tree.root(), chain);
    for (let after = 0; ;) {
      const entries = await this.#read(digest, after);
      for (const [at, entry] of entries.entries()) {
        const expected: number = (before?.seq ?? 0) + 1;
        if (entry.seq !== expected) {
          this.#problems.add('deleted', { from: expected, to: entry.seq - 1 });
          chain = null; // what the missing ones were cannot be known; the chain is taken up again from here
        }
        this.#checkEntry(digest, entry, before, entries[at + 1] ?? null, chain);
        tree.append(entry.leaf);
        chain = entry.chain;
        before = entry;
        compare.at(entry.seq, tree.root.bind(tree), chain);
      }
      after = entries.at(-1)?.seq ?? after;
      this.#options.onProgress?.(after, size);
      if (entries.length === 0) break;
    }
    compare.beyond(before?.seq ?? 0);
    return tree;
  }

  #checkEntry(digest: Digest, entry: Entry, before: Entry | null, next: Entry | null, chain: Buffer | null): void {
    const { seq, factId } = entry;
    const chainHolds = chain === null || chainNext(digest, chain, seq, entry.leaf).equals(entry.chain);
    if (entry.derived === null) {
      this.#problems.add('deleted', { from: seq, to: seq, factId });
      return;
    }
    if (entry.derived.equals(entry.leaf) && chainHolds) return;
    const outOfOrder = (before !== null && before.order >= entry.order) || (next !== null && next.order <= entry.order);
    this.#problems.add(outOfOrder ? 'reordered' : 'edited', { from: seq, to: seq, factId });
  }

  async #lastSeq(): Promise<number> {
    const { rows } = await this.#client.query<{ size: string }>(
      'select coalesce(max(seq), 0) as size from kernel.seal where node_id = kernel.node()',
    );
    return Number(rows[0]!.size);
  }

  async #read(digest: Digest, after: number): Promise<Entry[]> {
    const { rows } = await this.#client.query<unknown[]>({
      name: 'verify-entries',
      text: `select s.seq, s.fact_id::text, lpad(s.tx::text, 20, '0') || s.fact_id, s.leaf_hash, s.chain_hash, f.id is not null, ${storedFactColumns('f')}
               from kernel.seal s
               left join lateral (select * from kernel.fact f where f.node_id = s.node_id and f.id = s.fact_id limit 1) f on true
              where s.node_id = kernel.node() and s.seq > $1 order by s.seq limit $2`,
      values: [after, this.#options.batchFacts ?? 2_000],
      rowMode: 'array',
    });
    return rows.map(([seq, factId, order, leaf, chain, there, ...fact]) => ({
      seq: Number(seq),
      factId: factId as string,
      order: order as string,
      leaf: leaf as Buffer,
      chain: chain as Buffer,
      derived: there ? leafHash(digest, canonicalFact(fact as (string | null)[])) : null,
    }));
  }

  /** Facts without a number: new ones are right; one whose place was sealed long ago was slipped in. */
  async #checkUnsealed(): Promise<number> {
    const { rows } = await this.#client.query<{ id: string; behind: boolean; after: string | null }>(`
      with last as (
        select tx, fact_id from kernel.seal where node_id = kernel.node() order by seq desc limit 1
      ), unsealed as (
        select f.id, f.tx from kernel.fact f
         where f.node_id = kernel.node()
           and not exists (select from kernel.seal s where s.node_id = f.node_id and s.fact_id = f.id)
      )
      select u.id,
             coalesce((u.tx, u.id) < (l.tx, l.fact_id) and l.tx < pg_snapshot_xmin(pg_current_snapshot()), false) as behind,
             (select max(s.seq) from kernel.seal s where s.node_id = kernel.node() and (s.tx, s.fact_id) < (u.tx, u.id)
               and (u.tx, u.id) < (l.tx, l.fact_id)) as after
        from unsealed u left join last l on true`);
    for (const { id, behind, after } of rows) {
      if (behind) this.#problems.add('inserted', { from: Number(after ?? 0), to: Number(after ?? 0) + 1, factId: id });
    }
    return rows.filter(({ behind }) => !behind).length;
  }
}

/** Signed heads and exported checkpoints, compared as the tree reaches their size. */
class Milestones {
  readonly #heads: readonly TreeHead[];
  readonly #checkpoints: readonly Checkpoint[];
  readonly #problems: Problems;
  #nextHead = 0;
  #nextCheckpoint = 0;
  #headHeld = 0;
  #checkpointHeld = 0;
  #headBroken = false;
  #checkpointBroken = false;

  constructor(heads: readonly TreeHead[], checkpoints: readonly Checkpoint[], problems: Problems) {
    this.#heads = heads;
    this.#checkpoints = checkpoints;
    this.#problems = problems;
  }

  at(size: number, root: Buffer | (() => Buffer), chain: Buffer): void {
    const now = () => (typeof root === 'function' ? root() : root);
    while (this.#heads[this.#nextHead]?.size === size) {
      const head = this.#heads[this.#nextHead]!;
      this.#nextHead += 1;
      if (head.root.equals(now()) && head.chainHash.equals(chain)) this.#headHeld = size;
      // Once the Record has left what was signed, every later head differs too: the first says where.
      else if (!this.#headBroken) {
        this.#headBroken = true;
        this.#problems.add('head-differs', { from: this.#headHeld + 1, to: size });
      }
    }
    while (this.#checkpoints[this.#nextCheckpoint]?.size === size) {
      const checkpoint = this.#checkpoints[this.#nextCheckpoint]!;
      this.#nextCheckpoint += 1;
      if (checkpoint.root.equals(now()) && checkpoint.chainHash.equals(chain)) this.#checkpointHeld = size;
      else if (!this.#checkpointBroken) {
        this.#checkpointBroken = true;
        this.#problems.add('rewritten', { from: this.#checkpointHeld + 1, to: size });
      }
    }
  }

  /** What was signed beyond the last entry. */
  beyond(size: number): void {
    const head = this.#heads.at(-1);
    if (head && head.size > size) this.#problems.add('tail-cut', { from: size + 1, to: head.size });
    const checkpoint = this.#checkpoints.at(-1);
    if (checkpoint && checkpoint.size > size && (!head || head.size <= size)) {
      this.#problems.add('rolled-back', { from: size + 1, to: checkpoint.size });
    }
  }
}
