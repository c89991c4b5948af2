import type { Tx } from '../database/tx.ts';
import type { ObjectRef } from '../fact-type.ts';
import type { Id } from '../id.ts';
import type { Words } from '../words.ts';

/**
 * A sheet as data. One definition gives the template, the parsing, the dry run, the export and the documentation of
 * one kind of row, so that what goes out can come back in.
 */

interface ColumnShape {
  readonly title: Words;
  readonly required?: boolean;
  /** Printed on the notes sheet of the template. */
  readonly note?: Words;
  readonly example?: string;
  /** Other headers that mean this column: `UNIT_NO`, `车号`. Compared without case, spaces and brackets. */
  readonly aliases?: readonly string[];
}

export interface TextColumn extends ColumnShape {
  readonly type: 'text';
  /** Longest value in characters (code points, so that a rare hanzi counts as one). */
  readonly maxLength: number;
  /** Keeps line breaks; otherwise a line break inside the cell is refused. */
  readonly multiline?: boolean;
  /** A date that a spreadsheet made of the text is taken as its day; otherwise it is refused, since something was lost. */
  readonly takesDates?: boolean;
  /** The same for a moment, as `2026-03-02 08:30:00` by the sheet's own clock. */
  readonly takesMoments?: boolean;
  /** Says why a well-formed text is not acceptable (a wrong check digit), or null. */
  readonly check?: (text: string) => Words | null;
}

export interface IntegerColumn extends ColumnShape {
  readonly type: 'integer';
  readonly min?: number;
  readonly max?: number;
}

export interface DecimalColumn extends ColumnShape {
  readonly type: 'decimal';
  /** Most digits after the point; more are refused, never rounded. `as-measured` takes any and keeps what a number holds. */
  readonly decimals: number | 'as-measured';
  readonly min?: number;
  readonly max?: number;
}

export interface MoneyColumn extends ColumnShape {
  readonly type: 'money-fen';
  /** The unit of a bare number. A unit in the header `(万元)` or in the cell `12万元` goes before it. Default 元. */
  readonly writtenIn?: MoneyUnit;
  readonly minFen?: number;
  readonly maxFen?: number;
}

export type MoneyUnit = 'yuan' | 'wan-yuan';

export interface DayColumn extends ColumnShape {
  readonly type: 'day';
  readonly from?: string;
  readonly to?: string;
}

export interface InstantColumn extends ColumnShape {
  readonly type: 'instant';
}

export interface Choice extends Words {
  readonly code: string;
  readonly aliases?: readonly string[];
}

export interface ChoiceColumn extends ColumnShape {
  readonly type: 'choice';
  readonly choices: readonly Choice[];
}

/** A unit of the organisation, written by its code or its name; what it becomes is settled by {@link UnitFinder}. */
export interface UnitColumn extends ColumnShape {
  readonly type: 'unit';
}

export interface YesNoColumn extends ColumnShape {
  readonly type: 'yes-no';
}

export type SheetColumn =
  | TextColumn
  | IntegerColumn
  | DecimalColumn
  | MoneyColumn
  | DayColumn
  | InstantColumn
  | ChoiceColumn
  | UnitColumn
  | YesNoColumn;

export type SheetColumns = Readonly<Record<string, SheetColumn>>;

/** What a cell becomes: text, number (integer, decimal, fen), 'YYYY-MM-DD', ISO instant in UTC, choice code, unit id, boolean. */
export type CellValue = string | number | boolean | null;

interface ValueOfType {
  readonly text: string;
  readonly integer: number;
  readonly decimal: number;
  readonly 'money-fen': number;
  readonly day: string;
  readonly instant: string;
  readonly choice: string;
  readonly unit: Id;
  readonly 'yes-no': boolean;
}

type ValueOf<C extends SheetColumn> = C extends { choices: readonly { code: infer Code }[] }
  ? Code
  : ValueOfType[C['type']];

/** A parsed row: required columns always hold a value, the others may be null. */
export type SheetRow<C extends SheetColumns> = {
  readonly [K in keyof C]: C[K] extends { required: true } ? ValueOf<C[K]> : ValueOf<C[K]> | null;
};

export type AnyRow = Readonly<Record<string, CellValue>>;

/** Finds the unit that a code or a name means. */
export type UnitFinder = (text: string) => { readonly id: Id } | 'unknown' | 'ambiguous';

/** What an existing thing looks like to the sheet: where it is, and its values in the sheet's own columns. */
export interface Existing {
  readonly object: ObjectRef;
  readonly values: AnyRow;
  /** For optimistic locking verbs. */
  readonly version?: number;
}

/** What the run knows when a row is turned into a verb's input. */
export interface RowContext {
  /** The unit the importer acts for. */
  readonly unit: Id;
  readonly batchId: Id;
  /** The importer's own name for the file. */
  readonly fileName?: string;
  readonly line: number;
}

/** What undoing knows of a row that went in. */
export interface AppliedRow {
  readonly line: number;
  readonly outcome: 'new' | 'changed';
  readonly object: ObjectRef | null;
  /** The values before, where the row changed something. */
  readonly before: AnyRow | null;
}

