import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, readdirSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clearOrphan } from '../../host/postgres/orphan.ts';
import { clusterPaths } from '../../host/postgres/cluster-folder.ts';

const house = join(import.meta.dirname, '../..');

/** The program as somebody outside starts it: through its launcher, on a free port, with a data folder of its own. */
export interface StartedProgram {
  /** `http://127.0.0.1:<port>` */
  readonly origin: string;
  /** Everything it has printed so far. */
  said(): string;
  /** The program itself, which the launcher started. */
  readonly pid: number;
  readonly launcher: ChildProcess;
  /** Milliseconds until it printed what was waited for. */
  readonly tookMs: number;
  /** Sends the signal to the launcher and answers its exit code. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

const environment = (data: string, env: Readonly<Record<string, string | undefined>>) => ({
  ...process.env,
  OPENGOA_DATA: data,
  OPENGOA_PORT: '0',
  NODE_ENV: 'production',
  ...env,
});

const launchers = new Set<ChildProcess>();

/** Ends what a failed test left standing. */
export function endPrograms(): void {
  for (const child of launchers) child.kill('SIGKILL');
}

export interface HowToStart {
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** What it must have said; its address when left out. */
  readonly until?: RegExp;
  /** The house it is started from; this one when left out. */
  readonly cwd?: string;
  readonly command?: readonly [string, ...string[]];
}

/**
 * Starts the program and waits for a line.
 * @throws Error with everything it said, when it ended before
 */
export async function startProgram(
  data: string,
  {
    env = {},
    until = /http:\/\/127\.0\.0\.1:\d+/,
    cwd = house,
    command: [file, ...words] = [process.execPath, 'scripts/on-node-24.mjs', 'host/opengoa.ts', 'start'],
  }: HowToStart = {},
): Promise<StartedProgram> {
  const began = Date.now();
  const launcher = spawn(file, words, { cwd, stdio: ['ignore', 'pipe', 'pipe'], env: environment(data, env) });
  launchers.add(launcher);
  launcher.once('exit', () => launchers.delete(launcher));
  let said = '';
  const found = await new Promise<string>((done, fail) => {
    const hear = (part: Buffer) => {
      said += part.toString();
      const match = until.exec(said)?.[0];
      if (match !== undefined) done(match);
    };
    launcher.stdout.on('data', hear);
    launcher.stderr.on('data', hear);
    launcher.once('close', (code) => fail(new Error(`the program ended with ${code}:\n${said}`)));
  });
  return {
    origin: found,
    said: () => said,
    pid: childrenOf(launcher.pid!)[0]!,
    launcher,
    tookMs: Date.now() - began,
    async stop(signal = 'SIGTERM') {
      if (launcher.exitCode !== null || launcher.signalCode !== null) return launcher.exitCode;
      const gone = once(launcher, 'close');
      launcher.kill(signal);
      await gone;
      return launcher.exitCode;
    },
  };
}

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
  /** What was printed, where it is JSON. */
  json<Shape>(): Shape;
}

/** Runs one command of the command line to its end. */
export async function runCommand(
  data: string,
  words: readonly string[],
  { env = {}, input = '', cwd = house }: { env?: Readonly<Record<string, string>>; input?: string; cwd?: string } = {},
): Promise<Ran> {
  const child = spawn(process.execPath, [join(house, 'host/opengoa.ts'), ...words], {
    cwd,
    stdio: ['pipe', 'pipe', 'pipe'],
    env: environment(data, env),
  });
  let [out, err] = ['', ''];
  child.stdout.on('data', (part: Buffer) => (out += part.toString()));
  child.stderr.on('data', (part: Buffer) => (err += part.toString()));
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, out, err, json: <Shape>() => JSON.parse(out) as Shape };
}

/** A data folder for one file of tests; `remove` ends what still runs in it. */
export function dataFolder(): { folder: string; remove(): Promise<void> } {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'opengoa-program-')));
  return {
    folder,
    async remove() {
      endPrograms();
      await clearOrphan(clusterPaths(folder).data, 2).catch(() => undefined);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function childrenOf(pid: number): number[] {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number);
}

/** Living processes that belong to a data folder: told it in their environment or standing in its database. */
export function processesOf(folder: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => pid !== process.pid && belongsTo(pid, folder));
}

function belongsTo(pid: number, folder: string): boolean {
  try {
    if (/\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, 'latin1'))) return false;
    if (readlinkSync(`/proc/${pid}/cwd`).startsWith(folder)) return true;
    return readFileSync(`/proc/${pid}/environ`, 'latin1').split('\0').includes(`OPENGOA_DATA=${folder}`);
  } catch {
    return false;
  }
}
