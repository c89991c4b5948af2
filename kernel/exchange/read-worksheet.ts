import { fileRefused } from './file-refusals.ts';
import {
  columnIndex,
  columnLetters,
  isBlank,
  notCalculated,
  type Noticed,
  type RawCell,
  type RawRow,
} from './raw-table.ts';
import type { ReadBudget } from './read-budget.ts';
import { strictText } from './strict-text.ts';
import { attributeOf, decodeXml, type XmlEvents, XmlScanner } from './xml-scanner.ts';

/** Counts what was noticed while rows go by. */
export class NoticeBoard {
  filledRows = 0;
  blankRows = 0;
  formulaCells = 0;
  mergedRanges = 0;
  readonly formulaExamples: string[] = [];

  formula(column: number, line: number): void {
    this.formulaCells += 1;
    if (this.formulaExamples.length < 5) this.formulaExamples.push(`${columnLetters(column)}${line}`);
  }

  noticed(): Noticed {
    const { filledRows, blankRows, formulaCells, formulaExamples, mergedRanges } = this;
    return { filledRows, blankRows, formulaCells, formulaExamples: [...formulaExamples], mergedRanges };
  }
}

export interface SheetReading {
  readonly strings: readonly string[];
  readonly dateStyles: readonly boolean[];
  readonly dates1904: boolean;
  readonly budget: ReadBudget;
  readonly notices: NoticeBoard;
}

/** Rows of one worksheet part, in portions; blank rows are counted and left out. */
export async function* sheetRows(pieces: AsyncIterable<Buffer>, reading: SheetReading): AsyncGenerator<RawRow[]> {
  const rows = new WorksheetRows(reading);
  const scanner = new XmlScanner(rows);
  for await (const piece of strictText(pieces, 'utf-8')) {
    scanner.write(piece);
    if (rows.done.length > 0) yield rows.done.splice(0);
  }
  scanner.end();
}

const daysOf1904 = 1462;

/** Follows `<row><c><f/><v/></c></row>` (ECMA-376 part 1, 18.3.1) and keeps nothing but the row at hand. */
class WorksheetRows implements XmlEvents {
  readonly done: RawRow[] = [];
  readonly #reading: SheetReading;
  #line = 0;
  #cells: RawCell[] = [];
  #column = -1;
  #type = '';
  #dated = false;
  #formula = false;
  #value: string | null = null;
  #collecting = false;
  #phonetic = false;

  constructor(reading: SheetReading) {
    this.#reading = reading;
  }

  open(name: string, attributes: string): void {
    switch (name) {
      case 'c':
        this.#openCell(attributes);
        break;
      case 'v':
        this.#collecting = true;
        this.#value = '';
        break;
      case 't':
        this.#collecting = !this.#phonetic;
        this.#value ??= '';
        break;
      case 'f':
        this.#formula = true;
        break;
      case 'rPh':
        this.#phonetic = true;
        break;
      case 'row':
        this.#openRow(attributes);
        break;
      case 'mergeCell':
        this.#reading.notices.mergedRanges += 1;
        break;
      default:
    }
  }

  text(text: string, literal: boolean): void {
    if (!this.#collecting) return;
    this.#value += literal ? text : decodeXml(text);
    if (this.#value!.length > this.#reading.budget.cellCharacters)
      throw fileRefused('cell-too-long', { line: this.#line, max: this.#reading.budget.cellCharacters });
  }

  close(name: string): void {
    switch (name) {
      case 'v':
      case 't':
        this.#collecting = false;
        break;
      case 'rPh':
        this.#phonetic = false;
        break;
      case 'c':
        this.#closeCell();
        break;
      case 'row':
        this.#closeRow();
        break;
      default:
    }
  }

  #openRow(attributes: string): void {
    const line = Number(attributeOf(attributes, 'r') ?? this.#line + 1);
    if (!Number.isInteger(line) || line <= this.#line || line > 1_048_576) throw fileRefused('damaged-file');
    this.#line = line;
    this.#cells = [];
    this.#column = -1;
  }

  #openCell(attributes: string): void {
    const reference = attributeOf(attributes, 'r');
    const column = reference === null ? this.#column + 1 : columnIndex(reference);
    if (!(column > this.#column)) throw fileRefused('damaged-file');
    if (column >= this.#reading.budget.columns)
      throw fileRefused('too-many-columns', { line: this.#line, max: this.#reading.budget.columns });
    this.#column = column;
    this.#type = attributeOf(attributes, 't') ?? 'n';
    this.#dated = this.#reading.dateStyles[Number(attributeOf(attributes, 's') ?? 0)] ?? false;
    this.#formula = false;
    this.#value = null;
  }

  #closeCell(): void {
    if (this.#formula) this.#reading.notices.formula(this.#column, this.#line);
    const cell = this.#cell();
    if (cell === null) return;
    while (this.#cells.length < this.#column) this.#cells.push(null);
    this.#cells.push(cell);
  }

  #cell(): RawCell {
    const value = this.#value;
    if (value === null || value === '') return this.#formula && this.#type !== 'str' ? { error: notCalculated } : null;
    switch (this.#type) {
      case 's': {
        const text = this.#reading.strings[Number(value)];
        if (text === undefined) throw fileRefused('damaged-file');
        if (text.length > this.#reading.budget.cellCharacters)
          throw fileRefused('cell-too-long', { line: this.#line, max: this.#reading.budget.cellCharacters });
        return unescaped(text);
      }
      case 'inlineStr':
      case 'str':
      case 'd':
        return unescaped(value);
      case 'b':
        return value === '1' || value === 'true';
      case 'e':
        return { error: value };
      case 'n': {
        const number = Number(value);
        if (!Number.isFinite(number)) throw fileRefused('damaged-file');
        return this.#dated ? { serial: number + (this.#reading.dates1904 ? daysOf1904 : 0) } : number;
      }
      default:
        throw fileRefused('damaged-file');
    }
  }

  #closeRow(): void {
    const { budget, notices } = this.#reading;
    if (this.#cells.every(isBlank)) {
      notices.blankRows += 1;
      return;
    }
    notices.filledRows += 1;
    if (notices.filledRows > budget.rows) throw fileRefused('too-many-rows', { max: budget.rows });
    this.done.push({ line: this.#line, cells: this.#cells });
  }
}

/** Characters that XML cannot carry are written `_x000D_` (ECMA-376 part 1, 22.9.2.19). */
const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;
