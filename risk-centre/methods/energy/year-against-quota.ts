/**
 * EN-09, a year against its quota: what was used so far, what the rest of the year will take by the same days of the year before times how this year stands to it,
 * and what each month to come may take for the quota to hold. A twelfth of the year each would make every month of heating a red one.
 */
import { dayNumber, dayOf } from '@opengoa/energy/hour-series';
import { type MethodResult, insufficient, ok } from '../method-result.ts';
import { medianOf } from './middle.ts';
import { quotaExceedance, type QuotaExceedance } from './quota-exceedance.ts';

export interface MonthLimit {
  /** 'YYYY-MM' */
  readonly month: string;
  readonly expected: number;
  /** What it may take, by its own share of what is left of the quota; 0 where nothing is left. */
  readonly limit: number;
}

export interface YearAgainstQuota extends QuotaExceedance {
  readonly soFar: number;
  readonly months: readonly MonthLimit[];
}

/** The same weekday of the year before. */
const yearBack = 364;
const leastDays = 45;
/** Spread of a month's ratio that is never undercut. */
const leastSpread = 0.03;

/**
 * @param startsOn first of the days @param dayKwh totals of days, NaN where not read; missing ones are taken at the mean of those read in their month
 * @returns `insufficient_data` unless 45 days of the year were read and also 364 days before, and the rest of the year has days to lean on
 */
export function yearAgainstQuota(
  startsOn: string,
  dayKwh: Float64Array,
  year: number,
  quota: number,
): MethodResult<YearAgainstQuota> {
  const first = dayNumber(startsOn);
  const at = (day: number): number => dayKwh[day - first] ?? Number.NaN;
  const [begins, ends] = [dayNumber(`${year}-01-01`), dayNumber(`${year + 1}-01-01`)];
  let last = Math.min(ends, first + dayKwh.length) - 1;
  while (last >= begins && Number.isNaN(at(last))) last -= 1;
  const days = (from: number, to: number) => Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
  const monthOf = (day: number) => dayOf(day).slice(0, 7);
  const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const pairs = days(begins, last + 1).filter((day) => !Number.isNaN(at(day)) && at(day - yearBack) > 0);
  if (pairs.length < leastDays)
    return insufficient({
      zh: `${year}年与上年都有读数的日子${pairs.length}天，至少需要${leastDays}天`,
      en: `${pairs.length} days of ${year} were read that were also read the year before, ${leastDays} are needed`,
      needed: leastDays,
      found: pairs.length,
    });
  const filled = (of: readonly number[], value: (day: number) => number): number => {
    const known = of.map(value).filter((each) => !Number.isNaN(each));
    return known.length === 0 ? Number.NaN : meanOf(known) * of.length;
  };
  const soFar = [...Map.groupBy(days(begins, last + 1), monthOf).values()]
    .map((of) => filled(of, at))
    .reduce((sum, value) => sum + (Number.isNaN(value) ? 0 : value), 0);
  const total = (of: readonly number[], back: number) => of.reduce((sum, day) => sum + at(day - back), 0);
  const ratio = total(pairs, 0) / total(pairs, yearBack);
  const ratios = [...Map.groupBy(pairs, monthOf).values()].map((of) => total(of, 0) / total(of, yearBack) / ratio);
  const spread = Math.max(
    leastSpread,
    ratios.length < 2 ? 0.1 : 1.4826 * medianOf(ratios.map((each) => Math.abs(each - 1))),
  );
  const toCome = [...Map.groupBy(days(last + 1, ends), monthOf)].map(([month, of]) => ({
    month,
    expected: ratio * filled(of, (day) => at(day - yearBack)),
  }));
  if (toCome.some(({ expected }) => Number.isNaN(expected)))
    return insufficient({
      zh: '上年同期缺少读数，不能推算后续月份',
      en: 'months to come were not read the year before',
      needed: toCome.length,
      found: toCome.filter(({ expected }) => !Number.isNaN(expected)).length,
    });
  const rest = toCome.reduce((sum, { expected }) => sum + expected, 0);
  const left = Math.max(0, quota - soFar);
  return ok({
    ...quotaExceedance(
      quota,
      soFar,
      toCome.map(({ expected }) => ({ expected, deviation: spread * expected })),
    ),
    soFar,
    months: toCome.map(({ month, expected }) => ({ month, expected, limit: rest > 0 ? (left * expected) / rest : 0 })),
  });
}
