import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { startCluster } from '../host/postgres/start-cluster.ts';
import { openCrypto } from '../kernel/crypto/crypto.ts';
import { keysInDatabase } from '../kernel/crypto/key-store.ts';
import { migrate } from '../kernel/database/migrate.ts';
import { txOn } from '../kernel/database/tx.ts';
import { newId } from '../kernel/id.ts';
import { appendFacts, type FactRow } from '../kernel/record/append-facts.ts';
import { beginAs } from '../kernel/record/as-role.ts';
import { startSealer } from '../kernel/record/sealer.ts';
import { verifyRecord } from '../kernel/record/verify-record.ts';

/**
 * Does the sealer keep up? Writers append facts at a given rate, with acts that stay open long and acts that are given up among them,
 * while two sealers compete for the lease. At the end every kept fact must be sealed once, in order, and the Record must verify.
 *
 *   node bench/sealer.ts [--facts 1000000] [--per-second 5000] [--writers 16] [--facts-per-act 4] [--profile international|national]
 *
 * --per-second 0 writes as fast as the database takes it. Exits 1 when anything is lost, doubled or out of order, or the sealer fell behind.
 */
const { values } = parseArgs({
  options: {
    facts: { type: 'string', default: '1000000' },
    'per-second': { type: 'string', default: '5000' },
    writers: { type: 'string', default: '16' },
    'facts-per-act': { type: 'string', default: '4' },
    profile: { type: 'string', default: 'international' },
  },
});
const wanted = Number(values.facts);
const perSecond = Number(values['per-second']);
const writers = Number(values.writers);
const perAct = Number(values['facts-per-act']);
const profile = values.profile === 'national' ? 'national' : 'international';
const node = 1;

const folder = mkdtempSync(join(tmpdir(), 'opengoa-bench-'));
const cluster = await startCluster({ folder, durable: true });
await migrate({ ownerUrl: cluster.ownerUrl, roots: [join(import.meta.dirname, '..', 'kernel')] });
const pool = new pg.Pool({ connectionString: cluster.appUrl, max: writers + 6 });
const sealerPool = new pg.Pool({ connectionString: cluster.appUrl, max: 4 });
const watcher = new pg.Client({ connectionString: cluster.superUrl });
await watcher.connect();
const crypto = await openCrypto({ profile, keysFolder: join(folder, 'keys'), store: keysInDatabase(pool, node) });

const unit = newId();
const fact = (n: number): FactRow => ({
  id: newId(),
  happenedAt: new Date(),
  actorKind: 'person',
  person: unit,
  personName: '何涛',
  standInFor: null,
  post: unit,
  postTitle: '处长',
  actorUnit: unit,
  address: '10.1.2.3',
  unit,
  verb: 'lending.lend-book',
  type: 'lending.BookLent',
  objectKind: 'book',
  objectId: newId(),
  outcome: 'done',
  refusal: null,
  why: null,
  requestId: newId(),
  cause: null,
  corrects: null,
  facets: { cost: [{ amountFen: 1200, unit, day: '2026-03-01', item: 'fuel' }] },
  body: { title: '本草纲目', copy: n, days: 30, from: '2026-03-01', shelf: { row: 3, level: 2, side: 'left' } },
  subject: null,
  personal: [],
});

let produced = 0;
let kept = 0;
let aborted = 0;
let longActs = 0;
const started = performance.now();
const seconds = () => (performance.now() - started) / 1_000;
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function writer(number: number): Promise<void> {
  for (let act = 0; produced < wanted; act += 1) {
    if (perSecond > 0) {
      const ahead = produced / perSecond - seconds();
      if (ahead > 0) await sleep(ahead * 1_000);
    }
    produced += perAct;
    const client = await pool.connect();
    try {
      await beginAs(client, { node, role: 'opengoa_work' });
      await appendFacts(
        txOn(client),
        Array.from({ length: perAct }, (_, n) => fact(act * perAct + n)),
      );
      const long = (act + number * 37) % 500 === 0;
      if (long) {
        longActs += 1;
        await sleep(200 + (number % 5) * 150);
      }
      const giveUp = (act + number) % 50 === 0;
      await client.query(giveUp ? 'rollback' : 'commit');
      if (giveUp) aborted += perAct;
      else kept += perAct;
    } finally {
      client.release();
    }
  }
}

