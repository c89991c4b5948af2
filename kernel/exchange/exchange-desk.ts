import { basename } from 'node:path';
import type { Actor } from '../actor.ts';
import { actorKey, stepIn } from '../database/step-in.ts';
import { type Tx, txOn } from '../database/tx.ts';
import { newId, type Id } from '../id.ts';
import type { Kernel } from '../kernel.ts';
import type { Organisation } from '../organisation/organisation.ts';
import { reading } from '../reads/run-read.ts';
import { isRefusal, notFound, refuse, type Refusal } from '../refusal.ts';
import { mayAt, mayCome } from '../rights/rights.ts';
import { runVerbs } from '../verbs/run-verbs.ts';
import { runVerb } from '../verbs/run-verb.ts';
import { fillWords, type Words } from '../words.ts';
import { batchIdOf, fileSha256, fingerprintOf } from './batch-identity.ts';
import type { RowProblem } from './cell-problems.ts';
import type { SaidMapping } from './column-mapping.ts';
import { type Counts, dryRun, type DryRunReport, type ExchangeProgress, type FileOrder } from './dry-run.ts';
import { errorWorkbook, mappingOf } from './error-workbook.ts';
import { exchangeRefusals } from './file-refusals.ts';
import { importBatch, type ImportReport } from './import-batch.ts';
import type { RunRowVerb, RunRowVerbs } from './row-verb.ts';
import {
  appliedRows,
  batchLogOn,
  batchOf,
  type BatchState,
  type BatchWriting,
  mappingMemoryOn,
  newestBatch,
  refusedLines,
} from './import-store.ts';
import type { Judges } from './judge-rows.ts';
import type { TableOptions } from './open-table.ts';
import { type AnyRow, type Existing, keyOf, type SheetDefinition, type UnitFinder } from './sheet-definition.ts';
import { undoBatch, type UndoReport } from './undo-batch.ts';

/** A file that somebody brings to the desk. */
export interface DeskOrder {
  readonly actor: Actor;
  /** `<room>.<noun>` of a sheet that a room declares. */
  readonly kind: string;
  readonly path: string;
  /** The importer's own name for the file; a label. */
  readonly fileName?: string;
  /** The unit acted for; the actor's own unless said. Rows without a unit of their own belong to it. */
  readonly unit?: Id;
  readonly mapping?: SaidMapping;
  readonly options?: TableOptions;
  readonly fill?: AnyRow;
  readonly signal?: AbortSignal;
  readonly progress?: (progress: ExchangeProgress) => void;
}

export const sheetOf = (kernel: Kernel, kind: string): SheetDefinition | undefined =>
  kernel.rooms.flatMap((room) => room.sheets ?? []).find((sheet) => sheet.kind === kind);

/** What importing the file would do, for this actor. */
export async function dryRunFile(kernel: Kernel, order: DeskOrder): Promise<DryRunReport | Refusal> {
  const desk = deskFor(kernel, order);
  return isRefusal(desk) ? desk : dryRun(desk.file);
}

/**
 * Imports the file as this actor: every row an act of the actor's own, caused by the batch's beginning. A batch that was
 * broken off or stopped goes on; a file that is being imported at this moment joins its own batch and adds nothing.
 */
export async function importFile(
  kernel: Kernel,
  order: DeskOrder & { readonly accept?: 'all-or-nothing' | 'good-rows' },
): Promise<ImportReport | Refusal> {
  const desk = deskFor(kernel, order);
  if (isRefusal(desk)) return desk;
  const { actor, path } = order;
  const accept = order.accept ?? 'all-or-nothing';
  const sha256 = await fileSha256(path);
  const fingerprint = fingerprintOf({
    kind: order.kind,
    unit: desk.unit,
    by: actorKey(actor),
    fileSha256: sha256,
    sheetName: order.options?.sheetName,
    mapping: order.mapping,
    fill: order.fill,
  });
  const newest = await desk.inTx((tx) => newestBatch(tx, fingerprint));
  const goesOn = newest?.state === 'running' || newest?.state === 'stopped';
  const generation = newest === undefined ? 0 : newest.generation + (goesOn ? 0 : 1);
  const id = batchIdOf(fingerprint, generation);
  const fileName = basename(order.fileName ?? path).slice(0, 255);
  const begin = {
    id,
    unit: desk.unit,
    kind: order.kind,
    fileName,
    fileSha256: sha256,
    fingerprint,
    generation,
    accept,
    mapping: order.mapping ?? {},
  };
  const begun = await runVerb(kernel, { name: 'kernel.begin-import', input: begin, actor, requestId: newId() });
  if (isRefusal(begun)) return begun;
  const report = await importBatch({
    ...desk.file,
    batchId: id,
    unit: desk.unit,
    fileName,
    accept,
    runVerb: desk.runRow(begun.facts[0]!.id),
    runVerbs: desk.runRows(begun.facts[0]!.id),
    wordsOf: desk.wordsOf,
    log: batchLogOn({ ...desk, batchId: id }),
  });
  const nothing: Counts = { new: 0, changed: 0, same: 0, refused: 0 };
  const end = isRefusal(report)
    ? { state: 'refused' as BatchState, counts: nothing }
    : { state: report.state, counts: report.counts };
  const ended = await runVerb(kernel, { name: 'kernel.end-import', input: { id, ...end }, actor, requestId: newId() });
  return isRefusal(ended) ? ended : report;
}

