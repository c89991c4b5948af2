import { parentPort, workerData } from 'node:worker_threads';
import { Refused, type Refusal } from '../refusal.ts';
import { openTable, type TableOptions } from './open-table.ts';
import type { Detected, Noticed, RawRow } from './raw-table.ts';

/** What the reading thread says. The parent answers every portion of rows when it has taken it. */
export type ThreadMessage =
  | { readonly say: 'detected'; readonly detected: Detected }
  | { readonly say: 'rows'; readonly rows: RawRow[] }
  | { readonly say: 'end'; readonly noticed: Noticed }
  | { readonly say: 'refused'; readonly refusal: Refusal };

export interface ThreadOrder {
  readonly path: string;
  readonly options: TableOptions;
}

/** Portions on the way at once: enough to keep both threads busy, few enough to keep memory flat. */
const portionsAhead = 4;

/** The body of the reading thread: one file, from its first byte to its last row, then nothing. */
async function readForParent(order: ThreadOrder): Promise<void> {
  const port = parentPort!;
  const tell = (message: ThreadMessage) => port.postMessage(message);
  let ahead = 0;
  let wake: (() => void) | null = null;
  port.on('message', () => {
    ahead -= 1;
    wake?.();
  });
  try {
    const table = await openTable(order.path, order.options);
    tell({ say: 'detected', detected: table.detected });
    for await (const rows of table.rows()) {
      tell({ say: 'rows', rows });
      ahead += 1;
      if (ahead >= portionsAhead) await new Promise<void>((resolve) => (wake = resolve));
    }
    await table.close();
    tell({ say: 'end', noticed: table.noticed()! });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    tell({ say: 'refused', refusal: error.refusal });
  } finally {
    port.removeAllListeners('message');
  }
}

if (parentPort) await readForParent(workerData as ThreadOrder);
