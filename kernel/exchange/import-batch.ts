import { basename } from 'node:path';
import type { ObjectRef } from '../fact-type.ts';
import type { Id } from '../id.ts';
import { isRefusal, refuse, type Refusal } from '../refusal.ts';
import type { Words } from '../words.ts';
import type { VerbAnswer } from '../room.ts';
import { requestIdOf } from './batch-identity.ts';
import type { RowProblem } from './cell-problems.ts';
import { type Counts, dryRun, type DryRunReport, type FileOrder, listedRows, readJudged, sumOf } from './dry-run.ts';
import { type JudgedRow, problemOf, refusedRow, type RefusedRow } from './judge-rows.ts';
import { sayAgain, headerPrint } from './column-mapping.ts';
import type { AnyRow, AppliedRow } from './sheet-definition.ts';
import type { RunRowVerb, RunRowVerbs } from './row-verb.ts';
import { takeBack } from './undo-batch.ts';

/** One row's act, as it was settled before it ran: what a resumed batch runs again, letter for letter. */
export interface PlannedRow {
  readonly line: number;
  readonly outcome: 'new' | 'changed';
  readonly key: string;
  readonly verb: string;
  readonly input: unknown;
  readonly object: ObjectRef | null;
  readonly before: AnyRow | null;
}

/** What a batch leaves behind, portion by portion. The store keeps it in tables; each call is a transaction of its own. */
export interface BatchLog {
  /** Writes the plans that are not there yet and answers those that stand; none where every line was planned just now. */
  plan(rows: readonly PlannedRow[], lines: readonly number[]): Promise<readonly KeptPlan[]>;
  settle(done: readonly SettledRow[], refused: readonly RefusedRow[], counts: Counts): Promise<void>;
  takenBack(line: number): Promise<void>;
}

/** A plan of an earlier, broken-off run of the same batch; `settled` when its act is known to have gone through. */
export interface KeptPlan extends PlannedRow {
  readonly settled: boolean;
}

export interface SettledRow {
  readonly line: number;
  readonly object: ObjectRef | null;
}

export interface ImportOrder extends FileOrder {
  readonly batchId: Id;
  /** The unit the importer acts for. */
  readonly unit: Id;
  /** The importer's own name for the file; the path's last part where nothing is said. */
  readonly fileName?: string;
  /**
   * `all-or-nothing`: one refused row keeps the whole file out. `good-rows`: the others go in and the refused come back
   * as a workbook (SEC-FI-11: only when the importer says so).
   */
  readonly accept: 'all-or-nothing' | 'good-rows';
  readonly runVerb: RunRowVerb;
  /** Runs rows of one verb together; left out, each is run by itself. */
  readonly runVerbs?: RunRowVerbs;
  /** The wording of a verb's refusal. */
  readonly wordsOf: (refusal: Refusal) => Words;
  readonly log: BatchLog;
  /** Rows of one portion that run side by side; their keys differ, so they are independent. Default 4. */
  readonly sideBySide?: number;
}

export interface ImportReport extends DryRunReport {
  readonly batchId: Id;
  /**
   * `stopped`: the importer cancelled; what went in stays, and the same file goes on from there.
   * `taken-back`: a row that was judged good was refused by its verb, and what had gone in was taken out again.
   * `part-way`: the same, but something could not be taken out.
   */
  readonly state: 'done' | 'stopped' | 'taken-back' | 'part-way';
}

const noCounts: Counts = { new: 0, changed: 0, same: 0, refused: 0 };

/**
 * Imports a file: every new or changed row runs the sheet's verb. A row outside the importer's scope is refused by the
 * verb itself, and its reason stands beside the row. Rows of one file go in once, however often the file is sent.
 * @returns what happened, or a refusal of the whole: one of `exchangeRefusals`, `rows-refused` with the report's data
 */
