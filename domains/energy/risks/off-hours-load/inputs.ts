/** From buildings' hours to what the kit judges: each month of each building beside its own past and its peers. */
import { type HourSeries, type KindOfDay, dayNumber, dayOf, hoursOfDay } from '../../methods/hour-series.ts';
import { type OffHoursUse, offHoursUse } from '../../methods/off-hours.ts';
import type { ExpectedHour } from '../../methods/towt-baseline.ts';
import { trustworthyHours } from '../../methods/trustworthy-hours.ts';
import { median } from '@opengoa/kernel/robust-statistics';
import type { OffHoursLoadInputs } from './risk.ts';

export interface OffHoursSchedule {
  readonly kindOfDay: KindOfDay;
  readonly workFromHour: number;
  readonly workToHour: number;
}

export interface OffHoursMonth {
  /** 'YYYY-MM' */
  readonly month: string;
  readonly use: OffHoursUse | null;
  /** Hours of the month outside working time. */
  readonly offHours: number;
}

/** A building's calendar months in order; `use` is null for one with too few readings. */
export function offHoursMonths(
  series: Pick<HourSeries, 'startsOn' | 'electricityKwh'>,
  schedule: OffHoursSchedule,
): OffHoursMonth[] {
  const kwh = trustworthyHours(series.electricityKwh).kwh;
  const first = dayNumber(series.startsOn);
  const days = Array.from({ length: Math.floor(kwh.length / hoursOfDay) }, (_, i) => dayOf(first + i));
  const months = Map.groupBy(days.keys(), (i) => days[i]!.slice(0, 7));
  return [...months].map(([month, at]) => {
    const electricityKwh = kwh.slice(at[0]! * hoursOfDay, (at.at(-1)! + 1) * hoursOfDay);
    const found = offHoursUse({ startsOn: days[at[0]!]!, electricityKwh }, schedule);
    const workdays = at.filter((i) => schedule.kindOfDay(days[i]!) === 'workday').length;
    return {
      month,
      use: found.status === 'ok' ? found : null,
      offHours: at.length * hoursOfDay - workdays * (schedule.workToHour - schedule.workFromHour),
    };
  });
}

/** Hours from midnight that count as night, as in `offHoursUse`. */
const nightHours = 5;

/**
 * The nights of a stretch of whole days beside what the building's own baseline expects of them: hour of the week, temperature and season are
 * out of it. A night is taken by its ratio, and the stretch by the middle of its nights, so that a week of duty does not speak for a month.
 * @returns null without a night of which at least four hours are known
 */
export function nightsOverBaseline(
  actualKwh: readonly (number | null)[],
  expected: readonly Pick<ExpectedHour, 'expectedKwh' | 'spreadKwh'>[],
  longRunCorrelation: number,
): OffHoursLoadInputs['nightsOverBaseline'] {
  const nights = Array.from({ length: Math.floor(actualKwh.length / hoursOfDay) }, (_, day) => {
    const sums = { actual: 0, expected: 0, spread: 0, hours: 0 };
    for (let at = day * hoursOfDay; at < day * hoursOfDay + nightHours; at += 1) {
      const actual = actualKwh[at] ?? null;
      const foreseen = expected[at]?.expectedKwh ?? null;
      if (actual === null || foreseen === null) continue;
      sums.actual += actual;
      sums.expected += foreseen;
      sums.spread += expected[at]!.spreadKwh;
      sums.hours += 1;
    }
    return sums;
  }).filter((night) => night.hours >= nightHours - 1 && night.expected > 0);
  if (nights.length === 0) return null;
  return {
    nights: nights.length,
    riseShare: median(nights.map((night) => night.actual / night.expected)) - 1,
    expectedKwh: median(nights.map((night) => night.expected / night.hours)),
    spreadShare: median(nights.map((night) => night.spread / night.expected)),
    longRunCorrelation,
  };
}

/**
 * One month of a building beside up to twelve of its own months before and the same month of its peers.
 * @param own the building's months (`offHoursMonths`)
 * @param peers the months of comparable buildings, this one not among them
 * @param changedOn the last day on which a change was declared: months that began before it are no longer its past
 */
export function offHoursLoadInputs(
  month: string,
  own: readonly OffHoursMonth[],
  peers: readonly (readonly OffHoursMonth[])[],
  about: Pick<OffHoursLoadInputs, 'declaredNightLoads' | 'priceFenPerKwh' | 'nightsOverBaseline'>,
  changedOn: string | null = null,
): OffHoursLoadInputs {
  const at = own.findIndex((each) => each.month === month);
  return {
    month,
    use: own[at]?.use ?? null,
    offHours: own[at]?.offHours ?? 0,
    peerShares: peers.flatMap((months) => months.find((each) => each.month === month)?.use?.offHoursShare ?? []),
    nightHistoryKwh: own
      .slice(Math.max(0, at - 12), Math.max(0, at))
      .filter((each) => changedOn === null || `${each.month}-01` >= changedOn)
      .flatMap(({ use }) => use?.nightMedianKwh ?? []),
    ...about,
  };
}
