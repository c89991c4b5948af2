/** The rest of a year by the baselines of its meters, in the weather of the same days of the year before, brought to this year's level. */
import { type Context, type Id, sql, type Tx } from '@opengoa/kernel';
import { addDays, daysBetween } from '@opengoa/kernel/calendar';
import { baselinesBefore } from '../baseline/baseline-store.ts';
import { buildingsWhere } from '../buildings/building-store.ts';
import { calendarsOf } from '../buildings/own-calendar.ts';
import { metersWhere } from '../meters/meter-store.ts';
import { hoursOfDay } from '../methods/hour-series.ts';
import { predictTowt } from '../methods/towt-baseline.ts';
import { trustworthyHours } from '../methods/trustworthy-hours.ts';
import { daysOf, hoursOf } from '../readings/hours-of.ts';
import { expectedDays } from '../risks/use-over-baseline/inputs.ts';
import { temperaturesOf } from '../weather/weather-store.ts';

export interface Seasonal {
  /** What each month still has to come; 0 for those that are over. */
  readonly expected: readonly number[];
  /** Standard deviations of it, by what the baselines are off by from day to day and for how long. */
  readonly sd: readonly number[];
  /** The largest CV(RMSE) of the baselines, in percent. */
  readonly cvRmsePercent: number;
}

/** Below this share of a month's hours with weather nothing is told of it. */
const leastWeather = 0.75;

/**
 * @param until the last day that was read
 * @returns null where a building has a main meter of electricity without a baseline, or without the weather of the year before
 */
export async function seasonalOf(
  tx: Tx,
  buildings: readonly Id[],
  year: number,
  until: string,
  leastDays: number,
  { calendar }: Pick<Context, 'calendar'>,
): Promise<Seasonal | null> {
  const [from, end] = [addDays(until, 1), `${year + 1}-01-01`];
  if (from >= end || buildings.length === 0) return null;
  const meters = await metersWhere(
    tx,
    sql`building_id = any (${[...buildings]}::uuid[]) and kind = 'main' and carrier = 'electricity'
        and valid_from <= ${until} and (valid_to is null or valid_to > ${until})`,
  );
  const baselines = new Map(
    (
      await baselinesBefore(
        tx,
        meters.map(({ id }) => id),
        until,
      )
    ).map((each) => [each.meter, each]),
  );
  if (meters.length === 0 || meters.some(({ id }) => !baselines.has(id))) return null;
  const places = await buildingsWhere(tx, sql`id = any (${[...buildings]}::uuid[])`);
  const calendars = await calendarsOf(
    tx,
    places.map((each) => each.calendar),
    calendar,
  );
  const first = `${year}-01-01`;
  const days = daysBetween(from, end);
  const expected = Array.from({ length: 12 }, () => 0);
  const variance = Array.from({ length: 12 }, () => 0);
  let cvRmsePercent = 0;
  for (const meter of meters) {
    const { model, ...baseline } = baselines.get(meter.id)!;
    const building = places.find(({ id }) => id === meter.building)!;
    const kindOfDay = calendars(building.calendar);
    const then = addDays(from, -364);
    // 364 days before is the same day of the week, and the same weather within a day.
    const outdoorC = await temperaturesOf(tx, building.station, then, addDays(then, days));
    const rest = predictTowt(model, { startsOn: from, outdoorC }, kindOfDay);
    const read = {
      startsOn: first,
      electricityKwh: trustworthyHours(hoursOf(await daysOf(tx, [meter.id], first, from), first, from)).kwh,
      outdoorC: await temperaturesOf(tx, building.station, first, from),
    };
    const level = levelOf(expectedDays(read, { model }, kindOfDay), leastDays);
    cvRmsePercent = Math.max(cvRmsePercent, baseline.cvRmsePercent);
    const rho = Math.min(0.95, Math.max(0, baseline.longRunCorrelation));
    for (let month = 0; month < 12; month += 1) {
      const hours = rest.flatMap((hour, i) =>
        Number(addDays(from, Math.floor(i / hoursOfDay)).slice(5, 7)) === month + 1 ? [hour.expectedKwh] : [],
      );
      const known = hours.filter((each) => each !== null);
      if (hours.length === 0) continue;
      if (known.length < leastWeather * hours.length) return null;
      const sum = known.reduce((all, each) => all + each, 0);
      expected[month]! += ((sum * hours.length) / known.length) * level;
      variance[month]! +=
        ((baseline.residualRmseKwh * level) ** 2 * (hours.length / hoursOfDay) * (1 + rho)) / (1 - rho);
    }
  }
  return { expected, sd: variance.map(Math.sqrt), cvRmsePercent };
}

/** This year's use over what the baseline expects of the same days; 1 while fewer than the least days are known. */
function levelOf({ actualKwh, expectedKwh }: ReturnType<typeof expectedDays>, leastDays: number): number {
  let [actual, expected, days] = [0, 0, 0];
  for (const [i, each] of actualKwh.entries()) {
    const foreseen = expectedKwh[i] ?? null;
    if (each === null || foreseen === null) continue;
    actual += each;
    expected += foreseen;
    days += 1;
  }
  return days < leastDays || expected <= 0 ? 1 : actual / expected;
}
