import type { Context, Id, Tx } from '@opengoa/kernel';
import { sql } from '@opengoa/kernel';
import { addDays, daysBetween } from '@opengoa/kernel/calendar';
import { converted, type MonthUse, placeFactors, totalKg } from '../accounts/convert.ts';
import { buildingsWhere } from '../buildings/building-store.ts';
import { calendarsOf } from '../buildings/own-calendar.ts';
import { metersWhere } from '../meters/meter-store.ts';
import { pricesOf } from '../prices/price-store.ts';
import { meanPrice } from '../prices/price.ts';
import { daysOf, hoursOf } from '../readings/hours-of.ts';
import { bandAt, letters, tariffOn } from '../tariffs/tariff.ts';
import { allTariffs } from '../tariffs/tariff-store.ts';
import { temperaturesOf } from '../weather/weather-store.ts';
import type { Savings } from './contract.ts';
import type { Project } from './project.ts';
import { savedBy, type SavedByMeter, type SavingsLimits, together } from './savings.ts';

export function limitsAt(unit: Id, { standards, organisation, today }: Context): SavingsLimits {
  const limit = (item: string) =>
    standards.numberOn('energy.savings-verification', today, organisation.place(unit), { item });
  return {
    confidence: limit('confidence'),
    uncertainty: limit('uncertainty'),
    baselineDays: limit('baseline-days'),
    daysShare: limit('days-share'),
    cvRmsePercent: limit('cv-rmse'),
    nmbePercent: limit('nmbe'),
  };
}

/** What the project's meters saved from one day to before another, each beside its own baseline, with weather and holidays of its own building. */
export async function savingsOf(
  tx: Tx,
  project: Project,
  [from, toExclusive]: readonly [string, string],
  context: Context,
): Promise<Savings> {
  const meters = await metersWhere(tx, sql`id = any (${[...project.meters]}::uuid[])`);
  const buildings = await buildingsWhere(tx, sql`id = any (${meters.map(({ building }) => building)}::uuid[])`);
  const calendars = await calendarsOf(
    tx,
    buildings.map((each) => each.calendar),
    context.calendar,
  );
  const prices = await pricesOf(
    tx,
    buildings.map(({ id }) => id),
  );
  const tariffs = project.carrier === 'electricity' ? await allTariffs(tx) : [];
  const limits = limitsAt(project.unit, context);
  const ids = meters.map(({ id }) => id);
  const { baselineFrom, baselineToExclusive } = project;
  const learnt = Map.groupBy(await daysOf(tx, ids, baselineFrom, baselineToExclusive), ({ meter }) => meter);
  const read = Map.groupBy(await daysOf(tx, ids, from, toExclusive), ({ meter }) => meter);
  const weather = new Map<string, { then: (number | null)[]; now: (number | null)[] }>();
  for (const { station } of buildings)
    if (!weather.has(station))
      weather.set(station, {
        then: await temperaturesOf(tx, station, baselineFrom, baselineToExclusive),
        now: await temperaturesOf(tx, station, from, toExclusive),
      });
  const found: { meter: Id; name: string; saved: SavedByMeter }[] = [];
  const reasons: { meter: string; zh: string; en: string }[] = [];
  for (const meter of meters) {
    const building = buildings.find(({ id }) => id === meter.building)!;
    const chain = context.organisation.chain(meter.unit).map((unit) => unit.id);
    const { then, now } = weather.get(building.station)!;
    const name = `${building.name} ${meter.name}`;
    const flat = new Map<string, number | null>();
    const priceAt = (day: string, hour: number): number | null => {
      const tariff = tariffOn(tariffs, chain, day);
      const banded = tariff && tariff.milliFen[letters[bandAt(tariff, Number(day.slice(5, 7)), hour)]];
      if (banded !== undefined) return banded / 1_000;
      if (!flat.has(day))
        flat.set(
          day,
          meanPrice(prices, { building: building.id, meter: meter.id, carrier: meter.carrier }, [day, addDays(day, 1)]),
        );
      return flat.get(day)!;
    };
    const saved = savedBy(
      {
        startsOn: baselineFrom,
        electricityKwh: hoursOf(learnt.get(meter.id) ?? [], baselineFrom, baselineToExclusive),
        outdoorC: then,
      },
      { startsOn: from, electricityKwh: hoursOf(read.get(meter.id) ?? [], from, toExclusive), outdoorC: now },
      calendars(building.calendar),
      priceAt,
      limits,
    );
    if (saved.status === 'ok') found.push({ meter: meter.id, name, saved });
    else reasons.push(...saved.reasons.map(({ zh, en }) => ({ meter: name, zh, en })));
  }
  if (reasons.length > 0 || found.length === 0) return { status: 'insufficient_data', reasons };
  const sum = (of: (saved: SavedByMeter) => number) => found.reduce((all, { saved }) => all + of(saved), 0);
  const months = [
    ...Map.groupBy(
      found.flatMap(({ saved }) => saved.days),
      ({ day }) => day.slice(0, 7),
    ),
  ]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([month, days]) => ({
      month,
      expected: days.reduce((all, { expected }) => all + expected, 0),
      actual: days.reduce((all, { actual }) => all + actual, 0),
    }));
  const avoidedOf = months.map(({ month, expected, actual }): MonthUse => ({
    carrier: project.carrier,
    measure: project.measure,
    month: `${month}-01`,
    amount: expected - actual,
  }));
  const made = converted(avoidedOf, placeFactors(project.unit, context));
  const total = (values: readonly (number | null)[]) =>
    values.reduce<number | null>((all, each) => (all === null || each === null ? null : all + each), 0);
  const fenOf = ({ days }: SavedByMeter) => total(days.map(({ fen }) => fen));
  const expected = sum((saved) => saved.expected);
  const expectedFen = total(found.flatMap(({ saved }) => saved.days.map((day) => day.expectedFen)));
  const avoided = sum((saved) => saved.avoided);
  const uncertainty = together(found.map(({ saved }) => saved.uncertainty));
  return {
    status: 'ok',
    from,
    toExclusive,
    days: daysBetween(from, toExclusive),
    counted: Math.min(...found.map(({ saved }) => saved.days.length)),
    expected,
    actual: sum((saved) => saved.actual),
    avoided,
    uncertainty,
    confidence: limits.confidence,
    shown: avoided > 0 && uncertainty <= limits.uncertainty * avoided,
    coalKg: totalKg(made, 'coalKg'),
    carbonKg: totalKg(made, 'carbonKg'),
    savedFen: total(found.map(({ saved }) => fenOf(saved))),
    meanPriceFen: expectedFen === null || expected === 0 ? null : expectedFen / expected,
    meters: found.map(({ meter, name, saved }) => ({
      meter,
      name,
      days: saved.days.length,
      expected: saved.expected,
      actual: saved.actual,
      avoided: saved.avoided,
      uncertainty: saved.uncertainty,
      cvRmsePercent: saved.cvRmsePercent,
      nmbePercent: saved.nmbePercent,
      trainedDays: saved.trainedDays,
      savedFen: fenOf(saved),
    })),
    months,
  };
}
