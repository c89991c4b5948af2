import { parentPort, workerData } from 'node:worker_threads';
import type { Program } from './program.ts';
import { type SearchStep, type Solved, solveWatched } from './solve-program.ts';

/** What the thread is given, and what it says. `stop` is memory of both sides: the search asks it and cannot be written to otherwise. */
export interface SolveOrder {
  readonly program: Program;
  readonly start: Float64Array | null;
  readonly seconds: number;
  readonly enoughGap: number | undefined;
  readonly stop: SharedArrayBuffer;
}

export type SolveMessage =
  | { readonly say: 'step'; readonly step: SearchStep }
  | { readonly say: 'found'; readonly values: Float64Array }
  | { readonly say: 'solved'; readonly solved: Solved };

/** Steps are told no more often: the search logs in bursts. */
const stepMs = 200;

/** The body of the solving thread: one program, one answer. */
const { program, start, seconds, enoughGap, stop } = workerData as SolveOrder;
const say = (message: SolveMessage) => parentPort?.postMessage(message, []);
const flag = new Int32Array(stop);
let told = 0;
const solved = await solveWatched(program, start, seconds, {
  enoughGap,
  stopped: () => Atomics.load(flag, 0) === 1,
  step(step) {
    if (performance.now() - told < stepMs) return;
    told = performance.now();
    say({ say: 'step', step });
  },
  found: (values) => say({ say: 'found', values }),
});
say({ say: 'solved', solved });
