import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startCluster } from '../../host/postgres/start-cluster.ts';
import { openCrypto } from '../../kernel/crypto/crypto.ts';
import { keysInDatabase } from '../../kernel/crypto/key-store.ts';
import { migrate } from '../../kernel/database/migrate.ts';
import { startSealer } from '../../kernel/record/sealer.ts';
import { verifyRecord } from '../../kernel/record/verify-record.ts';
import { atMost, round, told, type Asked, type Figure, type Line } from '../figure.ts';
import type { OfferOrder, OfferState } from '../program/offer-facts.ts';

const node = 1;
const perSecond = 5_000;
/** Keeping up: so long from commit to number, of which an act held open on purpose takes up to 0.8 s. */
const behindMostSeconds = 2;

interface Sample {
  readonly at: number;
  readonly count: number;
}

/**
 * Facts at 5,000 a second into the Record's table, with acts that stay open long and acts that are given up among them, while two sealers compete
 * for the lease. Keeping up is a bounded delay from commit to number; at the end every kept fact must be sealed once, in order, and verify.
 */
export const sealer: Figure = {
  name: 'sealer',
  title:
    'Sealer beside 5,000 facts a second: acts of four straight into the Record, long ones and given-up ones among them',
  async measure(asked) {
    const folder = mkdtempSync(join(tmpdir(), 'opengoa-bench-sealer-'));
    const cluster = await startCluster({ folder, durable: true });
    try {
      await migrate({ ownerUrl: cluster.ownerUrl, roots: [join(import.meta.dirname, '../../kernel')] });
      return await sealing(asked, folder, cluster);
    } finally {
      await cluster.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

async function sealing(asked: Asked, folder: string, cluster: { appUrl: string; superUrl: string }): Promise<Line[]> {
  const pool = new pg.Pool({ connectionString: cluster.appUrl, max: 6 });
  const over = new pg.Client({ connectionString: cluster.superUrl });
  await over.connect();
  try {
    const crypto = await openCrypto({
      profile: 'international',
      keysFolder: join(folder, 'keys'),
      store: keysInDatabase(pool, node),
    });
    const faults: Error[] = [];
    const sealed: Sample[] = [{ at: Date.now(), count: 0 }];
    const start = () =>
      startSealer({
        pool,
        node,
        crypto,
        onFault: (fault) => void faults.push(fault),
        onSealed: ({ facts }) => void sealed.push({ at: Date.now(), count: sealed.at(-1)!.count + facts }),
      });
    const stillToDo = async (count: number) => {
      while (sealed.at(-1)!.count < count && faults.length === 0) await new Promise((done) => setTimeout(done, 5));
    };

    const sealers = [start(), start()];
    const busyBefore = process.cpuUsage();
    const offered = await offer(asked, cluster.appUrl, () => sealed.at(-1)!.count);
    const { kept, givenUp, longActs, at: endedAt } = offered.at(-1)!;
    await stillToDo(kept);
    const busy = process.cpuUsage(busyBefore);
    for (const each of sealers) await each.stop();
    const waits = waitsOf(offered, sealed);
    const sorted = waits.toSorted((a, b) => a - b);
    const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
    const inOrder = await countOrder(over);

    asked.say('  sealing everything once more from nothing, alone');
    await over.query(
      'set session_replication_role = replica; truncate kernel.seal, kernel.tree_head, kernel.tree_node; analyze kernel.fact',
    );
    sealed.splice(0, sealed.length, { at: Date.now(), count: 0 });
    const alone = start();
    await stillToDo(kept);
    const aloneMs = sealed.at(-1)!.at - sealed[0]!.at;
    await alone.stop();
    const verified = await verifyRecord(pool, { node, crypto });
    const floorMs = await sealsBySql(over);

    const offeredMs = endedAt - offered[0]!.at;
    const rate = (count: number, ms: number) => `${Math.round((count / ms) * 1_000).toLocaleString('en')} /s`;
    const wrong = Math.abs(kept - inOrder.numbered) + inOrder.doubled + inOrder.outOfOrder + inOrder.without;
    return [
      {
        what: 'facts offered and kept',
        measured: rate(kept, offeredMs),
        target: `wanted ${perSecond.toLocaleString('en')} /s`,
        ok: (kept / offeredMs) * 1_000 >= perSecond * 0.98,
      },
      atMost('from commit to number: 99 of a hundred', at(0.99) / 1_000, behindMostSeconds, 's'),
      atMost('from commit to number: the last', waits.at(-1)! / 1_000, behindMostSeconds, 's'),
      told('from commit to number: middle, worst', `${round(at(0.5) / 1_000)} s, ${round(at(1) / 1_000)} s`),
      {
        what: `lost, doubled or out of order`,
        measured: `${wrong} of ${kept.toLocaleString('en')}`,
        target: 'wanted 0',
        ok: wrong === 0 && faults.length === 0,
      },
      {
        what: 'verify',
        measured: verified.ok ? 'clean' : JSON.stringify(verified.firstBad),
        target: 'wanted clean',
        ok: verified.ok && verified.checked === kept,
      },
      told('acts held open up to 0.8 s; facts given up', `${longActs}; ${givenUp.toLocaleString('en')}`),
      told('processor of the two sealers', `${round((busy.user + busy.system) / kept)} us each`),
      told('sealed again, nobody writing', rate(kept, aloneMs), rate(kept, floorMs)),
      told('verified', rate(verified.checked, verified.tookMs)),
    ];
  } finally {
    await pool.end();
    await over.end();
  }
}

/** The writers, in a process of their own; what they told on the way, the first before anything was kept. */
async function offer({ short, say }: Asked, url: string, sealed: () => number): Promise<readonly OfferState[]> {
  const child = fork(join(import.meta.dirname, '../program/offer-facts.ts'), { execArgv: [] });
  const told: OfferState[] = [];
  child.on('message', (state: OfferState) => told.push(state));
  const order: OfferOrder = {
    url,
    node,
    facts: short ? 100_000 : 1_000_000,
    perSecond,
    connections: 16,
    factsPerAct: 4,
  };
  child.send(order);
  const report = setInterval(() => {
    const { kept = 0 } = told.at(-1) ?? {};
    say(`  ${kept.toLocaleString('en')} kept, ${(kept - sealed()).toLocaleString('en')} behind`);
  }, 10_000);
  const [code] = (await once(child, 'exit')) as [number | null];
  clearInterval(report);
  if (code !== 0 || !told.at(-1)?.done) throw new Error(`the writers ended with ${String(code)}`);
  return told;
}

/** For each moment that was told: how long until as many were sealed as were kept then, in milliseconds. */
function waitsOf(offered: readonly OfferState[], sealed: readonly Sample[]): number[] {
  let at = 0;
  return offered.map((state) => {
    while (sealed[at]!.count < state.kept) at += 1;
    return Math.max(0, sealed[at]!.at - state.at);
  });
}

/** Numbers as they were given: how many, twice the same fact, against the order of transactions, and facts without one. */
async function countOrder(over: pg.Client) {
  const { rows } = await over.query<Record<'numbered' | 'doubled' | 'outOfOrder' | 'without', number>>(`
    select count(*)::int as numbered, (count(*) - count(distinct fact_id))::int as doubled,
           count(*) filter (where (tx, fact_id) <= (before_tx, before_id) or seq <> before_seq + 1)::int as "outOfOrder",
           (select count(*)::int from kernel.fact f where not exists (select from kernel.seal s where s.fact_id = f.id)) as without
      from (select seq, tx, fact_id, lag(tx) over w as before_tx, lag(fact_id) over w as before_id, lag(seq) over w as before_seq
              from kernel.seal window w as (order by seq)) s`);
  return rows[0]!;
}

/** The floor: the same seals by one statement of SQL, their hashes taken inside the database, without chain and tree. In milliseconds. */
async function sealsBySql(over: pg.Client): Promise<number> {
  await over.query('create table public.floor (like kernel.seal including all)');
  const begun = performance.now();
  await over.query(
    `insert into public.floor select node_id, row_number() over (order by tx, id), id, tx, sha256(f::text::bytea), sha256(body::text::bytea) from kernel.fact f`,
  );
  return performance.now() - begun;
}
