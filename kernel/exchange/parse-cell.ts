import { cellProblem, type CellProblemCode, type RowProblem } from './cell-problems.ts';
import { cleanText, lengthOf } from './clean-text.ts';
import { decimalText, exactNumber, parseDecimal, parseMoney } from './parse-number.ts';
import { dayOfSerial, inShanghai, localOfSerial, parseDay, parseInstant } from './parse-time.ts';
import { isBlank, isBrokenCell, isDateCell, notCalculated, type RawCell } from './raw-table.ts';
import {
  type CellValue,
  type ChoiceColumn,
  findChoice,
  type MoneyUnit,
  type SheetColumn,
  type TextColumn,
  type UnitFinder,
} from './sheet-definition.ts';

/** What reading a cell needs besides the cell. */
export interface CellReading {
  readonly findUnit: UnitFinder;
  /** From the header of the file's column, where it names one. */
  readonly moneyUnit?: MoneyUnit | null;
}

export type ParsedCell = { readonly value: CellValue } | RowProblem;

export const isProblem = (parsed: ParsedCell): parsed is RowProblem => 'code' in parsed;

/** Reads one cell as its column wants it. Never throws; blank is null, or a problem where the column is required. */
export function parseCell(name: string, column: SheetColumn, cell: RawCell, reading: CellReading): ParsedCell {
  const problem = (code: CellProblemCode, data?: Readonly<Record<string, unknown>>) => cellProblem(name, code, data);
  if (isBlank(cell)) return column.required ? problem('missing') : { value: null };
  if (isBrokenCell(cell) && cell.error === notCalculated) return problem(notCalculated);
  if (isBrokenCell(cell)) return problem('spreadsheet-error', { text: cell.error });
  if (isDateCell(cell)) return dateCell(name, column, cell.serial);
  const plain = cell as string | number | boolean;
  const cleaned = cleanText(wordOf(plain), column.type === 'text' && column.multiline === true);
  if (typeof cleaned !== 'string')
    return problem(cleaned.flaw, 'codePoint' in cleaned ? { codePoint: cleaned.codePoint } : {});
  if (cleaned === '') return column.required ? problem('missing') : { value: null };
  if (column.type !== 'text' && cleaned.length > longestPlainCell)
    return problem('too-long', { max: longestPlainCell, length: lengthOf(cleaned) });
  switch (column.type) {
    case 'text':
      return textCell(name, column, plain, cleaned);
    case 'integer':
    case 'decimal':
      return numberCell(name, column, plain, cleaned);
    case 'money-fen': {
      const money = parseMoney(
        typeof plain === 'number' ? plain : cleaned,
        reading.moneyUnit ?? column.writtenIn ?? 'yuan',
      );
      if (typeof money === 'string') return problem(money, { text: cleaned });
      if (money.fen < (column.minFen ?? 0)) return problem('below-least', { min: `${(column.minFen ?? 0) / 100} 元` });
      if (column.maxFen !== undefined && money.fen > column.maxFen)
        return problem('above-most', { max: `${column.maxFen / 100} 元` });
      return { value: money.fen };
    }
    case 'day': {
      const day = typeof plain === 'number' ? (dayOfSerial(plain) ?? parseDay(cleaned)) : parseDay(cleaned);
      return day === null ? problem('not-a-day', { text: shown(cleaned) }) : dayWithin(name, column, day);
    }
    case 'instant': {
      const instant = parseInstant(cleaned);
      return typeof instant === 'string' ? problem(instant, { text: shown(cleaned) }) : { value: instant.instant };
    }
    case 'choice':
      return choiceCell(name, column, cleaned);
    case 'unit':
      return unitCell(name, cleaned, reading.findUnit);
    case 'yes-no': {
      const answer = typeof plain === 'boolean' ? plain : yesOrNo(cleaned);
      return answer === null ? problem('not-yes-or-no', { text: shown(cleaned) }) : { value: answer };
    }
  }
}

/** Numbers, days, choices and unit names are short; what is longer is not even looked at. */
const longestPlainCell = 200;

const wordOf = (cell: string | number | boolean): string => {
  if (typeof cell !== 'number') return String(cell);
  const exact = parseDecimal(cell);
  return exact ? decimalText(exact) : String(cell);
};

/** Long values are shown shortened in messages. */
const shown = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

