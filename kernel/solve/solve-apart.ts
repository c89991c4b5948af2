import { Worker } from 'node:worker_threads';
import type { SearchStep, Solved, Solving } from './solve-program.ts';
import type { SolveMessage, SolveOrder } from './solve-thread.ts';

/** The solver’s memory has its own bound; what surrounds it needs little. */
const threadMb = 256;
/** Loading the solver and handing over come on top of the search. */
const graceSeconds = 1;

/**
 * Solves in a thread of its own, so that the program goes on answering meanwhile. A thread that does not end in its time is ended, and the answer
 * is the best it had told until then, or the one the search began from.
 * @throws when the thread fails
 */
export const solve: Solving = (program, start, seconds, { enoughGap, signal, progress } = {}) => {
  const stop = new SharedArrayBuffer(4);
  const order: SolveOrder = { program, start, seconds, enoughGap, stop };
  const thread = new Worker(new URL('solve-thread.ts', import.meta.url), {
    workerData: order,
    resourceLimits: { maxOldGenerationSizeMb: threadMb },
    execArgv: [],
    env: {},
    stdout: true,
    stderr: true,
  });
  let best: readonly number[] = [...(start ?? [])];
  let last: SearchStep | null = null;
  let late: NodeJS.Timeout;
  const cancelled: { stop?: () => void } = {};
  return new Promise<Solved>((resolve, reject) => {
    const without = () =>
      resolve({ values: best, gap: last?.gap ?? null, bound: last?.bound ?? null, cutShort: true, infeasible: false });
    late = setTimeout(without, (seconds + graceSeconds) * 1000);
    cancelled.stop = () => {
      Atomics.store(new Int32Array(stop), 0, 1);
      clearTimeout(late);
      late = setTimeout(without, graceSeconds * 1000);
    };
    if (signal?.aborted) cancelled.stop();
    else signal?.addEventListener('abort', cancelled.stop, { once: true });
    thread.on('message', (message: SolveMessage) => {
      if (message.say === 'solved') resolve(message.solved);
      else if (message.say === 'found') best = [...message.values];
      else {
        last = message.step;
        progress?.(message.step);
      }
    });
    thread.once('error', reject);
    thread.once('exit', () => reject(new Error('the solver ended without an answer')));
  }).finally(() => {
    clearTimeout(late);
    if (cancelled.stop) signal?.removeEventListener('abort', cancelled.stop);
    void thread.terminate();
  });
};
