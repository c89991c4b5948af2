import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync, chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { clusterPaths } from '../cluster-folder.ts';
import { clearOrphan } from '../orphan.ts';
import { withClient } from '../prepare-roles.ts';
import type { StartOptions } from '../start-cluster.ts';

/** The standing program, run as a process of its own. */
export interface Standing {
  readonly child: ChildProcess;
  readonly superUrl: string;
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly postmaster: number;
  readonly runsAs: string;
  readonly socketFolder: string | undefined;
  /** Numbers whose transaction was acknowledged: the client's own list. */
  readonly kept: Set<number>;
  /** Numbers that were answered with an error. */
  readonly lost: Set<number>;
  readonly lines: string[];
  readonly exited: Promise<number | string>;
  /** Sends numbers without pause, `atOnce` unanswered at a time, until told to stop. */
  write(from: number, atOnce?: number): () => number;
}

/** A folder of the machine's temporary space that other accounts may pass through; `remove` stops what still runs in it. */
export function temporaryFolder(): { folder: string; remove(): Promise<void> } {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'opengoa-trial-')));
  chmodSync(folder, 0o711);
  return {
    folder,
    async remove() {
      await clearOrphan(clusterPaths(folder).data, 2).catch(() => undefined); // a test that never made a cluster
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const standing = new Set<ChildProcess>();

/** Kills what a failed test left standing, so that the next test starts from a crash and not from a second program. */
export function endStanding(): void {
  for (const child of standing) child.kill('SIGKILL');
}

/** Runs the standing program. Rejects with its words when it was refused. */
export async function stand(
  folder: string,
  options: Pick<StartOptions, 'settings' | 'restarts'> = {},
  env: Record<string, string> = {},
): Promise<Standing> {
  const program = fileURLToPath(new URL('standing-program.ts', import.meta.url));
  const args = [program, folder, JSON.stringify(options)];
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'pipe'], env: { ...process.env, ...env } });
  standing.add(child);
  child.once('exit', () => standing.delete(child));
  const [kept, lost, lines] = [new Set<number>(), new Set<number>(), [] as string[]];
  const writer = { writing: false, more: (): void => undefined };
  let rest = '';
  let errors = '';
  child.stderr.on('data', (part: Buffer) => (errors += part.toString()));
  child.stdin.on('error', () => undefined); // writing to a program that was just killed
  const exited = new Promise<number | string>((done) => child.once('exit', (code, by) => done(by ?? code ?? 0)));
  const ready = new Promise<object>((done, failed) => {
    child.stdout.on('data', (part: Buffer) => {
      const parts = (rest + part.toString()).split('\n');
      rest = parts.pop() ?? '';
      for (const line of parts) {
        const [word, value] = [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)];
        if (word === 'kept') kept.add(Number(value));
        else if (word === 'lost') lost.add(Number(value));
        else lines.push(line);
        if (word === 'ready') done(JSON.parse(value) as object);
      }
      writer.more();
    });
    void exited.then((how) => failed(new Error(errors || `ended: ${how}`)));
  });
  const addresses = (await ready) as Pick<
    Standing,
    'superUrl' | 'ownerUrl' | 'appUrl' | 'postmaster' | 'runsAs' | 'socketFolder'
  >;

  const write = (from: number, atOnce = 16) => {
    const answeredBefore = kept.size + lost.size;
    let next = from;
    writer.writing = true;
    writer.more = () => {
      while (writer.writing && next - from - (kept.size + lost.size - answeredBefore) < atOnce) {
        child.stdin.write(`${next}\n`);
        next += 1;
      }
    };
    writer.more();
    return () => {
      writer.writing = false;
      return next;
    };
  };
  return { child, ...addresses, kept, lost, lines, exited, write };
}

/** What the store holds: numbers with both halves, and numbers of which only one half is there. */
export async function numbersIn(ownerUrl: string): Promise<{ whole: Set<number>; half: number[] }> {
  return withClient(ownerUrl, async (client) => {
    const { rows } = await client.query<{ d: string | null; c: string | null }>(
      'select d.number as d, c.number as c from debit d full join credit c on c.number = d.number',
    );
    const whole = new Set(rows.filter((row) => row.d !== null && row.c !== null).map((row) => Number(row.d)));
    return { whole, half: rows.filter((row) => row.d === null || row.c === null).map((row) => Number(row.d ?? row.c)) };
  });
}

/** Acknowledged numbers that the store does not have: must be empty. */
export function missingFrom(whole: ReadonlySet<number>, kept: ReadonlySet<number>): number[] {
  return [...kept].filter((number) => !whole.has(number));
}

export const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));
