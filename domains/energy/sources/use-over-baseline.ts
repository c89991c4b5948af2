import { type Context, type RiskCase, type RiskSource, sql, type Tx } from '@opengoa/kernel';
import { type Baseline, baselinesBefore } from '../baseline/baseline-store.ts';
import { buildingsBefore } from '../buildings/buildings-before.ts';
import { buildingsWhere, changesOf } from '../buildings/building-store.ts';
import { calendarsOf } from '../buildings/own-calendar.ts';
import { metersWhere } from '../meters/meter-store.ts';
import { metersBefore } from '../meters/meters-before.ts';
import type { Meter } from '../meters/meter.ts';
import type { KindOfDay } from '../methods/hour-series.ts';
import type { TowtModel } from '../methods/towt-baseline.ts';
import { trustworthyHours } from '../methods/trustworthy-hours.ts';
import { meanPrice } from '../prices/price.ts';
import { pricesOf } from '../prices/price-store.ts';
import { daysBefore } from '../readings/days-before.ts';
import { daysOf, hoursOf } from '../readings/hours-of.ts';
import { adjustedFor, expectedDays } from '../risks/use-over-baseline/inputs.ts';
import type { UseOverBaselineInputs } from '../risks/use-over-baseline/risk.ts';
import { hoursToldBefore, type IsTold } from '../weather/weather-before.ts';
import { temperaturesOf } from '../weather/weather-store.ts';
import { hoursAsKnown } from './as-known-words.ts';

/**
 * Every hourly electricity meter's days of the period beside its own baseline: the newest one that had ended when the period begins, so that
 * no meter is judged by what it learnt from the very days in question. After a declared change the baseline from before it is adjusted by the
 * days since. A meter without one is handed over with nothing trained.
 */
export const useOverBaseline: RiskSource = {
  kit: 'use-over-baseline',
  asKnown: hoursAsKnown,
  async gather(tx, period, context, _only, knownBefore) {
    const { calendar } = context;
    const [from, toExclusive] = period;
    const hourly = sql`carrier = 'electricity' and reads = 'interval' and valid_from < ${toExclusive}`;
    const meters = knownBefore
      ? (await metersBefore(tx, hourly, knownBefore)).filter(({ validTo }) => validTo === null || validTo >= from)
      : await metersWhere(tx, sql`${hourly} and (valid_to is null or valid_to >= ${from})`);
    const ids = meters.map(({ id }) => id);
    const theirs = meters.map(({ building }) => building);
    const buildings = new Map(
      (knownBefore
        ? await buildingsBefore(tx, theirs, knownBefore)
        : await buildingsWhere(tx, sql`id = any (${theirs}::uuid[])`)
      ).map((each) => [each.id, each]),
    );
    const calendars = await calendarsOf(
      tx,
      [...buildings.values()].map((each) => each.calendar),
      calendar,
    );
    const prices = await pricesOf(tx, [...buildings.keys()], knownBefore);
    const baselines = new Map((await baselinesBefore(tx, ids, from, knownBefore)).map((each) => [each.meter, each]));
    const days = Map.groupBy(
      knownBefore ? await daysBefore(tx, meters, period, knownBefore) : await daysOf(tx, ids, from, toExclusive),
      ({ meter }) => meter,
    );
    const changes = Map.groupBy(await changesOf(tx, [...buildings.keys()], knownBefore), ({ building }) => building);
    const changeOf = ({ id, building }: Meter): string | null => {
      const baseline = baselines.get(id);
      return baseline ? changeToAdjustFor(baseline, changes.get(building) ?? [], from) : null;
    };
    // The days since a change that is adjusted for are looked at as well.
    const since = meters
      .map(changeOf)
      .reduce<string>((first, day) => (day !== null && day < first ? day : first), from);
    const known = knownBefore && { before: knownBefore, isTold: await hoursToldBefore(tx, since, knownBefore) };
    const weather = new Map<string, (number | null)[]>();
    for (const { station } of buildings.values())
      if (!weather.has(station))
        weather.set(station, await temperaturesOf(tx, station, from, toExclusive, known?.isTold));
    const cases: RiskCase[] = [];
    for (const meter of meters) {
      const building = buildings.get(meter.building)!;
      const series = {
        startsOn: from,
        electricityKwh: hoursOf(days.get(meter.id) ?? [], from, toExclusive),
        outdoorC: weather.get(building.station)!,
      };
      const baseline = baselines.get(meter.id);
      const declared = changes.get(building.id) ?? [];
      const kindOfDay = calendars(building.calendar);
      const found = judged(series, baseline, kindOfDay);
      const change = changeOf(meter);
      const inputs: UseOverBaselineInputs = {
        ...(baseline && change
          ? adjustedFor(
              found,
              change,
              await daysSince(tx, { meter, baseline, station: building.station, kindOfDay }, change, from, known),
              leastDays(context, from, meter.unit),
            )
          : found),
        declaredChanges: declared.map(({ day, what }) => ({ day, what })),
        priceFenPerKwh: meanPrice(prices, { building: building.id, meter: meter.id, carrier: meter.carrier }, period),
      };
      cases.push({
        subject: { kind: 'meter', id: meter.id, name: `${building.name} ${meter.name}` },
        unit: meter.unit,
        inputs,
        period,
        opens: `/energy/meters/${meter.id}`,
      });
    }
    return cases;
  },
};

