import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { assign, assignAtOnce, type Costs, costsOf } from '@opengoa/kernel/solve';
import { atMost, atMostTimes, told, type Figure, type Line } from '../figure.ts';
import { median } from '../median.ts';
import { seeded } from '@opengoa/kernel/seeded';

const size = 2_000;
const mostTimes = 2.5;
const mostHeldMs = 50;

/**
 * A dense assignment of 2,000 to 2,000, beside a solver of the same kind in C on the same costs: uniform ones, and ones of a few values, which are
 * easier. The thread’s start and the handing over are in our time.
 */
export const assignment: Figure = {
  name: 'assignment',
  title: 'One-to-one assignment, 2,000 x 2,000, dense',
  async measure({ short }) {
    const folder = mkdtempSync(join(tmpdir(), 'opengoa-assignment-'));
    try {
      const peer = compiled(folder);
      const lines: Line[] = [];
      for (const [name, costs] of Object.entries(problems()))
        lines.push(...(await measured(name, costs, peer, short ? 3 : 5, name === 'uniform costs')));
      return lines;
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

async function measured(
  name: string,
  costs: Costs,
  peer: string | null,
  rounds: number,
  wanted: boolean,
): Promise<Line[]> {
  const [ours, inside, theirs, held]: [number[], number[], number[], number[]] = [[], [], [], []];
  let total = 0;
  let theirTotal = 0;
  for (let round = 0; round < rounds; round += 1) {
    // In turn, so that what else the machine does falls on both.
    if (peer) {
      const [ms = 0, cost = 0] = inC(peer, costs);
      theirs.push(ms);
      theirTotal = cost;
    }
    const here = performance.now();
    assignAtOnce(costs);
    inside.push(performance.now() - here);
    // What was done on this thread until now is not to be counted.
    await pause(20);
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    await pause(5);
    delay.reset();
    const begin = performance.now();
    total = (await assign(costs)).total;
    ours.push(performance.now() - begin);
    await pause(5);
    delay.disable();
    held.push(delay.max / 1e6);
  }
  if (peer && Math.abs(total - theirTotal) > 1e-3) throw new Error(`costs differ: ${total} and ${theirTotal}`);
  const [mine, floor] = [median(ours), theirs.length > 0 ? median(theirs) : null];
  const beside =
    floor === null
      ? told(`${name} (no C compiler: floor not measured)`, `${Math.round(mine)} ms`)
      : wanted
        ? atMostTimes(name, mine, floor, mostTimes, 'ms')
        : told(`${name}: easy, the thread’s start weighs most`, `${Math.round(mine)} ms`, `${Math.round(floor)} ms`);
  return [
    beside,
    atMost('  event loop held at most', Math.max(...held), mostHeldMs, 'ms'),
    told('  the search alone, without its thread', `${Math.round(median(inside))} ms`),
  ];
}

function problems(): Record<string, Costs> {
  const random = seeded(1);
  const filled = (cost: () => number): Costs => {
    const costs = costsOf(size, size);
    for (let k = 0; k < costs.values.length; k += 1) costs.values[k] = cost();
    return costs;
  };
  return {
    'uniform costs': filled(() => 1_000_000 * random()),
    'costs of 1 to 100': filled(() => 1 + Math.floor(100 * random())),
  };
}

/** The peer’s program; null where this machine has no C compiler. */
function compiled(folder: string): string | null {
  const to = join(folder, 'shortest-path');
  const from = join(import.meta.dirname, '..', 'peer', 'shortest-path.c');
  for (const compiler of ['cc', 'gcc', 'clang'])
    try {
      execFileSync(compiler, ['-O3', '-march=native', '-o', to, from], { stdio: 'ignore' });
      return to;
    } catch {
      // The next one, or none.
    }
  return null;
}

function inC(peer: string, { rows, values }: Costs): number[] {
  const head = Buffer.alloc(4);
  head.writeInt32LE(rows);
  const input = Buffer.concat([head, Buffer.from(new Uint8Array(values.buffer as ArrayBuffer))]);
  const { stdout, status } = spawnSync(peer, ['1'], { input, encoding: 'utf8', maxBuffer: 1_000_000 });
  if (status !== 0) throw new Error('the peer failed');
  return stdout.trim().split(' ').map(Number);
}
