import { Worker } from 'node:worker_threads';
import { Refused } from '@opengoa/kernel';
import type { Words } from '@opengoa/kernel/words';
import type { AnalysisMessage, AnalysisOrder, Rows } from './analysis-order.ts';

/** What came of the files: their end, or why there is none. */
export type Outcome = { readonly read: number } | { readonly why: Words } | { readonly refused: Refused };

/**
 * Runs a method over files in a thread of its own, with a cap on its memory and its time, so that the program goes on answering. Rows are taken
 * portion by portion: no more than one waits.
 * @throws the signal's reason when it is stopped, what `take` throws, and what the method throws
 */
export async function analyseApart(
  order: AnalysisOrder,
  {
    signal,
    memoryMb,
    millis,
    take,
    progress,
  }: {
    readonly signal: AbortSignal;
    readonly memoryMb: number;
    readonly millis: number;
    readonly take: (rows: Rows) => Promise<void>;
    readonly progress: (read: number) => void;
  },
): Promise<Outcome> {
  signal.throwIfAborted();
  const thread = new Worker(new URL('analysis-thread.ts', import.meta.url), {
    workerData: order,
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    // Neither flags nor environment of the program are the files' business.
    execArgv: [],
    env: {},
    stdout: true,
    stderr: true,
  });
  const { promise, resolve, reject } = Promise.withResolvers<Outcome>();
  const stop = () => reject(signal.reason);
  signal.addEventListener('abort', stop, { once: true });
  const late = setTimeout(() => resolve({ why: tooLong }), millis);
  thread.on('message', (message: AnalysisMessage) => {
    if (message.say === 'read') progress(message.read);
    else if (message.say === 'rows') take(message.rows).then(() => thread.postMessage('taken'), reject);
    else if (message.say === 'end') resolve({ read: message.read });
    else if (message.say === 'unfit') resolve({ why: message.why });
    else resolve({ refused: new Refused(message.refusal) });
  });
  thread.once('error', (error: NodeJS.ErrnoException) =>
    error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? resolve({ why: tooLarge }) : reject(error),
  );
  thread.once('exit', () => reject(new Error('the thread ended without an answer')));
  try {
    return await promise;
  } finally {
    clearTimeout(late);
    signal.removeEventListener('abort', stop);
    await thread.terminate();
  }
}

const tooLong: Words = { zh: '计算超过了时间上限，已停止。', en: 'It took longer than is allowed and was stopped.' };
const tooLarge: Words = {
  zh: '计算超过了内存上限，请分批分析。',
  en: 'It needed more memory than is allowed; analyse the files in parts.',
};
