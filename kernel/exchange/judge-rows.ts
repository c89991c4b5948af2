import type { Refusal } from '../refusal.ts';
import type { Words } from '../words.ts';
import { cellProblem, type RowProblem } from './cell-problems.ts';
import type { ParsedRow } from './parse-row.ts';
import type { RawRow } from './raw-table.ts';
import { type AnyRow, type CellValue, type Existing, keyOf, type SheetDefinition } from './sheet-definition.ts';

export interface FieldChange {
  readonly column: string;
  readonly from: CellValue;
  readonly to: CellValue;
}

interface Judged {
  readonly line: number;
  readonly raw: RawRow;
  /** The key as one text. */
  readonly key: string;
  /** Every column of the sheet; those the file does not have hold the existing value, or null. */
  readonly values: AnyRow;
}

export interface NewRow extends Judged {
  readonly outcome: 'new';
}
export interface ChangedRow extends Judged {
  readonly outcome: 'changed';
  readonly existing: Existing;
  readonly changes: readonly FieldChange[];
}
export interface SameRow extends Judged {
  readonly outcome: 'same';
  readonly existing: Existing;
}
export interface RefusedRow {
  readonly outcome: 'refused';
  readonly line: number;
  readonly raw: RawRow;
  readonly problems: readonly RowProblem[];
}

export type JudgedRow = NewRow | ChangedRow | SameRow | RefusedRow;

export interface Judges {
  /** What is there already under these keys, by {@link keyOf}; asked once per portion. */
  existingByKey(keys: readonly (readonly CellValue[])[]): Promise<ReadonlyMap<string, Existing>>;
  /** What the verb itself would say: right at the row's unit, rules, state. Empty when it would go in. */
  judge?(row: NewRow | ChangedRow): Promise<readonly RowProblem[]>;
}

/**
 * Says of each portion of rows what importing it would do. Memory holds one portion and the keys met so far.
 * @param met keys already met in this file and their lines; filled as rows go by
 */
export async function judgeRows(
  sheet: SheetDefinition,
  rows: readonly ParsedRow[],
  judges: Judges,
  met: Map<string, number>,
): Promise<JudgedRow[]> {
  const keyOfRow = (row: ParsedRow) => sheet.key.map((name) => row.values[name] ?? row.filled[name] ?? null);
  const isBlank = (row: ParsedRow) => sheet.blankKeyIsNew === true && keyOfRow(row).every((value) => value === null);
  const keyed = rows.map((row) => ({
    row,
    // Rows without a key are each their own.
    key: isBlank(row) ? `line ${row.raw.line}` : keyOf(sheet, { ...row.filled, ...row.values }),
  }));
  const sound = keyed.filter(({ row, key }) => row.problems.length === 0 && !met.has(key) && !isBlank(row));
  const keys = sound.map(({ row }) => keyOfRow(row));
  const existing = keys.length === 0 ? new Map<string, Existing>() : await judges.existingByKey(keys);
  const judged: JudgedRow[] = [];
  for (const { row, key } of keyed) {
    const first = judgeRow(sheet, row, key, existing.get(key), met);
    const objections =
      judges.judge && (first.outcome === 'new' || first.outcome === 'changed') ? await judges.judge(first) : [];
    judged.push(objections.length > 0 ? refusedRow(row.raw, objections) : first);
  }
  return judged;
}

export const refusedRow = (raw: RawRow, problems: readonly RowProblem[]): RefusedRow => ({
  outcome: 'refused',
  line: raw.line,
  raw,
  problems,
});

function judgeRow(
  sheet: SheetDefinition,
  { raw, values, filled, problems }: ParsedRow,
  key: string,
  existing: Existing | undefined,
  met: Map<string, number>,
): JudgedRow {
  if (problems.length > 0) return refusedRow(raw, problems);
  const earlier = met.get(key);
  if (earlier !== undefined) return refusedRow(raw, [cellProblem(sheet.key[0]!, 'key-repeated', { line: earlier })]);
  met.set(key, raw.line);
  const whole: Record<string, CellValue> = {};
  const base = { line: raw.line, raw, key };
  if (existing === undefined) {
    for (const name of Object.keys(sheet.columns)) whole[name] = values[name] ?? filled[name] ?? null;
    return { ...base, outcome: 'new', values: whole };
  }
  const changes: FieldChange[] = [];
  for (const name of Object.keys(sheet.columns)) {
    const from = existing.values[name] ?? null;
    // A column the file does not have is no order to empty it, and what is given for all is for new rows.
    whole[name] = name in values ? (values[name] ?? null) : from;
    if (!Object.is(from, whole[name])) changes.push({ column: name, from, to: whole[name] ?? null });
  }
  return changes.length === 0
    ? { ...base, outcome: 'same', values: whole, existing }
    : { ...base, outcome: 'changed', values: whole, existing, changes };
}

/** A verb's refusal as a row's reason; a field that it names is a column where the two have the same name. */
export function problemOf(sheet: SheetDefinition, refusal: Refusal, message: Words): RowProblem {
  const fields = refusal.data['fields'];
  const named = Array.isArray(fields) ? (fields as { path?: unknown }[]).map((field) => String(field.path ?? '')) : [];
  const column = named.find((name) => name in sheet.columns) ?? null;
  return { column, code: refusal.code, message };
}