type FittedBaseline = Baseline & { readonly model: TowtModel };

/** The last change declared between the baseline's end and the judged days; null where there is none, or where the baseline runs across one. */
export function changeToAdjustFor(
  { from: trainedFrom, toExclusive: trainedTo }: Pick<Baseline, 'from' | 'toExclusive'>,
  declared: readonly { readonly day: string }[],
  judgedFrom: string,
): string | null {
  const since = declared.map(({ day }) => day).filter((day) => day > trainedFrom && day <= judgedFrom);
  if (since.length === 0 || since.some((day) => day < trainedTo)) return null;
  return since.toSorted().at(-1)!;
}

/** Days of use and expectation between a declared change and the judged ones. */
async function daysSince(
  tx: Tx,
  {
    meter,
    baseline,
    station,
    kindOfDay,
  }: {
    readonly meter: Meter;
    readonly baseline: FittedBaseline;
    readonly station: string;
    readonly kindOfDay: KindOfDay;
  },
  change: string,
  judgedFrom: string,
  known: { readonly before: Date; readonly isTold: IsTold } | undefined,
) {
  const days = known
    ? await daysBefore(tx, [meter], [change, judgedFrom], known.before)
    : await daysOf(tx, [meter.id], change, judgedFrom);
  const hours = hoursOf(days, change, judgedFrom);
  const series = {
    startsOn: change,
    electricityKwh: trustworthyHours(hours).kwh,
    outdoorC: await temperaturesOf(tx, station, change, judgedFrom, known?.isTold),
  };
  return expectedDays(series, { model: baseline.model }, kindOfDay);
}

/** As many days as a baseline needs are needed to adjust one. Without the standard none are enough. */
function leastDays({ standards, organisation }: Context, on: string, unit: string): number {
  const found = standards.valueOn('energy.use-over-baseline', on, organisation.place(unit), { item: 'min-days' });
  return found.found && typeof found.value === 'number' ? found.value : Infinity;
}

function judged(
  raw: { startsOn: string; electricityKwh: (number | null)[]; outdoorC: (number | null)[] },
  baseline: FittedBaseline | undefined,
  kindOfDay: KindOfDay,
): Pick<UseOverBaselineInputs, 'baseline' | 'days'> {
  if (!baseline) {
    return {
      baseline: {
        trainedFrom: raw.startsOn,
        trainedToExclusive: raw.startsOn,
        trainedDays: 0,
        cvRmsePercent: 0,
        residualMiddleKwh: 0,
        residualSpreadKwh: 0,
        lagOneCorrelation: 0,
        residualRmseKwh: 0,
        longRunCorrelation: 0,
        adjusted: null,
      },
      days: { startsOn: raw.startsOn, actualKwh: [], expectedKwh: [] },
    };
  }
  const series = { ...raw, electricityKwh: trustworthyHours(raw.electricityKwh).kwh };
  const { from, toExclusive, trainedDays, cvRmsePercent, residualMiddleKwh, residualSpreadKwh } = baseline;
  const { lagOneCorrelation, residualRmseKwh, longRunCorrelation } = baseline;
  return {
    baseline: {
      trainedFrom: from,
      trainedToExclusive: toExclusive,
      trainedDays,
      cvRmsePercent,
      residualMiddleKwh,
      residualSpreadKwh,
      lagOneCorrelation,
      residualRmseKwh,
      longRunCorrelation,
      adjusted: null,
    },
    days: { startsOn: raw.startsOn, ...expectedDays(series, { model: baseline.model }, kindOfDay) },
  };
}