/** Takes a batch back as this actor, who needs the rights of the inverse verbs. */
export async function undoImport(
  kernel: Kernel,
  { actor, batchId, signal, progress }: Pick<DeskOrder, 'actor' | 'signal' | 'progress'> & { readonly batchId: Id },
): Promise<UndoReport | Refusal> {
  const batch = await openTx(kernel, actor, null)((tx) => batchOf(tx, batchId));
  if (!batch) return notFound();
  if (batch.state === 'running') return refuse('batch-not-finished', {}, { status: 409 });
  const desk = deskFor(kernel, { actor, kind: batch.kind, unit: batch.unit, path: '' });
  if (isRefusal(desk)) return desk;
  const log = batchLogOn({ ...desk, batchId });
  const report = await undoBatch({
    sheet: desk.file.sheet,
    batchId,
    rows: appliedRows(desk.inTx, batchId),
    runVerb: desk.runRow(undefined),
    wordsOf: desk.wordsOf,
    takenBack: (line) => log.takenBack(line),
    ...(signal ? { signal } : {}),
    ...(progress ? { progress } : {}),
  });
  if (isRefusal(report) || report.stopped) return report;
  const state: BatchState = report.kept.length > 0 ? 'part-way' : 'undone';
  const counts = { new: 0, changed: 0, same: 0, refused: report.kept.length };
  const ended = await runVerb(kernel, {
    name: 'kernel.end-import',
    input: { id: batchId, state, counts },
    actor,
    requestId: newId(),
  });
  return isRefusal(ended) ? ended : report;
}

/** A batch that this actor brought, if it may still be taken back; nobody's else. */
export async function ownBatch(
  kernel: Kernel,
  { actor, batchId }: { readonly actor: Actor; readonly batchId: Id },
): Promise<{ readonly kind: string; readonly state: BatchState } | undefined> {
  const batch = await openTx(kernel, actor, null)((tx) => batchOf(tx, batchId));
  return batch && batch.person === actor.person && actor.person !== null
    ? { kind: batch.kind, state: batch.state }
    : undefined;
}

/** Reasons of a batch's refused rows, by line, as far as the actor may see the batch. */
export const refusedRowsOf = (
  kernel: Kernel,
  { actor, batchId }: { readonly actor: Actor; readonly batchId: Id },
): Promise<Map<number, readonly RowProblem[]>> => openTx(kernel, actor, null)((tx) => refusedLines(tx, batchId));

/**
 * The error workbook of a file: of a batch that went in, or of what a dry run says now.
 * @returns the workbook as a stream, or the refusal of the whole file
 */
export async function errorWorkbookOf(
  kernel: Kernel,
  order: DeskOrder & { readonly onlyRefused: boolean; readonly batchId?: Id },
): Promise<AsyncGenerator<Buffer> | Refusal> {
  const desk = deskFor(kernel, order);
  if (isRefusal(desk)) return desk;
  const { batchId, onlyRefused } = order;
  const refused = new Map<number, readonly RowProblem[]>();
  if (batchId === undefined) {
    const report = await dryRun({
      ...desk.file,
      onRefused: (rows) => rows.forEach(({ line, problems }) => refused.set(line, problems)),
    });
    if (isRefusal(report)) return report;
    return errorWorkbook({ ...desk.file, mapping: report.mapping, refused, onlyRefused });
  }
  const mapping = await mappingOf(desk.file);
  if (isRefusal(mapping)) return mapping;
  const kept = await refusedRowsOf(kernel, { actor: order.actor, batchId });
  return errorWorkbook({ ...desk.file, mapping, refused: kept, onlyRefused });
}

interface Desk extends Omit<BatchWriting, 'batchId'> {
  readonly file: FileOrder;
  readonly wordsOf: (refusal: Refusal) => Words;
  runRow(cause: Id | undefined): RunRowVerb;
  runRows(cause: Id): RunRowVerbs;
}

