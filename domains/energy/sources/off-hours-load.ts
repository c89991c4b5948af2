import { type RiskCase, type RiskSource, sql } from '@opengoa/kernel';
import { addDays, daysBetween } from '@opengoa/kernel/calendar';
import { type Baseline, baselinesBefore } from '../baseline/baseline-store.ts';
import { buildingsBefore } from '../buildings/buildings-before.ts';
import { buildingsWhere, changesOf } from '../buildings/building-store.ts';
import type { Building } from '../buildings/building.ts';
import { calendarsOf } from '../buildings/own-calendar.ts';
import { metersWhere } from '../meters/meter-store.ts';
import { metersBefore } from '../meters/meters-before.ts';
import type { KindOfDay } from '../methods/hour-series.ts';
import { type ExpectedHour, predictTowt, type TowtModel } from '../methods/towt-baseline.ts';
import { trustworthyHours } from '../methods/trustworthy-hours.ts';
import { meanPrice, type Price } from '../prices/price.ts';
import { pricesOf } from '../prices/price-store.ts';
import { daysBefore } from '../readings/days-before.ts';
import { daysOf, hoursOf, sumHours } from '../readings/hours-of.ts';
import {
  nightsOverBaseline,
  offHoursLoadInputs,
  type OffHoursMonth,
  offHoursMonths,
} from '../risks/off-hours-load/inputs.ts';
import type { OffHoursLoadInputs } from '../risks/off-hours-load/risk.ts';
import { hoursToldBefore } from '../weather/weather-before.ts';
import { temperaturesOf } from '../weather/weather-store.ts';
import { hoursAsKnown } from './as-known-words.ts';

/** Of these nothing is said: they are compared with no other building. */
const incomparable = new Set<string>(['other', 'unknown']);

/**
 * Every building with hourly electricity, each month that ends within the period, beside its own months before and the same month of buildings of
 * its use. What is metered apart by night is not in the main meters' sum and needs no taking out.
 */
export const offHoursLoad: RiskSource = {
  kit: 'off-hours-load',
  asKnown: hoursAsKnown,
  async gather(tx, [from, toExclusive], { calendar }, _only, knownBefore) {
    const asked = monthsEndingIn(from, toExclusive);
    const [first] = asked;
    if (!first) return [];
    const meters = knownBefore
      ? (
          await metersBefore(
            tx,
            sql`carrier = 'electricity' and reads = 'interval' and valid_from < ${toExclusive}`,
            knownBefore,
          )
        ).filter(({ kind, validTo }) => kind === 'main' && (validTo === null || validTo >= from))
      : await metersWhere(
          tx,
          sql`carrier = 'electricity' and kind = 'main' and reads = 'interval' and valid_from < ${toExclusive} and (valid_to is null or valid_to >= ${from})`,
        );
    const ofBuilding = Map.groupBy(meters, ({ building }) => building);
    const buildings = knownBefore
      ? await buildingsBefore(tx, [...ofBuilding.keys()], knownBefore)
      : await buildingsWhere(tx, sql`id = any (${[...ofBuilding.keys()]}::uuid[])`);
    const calendars = await calendarsOf(
      tx,
      buildings.map((each) => each.calendar),
      calendar,
    );
    const prices = await pricesOf(
      tx,
      buildings.map(({ id }) => id),
      knownBefore,
    );
    const begins = monthsAway(first, -12);
    const ends = `${monthsAway(asked.at(-1)!, 1)}-01`;
    const days = Map.groupBy(
      knownBefore
        ? await daysBefore(tx, meters, [`${begins}-01`, ends], knownBefore)
        : await daysOf(
            tx,
            meters.map(({ id }) => id),
            `${begins}-01`,
            ends,
          ),
      ({ meter }) => meter,
    );
    const months = new Map(
      buildings.map((building) => {
        const { calendar: kept, workFromHour, workToHour } = building;
        const electricityKwh = sumHours(
          ofBuilding.get(building.id)!.map(({ id }) => hoursOf(days.get(id) ?? [], `${begins}-01`, ends)),
        );
        const schedule = { kindOfDay: calendars(kept), workFromHour, workToHour };
        return [building.id, offHoursMonths({ startsOn: `${begins}-01`, electricityKwh }, schedule)] as const;
      }),
    );
    const baselines = new Map(
      (
        await baselinesBefore(
          tx,
          meters.map(({ id }) => id),
          `${first}-01`,
          knownBefore,
        )
      ).map((each) => [each.meter, each]),
    );
    const changes = Map.groupBy(
      await changesOf(
        tx,
        buildings.map(({ id }) => id),
        knownBefore,
      ),
      ({ building }) => building,
    );
    const isTold = knownBefore && (await hoursToldBefore(tx, `${first}-01`, knownBefore));
    const weather = new Map<string, (number | null)[]>();
    for (const { station } of buildings)
      if (!weather.has(station)) weather.set(station, await temperaturesOf(tx, station, `${first}-01`, ends, isTold));
    const changedBefore = (building: string, day: string): string | null =>
      (changes.get(building) ?? []).reduce<string | null>(
        (last, each) => (each.day < day && (last === null || each.day > last) ? each.day : last),
        null,
      );
    return buildings.flatMap((building) =>
      asked.map((month): RiskCase => {
        const [begin, end] = [`${month}-01`, `${monthsAway(month, 1)}-01`];
        const changedOn = changedBefore(building.id, end);
        const nights = ofBuilding.get(building.id)!.map(({ id }): Nights => {
          const baseline = baselines.get(id);
          // A baseline from before a declared change says nothing of what came after it.
          const serves = baseline !== undefined && (changedOn === null || changedOn <= baseline.from);
          return { hours: hoursOf(days.get(id) ?? [], begin, end), baseline: serves ? baseline : null };
        });
        const outdoorC = (weather.get(building.station) ?? []).slice(
          daysBetween(`${first}-01`, begin) * 24,
          daysBetween(`${first}-01`, end) * 24,
        );
        return caseOf(building, month, months, buildings, prices, {
          changedOn,
          nightsOverBaseline: judgedNights(nights, { startsOn: begin, outdoorC }, calendars(building.calendar)),
        });
      }),
    );
  },
};

