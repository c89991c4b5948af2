import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { baselineAnswer, type BaselineJob } from './baseline-answer.ts';
import type { AnalysisAnswer } from './method.ts';

/** Below so many meters a thread takes longer to start than it saves. */
const fewMeters = 4;

export interface ThreadSettings {
  /** At least 1; with 1 everything is done here and nothing is started. */
  readonly threads: number;
  /** Stops at once, and all threads with it. */
  readonly signal?: AbortSignal;
}

/**
 * The baselines of many meters in several threads. Answers come in the order of the jobs, whatever the threads do, and are the same as with one; how many came
 * is the progress. What a job needs is gathered when a thread takes it. Threads end with the generator, however it ends.
 * @throws the signal's reason when it is stopped, and what a thread throws
 */
export async function* baselineAnswers(
  jobs: readonly (() => BaselineJob)[],
  { threads, signal }: ThreadSettings,
): AsyncGenerator<AnalysisAnswer> {
  signal?.throwIfAborted();
  if (threads <= 1 || jobs.length < fewMeters) {
    for (const job of jobs) {
      signal?.throwIfAborted();
      yield baselineAnswer(job());
    }
    return;
  }
  const due = jobs.map(() => Promise.withResolvers<AnalysisAnswer>());
  // One that is never waited for may fail unheard.
  for (const { promise } of due) promise.catch(() => undefined);
  let next = 0;
  const work = async (worker: Worker): Promise<void> => {
    while (next < jobs.length) {
      const at = next;
      next += 1;
      try {
        const answer = once(worker, 'message');
        worker.postMessage(jobs[at]!());
        due[at]!.resolve(((await answer) as [AnalysisAnswer])[0]);
      } catch (error) {
        due[at]!.reject(error);
        return;
      }
    }
  };
  const workers = Array.from(
    { length: Math.min(threads, jobs.length) },
    () => new Worker(new URL('baseline-thread.ts', import.meta.url), { execArgv: [], env: {} }),
  );
  const stop = () => due.forEach(({ reject }) => reject(signal!.reason));
  signal?.addEventListener('abort', stop, { once: true });
  try {
    for (const worker of workers) void work(worker);
    for (const { promise } of due) {
      const answer = await promise;
      signal?.throwIfAborted();
      yield answer;
    }
  } finally {
    signal?.removeEventListener('abort', stop);
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}
