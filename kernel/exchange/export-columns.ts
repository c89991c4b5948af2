import type { Column, ColumnKind } from '../reads/list.ts';
import type { Words } from '../words.ts';
import type { SheetDefinition } from './sheet-definition.ts';

/** A column of an export. The value of a row under `name` is of the kind's own shape (fen, 'YYYY-MM-DD', code, unit id). */
export interface ExportColumn {
  readonly name: string;
  readonly title: Words;
  readonly kind: ColumnKind;
  readonly unitOfMeasure?: string;
  readonly choices?: Readonly<Record<string, Words>>;
  /** The column of the sheet that takes this one back on import. */
  readonly takenBackAs?: string;
}

/** The columns of a sheet, as an export that the same sheet can read again. Rows are keyed by the sheet's column names. */
export const exportColumnsOfSheet = (sheet: SheetDefinition): ExportColumn[] =>
  Object.entries(sheet.columns).map(([name, column]) => ({
    name,
    title: column.title,
    kind: column.type,
    takenBackAs: name,
    ...(column.type === 'choice'
      ? { choices: Object.fromEntries(column.choices.map(({ code, zh, en }) => [code, { zh, en }])) }
      : {}),
  }));

const camelCase = (name: string): string => name.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

/**
 * The drawn columns of a ledger. With the sheet that the ledger names, columns of the same name (`seat_count`,
 * `seatCount`) are taken back by it; `unit_id` is the sheet's column of type unit.
 */
export function exportColumnsOfList(
  columns: Readonly<Record<string, Column>>,
  sheet?: SheetDefinition,
): ExportColumn[] {
  const unitColumn = sheet && Object.keys(sheet.columns).find((name) => sheet.columns[name]!.type === 'unit');
  const takenBackAs = (name: string): string | undefined => {
    if (!sheet) return undefined;
    if (camelCase(name) in sheet.columns) return camelCase(name);
    return name === 'unit_id' ? unitColumn : undefined;
  };
  return Object.entries(columns)
    .filter(([, column]) => !column.hidden)
    .map(([name, { title, kind, unitOfMeasure, choices }]) => {
      const back = takenBackAs(name);
      return {
        name,
        title,
        kind,
        ...(unitOfMeasure === undefined ? {} : { unitOfMeasure }),
        ...(choices === undefined ? {} : { choices }),
        ...(back === undefined ? {} : { takenBackAs: back }),
      };
    });
}

/** 元 for money, else the unit of measure, in brackets behind the title. */
export function headerOf({ title, kind, unitOfMeasure }: ExportColumn): string {
  const unit = kind === 'money-fen' ? '元' : unitOfMeasure;
  return unit === undefined ? title.zh : `${title.zh}（${unit}）`;
}
