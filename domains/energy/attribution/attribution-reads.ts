import { type Context, type Id, read, type Tx } from '@opengoa/kernel';
import { addDays, daysBetween } from '@opengoa/kernel/calendar';
import { z } from 'zod';
import { baselinesBefore } from '../baseline/baseline-store.ts';
import { changesOf } from '../buildings/building-store.ts';
import { yearText } from '../buildings/building-reads.ts';
import type { ChangeKind } from '../contract.ts';
import { meteredOf } from '../figures/metered.ts';
import { attribute, costChange } from '../methods/attribution.ts';
import { hoursOfDay } from '../methods/hour-series.ts';
import { predictTowt } from '../methods/towt-baseline.ts';
import { meanPrice } from '../prices/price.ts';
import { pricesOf } from '../prices/price-store.ts';
import { readers } from '../readers.ts';
import { type DayRow, daysOf, hoursOf, sumHours } from '../readings/hours-of.ts';
import { meanSize } from '../sizes/size.ts';
import { sizesOf } from '../sizes/size-store.ts';
import { milliFenOf, splitDays } from '../tariffs/split.ts';
import { tariffOn } from '../tariffs/tariff.ts';
import { allTariffs } from '../tariffs/tariff-store.ts';
import { temperaturesOf } from '../weather/weather-store.ts';
import { AttributionAnswer } from './contract.ts';

type Period = readonly [from: string, toExclusive: string];
type Hours = readonly (number | null)[];

