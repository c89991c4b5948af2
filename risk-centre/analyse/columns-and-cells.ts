/** What the methods over plain tables share: how a column is declared, a cell read, and an answer left out. */
import type { SheetColumn } from '@opengoa/kernel/exchange';
import type { Words } from '@opengoa/kernel/words';
import type { Reason } from '../methods/method-result.ts';
import type { AnalysisAnswer, AnalysisRow } from './method.ts';

type Said = readonly [zh: string, en: string, ...aliases: readonly string[]];
const titled = ([zh, en, ...aliases]: Said) => ({ title: { zh, en }, aliases });

export const name = (...said: Said): SheetColumn => ({ type: 'text', maxLength: 200, required: true, ...titled(said) });
export const maybeName = (...said: Said): SheetColumn => ({ type: 'text', maxLength: 200, ...titled(said) });
export const amount = (...said: Said): SheetColumn => ({ ...maybeAmount(...said), required: true });
export const maybeAmount = (...said: Said): SheetColumn => ({
  type: 'decimal',
  decimals: 'as-measured',
  min: 0,
  ...titled(said),
});
export const day = (...said: Said): SheetColumn => ({ type: 'day', required: true, ...titled(said) });
export const maybeDay = (...said: Said): SheetColumn => ({ type: 'day', ...titled(said) });

/** Empty where the cell is. */
export const textIn = ({ values }: AnalysisRow, column: string): string => String(values[column] ?? '');
export const numberIn = ({ values }: AnalysisRow, column: string): number | null =>
  values[column] === null || values[column] === undefined ? null : Number(values[column]);

export async function all(rows: AsyncIterable<AnalysisRow> | undefined): Promise<AnalysisRow[]> {
  const found: AnalysisRow[] = [];
  if (rows) for await (const row of rows) found.push(row);
  return found;
}

/** The latest day that rows speak of, by which the standards are read. */
export const lastDay = (days: readonly string[]): string =>
  days.reduce((latest, each) => (each > latest ? each : latest), '2000-01-01');

export function insufficientAnswer(values: AnalysisAnswer['values'], [reason]: readonly Reason[]): AnalysisAnswer {
  const { zh, en } = reason ?? { zh: '', en: '' };
  return { values, score: null, flag: 0, reason: { zh: `数据不足：${zh}`, en: `insufficient_data: ${en}` } };
}

/** An anomaly to be verified, with the question that goes to whoever knows. */
export const toVerify = (zh: string, en: string): Words => ({ zh: `待核实异常：${zh}`, en: `To be verified: ${en}` });

/** How far a figure is past its limit, in [0, 1] with one half at the limit itself. */
export function pastLimit(value: number, limit: number): number {
  if (!(value > 0)) return 0;
  if (limit <= 0) return 1;
  return value === Number.POSITIVE_INFINITY ? 1 : value / (value + limit);
}

export const percent = (share: number): string => (100 * share).toFixed(1);
