import { roundingOf } from '@opengoa/kernel/exact-identities';

/** What one unit reported of one indicator, oldest first. */
export interface ReportSeries {
  readonly unit: string;
  readonly indicator: string;
  readonly points: readonly ReportPoint[];
  /** The rounding that all values share. */
  readonly rounding: number;
}

export interface ReportPoint {
  /** `2026-10`, or `2026` of a report by year. */
  readonly period: string;
  readonly value: number;
}

export function seriesOf(unit: string, indicator: string, points: readonly ReportPoint[]): ReportSeries {
  return {
    unit,
    indicator,
    points: points.toSorted((a, b) => (a.period < b.period ? -1 : 1)),
    rounding: roundingOf(points.map(({ value }) => value)),
  };
}

const forms = [
  /^(\d{4})[-/.年]?$/,
  /^(\d{4})[-/.年](\d{1,2})月?$/,
  /^(\d{4})(0[1-9]|1[0-2])$/,
  /^(\d{4})[-/.年](\d{1,2})[-/.月]\d{1,2}日?(?:[t ].*)?$/i,
];

/** A month as `2026-10` or a year as `2026`, from `2026-10`, `2026/10/1`, `2026年10月`, `202610`, `2026`; null for anything else. */
export function periodOf(text: string): string | null {
  const tidied = text.normalize('NFKC').trim();
  for (const form of forms) {
    const parts = form.exec(tidied);
    if (!parts) continue;
    const [year, month] = [Number(parts[1]), parts[2] === undefined ? null : Number(parts[2])];
    if (year < 1900 || year > 2200 || (month !== null && (month < 1 || month > 12))) return null;
    return month === null ? String(year) : `${year}-${String(month).padStart(2, '0')}`;
  }
  return null;
}

export const yearOf = (period: string): string => period.slice(0, 4);

/** The same month, or the year, a year before. */
export const yearBefore = (period: string): string => `${Number(period.slice(0, 4)) - 1}${period.slice(4)}`;

/** Whether `next` is the month (or year) right after `period`. */
export function follows(next: string, period: string): boolean {
  return next.length === period.length && placeOf(next) === placeOf(period) + 1;
}

const placeOf = (period: string): number =>
  period.length === 4 ? Number(period) : Number(period.slice(0, 4)) * 12 + Number(period.slice(5));

/** Spans in which a practice is looked for: each calendar year that holds enough, else all together. */
export function spansOf<Item extends { readonly period: string }>(items: readonly Item[], least: number): Item[][] {
  const years = [...Map.groupBy(items, ({ period }) => yearOf(period)).values()].filter(
    (some) => some.length >= least && some[0]!.period.length > 4,
  );
  return years.length > 0 ? years : [[...items]];
}