export async function importBatch(order: ImportOrder): Promise<ImportReport | Refusal> {
  if (order.accept === 'good-rows') return goIn(order, null);
  const judged = await dryRun(order);
  if (isRefusal(judged)) return judged;
  const { counts } = judged;
  if (counts.refused > 0)
    return refuse('rows-refused', { count: counts.refused, counts, rows: judged.refused.map(shownRefusal) });
  return goIn(order, sumOf(counts));
}

export const shownRefusal = ({ line, problems }: RefusedRow): { line: number; problems: readonly RowProblem[] } => ({
  line,
  problems,
});

async function goIn(order: ImportOrder, of: number | null): Promise<ImportReport | Refusal> {
  const strict = order.accept === 'all-or-nothing';
  let counts = noCounts;
  const refused: RefusedRow[] = [];
  const applied: AppliedRow[] = [];
  let state = 'done' as ImportReport['state'];
  const { progress, ...quiet } = order;
  /** The portion on its way: while its rows are run, the next one is read, judged and planned. */
  let running: Promise<RunPortion> | undefined;
  /** Waits for it and counts it in; false where nothing may follow. */
  const landed = async (): Promise<boolean> => {
    if (!running) return true;
    const settled = await running;
    running = undefined;
    counts = settled.counts;
    refused.push(...settled.refused.slice(0, listedRows - refused.length));
    progress?.({ phase: 'going-in', done: sumOf(counts), of, counts });
    if (!strict) return true;
    applied.push(...settled.applied);
    if (settled.refused.length === 0) return true;
    state = 'taken-back';
    return false;
  };
  let report: DryRunReport | Refusal;
  try {
    report = await readJudged(quiet, async (rows) => {
      const stopped = order.signal?.aborted;
      const [planned, before] = await Promise.allSettled([stopped ? new Map() : planPortion(order, rows), landed()]);
      if (before.status === 'rejected') throw before.reason;
      if (!before.value) return 'enough';
      if (planned.status === 'rejected') throw planned.reason;
      if (order.signal?.aborted) {
        state = 'stopped';
        return 'enough';
      }
      running = runPortion(order, rows, planned.value, counts);
      running.catch(() => undefined); // told where it is waited for
      return 'go on';
    });
  } finally {
    // Nothing goes on behind the back of whoever is told the end.
    await running?.catch(() => undefined);
  }
  await landed();
  if (isRefusal(report)) return report;
  if (state === 'taken-back' && !(await allTakenBack(order, applied))) state = 'part-way';
  if (state === 'done') await order.memory?.remember(headerPrint(report.mapping.headers), sayAgain(report.mapping));
  return { ...report, batchId: order.batchId, counts, refused, state };
}

async function allTakenBack(order: ImportOrder, applied: readonly AppliedRow[]): Promise<boolean> {
  if (!order.sheet.undo) return applied.length === 0;
  const { kept } = await takeBack({ ...order, takenBack: (line) => order.log.takenBack(line) }, applied.toReversed());
  return kept.length === 0;
}

type Plans = ReadonlyMap<number, PlannedRow & { readonly settled?: boolean }>;

/** What each row of a portion is to do, by its line, written down before anything is done. */
async function planPortion(order: ImportOrder, rows: readonly JudgedRow[]): Promise<Plans> {
  const planned = rows.flatMap((row) =>
    row.outcome === 'new' || row.outcome === 'changed' ? [planOf(order, row)] : [],
  );
  const earlier = await order.log.plan(
    planned,
    rows.map((row) => row.line),
  );
  // What was settled before a crash, or may have been, goes before what the rows look like now.
  return new Map([...planned, ...earlier].map((plan) => [plan.line, plan]));
}

interface RunPortion {
  readonly counts: Counts;
  readonly refused: readonly RefusedRow[];
  readonly applied: readonly AppliedRow[];
}

