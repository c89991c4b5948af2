import { Worker } from 'node:worker_threads';
import type { Solved, Solving } from './solve-program.ts';

/** The solver’s memory has its own bound; what surrounds it needs little. */
const threadMb = 256;
/** Loading the solver and handing over come on top of the search. */
const graceSeconds = 1;

/**
 * Solves in a thread of its own, so that the program goes on answering meanwhile. A thread that does not end in its time is ended, and the answer
 * is the one the search began from.
 * @throws when the thread fails
 */
export const solve: Solving = (program, start, seconds) => {
  const thread = new Worker(new URL('solve-thread.ts', import.meta.url), {
    workerData: { program, start, seconds },
    resourceLimits: { maxOldGenerationSizeMb: threadMb },
    execArgv: [],
    env: {},
    stdout: true,
    stderr: true,
  });
  return new Promise<Solved>((resolve, reject) => {
    const late = setTimeout(
      () => resolve({ values: [...start], gap: null, cutShort: true }),
      (seconds + graceSeconds) * 1000,
    );
    thread.once('message', resolve);
    thread.once('error', reject);
    thread.once('exit', () => {
      clearTimeout(late);
      reject(new Error('the solver ended without an answer'));
    });
  }).finally(() => void thread.terminate());
};
