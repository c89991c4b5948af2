/** 年限平均法: straight line, no residual value, by the month (政府会计准则第3号——固定资产 第三章及应用指南). */
export interface Depreciated {
  readonly monthlyFen: number;
  readonly chargedMonths: number;
  readonly totalMonths: number;
  readonly accumulatedFen: number;
  readonly netFen: number;
  /** Why nothing is charged, where nothing is. */
  readonly none: 'nominal' | 'no-years' | null;
}

const monthOf = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));

/**
 * What is charged of a thing up to and with the month of a day.
 * @param since the day it was booked, or acquired: its month is the first that is charged
 * @param until the day as of which it is told, YYYY-MM-DD
 * @param disposedOn the month in which it went is charged no more
 */
export function depreciated(
  {
    valueFen,
    valueKind,
    lifeYears,
    since,
    disposedOn = null,
  }: {
    readonly valueFen: number;
    readonly valueKind: 'cost' | 'appraised' | 'nominal';
    readonly lifeYears: number | null;
    readonly since: string;
    readonly disposedOn?: string | null;
  },
  until: string,
): Depreciated {
  const none = valueKind === 'nominal' ? 'nominal' : lifeYears === null ? 'no-years' : null;
  if (none !== null || lifeYears === null)
    return { monthlyFen: 0, chargedMonths: 0, totalMonths: 0, accumulatedFen: 0, netFen: valueFen, none };
  const totalMonths = lifeYears * 12;
  const gone = disposedOn !== null && disposedOn <= until;
  const months = gone ? monthOf(disposedOn) - monthOf(since) : monthOf(until) - monthOf(since) + 1;
  const chargedMonths = Math.max(0, Math.min(totalMonths, months));
  const accumulatedFen = Math.round((valueFen * chargedMonths) / totalMonths);
  return {
    monthlyFen: Math.round(valueFen / totalMonths),
    chargedMonths,
    totalMonths,
    accumulatedFen,
    netFen: valueFen - accumulatedFen,
    none: null,
  };
}
