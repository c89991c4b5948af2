/** What of a meter's past a forecast may look at. */
import type { Context, Id, Tx } from '@opengoa/kernel';
import { addDays, daysBetween } from '@opengoa/kernel/calendar';
import type { Building } from '../buildings/building.ts';
import { calendarsOf } from '../buildings/own-calendar.ts';
import { type DayAhead, dayAhead } from '../methods/day-ahead.ts';
import { type HourSeries, hoursOfDay, type KindOfDay } from '../methods/hour-series.ts';
import { insufficient, type MethodResult } from '../methods/method-result.ts';
import { trustworthyHours } from '../methods/trustworthy-hours.ts';
import { daysOf, hoursOf, sumHours } from '../readings/hours-of.ts';
import { temperaturesOf } from '../weather/weather-store.ts';

/** Days looked at: the scored ones, what the first of them learns from, and the ensemble before. */
const lookedAt = 200;
/** Readings may be a day late; beyond that tomorrow is not told from them. */
const longestGap = 3;

export interface Past {
  readonly series: HourSeries;
  readonly kindOfDay: KindOfDay;
}

/** The days before `before`, several meters added up, without what documentary rules contradict. */
export async function pastOf(
  tx: Tx,
  meters: readonly Id[],
  building: Building,
  before: string,
  { calendar }: Pick<Context, 'calendar'>,
): Promise<Past> {
  const from = addDays(before, -lookedAt);
  const rows = await daysOf(tx, meters, from, before);
  const read = sumHours(
    meters.map((id) =>
      hoursOf(
        rows.filter((row) => row.meter === id),
        from,
        before,
      ),
    ),
  );
  return {
    series: {
      startsOn: from,
      electricityKwh: trustworthyHours(read).kwh,
      outdoorC: await temperaturesOf(tx, building.station, from, before),
    },
    kindOfDay: (await calendarsOf(tx, [building.calendar], calendar))(building.calendar),
  };
}

/** The last day of which most hours were read. */
export function lastKnownDay({ series: { startsOn, electricityKwh } }: Past): string | null {
  for (let d = Math.floor(electricityKwh.length / hoursOfDay) - 1; d >= 0; d -= 1) {
    const known = electricityKwh.slice(d * hoursOfDay, (d + 1) * hoursOfDay).filter((value) => value !== null).length;
    if (known >= 18) return addDays(startsOn, d);
  }
  return null;
}

export interface Forecast extends DayAhead {
  readonly knownTo: string;
}

/** The forecast of a day from the days up to the last known one; a past that ends too early says so. */
export function forecastOf(past: Past, day: string): MethodResult<Forecast> {
  const knownTo = lastKnownDay(past);
  const { startsOn, electricityKwh, outdoorC } = past.series;
  const gapDays = knownTo === null ? null : daysBetween(knownTo, day) - 1;
  if (knownTo === null || gapDays === null || gapDays > longestGap)
    return insufficient({
      code: 'too-few-values',
      zh: knownTo === null ? '没有逐时读数' : `读数只到 ${knownTo}`,
      en: knownTo === null ? 'no hours were read' : `readings end on ${knownTo}`,
    });
  const hours = (daysBetween(startsOn, knownTo) + 1) * hoursOfDay;
  const series = {
    startsOn,
    electricityKwh: electricityKwh.slice(0, hours),
    outdoorC: outdoorC.slice(0, hours),
  };
  const made = dayAhead(series, { kindOfDay: past.kindOfDay, gapDays });
  return made.status === 'ok' ? { ...made, knownTo } : made;
}
