import { type Id, read, sql, type Tx } from '@opengoa/kernel';
import { addDays } from '@opengoa/kernel/calendar';
import { z } from 'zod';
import { Carrier } from '../contract.ts';
import { meteredOf } from '../figures/metered.ts';
import { hoursOfDay } from '../methods/hour-series.ts';
import { readers } from '../readers.ts';
import { daysOf, hoursOf, sumHours } from '../readings/hours-of.ts';
import { DayAheadAnswer } from './contract.ts';
import { forecastsOf, type KeptForecast, lastForecastDay } from './forecast-store.ts';
import { forecastOf, pastOf } from './past-of.ts';

const shownBefore = 3;
const keptShown = 14;
const none = (): null[] => Array.from({ length: hoursOfDay }, () => null);

/**
 * 日前预测: the hours of a day as they were forecast before it began, or as they would have been; how good the method was on the days before; and
 * what became of the forecasts that were kept.
 */
export const dayAheadRead = read('energy.day-ahead', {
  title: { zh: '日前预测', en: 'Day-ahead forecast' },
  query: z.strictObject({
    meter: z.uuid().optional(),
    building: z.uuid().optional(),
    carrier: Carrier.default('electricity'),
    day: z.iso.date().optional(),
  }),
  answer: DayAheadAnswer,
  who: readers,
  async fetch(tx, { day: asked, ...of }, context) {
    const looked = { ...of, from: context.today, toExclusive: addDays(context.today, 1) };
    const { meters, name, unit, measure, building } = await meteredOf(tx, looked, context);
    const ids = meters.map(({ id }) => id);
    const [alone] = ids.length === 1 ? ids : [];
    const day = asked ?? (await dayToShow(tx, ids, alone, context.today));
    const readFrom = addDays(day, -shownBefore);
    const after = addDays(day, 1);
    const read_ = await hoursRead(tx, ids, readFrom, after);
    const recent = alone === undefined ? [] : await forecastsOf(tx, alone, addDays(day, 7), keptShown + 7);
    const told = recent.find((each) => each.day === day);
    const today = { unit, name, measure, day, readFrom, read: read_, kept: await scored(tx, alone, recent) };
    // Tomorrow is told from what was known yesterday; a day gone by as it would have been told on the evening before.
    const past = await pastOf(tx, ids, building, earlier(addDays(day, -1), context.today), context);
    const made = forecastOf(past, day);
    const scores = made.status === 'ok' ? made.scores.map((each) => ({ ...each })) : [];
    if (told)
      return {
        ...today,
        made: 'kept' as const,
        madeAt: told.madeAt.toISOString(),
        why: null,
        method: told.method,
        knownTo: told.knownTo,
        nominal: told.nominal,
        expected: [...told.expected],
        low: [...told.low],
        high: [...told.high],
        scores,
      };
    if (made.status !== 'ok') {
      const [{ zh, en }] = made.reasons as [(typeof made.reasons)[number]];
      const nothing = { method: null, knownTo: null, nominal: null, expected: none(), low: none(), high: none() };
      return { ...today, made: 'none' as const, madeAt: null, why: { zh, en }, ...nothing, scores };
    }
    const { method, knownTo, nominal, expected, low, high } = made;
    return {
      ...today,
      made: 'replayed' as const,
      madeAt: null,
      why: null,
      method,
      knownTo,
      nominal,
      expected: [...expected],
      low: [...low],
      high: [...high],
      scores,
    };
  },
  at: ({ unit }) => ({ unit }),
});

const earlier = (a: string, b: string): string => (a < b ? a : b);

/** Tomorrow when it was forecast; else the last day that was read; else tomorrow, of which then nothing is told. */
async function dayToShow(tx: Tx, meters: readonly Id[], alone: Id | undefined, today: string): Promise<string> {
  const forecast = alone === undefined ? null : await lastForecastDay(tx, alone);
  if (forecast !== null && forecast >= today) return forecast;
  const { last } = await tx.one<{ last: string | null }>(sql`
    select max(day)::text as last from energy.day where meter_id = any (${[...meters]}::uuid[]) and count > 0 and day < ${today}`);
  return last ?? addDays(today, 1);
}

async function hoursRead(tx: Tx, ids: readonly Id[], from: string, to: string): Promise<(number | null)[]> {
  const rows = await daysOf(tx, ids, from, to);
  return sumHours(
    ids.map((id) =>
      hoursOf(
        rows.filter(({ meter }) => meter === id),
        from,
        to,
      ),
    ),
  );
}

/** What became of kept forecasts: each hour that was read, held against it. */
async function scored(tx: Tx, meter: Id | undefined, kept: readonly KeptForecast[]): Promise<DayAheadAnswer['kept']> {
  const [newest, oldest] = [kept[0]?.day, kept.at(-1)?.day];
  if (meter === undefined || newest === undefined || oldest === undefined) return [];
  const read_ = await hoursRead(tx, [meter], oldest, addDays(newest, 1));
  const first = Date.parse(oldest);
  return kept.map(({ day, method, expected, low, high }) => {
    const at = Math.round((Date.parse(day) - first) / 3_600_000);
    const hours = expected.flatMap((value, hour) => {
      const was = read_[at + hour] ?? null;
      return was === null ? [] : [{ was, error: value - was, inside: was >= low[hour]! && was <= high[hour]! }];
    });
    const mean = hours.reduce((sum, { was }) => sum + was, 0) / hours.length;
    return {
      day,
      method,
      expected: expected.reduce((sum, value) => sum + value, 0),
      read: hours.length < hoursOfDay ? null : mean * hoursOfDay,
      nrmsePercent:
        hours.length === 0 || mean <= 0
          ? null
          : (100 * Math.sqrt(hours.reduce((sum, { error }) => sum + error ** 2, 0) / hours.length)) / mean,
      within: hours.filter(({ inside }) => inside).length,
      hours: hours.length,
    };
  });
}
