/** Readings and temperatures as files give them, put on hours of the clock they are written in. */
import type { TableShape } from '@opengoa/kernel/exchange';
import { dayNumber, dayOf, hoursOfDay } from '@opengoa/energy/hour-series';
import { median } from '@opengoa/kernel/robust-statistics';
import { type AnalysisRows, type AnalysisTools, SettingRefused } from './method.ts';
import { readingAliases } from './reading-rows.ts';

const timestamp = {
  type: 'instant',
  required: true,
  title: { zh: '时间', en: 'Timestamp' },
  aliases: readingAliases.timestamp,
} as const;

export const meterShape: TableShape = {
  title: { zh: '计量读数', en: 'meter readings' },
  columns: {
    meter: {
      type: 'text',
      required: true,
      maxLength: 200,
      title: { zh: '表计', en: 'Meter' },
      aliases: readingAliases.meter,
    },
    timestamp,
    value: {
      type: 'decimal',
      decimals: 'as-measured',
      title: { zh: '用量', en: 'Value' },
      aliases: readingAliases.value,
    },
  },
};

export const weatherShape: TableShape = {
  title: { zh: '室外气温(℃)', en: 'outdoor temperature (°C)' },
  columns: {
    timestamp,
    temperature: {
      type: 'decimal',
      decimals: 'as-measured',
      min: -80,
      max: 70,
      title: { zh: '气温', en: 'Temperature' },
      aliases: readingAliases.temperature,
    },
  },
};

const hourMs = 3_600_000;
/** Stamps without a zone are taken for Shanghai's when they are read; what was written comes back by the same. */
const written = (instant: string): number => Date.parse(instant) + 8 * hourMs;

interface Sparse {
  readonly at: number[];
  readonly values: number[];
  seen: Set<number> | null;
}

/** Adds a reading. @returns false where there is one of that time already */
function add(sparse: Sparse, at: number, value: number): boolean {
  if (sparse.at.length > 0 && at <= sparse.at.at(-1)! && !sparse.seen) sparse.seen = new Set(sparse.at);
  if (sparse.seen?.has(at)) return false;
  sparse.seen?.add(at);
  sparse.at.push(at);
  sparse.values.push(value);
  return true;
}

/** Readings of a meter by the hour: first hour since 1970 and a value for each, null where not all readings of the hour are there. */
export interface Hourly {
  readonly firstHour: number;
  readonly values: readonly (number | null)[];
}

/** Amounts of the parts of an hour are summed, temperatures are averaged. Stamps are milliseconds of the clock they are written in. */
export function hourly(
  { at, values }: { readonly at: ArrayLike<number>; readonly values: ArrayLike<number> },
  as: 'sum' | 'mean',
): Hourly {
  const hours = Array.from(at, (each) => Math.floor(each / hourMs));
  const first = hours.reduce((low, hour) => Math.min(low, hour), Number.POSITIVE_INFINITY);
  const last = hours.reduce((high, hour) => Math.max(high, hour), Number.NEGATIVE_INFINITY);
  const sums = new Float64Array(last - first + 1);
  const counts = new Uint16Array(last - first + 1);
  hours.forEach((hour, i) => {
    sums[hour - first]! += values[i]!;
    counts[hour - first]! += 1;
  });
  const usual = Math.round(median(Array.from(counts).filter((count) => count > 0)));
  return {
    firstHour: first,
    values: Array.from(sums, (sum, i) => {
      const count = counts[i]!;
      if (count === 0 || (as === 'sum' && count !== usual)) return null;
      return as === 'sum' ? sum : sum / count;
    }),
  };
}

/** Meters in the order in which they first stand in the file. A time that comes twice is passed over. */
export async function readMeters(rows: AnalysisRows, tools: AnalysisTools): Promise<ReadonlyMap<string, Hourly>> {
  const found = new Map<string, Sparse>();
  for await (const row of rows) {
    const meter = String(row.values['meter']);
    const sparse = found.get(meter) ?? { at: [], values: [], seen: null };
    found.set(meter, sparse);
    const value = row.values['value'];
    // A blank reading is one that did not arrive.
    if (typeof value === 'number' && !add(sparse, written(String(row.values['timestamp'])), value))
      tools.passOver(row, {
        zh: `表计${meter}在这一时间已有一行，取先出现的`,
        en: `there is a row of meter ${meter} at this time already; the first one counts`,
      });
  }
  return new Map([...found].map(([meter, sparse]) => [meter, hourly(sparse, 'sum')]));
}

export async function readWeather(rows: AnalysisRows | undefined): Promise<Hourly | null> {
  if (!rows) return null;
  const sparse: Sparse = { at: [], values: [], seen: null };
  for await (const { values } of rows)
    if (typeof values['temperature'] === 'number')
      add(sparse, written(String(values['timestamp'])), values['temperature']);
  return sparse.at.length === 0 ? null : hourly(sparse, 'mean');
}

/** A stretch of hours of a meter or of the weather, null where there is none. */
export const stretch = (hours: Hourly | null, from: number, to: number): (number | null)[] =>
  Array.from({ length: to - from }, (_, i) => hours?.values[from + i - hours.firstHour] ?? null);

export const midnightBefore = (hour: number): number => Math.floor(hour / hoursOfDay) * hoursOfDay;
export const dayOfHour = (hour: number): string => dayOf(Math.floor(hour / hoursOfDay));

/** As the file writes it: `2026-03-05 14:00:00`. */
export const stampOfHour = (hour: number): string =>
  `${dayOfHour(hour)} ${String(((hour % hoursOfDay) + hoursOfDay) % hoursOfDay).padStart(2, '0')}:00:00`;

/** Hours since 1970 at which a day, month or hour begins. @throws SettingRefused */
export function hourOfText(flag: string, text: string): number {
  const parts = /^(\d{4})-(\d{2})(?:-(\d{2})(?:[T ](\d{2})(?::00(?::00)?)?)?)?$/.exec(text.trim());
  const day = parts && `${parts[1]}-${parts[2]}-${parts[3] ?? '01'}`;
  if (!day || Number.isNaN(Date.parse(`${day}T00:00:00Z`)) || Number(parts[4] ?? 0) > 23)
    throw new SettingRefused({
      zh: `--${flag} 的“${text}”不是日期，请写成 2026-10-01。`,
      en: `--${flag} takes days such as 2026-10-01, not ${text}.`,
    });
  return dayNumber(day) * hoursOfDay + Number(parts[4] ?? 0);
}

/** `A..B`, both included: days, months or hours. @returns hours since 1970, the end not included. @throws SettingRefused */
export function spanOfText(flag: string, text: string): readonly [number, number] {
  const [first, last, more] = text.split('..');
  if (!first || !last || more !== undefined)
    throw new SettingRefused({
      zh: `--${flag} 须写成 起..止，如 2025-01-01..2025-09-30。`,
      en: `--${flag} takes first..last, such as 2025-01-01..2025-09-30.`,
    });
  const from = hourOfText(flag, first);
  const start = hourOfText(flag, last);
  const written = last.trim().length;
  const month = new Date(start * hourMs);
  const end =
    written === 7
      ? Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + 1, 1) / hourMs
      : written === 10
        ? start + hoursOfDay
        : start + 1;
  if (end <= from) throw new SettingRefused({ zh: `--${flag} 的止早于起。`, en: `--${flag} ends before it begins.` });
  return [from, end];
}