function deskFor(kernel: Kernel, order: DeskOrder): Desk | Refusal {
  const { actor } = order;
  const sheet = sheetOf(kernel, order.kind);
  const verb = sheet && kernel.verbs.get(sheet.verb);
  const unit = order.unit ?? actor.unit;
  if (!sheet || !verb) return notFound();
  const organisation = kernel.registers.organisation('');
  const mayBeAt = (at: Id) =>
    mayAt(actor, verb.who, { unit: at, person: actor.person }, organisation, { holds: false });
  // The batch, its rows and its mapping lie at this unit: nobody puts them down, or looks them up, at a foreign one.
  if (unit === null || !mayCome(actor, verb.who) || (unit !== actor.unit && !mayBeAt(unit)))
    return refuse('not-your-right', {}, { status: 403 });
  const inTx = openTx(kernel, actor, unit);
  const unitColumn = Object.keys(sheet.columns).find((name) => sheet.columns[name]!.type === 'unit');
  const fill = { ...(unitColumn === undefined ? {} : { [unitColumn]: unit }), ...order.fill };
  const wordsOf = wordsFor(kernel, sheet);
  const judges: Judges = {
    existingByKey: (keys) => existingByKey(kernel, actor, sheet, keys),
    // A row of a unit beyond the importer's rights is named before anything runs; the verb judges again when it does.
    judge: async ({ values }) => {
      const at = (unitColumn === undefined ? null : values[unitColumn]) ?? unit;
      return mayBeAt(String(at))
        ? []
        : [{ column: unitColumn ?? null, code: 'not-your-right', message: wordsOf(refuse('not-your-right')) }];
    },
  };
  const { path, options, mapping, signal, progress } = order;
  return {
    unit,
    person: actor.person,
    inTx,
    wordsOf,
    file: {
      sheet,
      path,
      findUnit: unitFinder(organisation),
      fill,
      judges,
      memory: mappingMemoryOn(sheet.kind, { unit, person: actor.person, inTx }),
      ...(options ? { options } : {}),
      ...(mapping ? { mapping } : {}),
      ...(signal ? { signal } : {}),
      ...(progress ? { progress } : {}),
    },
    runRow:
      (cause) =>
      (name, input, { requestId }) =>
        runVerb(kernel, { name, input, actor, requestId, ...(cause === undefined ? {} : { cause }) }),
    runRows: (cause) => (name, acts) => runVerbs(kernel, { name, actor, cause, acts }),
  };
}

/** A short transaction of the kernel's own about a batch: in the scope of its unit, or of the actor alone. */
const openTx =
  (kernel: Kernel, actor: Actor, unit: Id | null): BatchWriting['inTx'] =>
  async (work) => {
    const client = await kernel.pool.connect();
    let broken: Error | undefined;
    try {
      const scope = { exact: unit === null ? [] : [unit], below: [] };
      await stepIn(client, { node: kernel.node, room: 'kernel', actor, scope, audit: false, readOnly: false });
      const answer = await work(txOn(client));
      await client.query('commit');
      return answer;
    } catch (error) {
      await client.query('rollback').catch((fault: Error) => {
        broken = fault;
      });
      throw error;
    } finally {
      client.release(broken);
    }
  };

async function existingByKey(
  kernel: Kernel,
  actor: Actor,
  sheet: SheetDefinition,
  keys: Parameters<Judges['existingByKey']>[0],
): Promise<ReadonlyMap<string, Existing>> {
  if (!sheet.existing) return new Map();
  const who = kernel.verbs.get(sheet.verb)!.who;
  const room = sheet.kind.slice(0, sheet.kind.indexOf('.'));
  const found = await reading(kernel, { actor, who, room }, (tx: Tx) => sheet.existing!(tx, keys));
  return new Map(found.map((existing) => [keyOf(sheet, existing.values), existing]));
}

/** Finds units by code, name or short name, as they stand today. */
export function unitFinder({ units }: Pick<Organisation, 'units'>): UnitFinder {
  const found = new Map<string, Set<Id>>();
  const add = (text: string | null, id: Id) => {
    if (text === null) return;
    const word = text.normalize('NFKC').trim();
    found.set(word, (found.get(word) ?? new Set()).add(id));
  };
  for (const unit of units)
    // A unit without a code leaves in an export by its id, and comes back by it.
    if (unit.validTo === null) for (const text of [unit.code ?? unit.id, unit.name, unit.shortName]) add(text, unit.id);
  return (text) => {
    const ids = found.get(text.normalize('NFKC').trim());
    if (ids === undefined) return 'unknown';
    return ids.size > 1 ? 'ambiguous' : { id: [...ids][0]! };
  };
}

/** Wording of a refusal by the sheet's room, the kernel or the exchange, with the fields that did not fit. */
const wordsFor =
  (kernel: Kernel, sheet: SheetDefinition) =>
  ({ code, data }: Refusal): Words => {
    const room = sheet.verb.slice(0, sheet.verb.indexOf('.'));
    const words: Words | undefined =
      kernel.refusals.get(`${room}/${code}`) ??
      kernel.refusals.get(`kernel/${code}`) ??
      (exchangeRefusals as Readonly<Record<string, Words>>)[code];
    const filled = fillWords(words ?? { zh: code, en: code }, data);
    const fields = Array.isArray(data['fields']) ? (data['fields'] as { path: string; message: string }[]) : [];
    if (fields.length === 0) return filled;
    const named = fields.map(({ path, message }) => `${path}: ${message}`).join('; ');
    return { zh: `${filled.zh}（${named}）`, en: `${filled.en} (${named})` };
  };
