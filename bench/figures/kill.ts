import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import pg from 'pg';
import { dataFolder, processesOf } from '../../journeys/program/start-program.ts';
import { openCrypto } from '../../kernel/crypto/crypto.ts';
import { keysInDatabase } from '../../kernel/crypto/key-store.ts';
import { verifyRecord } from '../../kernel/record/verify-record.ts';
import { runToEnd, startServing, type Served } from '../child.ts';
import { atMost, round, told, type Asked, type Figure } from '../figure.ts';
import { Connection } from '../load/connection.ts';
import { median } from '../median.ts';
import { unitOf, writers } from '../program/raise-office.ts';
import { signIn, type SignedIn } from '../stage.ts';

interface Ready {
  readonly address: string;
  readonly superUrl: string;
  readonly pid: number;
}

const node = 1;
const program = join(import.meta.dirname, '../program/program.ts');

/**
 * Sixteen connections report repairs; at some moment program and database are killed outright, together, and started again. Whatever was answered
 * before must be there afterwards, its fact and its row, nothing may be there by half, and the Record must verify.
 */
export const kill: Figure = {
  name: 'kill',
  title: 'kill -9 of program and database during writes',
  async measure(asked) {
    const place = dataFolder();
    try {
      if ((await runToEnd(program, [place.folder, 'prepare', 'repairs', '0'])) !== 0)
        throw new Error('the office could not be raised');
      return await rounds(asked, place.folder);
    } finally {
      await place.remove();
    }
  },
};

async function rounds({ short, say }: Asked, folder: string) {
  const times = short ? 5 : 50;
  const acknowledged: string[] = [];
  const startSeconds: number[] = [];
  let [lost, half, unclean, asks] = [0, 0, 0, 0];
  for (let turn = 1; turn <= times + 1; turn += 1) {
    const began = performance.now();
    const served = await startServing<Ready>(program, [folder, 'serve'], { BENCH_LOG: 'silent' });
    startSeconds.push((performance.now() - began) / 1_000);
    const found = await standing(folder, served.ready.superUrl, acknowledged);
    lost = Math.max(lost, found.lost);
    half = Math.max(half, found.half);
    if (!found.verified) unclean += 1;
    if (turn > times) {
      await served.stop();
      break;
    }
    const before = acknowledged.length;
    asks += await writeAndKill(served, folder, turn, acknowledged);
    say(
      `  ${turn}: ${acknowledged.length - before} answered before the kill; so far ${lost} lost, ${half} by half, ${unclean} times unclean`,
    );
  }
  return [
    told('killed; acts answered before', `${times}; ${acknowledged.length.toLocaleString('en')}`),
    told('asked and never answered', asks.toLocaleString('en')),
    atMost('acknowledged writes lost', lost, 0, ''),
    atMost('rows without their fact, facts without their row', half, 0, ''),
    atMost('verify not clean', unclean, 0, `of ${times}`),
    told('start after a kill: middle', `${round(median(startSeconds.slice(1)))} s`),
  ];
}

/** Writes until the kill. What came back is noted as acknowledged. @returns how many were asked and never answered */
async function writeAndKill(
  served: Served<Ready>,
  folder: string,
  turn: number,
  acknowledged: string[],
): Promise<number> {
  const address = new URL(served.ready.address);
  const account = writers[turn % writers.length]!;
  const by = await signIn(address, account);
  const enough = acknowledged.length + 20;
  let unanswered = 0;
  const writing = Array.from({ length: 16 }, async () => {
    const connection = new Connection(address.hostname, Number(address.port));
    for (;;) {
      const answer = await connection.ask(reportRepair(address, by, unitOf(account))).catch(() => undefined);
      if (!answer) break;
      if (answer.status !== 200) throw new Error(`refused: ${answer.status} ${answer.body}`);
      acknowledged.push((JSON.parse(answer.body) as { facts: [{ id: string }] }).facts[0].id);
    }
    unanswered += 1;
    connection.end();
  });
  while (acknowledged.length < enough) await Promise.race([sleep(10), Promise.all(writing)]);
  await sleep(200 + Math.random() * 1_000);
  // In one order and in the other: what dies first must not matter.
  const all = processesOf(folder);
  const [first, then] = [all.filter((pid) => pid !== served.ready.pid), [served.ready.pid]];
  for (const pid of turn % 2 === 0 ? [...first, ...then] : [...then, ...first]) killOutright(pid);
  await Promise.all(writing);
  await served.stop();
  return unanswered;
}

function reportRepair({ host }: URL, { change }: SignedIn, unit: string): string {
  const body = JSON.stringify({ unit, place: '一号楼201室', title: '空调不制冷，请尽快处理', kind: 'air' });
  const headers = {
    host,
    ...change,
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(body)),
    'idempotency-key': randomUUID(),
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return `POST /api/verbs/repairs.report-repair HTTP/1.1\r\n${lines.join('')}\r\n${body}`;
}

interface Standing {
  readonly lost: number;
  readonly half: number;
  readonly verified: boolean;
}

/** What stands after a start, and what `opengoa verify` says of it; the command itself does not open a store with the bench's room in it. */
async function standing(folder: string, superUrl: string, acknowledged: readonly string[]): Promise<Standing> {
  const pool = new pg.Pool({ connectionString: superUrl, max: 4 });
  try {
    const { rows } = await pool.query<{ lost: number; half: number }>(
      `with facts as (select id, object_id from kernel.fact where type = 'repairs.RepairReported')
       select (select count(*)::int from unnest($1::uuid[]) a (id) where not exists (select from facts f where f.id = a.id)) as lost,
              (select count(*)::int from facts f full join repairs.repair r on r.id = f.object_id where f.id is null or r.id is null) as half`,
      [acknowledged],
    );
    const store = keysInDatabase(pool, node);
    const crypto = await openCrypto({ profile: 'international', keysFolder: join(folder, 'keys'), store });
    const { ok } = await verifyRecord(pool, { node, crypto });
    return { ...rows[0]!, verified: ok };
  } finally {
    await pool.end();
  }
}

function killOutright(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // Gone already: the server took it along.
  }
}

const sleep = (ms: number) => new Promise((done) => setTimeout(done, ms));
