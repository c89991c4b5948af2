import { type RiskCase, type RiskSource, sql } from '@opengoa/kernel';
import { type Baseline, baselinesBefore } from '../baseline/baseline-store.ts';
import { buildingsWhere, changesOf } from '../buildings/building-store.ts';
import { calendarsOf } from '../buildings/own-calendar.ts';
import { metersWhere } from '../meters/meter-store.ts';
import type { KindOfDay } from '../methods/hour-series.ts';
import type { TowtModel } from '../methods/towt-baseline.ts';
import { trustworthyHours } from '../methods/trustworthy-hours.ts';
import { meanPrice } from '../prices/price.ts';
import { pricesOf } from '../prices/price-store.ts';
import { daysOf, hoursOf } from '../readings/hours-of.ts';
import { expectedDays } from '../risks/use-over-baseline/inputs.ts';
import type { UseOverBaselineInputs } from '../risks/use-over-baseline/risk.ts';
import { temperaturesOf } from '../weather/weather-store.ts';

/**
 * Every hourly electricity meter's days of the period beside its own baseline: the newest one that had ended when the period begins, so that
 * no meter is judged by what it learnt from the very days in question. A meter without one is handed over with nothing trained.
 */
export const useOverBaseline: RiskSource = {
  kit: 'use-over-baseline',
  async gather(tx, period, { calendar }) {
    const [from, toExclusive] = period;
    const meters = await metersWhere(
      tx,
      sql`carrier = 'electricity' and reads = 'interval' and valid_from < ${toExclusive} and (valid_to is null or valid_to >= ${from})`,
    );
    const ids = meters.map(({ id }) => id);
    const buildings = new Map(
      (await buildingsWhere(tx, sql`id = any (${meters.map(({ building }) => building)}::uuid[])`)).map((each) => [
        each.id,
        each,
      ]),
    );
    const calendars = await calendarsOf(
      tx,
      [...buildings.values()].map((each) => each.calendar),
      calendar,
    );
    const prices = await pricesOf(tx, [...buildings.keys()]);
    const baselines = new Map((await baselinesBefore(tx, ids, from)).map((each) => [each.meter, each]));
    const days = Map.groupBy(await daysOf(tx, ids, from, toExclusive), ({ meter }) => meter);
    const changes = Map.groupBy(await changesOf(tx, [...buildings.keys()]), ({ building }) => building);
    const weather = new Map<string, (number | null)[]>();
    for (const { station } of buildings.values())
      if (!weather.has(station)) weather.set(station, await temperaturesOf(tx, station, from, toExclusive));
    return meters.map((meter): RiskCase => {
      const building = buildings.get(meter.building)!;
      const series = {
        startsOn: from,
        electricityKwh: hoursOf(days.get(meter.id) ?? [], from, toExclusive),
        outdoorC: weather.get(building.station)!,
      };
      const inputs: UseOverBaselineInputs = {
        ...judged(series, baselines.get(meter.id), calendars(building.calendar)),
        declaredChanges: (changes.get(building.id) ?? []).map(({ day, what }) => ({ day, what })),
        priceFenPerKwh: meanPrice(prices, { building: building.id, meter: meter.id, carrier: meter.carrier }, period),
      };
      return {
        subject: { kind: 'meter', id: meter.id, name: `${building.name} ${meter.name}` },
        unit: meter.unit,
        inputs,
        period,
        opens: `/energy/meters/${meter.id}`,
      };
    });
  },
};

function judged(
  raw: { startsOn: string; electricityKwh: (number | null)[]; outdoorC: (number | null)[] },
  baseline: (Baseline & { model: TowtModel }) | undefined,
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
      },
      days: { startsOn: raw.startsOn, actualKwh: [], expectedKwh: [] },
    };
  }
  const series = { ...raw, electricityKwh: trustworthyHours(raw.electricityKwh).kwh };
  const { from, toExclusive, trainedDays, cvRmsePercent, residualMiddleKwh, residualSpreadKwh, lagOneCorrelation } =
    baseline;
  return {
    baseline: {
      trainedFrom: from,
      trainedToExclusive: toExclusive,
      trainedDays,
      cvRmsePercent,
      residualMiddleKwh,
      residualSpreadKwh,
      lagOneCorrelation,
    },
    days: { startsOn: raw.startsOn, ...expectedDays(series, { model: baseline.model }, kindOfDay) },
  };
}
