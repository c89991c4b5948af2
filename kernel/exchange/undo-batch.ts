import type { Id } from '../id.ts';
import { isRefusal, refuse, type Refusal } from '../refusal.ts';
import type { Words } from '../words.ts';
import { requestIdOf } from './batch-identity.ts';
import type { RowProblem } from './cell-problems.ts';
import type { ExchangeProgress } from './dry-run.ts';
import type { RunRowVerb } from './row-verb.ts';
import { problemOf } from './judge-rows.ts';
import type { AppliedRow, SheetDefinition } from './sheet-definition.ts';

export interface UndoOrder {
  readonly sheet: SheetDefinition;
  readonly batchId: Id;
  /** The rows that went in, the last first. */
  readonly rows: Iterable<AppliedRow> | AsyncIterable<AppliedRow>;
  readonly runVerb: RunRowVerb;
  readonly wordsOf: (refusal: Refusal) => Words;
  /** Told of each row that was taken back. */
  readonly takenBack?: (line: number) => Promise<void>;
  readonly progress?: (progress: ExchangeProgress) => void;
  readonly signal?: AbortSignal;
}

export interface UndoReport {
  readonly takenBack: number;
  /** Rows that have moved on since: a vehicle that has been driven is not unregistered. */
  readonly kept: readonly { readonly line: number; readonly problem: RowProblem }[];
  readonly stopped: boolean;
}

/**
 * Takes a batch back row by row through the sheet's inverse verb, the last row first. What the verb refuses stays and is
 * listed. Doing it twice takes nothing back twice: the request ids follow from the batch.
 */
export async function undoBatch(order: UndoOrder): Promise<UndoReport | Refusal> {
  if (!order.sheet.undo) return refuse('undo-not-possible', { kind: order.sheet.kind });
  return takeBack(order, order.rows);
}

export async function takeBack(
  order: Omit<UndoOrder, 'rows'>,
  rows: Iterable<AppliedRow> | AsyncIterable<AppliedRow>,
): Promise<UndoReport> {
  const { sheet, batchId } = order;
  const kept: { line: number; problem: RowProblem }[] = [];
  let takenBack = 0;
  for await (const row of rows) {
    if (order.signal?.aborted) return { takenBack, kept, stopped: true };
    const inverse = sheet.undo?.(row) ?? null;
    if (inverse === null) continue;
    const act = { batchId, requestId: requestIdOf(batchId, row.line, 'back'), line: row.line };
    const answer = await order.runVerb(inverse.verb, inverse.input, act);
    if (isRefusal(answer)) {
      kept.push({ line: row.line, problem: problemOf(sheet, answer, order.wordsOf(answer)) });
      continue;
    }
    takenBack += 1;
    await order.takenBack?.(row.line);
    const counts = { new: 0, changed: 0, same: 0, refused: kept.length };
    order.progress?.({ phase: 'taking-back', done: takenBack, of: null, counts });
  }
  return { takenBack, kept, stopped: false };
}
