import type { Column } from '@opengoa/kernel/contract';
import type { ReactNode } from 'react';
import { day, EMPTY, instant, number, unitMark, yuan, type Language } from '../formatters.ts';
import { NameOf } from '../hooks/names.tsx';
import { StatusTag, type Tone } from '../frame/status-tag.tsx';
import type { Words } from '@opengoa/kernel/contract';

/** Kinds whose figures stand right-aligned. */
export const isAmount = (column: Column): boolean => ['integer', 'decimal', 'money-fen'].includes(column.kind);

const words = (given: Words, language: Language) => given[language];

/** One value of a column as text: in tables, chips and sheets alike. */
export function cellText(column: Column, value: unknown, language: Language): string {
  if (value === null || value === undefined || value === '') return EMPTY;
  switch (column.kind) {
    case 'integer':
    case 'decimal':
      return number(value as number | string);
    case 'money-fen':
      return yuan(value as number | string);
    case 'day':
      return day(String(value), language);
    case 'instant':
      return /^\d{4}-\d{2}-\d{2}$/.test(String(value))
        ? day(String(value), language)
        : instant(String(value), language);
    case 'choice': {
      const choice = column.choices?.[String(value)];
      return choice ? words(choice, language) : String(value);
    }
    case 'yes-no':
      return value === true || value === 'true' ? (language === 'zh' ? '是' : 'Yes') : language === 'zh' ? '否' : 'No';
    case 'id':
      return String(value).slice(-8);
    case 'json':
      return typeof value === 'string' ? value : JSON.stringify(value);
    default:
      return typeof value === 'object' ? JSON.stringify(value) : String(value);
  }
}

/** The header's words with the unit: `里程 (km)`. */
export function headText(column: Column, language: Language): string {
  const unit = column.unitOfMeasure ?? (column.kind === 'money-fen' ? (language === 'zh' ? '元' : 'CNY') : undefined);
  return unit ? `${words(column.title, language)} (${unitMark(unit, language)})` : words(column.title, language);
}

export type Tones = Readonly<Record<string, Readonly<Record<string, Tone>>>>;
export type Cells<Row> = Readonly<Record<string, (row: Row) => ReactNode>>;

interface CellProps<Row> {
  readonly name: string;
  readonly column: Column;
  readonly row: Row;
  readonly language: Language;
  readonly cells?: Cells<Row> | undefined;
  readonly tones?: Tones | undefined;
}

/** One cell: the screen's own drawing, a state with its mark, or plain text. */
export function Cell<Row extends Readonly<Record<string, unknown>>>({
  name,
  column,
  row,
  language,
  cells,
  tones,
}: CellProps<Row>): ReactNode {
  const own = cells?.[name];
  if (own) return own(row);
  const value = row[name];
  if (typeof value === 'string' && (column.kind === 'unit' || column.kind === 'person')) {
    const beside = row[name.replace(/_id$/, '_name')];
    return typeof beside === 'string' ? beside : <NameOf id={value} />;
  }
  const text = cellText(column, value, language);
  const tone = tones?.[name]?.[String(row[name])];
  if (tone && text !== EMPTY) return <StatusTag tone={tone}>{text}</StatusTag>;
  return text;
}