function textCell(name: string, column: TextColumn, cell: string | number | boolean, text: string): ParsedCell {
  // Spreadsheets keep 15 digits of a number: an 18-digit code typed as a number has lost its end.
  const shortened = typeof cell === 'number' ? Math.abs(cell) >= 1e15 : /^\d(?:\.\d+)?E\+\d{2}$/.test(text);
  if (shortened) return cellProblem(name, 'shortened-by-spreadsheet', { text });
  const length = lengthOf(text);
  if (length > column.maxLength) return cellProblem(name, 'too-long', { max: column.maxLength, length });
  const objection = column.check?.(text) ?? null;
  return objection === null ? { value: text } : { column: name, code: 'not-acceptable', message: objection };
}

function numberCell(
  name: string,
  column: Extract<SheetColumn, { type: 'integer' | 'decimal' }>,
  cell: string | number | boolean,
  text: string,
): ParsedCell {
  const decimal = typeof cell === 'boolean' ? null : parseDecimal(typeof cell === 'number' ? cell : text);
  if (!decimal) return cellProblem(name, 'not-a-number', { text: shown(text) });
  if (column.type === 'integer' && decimal.scale > 0) return cellProblem(name, 'not-whole', { text: shown(text) });
  const measured = column.type === 'decimal' && column.decimals === 'as-measured';
  if (column.type === 'decimal' && column.decimals !== 'as-measured' && decimal.scale > column.decimals)
    return cellProblem(name, 'too-many-decimals', { max: column.decimals, text: shown(text) });
  const value = measured ? Number(decimalText(decimal)) : exactNumber(decimal);
  if (value === null) return cellProblem(name, 'too-large');
  if (column.min !== undefined && value < column.min) return cellProblem(name, 'below-least', { min: column.min });
  if (column.max !== undefined && value > column.max) return cellProblem(name, 'above-most', { max: column.max });
  return { value };
}

function dateCell(name: string, column: SheetColumn, serial: number): ParsedCell {
  const local = localOfSerial(serial);
  if (column.type === 'day') {
    if (local === null || !local.endsWith('T00:00:00.000'))
      return cellProblem(name, 'not-a-day', { text: local ?? serial });
    return dayWithin(name, column, local.slice(0, 10));
  }
  if (column.type === 'instant') {
    const instant = local === null ? 'not-an-instant' : inShanghai(local);
    return typeof instant === 'string'
      ? cellProblem(name, instant, { text: local ?? serial })
      : { value: instant.instant };
  }
  if (column.type === 'text' && column.takesDates && local !== null)
    return textCell(name, column, local.slice(0, 10), local.slice(0, 10));
  if (column.type === 'text' && column.takesMoments && local !== null) {
    const moment = local.slice(0, 19).replace('T', ' ');
    return textCell(name, column, moment, moment);
  }
  return cellProblem(name, 'turned-into-date');
}

function dayWithin(name: string, column: Extract<SheetColumn, { type: 'day' }>, day: string): ParsedCell {
  if (column.from !== undefined && day < column.from) return cellProblem(name, 'day-too-early', { from: column.from });
  if (column.to !== undefined && day > column.to) return cellProblem(name, 'day-too-late', { to: column.to });
  return { value: day };
}

function choiceCell(name: string, column: ChoiceColumn, text: string): ParsedCell {
  const choice = findChoice(column, text);
  if (choice) return { value: choice.code };
  const choices = column.choices.slice(0, 12).map((one) => one.zh);
  return cellProblem(name, 'not-a-choice', { text: shown(text), choices: choices.join('、') });
}

/** `临江市教育局 [LJ-0300]`, as exports and templates write a unit: the code in brackets decides. */
const unitWithCode = /\[([^[\]]+)\]$/;

function unitCell(name: string, text: string, findUnit: UnitFinder): ParsedCell {
  const found = findUnit(unitWithCode.exec(text)?.[1]?.trim() ?? text);
  if (found === 'unknown') return cellProblem(name, 'unknown-unit', { text: shown(text) });
  if (found === 'ambiguous') return cellProblem(name, 'ambiguous-unit', { text: shown(text) });
  return { value: found.id };
}

const yes = new Set(['是', '有', '√', '✓', 'yes', 'y', 'true', '1']);
const no = new Set(['否', '无', '×', '✗', 'no', 'n', 'false', '0']);

function yesOrNo(text: string): boolean | null {
  const word = text.normalize('NFKC').toLowerCase();
  if (yes.has(word)) return true;
  return no.has(word) ? false : null;
}