async function runPortion(
  order: ImportOrder,
  rows: readonly JudgedRow[],
  plans: Plans,
  before: Counts,
): Promise<RunPortion> {
  const judgedRefused = rows.filter((row) => row.outcome === 'refused' && !plans.has(row.line)) as RefusedRow[];
  const raws = new Map(rows.map((row) => [row.line, row.raw]));
  const verbRefused: RefusedRow[] = [];
  const done: SettledRow[] = [];
  const applied: AppliedRow[] = [];
  const counts = { ...before };
  const { batchId } = order;
  const note = (plan: PlannedRow, answer: VerbAnswer | Refusal) => {
    if (isRefusal(answer)) {
      verbRefused.push(refusedRow(raws.get(plan.line)!, [problemOf(order.sheet, answer, order.wordsOf(answer))]));
      return;
    }
    const object = order.sheet.made?.(answer) ?? plan.object ?? answer.facts[0]?.object ?? null;
    done.push({ line: plan.line, object });
    applied.push({ line: plan.line, outcome: plan.outcome, object, before: plan.before });
    counts[plan.outcome] += 1;
  };
  const alone = async (plan: PlannedRow) => {
    const requestId = requestIdOf(batchId, plan.line, 'in');
    note(plan, await order.runVerb(plan.verb, plan.input, { batchId, requestId, line: plan.line }));
  };
  const open: PlannedRow[] = [];
  for (const plan of plans.values()) {
    if (!plan.settled) open.push(plan);
    else {
      counts[plan.outcome] += 1;
      applied.push({ line: plan.line, outcome: plan.outcome, object: plan.object, before: plan.before });
    }
  }
  await sideBySide(togetherOf(open, order.runVerbs ? rowsTogether : 1), order.sideBySide ?? 4, async (some) => {
    const acts = some.map(({ line, input }) => ({ input, requestId: requestIdOf(batchId, line, 'in') }));
    const answers = some.length > 1 && order.runVerbs ? await order.runVerbs(some[0]!.verb, acts) : null;
    if (answers) for (const [at, plan] of some.entries()) note(plan, answers[at]!);
    else for (const plan of some) await alone(plan);
  });
  const refused = [...judgedRefused, ...verbRefused].toSorted((a, b) => a.line - b.line);
  counts.refused += refused.length;
  counts.same += rows.filter((row) => row.outcome === 'same' && !plans.has(row.line)).length;
  await order.log.settle(done, refused, counts);
  return { counts, refused, applied: applied.toSorted((a, b) => a.line - b.line) };
}

/** Rows in one transaction: enough that its cost is spread, few enough that it is short and that one bad row costs little. */
const rowsTogether = 125;

/** Rows of one verb next to each other, some at a time. */
function togetherOf(plans: readonly PlannedRow[], most: number): PlannedRow[][] {
  const found: PlannedRow[][] = [];
  for (const plan of plans) {
    const last = found.at(-1);
    if (last && last.length < most && last[0]!.verb === plan.verb) last.push(plan);
    else found.push([plan]);
  }
  return found;
}

function planOf(order: ImportOrder, row: Extract<JudgedRow, { outcome: 'new' | 'changed' }>): PlannedRow {
  const { sheet, unit, batchId } = order;
  const context = { unit, batchId, fileName: order.fileName ?? basename(order.path), line: row.line };
  const base = { line: row.line, key: row.key };
  if (row.outcome === 'new')
    return {
      ...base,
      outcome: 'new',
      verb: sheet.verb,
      input: sheet.input(row.values, context),
      object: null,
      before: null,
    };
  const { existing } = row;
  const input = sheet.changeInput?.(row.values, existing, context) ?? sheet.input(row.values, context);
  const verb = sheet.changeVerb ?? sheet.verb;
  return { ...base, outcome: 'changed', verb, input, object: existing.object, before: existing.values };
}

/** Runs `act` over the items, a few at a time. The first fault stops the rest and is thrown. */
export async function sideBySide<T>(
  items: readonly T[],
  width: number,
  act: (item: T) => Promise<void>,
): Promise<void> {
  let next = 0;
  let failed = false;
  const lane = async () => {
    while (next < items.length && !failed) {
      const item = items[next]!;
      next += 1;
      try {
        await act(item);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  const lanes = await Promise.allSettled(Array.from({ length: Math.min(width, items.length) }, lane));
  for (const result of lanes) if (result.status === 'rejected') throw result.reason;
}
