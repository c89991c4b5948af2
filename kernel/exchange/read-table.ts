import { Worker } from 'node:worker_threads';
import { Refused } from '../refusal.ts';
import { fileRefused } from './file-refusals.ts';
import type { OpenTable, TableOptions } from './open-table.ts';
import type { Noticed, RawRow } from './raw-table.ts';
import { readBudget } from './read-budget.ts';
import type { ThreadMessage, ThreadOrder } from './table-thread.ts';

/**
 * Opens a table file in a thread of its own, with a cap on memory and on the time for each portion of rows. Whatever
 * the file does to the thread, only this reading fails, as `reading-failed` (SEC-FI-03). Rows are fetched portion by
 * portion, so that a slow reader holds no more than one in memory.
 * @throws Refused with one of `exchangeRefusals`
 */
export async function readTable(path: string, options: TableOptions = {}): Promise<OpenTable> {
  const { threadMb, threadMillis } = { ...readBudget, ...options.budget };
  const order: ThreadOrder = { path, options };
  const thread = new Worker(new URL('table-thread.ts', import.meta.url), {
    workerData: order,
    resourceLimits: { maxOldGenerationSizeMb: threadMb, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 },
    // Neither flags nor environment of the program are the file's business.
    execArgv: [],
    env: {},
    stdout: true,
    stderr: true,
  });
  const next = following(thread, threadMillis);
  let closed = false;
  const close = async () => {
    closed = true;
    await thread.terminate();
  };
  try {
    const first = await next();
    if (first.say !== 'detected') throw fileRefused('reading-failed');
    let noticed: Noticed | null = null;
    return {
      detected: first.detected,
      close,
      noticed: () => noticed,
      async *rows(): AsyncGenerator<RawRow[]> {
        if (closed) throw fileRefused('reading-failed');
        try {
          for (;;) {
            const message = await next();
            if (message.say === 'end') {
              noticed = message.noticed;
              return;
            }
            if (message.say !== 'rows') throw fileRefused('reading-failed');
            yield message.rows;
            thread.postMessage('taken', []);
          }
        } finally {
          await close();
        }
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/**
 * The thread's messages one by one. Its death, or silence for longer than `millis` while something is waited for, is a
 * refusal; time in which nobody waits does not count against it.
 */
function following(thread: Worker, millis: number): () => Promise<ThreadMessage> {
  const arrived: ThreadMessage[] = [];
  let dead = false;
  let wake: (() => void) | null = null;
  const died = () => {
    dead = true;
    wake?.();
  };
  thread.on('message', (message: ThreadMessage) => {
    arrived.push(message);
    wake?.();
  });
  thread.on('error', died);
  thread.on('exit', died);
  return async () => {
    if (arrived.length === 0 && !dead) {
      let timer: NodeJS.Timeout | undefined;
      await new Promise<void>((resolve) => {
        wake = resolve;
        timer = setTimeout(resolve, millis);
      });
      clearTimeout(timer);
    }
    const message = arrived.shift();
    if (message === undefined) throw fileRefused('reading-failed');
    if (message.say === 'refused') throw new Refused(message.refusal);
    return message;
  };
}