let sealed = 0;
let busyMs = 0;
const faults: Error[] = [];
const options = { pool: sealerPool, node, crypto, onFault: (fault: Error) => void faults.push(fault) };
const sealers = [1, 2].map(() =>
  startSealer({
    ...options,
    onSealed: (batch) => {
      sealed += batch.facts;
    },
  }),
);
let worstLag = 0;
const report = setInterval(() => {
  worstLag = Math.max(worstLag, kept - sealed);
  const rate = (count: number) => Math.round(count / seconds()).toLocaleString('en');
  console.log(
    `${seconds().toFixed(0).padStart(4)} s  produced ${rate(kept)}/s  sealed ${rate(sealed)}/s  behind ${(kept - sealed).toLocaleString('en')}`,
  );
}, 5_000);
await Promise.all(Array.from({ length: writers }, (_, number) => writer(number)));
const producedIn = seconds();
const behindAtEnd = kept - sealed;
while (sealed < kept && faults.length === 0) await sleep(5);
const sealedIn = seconds();
clearInterval(report);
for (const sealer of sealers) await sealer.stop();

const { rows: order } = await watcher.query<{ count: string; last: string; wrong: string; unsealed: string }>(`
  select count(*), max(seq) as last,
         count(*) filter (where (tx, fact_id) <= (previous_tx, previous_id)) as wrong,
         (select count(*) from kernel.fact f where not exists (select from kernel.seal s where s.fact_id = f.id)) as unsealed
    from (select seq, tx, fact_id, lag(tx) over w as previous_tx, lag(fact_id) over w as previous_id
            from kernel.seal window w as (order by seq)) s`);
const { count, last, wrong, unsealed } = order[0]!;

// How fast it can: everything sealed again from nothing, no writers beside it. The floor is the same INSERT of seals by SQL alone.
await watcher.query(
  `set session_replication_role = replica; truncate kernel.seal, kernel.tree_head, kernel.tree_node; analyze kernel.fact`,
);
const againFrom = performance.now();
let again = 0;
const alone = startSealer({ ...options, onSealed: (batch) => (again += batch.facts) });
while (again < kept && faults.length === 0) await sleep(5);
busyMs = performance.now() - againFrom;
await alone.stop();
const verified = await verifyRecord(sealerPool, { node, crypto });
await watcher.query('create table public.floor (like kernel.seal including all)');
const floorFrom = performance.now();
await watcher.query(
  `insert into public.floor select node_id, row_number() over (order by tx, id), id, tx, sha256(f::text::bytea), sha256(body::text::bytea) from kernel.fact f`,
);
const floorMs = performance.now() - floorFrom;

const perSec = (facts: number, ms: number) => Math.round((facts / ms) * 1_000).toLocaleString('en');
console.log(`
profile ${profile}, ${writers} writers, ${perAct} facts an act, ${longActs} long acts, ${aborted.toLocaleString('en')} facts given up
produced   ${perSec(kept, producedIn * 1_000)} facts/s (${kept.toLocaleString('en')} in ${producedIn.toFixed(1)} s)
sealed     ${perSec(kept, sealedIn * 1_000)} facts/s beside the writers; behind at their end ${behindAtEnd}, at worst ${worstLag}
alone      ${perSec(kept, busyMs)} facts/s with nobody writing
floor      ${perSec(kept, floorMs)} facts/s one SQL statement, hashes inside the database, no chain, no tree
verify     ${perSec(verified.checked, verified.tookMs)} facts/s, ${verified.ok ? 'clean' : JSON.stringify(verified.firstBad)}
numbers    ${count} given, last ${last}, out of order ${wrong}, without a number ${unsealed}, faults ${faults.length}`);
await pool.end();
await sealerPool.end();
await watcher.end();
await cluster.stop();
rmSync(folder, { recursive: true, force: true });
const complete = Number(count) === kept && Number(last) === kept && Number(wrong) === 0 && Number(unsealed) === 0;
const keptUp = behindAtEnd < Math.max(10_000, perSecond * 3);
process.exit(complete && verified.ok && faults.length === 0 && keptUp ? 0 : 1);
