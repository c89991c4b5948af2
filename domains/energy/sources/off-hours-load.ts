import { type RiskCase, type RiskSource, sql } from '@opengoa/kernel';
import { addDays } from '@opengoa/kernel/calendar';
import { buildingsWhere } from '../buildings/building-store.ts';
import type { Building } from '../buildings/building.ts';
import { calendarsOf } from '../buildings/own-calendar.ts';
import { metersWhere } from '../meters/meter-store.ts';
import { meanPrice, type Price } from '../prices/price.ts';
import { pricesOf } from '../prices/price-store.ts';
import { daysOf, hoursOf, sumHours } from '../readings/hours-of.ts';
import { offHoursLoadInputs, type OffHoursMonth, offHoursMonths } from '../risks/off-hours-load/inputs.ts';

/** Of these nothing is said: they are compared with no other building. */
const incomparable = new Set<string>(['other', 'unknown']);

/**
 * Every building with hourly electricity, each month that ends within the period, beside its own months before and the same month of buildings of
 * its use. What is metered apart by night is not in the main meters' sum and needs no taking out.
 */
export const offHoursLoad: RiskSource = {
  kit: 'off-hours-load',
  async gather(tx, [from, toExclusive], { calendar }) {
    const asked = monthsEndingIn(from, toExclusive);
    const [first] = asked;
    if (!first) return [];
    const meters = await metersWhere(
      tx,
      sql`carrier = 'electricity' and kind = 'main' and reads = 'interval' and valid_from < ${toExclusive} and (valid_to is null or valid_to >= ${from})`,
    );
    const ofBuilding = Map.groupBy(meters, ({ building }) => building);
    const buildings = await buildingsWhere(tx, sql`id = any (${[...ofBuilding.keys()]}::uuid[])`);
    const calendars = await calendarsOf(
      tx,
      buildings.map((each) => each.calendar),
      calendar,
    );
    const prices = await pricesOf(
      tx,
      buildings.map(({ id }) => id),
    );
    const begins = monthsAway(first, -12);
    const ends = `${monthsAway(asked.at(-1)!, 1)}-01`;
    const days = Map.groupBy(
      await daysOf(
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
    return buildings.flatMap((building) => asked.map((month) => caseOf(building, month, months, buildings, prices)));
  },
};

function caseOf(
  building: Building,
  month: string,
  months: ReadonlyMap<string, readonly OffHoursMonth[]>,
  buildings: readonly Building[],
  prices: readonly Price[],
): RiskCase {
  const period: [string, string] = [`${month}-01`, `${monthsAway(month, 1)}-01`];
  const peers = incomparable.has(building.use)
    ? []
    : buildings.filter(({ id, use }) => id !== building.id && use === building.use).map(({ id }) => months.get(id)!);
  return {
    subject: { kind: 'building', id: building.id, name: building.name },
    unit: building.unit,
    inputs: offHoursLoadInputs(month, months.get(building.id)!, peers, {
      declaredNightLoads: building.nightLoads,
      priceFenPerKwh: meanPrice(prices, { building: building.id, meter: null, carrier: 'electricity' }, period),
    }),
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