export interface SheetDefinition<C extends SheetColumns = SheetColumns> {
  /** `<room>.<noun>`, what `opengoa import` takes. */
  readonly kind: string;
  readonly title: Words;
  /** Columns that together tell one row from another. */
  readonly key: readonly (keyof C & string)[];
  /** A row whose key is left blank is a new thing, which its verb numbers. The same file twice is stopped by its batch alone. */
  readonly blankKeyIsNew?: true;
  readonly columns: C;
  /** The verb a new row runs; also the one a changed row runs unless `changeVerb` is named. */
  readonly verb: string;
  readonly changeVerb?: string;
  input(row: SheetRow<C>, context: RowContext): unknown;
  /** Input of `changeVerb`. `row` holds the existing value of every column the file does not carry. */
  changeInput?(row: SheetRow<C>, existing: Existing, context: RowContext): unknown;
  /**
   * The things that the keys name, as far as the reader may see them. Without it every row counts as new, and only the
   * batch itself keeps a file from going in twice.
   * @param keys values of the key columns, in their order
   */
  existing?(tx: Tx, keys: readonly (readonly CellValue[])[]): Promise<readonly Existing[]>;
  /** The thing that a row's act made, where it is not the object of the first fact: a cost stands on its vehicle. */
  made?(answer: {
    readonly facts: readonly { readonly id: string; readonly type: string; readonly object: ObjectRef }[];
  }): ObjectRef | null;
  /** The verb that takes a row of a batch back; null where that row needs nothing. Without it the batch cannot be undone. */
  undo?(row: AppliedRow): { readonly verb: string; readonly input: unknown } | null;
}

/** What reading a table needs to know of it; a whole sheet also says what becomes of the rows. */
export type TableShape = Pick<SheetDefinition, 'title' | 'columns'>;

const columnName = /^[a-z][A-Za-z0-9]{0,39}$/;
const kindForm = /^[a-z][a-z0-9-]*\.[a-z][a-z0-9-]*$/;

/**
 * Declares a sheet.
 * @throws Error when the definition contradicts itself: unknown key column, two columns or two choices that read the same.
 */
export function sheet<const C extends SheetColumns>(definition: SheetDefinition<C>): SheetDefinition {
  const { kind, key, columns, blankKeyIsNew } = definition;
  const wrong = (what: string): never => {
    throw new Error(`sheet ${kind}: ${what}`);
  };
  if (!kindForm.test(kind)) wrong('kind must be <room>.<noun>');
  if (key.length === 0) wrong('a sheet needs a key, or importing a file twice would double it');
  for (const name of key)
    if (columns[name]?.required !== true && !(blankKeyIsNew && columns[name]))
      wrong(`key column ${name} must exist and be required`);
  const headers = new Map<string, string>();
  for (const [name, column] of Object.entries<SheetColumn>(columns)) {
    if (!columnName.test(name)) wrong(`column ${name} is not a camelCase word`);
    for (const header of headersOf(name, column)) {
      const taken = headers.get(header);
      if (taken !== undefined && taken !== name) wrong(`header ${header} means both ${taken} and ${name}`);
      headers.set(header, name);
    }
    if (column.type !== 'choice') continue;
    const written = new Map<string, string>();
    for (const choice of column.choices)
      for (const word of choiceWords(choice)) {
        const taken = written.get(word);
        if (taken !== undefined && taken !== choice.code) wrong(`${name}: ${word} means ${taken} and ${choice.code}`);
        written.set(word, choice.code);
      }
  }
  // Rows reach `input` only through the parser, which builds them from these same columns.
  return definition as unknown as SheetDefinition;
}

/** Headers and choices are compared in this form: width, case, spaces, marks and brackets do not count. */
export const plainWord = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s*_\-·:"'“”‘’\u200b\ufeff]+/g, '')
    .replace(/[([【〔][^()[\]【】〔〕]*[)\]】〕]$/, '');

/** Every header, in plain form, that means this column by itself. */
export const headersOf = (name: string, column: SheetColumn): string[] =>
  [...new Set([name, column.title.zh, column.title.en, ...(column.aliases ?? [])].map(plainWord))].filter(
    (header) => header !== '',
  );

const choiceWord = (text: string): string => text.normalize('NFKC').trim().toLowerCase();

/** Every way a choice may be written, in comparable form. */
export const choiceWords = (choice: Choice): string[] => [
  ...new Set([choice.code, choice.zh, choice.en, ...(choice.aliases ?? [])].map(choiceWord)),
];

export const findChoice = (column: ChoiceColumn, text: string): Choice | undefined => {
  const word = choiceWord(text);
  return column.choices.find((choice) => choiceWords(choice).includes(word));
};

/** The key of a row as one text, equal for equal keys. */
export const keyOf = (sheetOf: Pick<SheetDefinition, 'key'>, row: AnyRow): string =>
  JSON.stringify(sheetOf.key.map((name) => row[name] ?? null));
