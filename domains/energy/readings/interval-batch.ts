/** A batch of interval readings brought to rows and to what it adds to each day, before the store has said which of them are new. */
import type { DoubtRule } from '../contract.ts';
import { type Instrument, instrumentAt, type Meter, toThousandths } from '../meters/meter.ts';
import { type DayUse, dayIn, type GrowingDay } from './day-use.ts';
import { dayBegins, localDayNumber, localHour } from './local-time.ts';
import { dayNumber } from '../methods/hour-series.ts';

export interface ReceivedReading {
  readonly at: string;
  readonly value: number;
  readonly estimated?: boolean | undefined;
}

/** Rows side by side, as the store takes them. */
export interface Columns {
  /** Milliseconds of the beginning of each interval. */
  readonly at: number[];
  readonly value: number[];
  readonly quality: number[];
}

/** Readings in a row, by time, that one rule keeps apart from the totals. `to` is the end of the last. */
export interface DoubtfulStretch {
  readonly rule: DoubtRule;
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly value: number;
}

export interface PreparedSeries {
  readonly columns: Columns;
  /** The columns as comma-separated texts: made once, hashed and sent. */
  readonly lists: { readonly at: string; readonly value: string; readonly quality: string };
  readonly days: readonly DayUse[];
  readonly doubts: readonly DoubtfulStretch[];
  readonly from: number;
  readonly to: number;
  /** The latest reading that counts. */
  readonly lastCounted: number | null;
}

export const qualityCode = { measured: 0, estimated: 1, suspect: 2, corrected: 3 } as const;

export interface ReceivingRules {
  readonly nowMs: number;
  /** Readings from before this instant are late; null where whoever sends answers for them. */
  readonly lateBeforeMs: number | null;
}

/**
 * @param instruments of this meter, in the order of time
 * @returns rows in the order they came, and sums that hold if every row is new
 */
export function prepareSeries(
  meter: Pick<Meter, 'reads' | 'intervalMinutes' | 'stamped' | 'validFrom' | 'validTo'>,
  instruments: readonly Instrument[],
  readings: readonly ReceivedReading[],
  rules: ReceivingRules,
): PreparedSeries {
  const intervalMs = (meter.intervalMinutes ?? 0) * 60_000;
  const shift = meter.reads === 'interval' && meter.stamped === 'ends' ? intervalMs : 0;
  const begins = dayBegins(dayNumber(meter.validFrom));
  const ends = meter.validTo === null ? Number.POSITIVE_INFINITY : dayBegins(dayNumber(meter.validTo) + 1);
  const only = instruments.length === 1 ? instruments[0]! : null;
  const columns: Columns = { at: [], value: [], quality: [] };
  const days = new Map<number, GrowingDay>();
  const doubtful: { rule: DoubtRule; at: number; value: number }[] = [];
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  let lastCounted: number | null = null;
  for (const reading of readings) {
    const at = Date.parse(reading.at) - shift;
    const value = toThousandths(reading.value);
    const rule = doubtOf(value, at, begins, ends, rules);
    const quality =
      rule !== null ? qualityCode.suspect : reading.estimated ? qualityCode.estimated : qualityCode.measured;
    columns.at.push(at);
    columns.value.push(value);
    columns.quality.push(quality);
    if (at < from) from = at;
    if (at > to) to = at;
    const day = dayIn(days, localDayNumber(at));
    if (rule !== null) {
      doubtful.push({ rule, at, value });
      day.suspect += 1;
      continue;
    }
    if (lastCounted === null || at > lastCounted) lastCounted = at;
    const amount = value * (only ?? instrumentAt(instruments, at)).multiplier;
    const hour = localHour(at);
    day.hours[hour] = (day.hours[hour] ?? 0) + amount;
    day.total += amount;
    day.count += 1;
    if (quality === qualityCode.estimated) day.estimated += 1;
  }
  const { at, value, quality } = columns;
  const lists = { at: at.join(','), value: value.join(','), quality: quality.join(',') };
  return {
    columns,
    lists,
    days: [...days.values()],
    doubts: stretches(doubtful, intervalMs || 1000),
    from,
    to,
    lastCounted,
  };
}

/**
 * The instants that readings speak of, as a multirange of PostgreSQL: neighbours in the meter's rhythm are one range, so that a year of hours
 * is as short as a day of them.
 * @param intervalMs 0 where there is no rhythm: each instant stands alone
 */
export function heldInstants(at: readonly number[], intervalMs: number): string {
  const ranges: [from: number, last: number][] = [];
  for (const each of [...new Set(at)].toSorted((a, b) => a - b)) {
    const range = ranges.at(-1);
    if (range && each - range[1] === intervalMs) range[1] = each;
    else ranges.push([each, each]);
  }
  const text = (ms: number) => new Date(ms).toISOString();
  return `{${ranges.map(([from, last]) => `[${text(from)},${text(last)}]`).join(',')}}`;
}

/** Why a reading is kept apart when it comes in; any other doubt is raised by looking at what was read. */
export const doubtsOnReceipt = ['negative', 'future', 'not-in-service', 'late'] as const satisfies readonly DoubtRule[];

function doubtOf(value: number, at: number, begins: number, ends: number, rules: ReceivingRules): DoubtRule | null {
  if (value < 0) return 'negative';
  if (at > rules.nowMs) return 'future';
  if (at < begins || at >= ends) return 'not-in-service';
  if (rules.lateBeforeMs !== null && at < rules.lateBeforeMs) return 'late';
  return null;
}

function stretches(
  doubtful: readonly { rule: DoubtRule; at: number; value: number }[],
  intervalMs: number,
): DoubtfulStretch[] {
  const found: { -readonly [Key in keyof DoubtfulStretch]: DoubtfulStretch[Key] }[] = [];
  for (const { rule, at, value } of doubtful.toSorted((a, b) => a.at - b.at)) {
    const last = found.at(-1);
    if (last && last.rule === rule && at <= last.to) {
      if (at < last.to) continue;
      last.to = at + intervalMs;
      last.count += 1;
    } else found.push({ rule, from: at, to: at + intervalMs, count: 1, value });
  }
  return found;
}
