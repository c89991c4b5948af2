/** From buildings' hours to what the kit judges: each month of each building beside its own past and its peers. */
import { type HourSeries, type KindOfDay, dayNumber, dayOf, hoursOfDay } from '../../methods/hour-series.ts';
import { type OffHoursUse, offHoursUse } from '../../methods/off-hours.ts';
import { trustworthyHours } from '../../methods/trustworthy-hours.ts';
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

/**
 * One month of a building beside up to twelve of its own months before and the same month of its peers.
 * @param own the building's months (`offHoursMonths`)
 * @param peers the months of comparable buildings, this one not among them
 */
export function offHoursLoadInputs(
  month: string,
  own: readonly OffHoursMonth[],
  peers: readonly (readonly OffHoursMonth[])[],
  about: Pick<OffHoursLoadInputs, 'declaredNightLoads' | 'priceFenPerKwh'>,
): OffHoursLoadInputs {
  const at = own.findIndex((each) => each.month === month);
  return {
    month,
    use: own[at]?.use ?? null,
    offHours: own[at]?.offHours ?? 0,
    peerShares: peers.flatMap((months) => months.find((each) => each.month === month)?.use?.offHoursShare ?? []),
    nightHistoryKwh: own.slice(Math.max(0, at - 12), Math.max(0, at)).flatMap(({ use }) => use?.nightMedianKwh ?? []),
    ...about,
  };
}