/** The same period of the year before. */
const yearBefore = (day: string): string => {
  const same = `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;
  return same.endsWith('-02-29') ? `${same.slice(0, 8)}28` : same;
};

/**
 * 变化原因: a building's electricity of a month, or of the year so far, against the same of the year before, by one baseline that was fitted before:
 * weather, days, area, people, and what it did not explain of either year (EN-10 a).
 */
export const attribution = read('energy.attribution', {
  title: { zh: '变化原因', en: 'Why it changed' },
  query: z.strictObject({
    building: z.uuid(),
    year: yearText,
    month: z
      .string()
      .regex(/^(?:[1-9]|1[0-2])$/)
      .transform(Number)
      .optional(),
  }),
  answer: AttributionAnswer,
  who: readers,
  async fetch(tx, { building: id, year, month }, context) {
    const first = `${year}-${String(month ?? 1).padStart(2, '0')}-01`;
    const ends = month === undefined ? `${year + 1}-01-01` : `${addDays(`${first.slice(0, 8)}28`, 4).slice(0, 7)}-01`;
    const looked = { building: id, carrier: 'electricity' as const, from: first, toExclusive: ends };
    const { meters, building, kindOfDay } = await meteredOf(tx, looked, context);
    const ids = meters.map((meter) => meter.id);
    const rows = await daysOf(tx, ids, yearBefore(first), ends);
    // The year so far ends with its last day that was read.
    const last = rows.filter(({ day, count }) => day >= first && count > 0).at(-1)?.day;
    const lastOfAll = rows.reduce((latest, { day, count }) => (count > 0 && day > latest ? day : latest), last ?? '');
    const now: Period = [first, lastOfAll < first ? ends : addDays(lastOfAll, 1)];
    const before: Period = [yearBefore(now[0]), yearBefore(now[1])];
    const hours = (of: Period): Hours =>
      sumHours(
        ids.map((meter) =>
          hoursOf(
            rows.filter((row) => row.meter === meter && row.day >= of[0] && row.day < of[1]),
            of[0],
            of[1],
          ),
        ),
      );
    const [readNow, readBefore] = [hours(now), hours(before)];
    const about = {
      unit: building.unit,
      building: id,
      name: building.name,
      from: now[0],
      toExclusive: now[1],
      fromBefore: before[0],
      toExclusiveBefore: before[1],
    };
    const declared = (await changesOf(tx, [id])).filter(({ day }) => day >= before[0] && day < now[1]);
    const cost = await costOf(tx, id, building.unit, rows, before, now, context);
    const without = (zh: string, en: string) => ({
      ...about,
      found: null,
      why: { zh, en },
      changes: declared.map(({ day, kind, what }) => ({ day, kind: kind as ChangeKind, what, residualSince: null })),
      cost,
    });
    const item = (name: string) => context.standards.numberOn('energy.attribution', context.today, [], { item: name });
    const share = (of: Hours) => (of.length === 0 ? 0 : of.filter((value) => value !== null).length / of.length);
    const least = item('min-read');
    if (share(readNow) < least || share(readBefore) < least)
      return without(
        `两个时期都须有九成以上的逐时读数（本期 ${percent(share(readNow))}，上年 ${percent(share(readBefore))}）`,
        `both periods need nine tenths of their hours (${percent(share(readNow))} and ${percent(share(readBefore))})`,
      );
    const baselines = await baselinesBefore(tx, ids, now[0]);
    const [baseline] = baselines;
    if (!baseline || baselines.length < ids.length)
      return without('本期之前没有建立用能基线', 'no baseline was fitted before the period');
    const weather = {
      now: await temperaturesOf(tx, building.station, ...now),
      before: await temperaturesOf(tx, building.station, ...before),
    };
    if (share(weather.now) < least || share(weather.before) < least)
      return without('室外气温不全', 'the outdoor temperature is not complete');
    const sizes = (await sizesOf(tx, [id])).get(id) ?? [];
    const [sizeNow, sizeBefore] = [meanSize(sizes, now), meanSize(sizes, before)];
    const peopleShare = sizeNow.people === null || sizeBefore.people === null ? 0 : item('people-share');
    const ratio = (of: 'areaM2' | 'people') => (sizeNow[of] ?? 1) / (sizeBefore[of] ?? sizeNow[of] ?? 1);
    const areaRatio = sizeNow.areaM2 === null || sizeBefore.areaM2 === null ? 1 : ratio('areaM2');
    const peopleRatio = peopleShare === 0 ? 1 : ratio('people');
    const expectedOf = (weatherNow: boolean, daysNow: boolean): Hours => {
      const days = daysNow ? now : before;
      const outdoorC = laidOn(weatherNow ? weather.now : weather.before, weatherNow ? now : before, days);
      const each = baselines.map(({ model }) => predictTowt(model, { startsOn: days[0], outdoorC }, kindOfDay));
      return sumHours(each.map((of) => of.map(({ expectedKwh }) => expectedKwh)));
    };
    const made = new Map<string, number>();
    const base = (weatherNow: boolean, daysNow: boolean): number => {
      const key = `${weatherNow} ${daysNow}`;
      const known = made.get(key) ?? sumWhere(expectedOf(weatherNow, daysNow), daysNow ? readNow : readBefore);
      made.set(key, known);
      return known;
    };
    const scale = (areaNow: boolean, peopleNow: boolean) =>
      (1 - peopleShare) * (areaNow ? areaRatio : 1) + peopleShare * (peopleNow ? peopleRatio : 1);
    const [sumNow, sumBefore] = [sumWhere(readNow, readNow), sumWhere(readBefore, readBefore)];
    const { effects, lastYearResidual, thisYearResidual } = attribute(
      4,
      ([w, d, a, p]) => base(w!, d!) * scale(a!, p!),
      sumBefore,
      sumNow,
    );
    const [weatherKwh = 0, days = 0, area = 0, people = 0] = effects;
    const expectedNow = expectedOf(true, true);
    return {
      ...about,
      found: {
        before: sumBefore,
        now: sumNow,
        readBefore: share(readBefore),
        readNow: share(readNow),
        weather: weatherKwh,
        days,
        area,
        people,
        lastYearResidual,
        thisYearResidual,
        baseline: { from: baseline.from, toExclusive: baseline.toExclusive, cvRmsePercent: baseline.cvRmsePercent },
        peopleShare,
        areaBefore: sizeBefore.areaM2,
        areaNow: sizeNow.areaM2,
        peopleBefore: sizeBefore.people,
        peopleNow: sizeNow.people,
      },
      why: null,
      changes: declared.map(({ day, kind, what }) => {
        const from = Math.max(0, daysBetween(now[0], day)) * hoursOfDay;
        const since = readNow.slice(from);
        return {
          day,
          kind: kind as ChangeKind,
          what,
          residualSince: sumWhere(since, since) - sumWhere(expectedNow.slice(from), since) * scale(true, true),
        };
      }),
      cost,
    };
  },
  at: ({ unit }) => ({ unit }),
});

const percent = (share: number): string => `${Math.round(100 * share)}%`;

/** Temperatures of one year's period laid on the days of another, by month and day; the 29th of February takes the 28th's. */
function laidOn(outdoorC: Hours, of: Period, on: Period): Hours {
  const places = new Map<string, number>();
  for (let d = 0; d < daysBetween(of[0], of[1]); d += 1) places.set(addDays(of[0], d).slice(5), d);
  return Array.from({ length: daysBetween(on[0], on[1]) }, (_, d) => {
    const day = addDays(on[0], d).slice(5);
    const place = places.get(day) ?? (day === '02-29' ? places.get('02-28') : undefined);
    return Array.from({ length: hoursOfDay }, (_hour, hour) =>
      place === undefined ? null : (outdoorC[place * hoursOfDay + hour] ?? null),
    );
  }).flat();
}

/** The sum of the hours that `read` knows. */
const sumWhere = (values: Hours, known: Hours): number =>
  values.reduce<number>((sum, value, i) => sum + (value !== null && (known[i] ?? null) !== null ? value : 0), 0);

async function costOf(
  tx: Tx,
  building: Id,
  unit: Id,
  rows: readonly DayRow[],
  before: Period,
  now: Period,
  { organisation }: Pick<Context, 'organisation'>,
): Promise<AttributionAnswer['cost']> {
  const tariffs = await allTariffs(tx);
  const chain = organisation.chain(unit).map(({ id }) => id);
  const prices = await pricesOf(tx, [building]);
  const paid = ([from, toExclusive]: Period) => {
    const parts = [...Map.groupBy(rows, ({ meter }) => meter)].flatMap(([meter, own]) =>
      splitDays(
        own.filter(({ day, count }) => day >= from && day < toExclusive && count > 0),
        (day) => tariffOn(tariffs, chain, day),
        (day) => meanPrice(prices, { building, meter, carrier: 'electricity' }, [day, addDays(day, 1)]),
      ),
    );
    const milliFen = milliFenOf(parts);
    const amount = parts.reduce((sum, { wattHours }) => sum + wattHours, 0) / 1000;
    return milliFen === null || amount === 0 ? null : { amount, cost: milliFen / 1000 };
  };
  const [then, since] = [paid(before), paid(now)];
  if (!then || !since) return null;
  const { byPrice, byAmount } = costChange(then, since);
  return { beforeFen: then.cost, nowFen: since.cost, byPriceFen: byPrice, byAmountFen: byAmount };
}
