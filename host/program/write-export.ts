import { rm } from 'node:fs/promises';
import { isRefusal, newId, refuse, type Actor, type List, type Refusal } from '@opengoa/kernel';
import { addDays, dayOf } from '@opengoa/kernel/calendar';
import { exportColumnsOfList, exportToFile, sheetOf, type Labels } from '@opengoa/kernel/exchange';
import {
  admitReader,
  allRows,
  contextFor,
  isSensitive,
  parseListQuery,
  runVerb,
  soundsSecret,
  staleFactor,
  type Kernel,
} from '@opengoa/kernel/host';

export type ExportFormat = 'csv' | 'xlsx';
export const exportFormats: readonly ExportFormat[] = ['csv', 'xlsx'];

export interface ExportAsked {
  readonly actor: Actor;
  readonly list: List;
  readonly format: ExportFormat;
  /** As in the ledger's own query: `f.<column>`, `q`, `sort`. */
  readonly query: Readonly<Record<string, unknown>>;
  /** Why, where the ledger is sensitive. */
  readonly reason?: string | undefined;
  /** Whoever takes it out looked at the rows that speak of secrecy, and says that none is a secret (SEC-DC-02). */
  readonly lookedAt?: boolean | undefined;
  /** Runs when the asking is found in order and before the first row is read. */
  readonly begin?: () => Refusal | undefined;
}

/**
 * Writes a ledger as filtered, permitted and masked for its reader to a file, to the end, and then records it: whoever sends the file on
 * sends nothing that the Record does not know of (SEC-FI-13, SEC-RE-07).
 */
export async function writeExport(
  kernel: Kernel,
  { actor, list, format, query, reason = '', lookedAt = false, begin }: ExportAsked,
  path: string,
): Promise<{ readonly rows: number } | Refusal> {
  const refused = admitReader(actor, list.who);
  if (refused) return refused;
  if (actor.unit === null) return refuse('not-your-right', {}, { status: 403 });
  const sensitive = isSensitive(list);
  const why = reason.trim();
  if (why.length > 500)
    return refuse('input-not-fitting', { fields: [{ path: 'reason', message: 'too long' }] }, { status: 400 });
  if (sensitive && why.length < 2) return refuse('export-asks-a-reason');
  // Whoever has a second factor shows it again before such a ledger leaves (SEC-SE-06).
  if (sensitive && actor.factorAt !== null) {
    const { organisation, today, standards } = contextFor(kernel, actor, newId());
    const minutes = standards.numberOn('kernel.re-authentication', today, organisation.place(actor.unit));
    const stale = staleFactor(actor, kernel.clock(), minutes);
    if (stale) return stale;
  }
  const parsed = parseListQuery(list, query);
  if ('unfit' in parsed) return refuse('input-not-fitting', { fields: parsed.unfit }, { status: 400 });
  const aside = kernel.setAside();
  if (aside !== null) return refuse('storage-full', { why: aside }, { status: 507 });
  const held = begin?.();
  if (held) return held;

  const now = kernel.clock();
  const sheet = list.sheet ? sheetOf(kernel, list.sheet) : undefined;
  const item = sensitive ? 'export-rows-personal' : 'export-rows';
  const limit = (of: string) =>
    kernel.registers.standards().numberOn('kernel.request-limits', dayOf(now), [], { item: of });
  const rowLimit = limit(item);
  let marked = 0;
  const written = await exportToFile(
    {
      title: list.title,
      columns: exportColumnsOfList(list.columns, sheet),
      rows: counted(oneByOne(allRows(kernel, list, parsed, actor, rowLimit + 1)), () => (marked += 1)),
      format,
      mark: {
        ...markOf(kernel, actor),
        at: now,
        ...(why ? { reason: why } : {}),
        ...(sensitive ? { until: addDays(dayOf(now), limit('export-valid-days')) } : {}),
      },
      labels: labelsOf(kernel),
      rowLimit,
    },
    path,
  );
  if (isRefusal(written)) return written;
  if (marked > 0 && !lookedAt) {
    await rm(path, { force: true });
    return refuse('export-marked-text', { rows: marked }, { status: 409 });
  }
  const recorded = await runVerb(kernel, {
    name: 'kernel.record-export',
    input: {
      id: newId(),
      unit: actor.unit,
      list: list.name,
      format,
      rows: written.rows,
      filter: JSON.stringify({ ...query, ...(marked > 0 ? { marked } : {}) }).slice(0, 4_000),
      ...(why ? { why } : {}),
    },
    actor,
    requestId: newId(),
  });
  return isRefusal(recorded) ? recorded : written;
}

/** Tells of each row that speaks of secrecy while it passes. */
async function* counted(
  rows: AsyncIterable<Readonly<Record<string, unknown>>>,
  found: () => void,
): AsyncGenerator<Readonly<Record<string, unknown>>> {
  for await (const row of rows) {
    if (Object.values(row).some((value) => typeof value === 'string' && soundsSecret(value))) found();
    yield row;
  }
}

async function* oneByOne<Row>(batches: AsyncIterable<readonly Row[]>): AsyncGenerator<Row> {
  for await (const rows of batches) yield* rows;
}

const markOf = (kernel: Kernel, actor: Actor) => ({
  who: actor.name,
  unit: (actor.unit && kernel.registers.organisation('').unit(actor.unit)?.name) || '',
});

/** Names for the ids that rows hold, as the organisation has them today. */
function labelsOf(kernel: Kernel): Labels {
  const organisation = kernel.registers.organisation('');
  return {
    unit(id) {
      const unit = organisation.unit(id);
      return unit ? { code: unit.code ?? unit.id, title: unit.name } : null;
    },
    person: (id) => organisation.personName(id) ?? null,
  };
}
