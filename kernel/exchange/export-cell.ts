import { decimalText, exactNumber, parseDecimal, yuanText } from './parse-number.ts';
import { serialOfLocal, shanghaiLocal } from './parse-time.ts';
import type { ExportColumn } from './export-columns.ts';
import { type CsvValue, inert } from './write-csv.ts';
import type { OutCell } from './write-workbook.ts';

/** Names of what rows hold only the id of. */
export interface Labels {
  /** A unit's code and name; null for one the reader may not see. */
  unit(id: string): { readonly code: string; readonly title: string } | null;
  person?(id: string): string | null;
}

/** A value on its way out, in both formats, and the code behind its label where it has one. */
export interface Outgoing {
  readonly cell: OutCell | null;
  readonly csv: CsvValue;
  /** `code=label`, for the hidden column. */
  readonly coded: string | null;
}

const nothing: Outgoing = { cell: null, csv: null, coded: null };
/** A workbook's text needs no apostrophe, but one of its own before a formula's opening would be taken for ours on import. */
const ownApostrophe = (value: string): string => (value.startsWith("'") ? inert(value) : value);
const text = (value: string): Outgoing => ({
  cell: { value: ownApostrophe(value), format: 'text' },
  csv: value,
  coded: null,
});

/** How a value of a column leaves the house. Unknown shapes leave as text; nothing is lost and nothing is computed. */
export function outgoing(column: ExportColumn, value: unknown, labels: Labels): Outgoing {
  if (value === null || value === undefined || value === '') return nothing;
  switch (column.kind) {
    case 'integer':
    case 'decimal':
      return number(value);
    case 'money-fen': {
      const fen = Number(value);
      if (!Number.isSafeInteger(fen)) return text(String(value));
      return { cell: { value: Number(yuanText(fen)), format: 'money' }, csv: number(yuanText(fen)).csv, coded: null };
    }
    case 'day':
      return day(String(value));
    case 'instant':
      return instant(value instanceof Date ? value.toISOString() : String(value));
    case 'choice': {
      const code = String(value);
      const label = column.choices?.[code]?.zh ?? code;
      return { ...text(label), coded: `${code}=${label}` };
    }
    case 'unit': {
      const unit = labels.unit(String(value));
      if (unit === null) return nothing;
      return {
        cell: { value: unit.title, format: 'text' },
        csv: `${unit.title} [${unit.code}]`,
        coded: `${unit.code}=${unit.title}`,
      };
    }
    case 'person':
      return text(labels.person?.(String(value)) ?? String(value));
    case 'yes-no':
      return text(value === true ? '是' : '否');
    case 'json':
      return text(JSON.stringify(value));
    default:
      return text(String(value));
  }
}

/** CSV numbers are written as numbers; one that a float would not hold stays text in a workbook. */
function number(value: unknown): Outgoing {
  const decimal = parseDecimal(typeof value === 'number' ? value : String(value));
  if (decimal === null) return text(String(value));
  const exact = exactNumber(decimal);
  if (exact === null) return text(decimalText(decimal));
  return { cell: { value: exact, format: 'general' }, csv: { digits: decimalText(decimal) }, coded: null };
}

const firstSerialDay = '1900-03-01';

function day(value: string): Outgoing {
  const plain = value.slice(0, 10);
  if (!/^\d{4}-\d\d-\d\d$/.test(plain)) return text(value);
  const cell: OutCell =
    plain < firstSerialDay
      ? { value: plain, format: 'text' }
      : { value: { serial: serialOfLocal(plain) }, format: 'day' };
  return { cell, csv: plain, coded: null };
}

function instant(value: string): Outgoing {
  const millis = Date.parse(value);
  if (Number.isNaN(millis)) return text(value);
  const iso = new Date(millis).toISOString();
  // Clock times of the years with summer time would be read back by another offset: they carry their zone.
  if (iso < '1992') return text(iso);
  const local = shanghaiLocal(iso);
  const shown = local.replace('T', ' ').replace(/\.000$/, '');
  return { cell: { value: { serial: serialOfLocal(local) }, format: 'instant' }, csv: shown, coded: null };
}
