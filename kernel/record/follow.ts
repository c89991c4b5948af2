import type pg from 'pg';
import { txOn, type Tx } from '../database/tx.ts';
import { asRole, type RecordPlace } from './as-role.ts';
import { listen, pause, sealedChannel } from './hint.ts';
import { readSealed, sealedSize, type SealedFact } from './sealed-fact.ts';

export interface FollowOptions extends RecordPlace {
  /** Database role in which the effect is written; it must be one that may do the work of the kernel (`opengoa_<room>`). */
  readonly role?: `opengoa_${string}`;
  /** Facts handed over at once. */
  readonly batchFacts?: number;
  readonly pollMs?: number;
  /** Tries at the same place before the follower is parked. */
  readonly triesMax?: number;
  /** Pause before the second try; doubles with each. */
  readonly retryMs?: number;
  readonly listen?: boolean;
  /** Prepares the transaction for the effect: the row-level-security context of whoever follows. */
  readonly context?: (client: pg.ClientBase) => Promise<unknown>;
  /** After each batch that is kept. */
  readonly onKept?: () => void;
  readonly onFault?: (fault: Error) => void;
  readonly onParked?: (parked: { name: string; seq: number; reason: string }) => void;
}

/** Turns numbered facts into an effect, inside the transaction that also moves the cursor: both happen or neither. */
export type Handle = (facts: readonly SealedFact[], tx: Tx) => Promise<unknown>;

export interface Follower {
  /** Ends after the batch in hand. */
  stop(): Promise<void>;
  wake(): void;
}

type Turn = 'worked' | 'idle' | 'parked' | 'elsewhere';

/**
 * Follows the Record under a name: its cursor is a sealed number, so that no fact that commits late is missed (SEC-RE-03). At least once,
 * and since the cursor is saved with the effect, exactly once for effects in this database. Several programs may follow under one name;
 * one works at a time. A follower that keeps failing, or kills its program, is parked with the reason and the others go on (REL-24).
 * @param fromSealed where a new name begins: after this number, or `now`
 */
