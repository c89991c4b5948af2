/** A line of very many places, made small enough to be drawn at once. Pure. */
import type { ChartData } from './chart-data.ts';

export type LongLine = Extract<ChartData, { kind: 'long' }>;

/**
 * The places of a stretch that are drawn where one pixel holds many: of each of `buckets` parts the lowest and the highest, in the order they came.
 * A mean, or points chosen for the look of the line, would hide the peak that is looked for. A part without a value breaks the line.
 * @param from first place
 * @param to last place
 */
export function lowestAndHighest(values: LongLine['values'], from: number, to: number, buckets: number): number[] {
  const count = to - from + 1;
  if (count <= buckets * 2) return Array.from({ length: Math.max(0, count) }, (_, n) => from + n);
  const places: number[] = [];
  for (let bucket = 0; bucket < buckets; bucket += 1) {
    const first = from + Math.floor((bucket * count) / buckets);
    const after = from + Math.floor(((bucket + 1) * count) / buckets);
    let [low, high] = [-1, -1];
    for (let place = first; place < after; place += 1) {
      const value = values[place] ?? null;
      if (value === null) continue;
      if (low < 0 || value < values[low]!) low = place;
      if (high < 0 || value > values[high]!) high = place;
    }
    if (low < 0) places.push(first);
    else places.push(...(low === high ? [low] : [Math.min(low, high), Math.max(low, high)]));
  }
  return places;
}

/** As `03-05 07:15`. */
export const writtenAt = ({ fromMs, stepMs }: Pick<LongLine, 'fromMs' | 'stepMs'>, place: number): string =>
  writtenMs(fromMs + place * stepMs);

export const writtenMs = (ms: number): string => new Date(ms).toISOString().slice(5, 16).replace('T', ' ');

/** The points of a stretch as ECharts takes them. */
export const pointsOf = (
  { fromMs, stepMs, values }: LongLine,
  from: number,
  to: number,
  width: number,
): [number, number | '-'][] =>
  lowestAndHighest(values, from, to, Math.max(1, Math.floor(width))).map((place) => [
    fromMs + place * stepMs,
    values[place] ?? '-',
  ]);
