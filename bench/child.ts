import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import memoryFlags from '../scripts/memory-flags.json' with { type: 'json' };

/** A process of ours that prints one line of JSON when it is ready and stops when its input ends. */
export interface Served<Ready> {
  readonly ready: Ready;
  readonly child: ChildProcess;
  stop(): Promise<void>;
}

/** Starts a file of ours in a process of its own and waits for its line. */
export async function startServing<Ready>(
  file: string,
  args: readonly string[] = [],
  env: NodeJS.ProcessEnv = {},
): Promise<Served<Ready>> {
  // BENCH_NODE='--cpu-prof --cpu-prof-dir=/tmp/prof' looks into what is measured.
  const flags = (process.env['BENCH_NODE'] ?? '').split(' ').filter(Boolean);
  const child = spawn(process.execPath, [...memoryFlags, ...flags, file, ...args], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
  });
  const ended = once(child, 'exit');
  const line = await Promise.race([
    once(createInterface({ input: child.stdout }), 'line').then(([first]) => first as string),
    ended.then(([code]) => {
      throw new Error(`${file} ended with ${String(code)} before it was ready`);
    }),
  ]);
  return {
    ready: JSON.parse(line) as Ready,
    child,
    async stop() {
      child.stdin.end();
      const patience = setTimeout(() => child.kill('SIGKILL'), 30_000);
      await ended;
      clearTimeout(patience);
    },
  };
}

/** Runs a file of ours to its end; what it says goes to our error output. */
export async function runToEnd(file: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<number> {
  const child = spawn(process.execPath, [file, ...args], {
    stdio: ['ignore', 2, 2],
    env: { ...process.env, ...env },
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  return code ?? 1;
}

/** Processor time that a process has used so far, in milliseconds; Linux counts it in hundredths of a second. NaN elsewhere. */
export function cpuMsOf(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const [, user, system] = /\) (?:\S+ ){11}(\d+) (\d+)/.exec(stat)!;
    return (Number(user) + Number(system)) * 10;
  } catch {
    return NaN;
  }
}

/** The same of all children of a process: the connections of a database server. Those that ended meanwhile are not in it. */
export function cpuMsOfChildren(parent: number): number {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => parentOf(name) === parent)
    .reduce((sum, name) => sum + (cpuMsOf(Number(name)) || 0), 0);
}

function parentOf(pid: string): number {
  try {
    return Number(/\) \S+ (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'latin1'))![1]);
  } catch {
    return 0;
  }
}

/** Memory that would be free if these processes were gone (PSS: shared pages divided among their users), in megabytes. */
export function pssMegabytes(pids: readonly number[]): number {
  const kilobytes = pids.map((pid) =>
    Number(/^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'latin1'))![1]),
  );
  return kilobytes.reduce((sum, each) => sum + each, 0) / 1_024;
}
