import { read, refuse, Refused } from '@opengoa/kernel';
import { dayOf, daysBetween } from '@opengoa/kernel/calendar';
import { z } from 'zod';
import { baselinesBefore } from '../baseline/baseline-store.ts';
import { changesOf } from '../buildings/building-store.ts';
import { LoadAnswer } from './contract.ts';
import type { Meter } from '../meters/meter.ts';
import { hoursOfDay, type KindOfDay } from '../methods/hour-series.ts';
import { predictTowt } from '../methods/towt-baseline.ts';
import { readers } from '../readers.ts';
import { type DayRow, daysOf, hoursOf, sumHours } from '../readings/hours-of.ts';
import { temperaturesOf } from '../weather/weather-store.ts';
import { daysFrom, Looked, type Metered, meteredOf } from './metered.ts';
import { normalQuantile } from './normal-quantile.ts';

/** Hours are asked for over at most so many days: beyond that nobody sees one. */
const longestByHour = 92;

interface Band {
  readonly expected: readonly (number | null)[];
  /** Standard deviations of what was not explained. */
  readonly spread: readonly (number | null)[];
}

/** 负荷曲线: what was read beside what the baseline expected of that weather and those days, with the band it may lie in. */
export const load = read('energy.load', {
  title: { zh: '负荷曲线', en: 'Load' },
  query: z.strictObject({ ...Looked, by: z.enum(['hour', 'day']).default('day') }),
  answer: LoadAnswer,
  who: readers,
  async fetch(tx, looked, context) {
    const { from, toExclusive, by } = looked;
    const count = daysBetween(from, toExclusive);
    if (by === 'hour' && count > longestByHour)
      throw new Refused(refuse('input-not-fitting', { longestDays: longestByHour }, { status: 400 }));
    const metered = await meteredOf(tx, looked, context);
    const { meters, building, kindOfDay } = metered;
    const ids = meters.map(({ id }) => id);
    const rows = await daysOf(tx, ids, from, toExclusive);
    const byDay = Map.groupBy(rows, ({ day }) => day);
    const baselines = await baselinesBefore(tx, ids, from);
    const outdoorC = baselines.length === 0 ? [] : await temperaturesOf(tx, building.station, from, toExclusive);
    const complete = baselines.length === ids.length;
    const bands = complete
      ? baselines.map((baseline): Band => {
          const hours = predictTowt(baseline.model, { startsOn: from, outdoorC }, kindOfDay);
          if (by === 'hour')
            return { expected: hours.map((each) => each.expectedKwh), spread: hours.map((each) => each.spreadKwh) };
          return {
            expected: daysFrom(from, count).map((_, day) =>
              sumOf(hours.slice(day * hoursOfDay, (day + 1) * hoursOfDay)),
            ),
            spread: Array.from({ length: count }, () => baseline.residualSpreadKwh),
          };
        })
      : [];
    const quantile = context.standards.numberOn('energy.use-over-baseline', context.today, [], {
      item: 'dynamic-quantile',
    });
    const days = daysFrom(from, count);
    const read_ =
      by === 'hour'
        ? sumHours(
            ids.map((id) =>
              hoursOf(
                rows.filter((row) => row.meter === id),
                from,
                toExclusive,
              ),
            ),
          )
        : days.map((day) => dayTotal(byDay.get(day) ?? [], meters));
    const [first] = baselines;
    return {
      unit: metered.unit,
      name: metered.name,
      measure: metered.measure,
      by,
      from,
      toExclusive,
      places:
        by === 'day'
          ? days
          : days.flatMap((day) =>
              Array.from({ length: hoursOfDay }, (_, hour) => `${day}T${String(hour).padStart(2, '0')}:00`),
            ),
      read: read_,
      ...bandOf(bands, read_.length, normalQuantile(quantile)),
      offHours: offHours(metered, days, kindOfDay, by),
      baseline:
        complete && first
          ? {
              from: first.from,
              toExclusive: first.toExclusive,
              cvRmsePercent: first.cvRmsePercent,
              nmbePercent: first.nmbePercent,
            }
          : null,
      changes: (await changesOf(tx, [building.id]))
        .filter(({ day }) => day >= from && day < toExclusive)
        .map(({ day, what }) => ({ day, what })),
    };
  },
  at: ({ unit }) => ({ unit }),
});

/** A day is known when every hour is; a missing temperature leaves it unknown. */
function sumOf(hours: readonly { readonly expectedKwh: number | null }[]): number | null {
  return hours.reduce<number | null>(
    (sum, { expectedKwh }) => (sum === null || expectedKwh === null ? null : sum + expectedKwh),
    0,
  );
}

/** Fewer than nine tenths of a day's readings say nothing of the day; with more it is brought to a whole one, as the kits do. */
const wholeDay = 0.9;

function dayTotal(rows: readonly DayRow[], meters: readonly Meter[]): number | null {
  let sum = 0;
  for (const { id, intervalMinutes, reads, lastAt } of meters) {
    const row = rows.find((each) => each.meter === id);
    // On the day a register was last read only its morning, say, is known.
    if (!row || (reads === 'register' && (lastAt === null || row.day >= dayOf(lastAt)))) return null;
    const share = reads === 'register' || intervalMinutes === null ? 1 : (row.count * intervalMinutes) / 1440;
    if (share < wholeDay) return null;
    sum += row.total / Math.min(1, share);
  }
  return sum / 1000;
}

/** Meters are taken to err independently, so that their spreads add as squares. */
function bandOf(bands: readonly Band[], length: number, z: number) {
  const unknown = () => Array.from({ length }, (): number | null => null);
  if (bands.length === 0) return { expected: unknown(), low: unknown(), high: unknown() };
  const expected = unknown();
  const low = unknown();
  const high = unknown();
  for (let i = 0; i < length; i++) {
    let sum = 0;
    let squares = 0;
    for (const { expected: each, spread } of bands) {
      const value = each[i] ?? null;
      sum = value === null ? Number.NaN : sum + value;
      squares += (spread[i] ?? 0) ** 2;
    }
    if (Number.isNaN(sum)) continue;
    expected[i] = sum;
    low[i] = Math.max(0, sum - z * Math.sqrt(squares));
    high[i] = sum + z * Math.sqrt(squares);
  }
  return { expected, low, high };
}

function offHours(
  { building }: Metered,
  days: readonly string[],
  kindOfDay: KindOfDay,
  by: 'hour' | 'day',
): [number, number][] {
  const off =
    by === 'day'
      ? days.map((day) => kindOfDay(day) !== 'workday')
      : days.flatMap((day) =>
          Array.from(
            { length: hoursOfDay },
            (_, hour) => kindOfDay(day) !== 'workday' || hour < building.workFromHour || hour >= building.workToHour,
          ),
        );
  const stretches: [number, number][] = [];
  for (const [i, is] of off.entries()) {
    if (!is) continue;
    const last = stretches.at(-1);
    if (last && last[1] === i) last[1] = i + 1;
    else stretches.push([i, i + 1]);
  }
  return stretches;
}