export function follow(
  pool: pg.Pool,
  name: string,
  fromSealed: number | 'now',
  handle: Handle,
  options: FollowOptions,
): Follower {
  const pollMs = options.pollMs ?? 250;
  const retryMs = options.retryMs ?? 500;
  const rest = pause();
  const unlisten = options.listen ? listen(pool, sealedChannel, rest.wake) : undefined;
  const asked = { toStop: false };
  const loop = async () => {
    let faults = 0;
    let registered = false;
    while (!asked.toStop) {
      let waitMs = pollMs;
      try {
        if (!registered) await register(pool, name, fromSealed, options);
        registered = true;
        const turn = await followOnce(pool, name, handle, options);
        faults = 0;
        if (turn === 'worked') {
          options.onKept?.();
          continue;
        }
        if (turn === 'parked') waitMs = Math.max(pollMs, 2_000);
      } catch (error) {
        faults += 1;
        waitMs = Math.min(60_000, retryMs * 2 ** (faults - 1));
        options.onFault?.(error as Error);
      }
      if (!asked.toStop) await rest.wait(waitMs);
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

const work = ({ node, role }: FollowOptions) => ({ node, role: role ?? 'opengoa_work' }) as const;

async function register(
  pool: pg.Pool,
  name: string,
  fromSealed: number | 'now',
  options: FollowOptions,
): Promise<void> {
  await asRole(pool, work(options), async (client) => {
    const cursor = fromSealed === 'now' ? await sealedSize(client) : fromSealed;
    await client.query('insert into kernel.follower (name, cursor) values ($1, $2) on conflict do nothing', [
      name,
      cursor,
    ]);
  });
}

/** One batch. Counts the try before it is made: a batch that kills the program is parked like one that throws. */
async function followOnce(pool: pg.Pool, name: string, handle: Handle, options: FollowOptions): Promise<Turn> {
  const triesMax = options.triesMax ?? 5;
  const standing = await asRole(pool, work(options), (client) => countTry(client, name, triesMax));
  if (standing.parkedNow) options.onParked?.({ name, seq: standing.cursor + 1, reason: standing.reason });
  if (standing.turn !== 'worked') return standing.turn;
  // After a failed try facts go one by one, so that the good ones before the bad one are done and the bad one is named.
  const batch = standing.tries > 1 ? 1 : (options.batchFacts ?? 200);
  try {
    return await asRole(pool, work(options), (client) =>
      handOver(client, name, standing.cursor, batch, handle, options),
    );
  } catch (error) {
    await asRole(pool, work(options), (client) =>
      client.query(
        `update kernel.follower set parked_reason = $3 where node_id = kernel.node() and name = $1 and cursor = $2`,
        [name, standing.cursor, reasonOf(error)],
      ),
    );
    throw error;
  }
}

const reasonOf = (error: unknown): string => String((error as Error)?.message ?? error).slice(0, 2_000);

interface Standing {
  readonly turn: Turn;
  readonly cursor: number;
  readonly tries: number;
  readonly parkedNow: boolean;
  readonly reason: string;
}

async function countTry(client: pg.ClientBase, name: string, triesMax: number): Promise<Standing> {
  const { rows } = await client.query<{
    cursor: number;
    tries: number;
    parked: boolean;
    reason: string | null;
    behind: boolean;
  }>(
    `select f.cursor::float8 as cursor, f.tries, f.parked_at is not null as parked, f.parked_reason as reason,
            exists (select from kernel.seal s where s.node_id = f.node_id and s.seq > f.cursor) as behind
       from kernel.follower f where f.node_id = kernel.node() and f.name = $1 for update of f skip locked`,
    [name],
  );
  const row = rows[0];
  const standing = {
    cursor: row?.cursor ?? 0,
    tries: (row?.tries ?? 0) + 1,
    parkedNow: false,
    reason: row?.reason ?? '',
  };
  if (!row) return { ...standing, turn: 'elsewhere' };
  if (row.parked) return { ...standing, turn: 'parked' };
  if (!row.behind) return { ...standing, turn: 'idle' };
  if (row.tries >= triesMax) {
    const reason = row.reason ?? 'the program ended while it was handling this fact';
    await client.query(
      'update kernel.follower set parked_at = clock_timestamp(), parked_reason = $2 where node_id = kernel.node() and name = $1',
      [name, reason],
    );
    return { ...standing, turn: 'parked', parkedNow: true, reason };
  }
  await client.query('update kernel.follower set tries = tries + 1 where node_id = kernel.node() and name = $1', [
    name,
  ]);
  return { ...standing, turn: 'worked' };
}

async function handOver(
  client: pg.PoolClient,
  name: string,
  expected: number,
  batch: number,
  handle: Handle,
  options: FollowOptions,
): Promise<Turn> {
  const { rows } = await client.query<{ cursor: number }>(
    `select cursor::float8 as cursor from kernel.follower where node_id = kernel.node() and name = $1 and parked_at is null for update skip locked`,
    [name],
  );
  if (rows[0]?.cursor !== expected) return 'elsewhere';
  await client.query(`select set_config('opengoa.audit', 'on', true)`);
  const facts = await readSealed(client, expected, batch);
  await client.query(`select set_config('opengoa.audit', '', true)`);
  const last = facts.at(-1);
  if (!last) return 'idle';
  await options.context?.(client);
  await handle(facts, txOn(client));
  await client.query(
    `update kernel.follower set cursor = $2, tries = 0, parked_reason = null, moved_at = clock_timestamp()
      where node_id = kernel.node() and name = $1`,
    [name, last.seq],
  );
  return 'worked';
}

/** How each follower stands, for health and the officers' screen. */
export interface FollowerStanding {
  readonly name: string;
  readonly cursor: number;
  readonly behind: number;
  readonly parkedAt: Date | null;
  readonly parkedReason: string | null;
}

export function followers(pool: pg.Pool, { node }: RecordPlace): Promise<FollowerStanding[]> {
  return asRole(pool, { node, role: 'opengoa_work' }, async (client) => {
    const size = await sealedSize(client);
    const { rows } = await client.query<FollowerStanding>(
      `select name, cursor::float8 as cursor, greatest(0, $1 - cursor)::float8 as behind, parked_at as "parkedAt",
              parked_reason as "parkedReason"
         from kernel.follower where node_id = kernel.node() order by name`,
      [size],
    );
    return rows;
  });
}

/**
 * Lets a parked follower try again from where it stands.
 * @param skip leaves out the fact it failed at; the caller records why
 * @returns false when it was not parked
 */
export function resumeFollower(
  pool: pg.Pool,
  name: string,
  { node, skip = false }: RecordPlace & { skip?: boolean },
): Promise<boolean> {
  return asRole(pool, { node, role: 'opengoa_work' }, async (client) => {
    const { rowCount } = await client.query(
      `update kernel.follower set parked_at = null, parked_reason = null, tries = 0, cursor = cursor + $2::int
        where node_id = kernel.node() and name = $1 and parked_at is not null`,
      [name, skip ? 1 : 0],
    );
    return rowCount === 1;
  });
}
