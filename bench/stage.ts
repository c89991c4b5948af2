import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { glob } from 'node:fs/promises';
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cpuMsOf, cpuMsOfChildren, runToEnd, startServing } from './child.ts';
import type { Asked } from './figure.ts';
import { type Answer, Connection } from './load/connection.ts';
import type { ConnectionOrder, LoadReport } from './load/load.ts';
import { benchPassword } from './program/raise-office.ts';

const here = import.meta.dirname;
const house = join(here, '..');

/** Somebody signed in by the real door: the headers a browser would send with a read, and with a change. */
export interface SignedIn {
  readonly read: Readonly<Record<string, string>>;
  readonly change: Readonly<Record<string, string>>;
}

/** One server under load: what it did, and what of the processor it used for it. */
export interface Measured extends LoadReport {
  /** Processor time of the server's own process, milliseconds a request; the database's is not among it. */
  readonly cpuMs: number;
  /** The database's, for the same. */
  readonly databaseMs: number;
}

/** The program, its floor and a process that makes load, on one database. */
export interface Stage {
  readonly superUrl: string;
  signIn(account: string): Promise<SignedIn>;
  /** One request to the program. */
  ask(method: string, path: string, headers: Readonly<Record<string, string>>): Promise<Answer>;
  program(connections: readonly ConnectionOrder[], seconds: number): Promise<Measured>;
  floor(connections: readonly ConnectionOrder[], seconds: number): Promise<Measured>;
  stop(): Promise<void>;
}

/** A ledger of so many rows. */
export interface Ledger {
  readonly name: 'repairs' | 'cards';
  readonly rows: number;
}

/** What it follows from, besides the kernel’s tables and the office. */
const ledgerFiles: Readonly<Record<Ledger['name'], readonly string[]>> = {
  repairs: ['bench/repairs/migrations/*.sql', 'bench/program/load-repairs.ts'],
  cards: ['domains/{assets,space}/migrations/*.sql', 'bench/program/{load-cards,load-premises}.ts'],
};

/**
 * A data folder with the office and its ledger. Making it takes minutes, so it is kept in the machine's temporary space under the digest of
 * whatever it follows from, and made anew when that changed.
 */
async function filledFolder({ say }: Asked, { name, rows }: Ledger): Promise<string> {
  const digest = createHash('sha256').update(String(rows));
  const files: string[] = [];
  for await (const file of glob(
    ['kernel/migrations/*.sql', ...ledgerFiles[name], 'bench/program/{copy-ledger,raise-office}.ts'],
    { cwd: house },
  ))
    files.push(file);
  for (const file of files.toSorted()) digest.update(file).update(readFileSync(join(house, file)));
  const kept = join(tmpdir(), `opengoa-bench-${name}-${rows}`);
  const folder = join(kept, digest.digest('hex').slice(0, 16));
  if (existsSync(folder)) return folder;
  rmSync(kept, { recursive: true, force: true });
  mkdirSync(kept, { mode: 0o711 });
  say(`filling ${folder} with ${rows.toLocaleString('en')} ${name}, once`);
  const making = `${folder}-making`;
  const code = await runToEnd(join(here, 'program', 'program.ts'), [making, 'prepare', name, String(rows)]);
  if (code !== 0) throw new Error(`the store could not be filled: ${code}`);
  renameSync(making, folder);
  return folder;
}

/** The program, its floor and a loader on a ledger of so many rows; taken down when the work is done. */
export async function onStage<T>(asked: Asked, ledger: Ledger, work: (stage: Stage) => Promise<T>): Promise<T> {
  const stage = await setUp(asked, ledger);
  try {
    return await work(stage);
  } finally {
    await stage.stop();
  }
}

async function setUp(asked: Asked, ledger: Ledger): Promise<Stage> {
  const folder = await filledFolder(asked, ledger);
  asked.say('starting the program and its floor');
  const start = (data: string) =>
    startServing<{ address: string; superUrl: string; pid: number; database: number }>(
      join(here, 'program', 'program.ts'),
      [data, 'serve'],
    );
  const program = await start(folder).catch(async () => {
    // Another room's tables changed since: the kept store is of no use.
    rmSync(folder, { recursive: true, force: true });
    return start(await filledFolder(asked, ledger));
  });
  const { superUrl } = program.ready;
  const floor = await startServing<{ address: string; pid: number }>(join(here, 'floor', 'floor-server.ts'), [], {
    FLOOR_DATABASE: superUrl,
  });
  const loader = fork(join(here, 'load', 'load-process.ts'), { execArgv: [] });
  const at = (served: { ready: { address: string } }) => new URL(served.ready.address);
  const under = async (
    served: { ready: { address: string; pid: number } },
    connections: readonly ConnectionOrder[],
    seconds: number,
  ): Promise<Measured> => {
    const { hostname, port } = at(served);
    const { database } = program.ready;
    const before = [cpuMsOf(served.ready.pid), cpuMsOfChildren(database)] as const;
    const report = await load(loader, { host: hostname, port: Number(port), seconds, connections });
    return {
      ...report,
      cpuMs: (cpuMsOf(served.ready.pid) - before[0]) / report.requests,
      databaseMs: (cpuMsOfChildren(database) - before[1]) / report.requests,
    };
  };
  return {
    superUrl,
    signIn: (account) => signIn(at(program), account),
    ask: (method, path, headers) => askOnce(at(program), method, path, headers),
    program: (connections, seconds) => under(program, connections, seconds),
    floor: (connections, seconds) => under(floor, connections, seconds),
    async stop() {
      loader.kill();
      await floor.stop();
      await program.stop();
    },
  };
}

async function load(loader: ChildProcess, order: object): Promise<LoadReport> {
  loader.send(order);
  const [report] = (await once(loader, 'message')) as [LoadReport | { error: string }];
  if ('error' in report) throw new Error(`load: ${report.error}`);
  if (report.refused > 0)
    throw new Error(`load: ${report.refused} of ${report.requests} refused, first ${report.firstRefusal}`);
  return report;
}

/** Signs one of the bench's people in by the program's front door. */
export async function signIn(address: URL, account: string): Promise<SignedIn> {
  const { origin } = address;
  const answer = await fetch(`${origin}/api/verbs/kernel.sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify({ name: account, password: benchPassword }),
  });
  if (!answer.ok) throw new Error(`sign-in of ${account}: ${answer.status} ${await answer.text()}`);
  const cookie = answer.headers.getSetCookie()[0]!.split(';', 1)[0]!;
  const told = await askOnce(address, 'GET', '/api/session', { cookie });
  const { proof } = JSON.parse(told.body) as { proof: string | null };
  if (proof === null) throw new Error(`sign-in of ${account}: ${told.body}`);
  return { read: { cookie }, change: { cookie, origin, 'x-request-proof': proof } };
}

async function askOnce(
  { hostname, port }: URL,
  method: string,
  path: string,
  headers: Readonly<Record<string, string>>,
): Promise<Answer> {
  const connection = new Connection(hostname, Number(port));
  const lines = Object.entries({ host: `${hostname}:${port}`, ...headers }).map(
    ([name, value]) => `${name}: ${value}\r\n`,
  );
  try {
    return await connection.ask(`${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n`);
  } finally {
    connection.end();
  }
}