interface Nights {
  readonly hours: readonly (number | null)[];
  readonly baseline: (Baseline & { readonly model: TowtModel }) | null;
}

/** All main meters of a building together; null unless every one has a baseline that serves. */
function judgedNights(
  meters: readonly Nights[],
  weather: { readonly startsOn: string; readonly outdoorC: readonly (number | null)[] },
  kindOfDay: KindOfDay,
): OffHoursLoadInputs['nightsOverBaseline'] {
  const expected = meters.map(({ baseline }) => (baseline ? predictTowt(baseline.model, weather, kindOfDay) : null));
  if (!expected.every((each): each is ExpectedHour[] => each !== null)) return null;
  const actual = sumHours(meters.map(({ hours }) => trustworthyHours(hours).kwh));
  const sums = actual.map((_, hour) => ({
    expectedKwh: expected.reduce<number | null>((sum, each) => {
      const one = each[hour]?.expectedKwh ?? null;
      return sum === null || one === null ? null : sum + one;
    }, 0),
    spreadKwh: expected.reduce((sum, each) => sum + (each[hour]?.spreadKwh ?? 0), 0),
  }));
  const rho = Math.max(...meters.map(({ baseline }) => baseline!.longRunCorrelation));
  return nightsOverBaseline(actual, sums, rho);
}

function caseOf(
  building: Building,
  month: string,
  months: ReadonlyMap<string, readonly OffHoursMonth[]>,
  buildings: readonly Building[],
  prices: readonly Price[],
  own: { readonly changedOn: string | null } & Pick<OffHoursLoadInputs, 'nightsOverBaseline'>,
): RiskCase {
  const period: [string, string] = [`${month}-01`, `${monthsAway(month, 1)}-01`];
  const peers = incomparable.has(building.use)
    ? []
    : buildings.filter(({ id, use }) => id !== building.id && use === building.use).map(({ id }) => months.get(id)!);
  return {
    subject: { kind: 'building', id: building.id, name: building.name },
    unit: building.unit,
    inputs: offHoursLoadInputs(
      month,
      months.get(building.id)!,
      peers,
      {
        declaredNightLoads: building.nightLoads,
        nightsOverBaseline: own.nightsOverBaseline,
        priceFenPerKwh: meanPrice(prices, { building: building.id, meter: null, carrier: 'electricity' }, period),
      },
      own.changedOn,
    ),
    period,
    opens: `/energy/buildings/${building.id}`,
  };
}

/** 'YYYY-MM' so many months later (before, when negative). */
function monthsAway(month: string, count: number): string {
  const [year, m] = month.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, m - 1 + count, 1)).toISOString().slice(0, 7);
}

/** Months whose last day lies in the period: a run over the last thirty-one days finds exactly the month that has ended. */
export function monthsEndingIn(from: string, toExclusive: string): string[] {
  const found: string[] = [];
  for (let month = from.slice(0, 7); `${month}-01` < toExclusive; month = monthsAway(month, 1)) {
    const last = addDays(`${monthsAway(month, 1)}-01`, -1);
    if (last >= from && last < toExclusive) found.push(month);
  }
  return found;
}
