import type pg from 'pg';
import type { Crypto } from '../crypto/crypto.ts';
import { newId } from '../id.ts';
import { beginAs, type RecordPlace } from './as-role.ts';
import { factChannel, listen, pause, sealedChannel } from './hint.ts';
import { holdLease, type Lease, returnLease, takeLease } from './lease.ts';
import {
  closeStateHead,
  factsOfAnotherCluster,
  nextFacts,
  readSealState,
  sealFacts,
  type SealState,
} from './seal-batch.ts';

export interface SealerOptions extends RecordPlace {
  readonly pool: pg.Pool;
  readonly crypto: Crypto;
  /** Name of the Record in its checkpoints, settled by the first head; no blanks, no `+`. */
  readonly origin?: string;
  /** Names this program among those that may seal. */
  readonly holder?: string;
  readonly batchFacts?: number;
  /** A head is closed when this long went by, or this many facts, since the last. */
  readonly headEveryMs?: number;
  readonly headEveryFacts?: number;
  readonly leaseSeconds?: number;
  readonly pollMs?: number;
  /** Listen for hints on a connection of its own. */
  readonly listen?: boolean;
  readonly onSealed?: (sealed: { facts: number; size: number }) => void;
  /** Each fault; the sealer tries again on its own. A RecordDamaged keeps coming until somebody looks. */
  readonly onFault?: (fault: Error) => void;
}

export interface Sealer {
  /** Ends after the batch in hand, closes a head over it and gives the lease back. */
  stop(): Promise<void>;
  /** There may be something to seal: a hint for the program that just committed. */
  wake(): void;
}

const leaseName = 'sealer';

export const originOf = (node: number): string => `opengoa-record-node-${node}`;

/** What one turn did. `held` is false when another program seals. */
interface Turn {
  readonly held: boolean;
  readonly sealed: number;
  readonly more: boolean;
}

/** One program's attempt at sealing: the lease, and while it is held, where sealing stands. */
function sealing(options: SealerOptions) {
  const { pool, node, crypto } = options;
  const batchFacts = options.batchFacts ?? 2_000;
  const leaseSeconds = options.leaseSeconds ?? 15;
  const headEveryMs = options.headEveryMs ?? 5_000;
  const headEveryFacts = options.headEveryFacts ?? 50_000;
  const holder = options.holder ?? `sealer-${process.pid}-${newId()}`;
  let lease: Lease | null = null;
  let renewAt = 0;
  let state: SealState | null = null;
  let foreignChecked = false;

  async function ownLease(): Promise<boolean> {
    if (lease !== null && performance.now() < renewAt) return true;
    const taken = await takeLease(pool, { node, name: leaseName, holder, seconds: leaseSeconds });
    if (taken?.fence !== lease?.fence) state = null;
    lease = taken;
    renewAt = performance.now() + (leaseSeconds * 1_000) / 3;
    return lease !== null;
  }

  const headDue = (now: SealState, closeNow: boolean): boolean =>
    now.tree.size > now.head.size &&
    (closeNow || now.tree.size - now.head.size >= headEveryFacts || Date.now() - now.head.at.getTime() >= headEveryMs);

  async function inTransaction(closeNow: boolean, client: pg.PoolClient): Promise<Turn> {
    const held = lease!;
    const lost = { held: false, sealed: 0, more: false };
    if (state === null) {
      if (!(await holdLease(client, held, leaseSeconds))) return lost;
      state = await readSealState(client, crypto, options.origin ?? originOf(node));
      foreignChecked = false;
    }
    const foreign = foreignChecked ? [] : await factsOfAnotherCluster(client, state, batchFacts);
    foreignChecked = foreign.length === 0;
    const facts = foreign.length > 0 ? foreign : await nextFacts(client, state, batchFacts);
    if (facts.length === 0 && !headDue(state, closeNow)) return { held: true, sealed: 0, more: false };
    if (!(await holdLease(client, held, leaseSeconds))) return lost;
    if (facts.length > 0) {
      await sealFacts(client, state, facts, foreign.length === 0);
      await client.query(`select pg_notify($1, $2)`, [sealedChannel, `${node}:${state.tree.size}`]);
    }
    const more = foreign.length > 0 || facts.length === batchFacts;
    if (headDue(state, closeNow && !more)) await closeStateHead(client, crypto, state);
    return { held: true, sealed: facts.length, more };
  }

  return {
    /** Seals one batch, if the lease is ours and there is one. Whatever fails, what is in memory is read again next time. */
    async turn(closeNow = false): Promise<Turn> {
      if (!(await ownLease())) return { held: false, sealed: 0, more: false };
      const client = await pool.connect();
      let broken: Error | undefined;
      try {
        await beginAs(client, { node, role: 'opengoa_sealer', byIndex: true });
        const turn = await inTransaction(closeNow, client);
        if (!turn.held) {
          lease = null;
          state = null;
        }
        await client.query(turn.held ? 'commit' : 'rollback');
        if (turn.sealed > 0) options.onSealed?.({ facts: turn.sealed, size: state!.tree.size });
        return turn;
      } catch (error) {
        state = null;
        lease = null;
        await client.query('rollback').catch((fault: Error) => {
          broken = fault;
        });
        throw error;
      } finally {
        client.release(broken);
      }
    },
    async giveBack(): Promise<void> {
      if (lease !== null) await returnLease(pool, { node, lease });
      lease = null;
      state = null;
    },
    size: () => state?.tree.size ?? 0,
  };
}

/**
 * Seals all that can be sealed now, closes a head and gives the lease back: for commands, orderly stops and tests.
 * @returns `held: false` when another program is sealing
 */
export async function sealOnce(
  pool: pg.Pool,
  options: Omit<SealerOptions, 'pool'>,
): Promise<{ held: boolean; sealed: number; size: number }> {
  const work = sealing({ ...options, pool });
  let sealed = 0;
  try {
    for (;;) {
      const turn = await work.turn(true);
      sealed += turn.sealed;
      if (!turn.held) return { held: false, sealed, size: 0 };
      if (!turn.more) return { held: true, sealed, size: work.size() };
    }
  } finally {
    await work.giveBack();
  }
}

/** Seals for as long as the program runs. Any number of programs may start one; the lease lets one work (REL-25). */
export function startSealer(options: SealerOptions): Sealer {
  const pollMs = options.pollMs ?? 100;
  const leaseSeconds = options.leaseSeconds ?? 15;
  const work = sealing(options);
  const rest = pause();
  const unlisten = options.listen ? listen(options.pool, factChannel, rest.wake) : undefined;
  const asked = { toStop: false };
  const loop = async () => {
    let faults = 0;
    while (!asked.toStop) {
      let waitMs = pollMs;
      try {
        const turn = await work.turn();
        faults = 0;
        if (turn.more) continue;
        if (!turn.held) waitMs = Math.max(pollMs, (leaseSeconds * 1_000) / 5);
      } catch (error) {
        faults += 1;
        waitMs = Math.min(10_000, pollMs * 2 ** Math.min(faults, 10));
        options.onFault?.(error as Error);
      }
      if (!asked.toStop) await rest.wait(waitMs);
    }
    try {
      await work.turn(true);
      await work.giveBack();
    } catch (error) {
      options.onFault?.(error as Error);
    }
  };
  const done = loop();
  return {
    wake: rest.wake,
    async stop() {
      asked.toStop = true;
      rest.wake();
      await done;
      await unlisten?.();
    },
  };
}
