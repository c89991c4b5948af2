/** One meter's readings judged: what was expected, between which limits, how unusual each is, and why, in neutral words (EN-04). */
import type { Words } from '@opengoa/kernel/words';
import { type MethodResult, insufficient, ok } from '../method-result.ts';
import { anomalyChance, type AnomalyModel } from './anomaly-model.ts';
import { expectedReadings, type ExpectedReadings } from './expected-reading.ts';
import { quantileOf } from './middle.ts';
import { readingFeatures } from './reading-features.ts';
import { gridOf, type ReadingGrid, type Surroundings } from './reading-grid.ts';
import { type Unusualness, unusualness } from './unusualness.ts';

export interface JudgedReading {
  readonly expected: number;
  /** Nine readings of ten lie between. */
  readonly low: number;
  readonly high: number;
  /** 0 to 1: without a model 0.5 is three spreads; with one, the chance that people would call it an anomaly. */
  readonly score: number;
  readonly flag: 0 | 1;
  readonly reason: Words;
}

interface Judge {
  judge(reading: number): JudgedReading;
}

export interface MeterReadings extends Surroundings {
  /** Local time in milliseconds as if it were UTC, strictly ascending. */
  readonly times: ArrayLike<number>;
  readonly values: ArrayLike<number>;
}

/** Spreads at which a score is one half, and a reading flagged. */
const half = 3;
const leastReadings = 14;
const bandShare = 0.9;

/** @returns a function from the number of a reading to what is said of it: a year of answers need not stand in memory at once */
export function judgedReadings(readings: MeterReadings, model?: AnomalyModel): MethodResult<Judge> {
  const { times, values } = readings;
  const found = times.length;
  const placed = found >= leastReadings ? gridOf(times, values, readings) : null;
  if (!placed) return notEnough(found);
  const { grid, places } = placed;
  const known = expectedReadings(grid);
  const odd = unusualness(grid, known);
  const features = model && readingFeatures(grid, known, odd);
  const reach = Math.max(1, quantileOf(odd.z.map(Math.abs), bandShare));
  const positive = !grid.values.some((value) => value < 0);
  return ok<Judge>({
    judge(reading) {
      const place = places[reading]!;
      const expected = known.expected[place]!;
      const away = reach * known.spread[place]!;
      const score = features ? anomalyChance(model, features, place) : odd.score[place]! / (odd.score[place]! + half);
      const flag = score >= 0.5 ? 1 : 0;
      return {
        expected,
        low: positive ? Math.max(0, expected - away) : expected - away,
        high: expected + away,
        score,
        flag,
        reason: flag ? reasonOf(grid, known, odd, place) : ordinary,
      };
    },
  });
}

/** What a model learns from: one meter's readings with what people said of each. @returns null where they are too few */
export function learnedReadings(
  readings: MeterReadings,
  labels: ArrayLike<number>,
): { features: ReturnType<typeof readingFeatures>; labels: (0 | 1 | null)[] } | null {
  const { times, values } = readings;
  const placed = times.length >= leastReadings ? gridOf(times, values, readings) : null;
  if (!placed) return null;
  const known = expectedReadings(placed.grid);
  const onGrid = Array.from(placed.grid.values, (): 0 | 1 | null => null);
  for (let i = 0; i < labels.length; i++) onGrid[placed.places[i]!] = labels[i] === 1 ? 1 : 0;
  return { features: readingFeatures(placed.grid, known, unusualness(placed.grid, known)), labels: onGrid };
}

const ordinary: Words = { zh: '与同时段相符', en: 'Like its own hour' };

const notEnough = (found: number) =>
  insufficient({
    zh: `可用读数${found}个，至少需要${leastReadings}个时间均匀的读数`,
    en: `${found} usable readings; ${leastReadings} at an even distance are needed`,
    needed: leastReadings,
    found,
  });

/** The plainest of what speaks for it. */
function reasonOf(grid: ReadingGrid, known: ExpectedReadings, odd: Unusualness, place: number): Words {
  const value = grid.values[place]!;
  const short = (number: number) => String(Number(number.toPrecision(4)));
  const expected = known.expected[place]!;
  const own = {
    zh: `读数${short(value)}，预期${short(expected)}`,
    en: `reads ${short(value)}, ${short(expected)} expected`,
  };
  const said = (zh: string, en: string): Words => ({
    zh: `${zh}：${own.zh}。待核实异常`,
    en: `${en}: ${own.en}. To be verified`,
  });
  const run = odd.stuck[place]!;
  if (value < 0) return said('读数为负', 'Below zero');
  if (run > 0 && value === 0) return said(`连续${run}个读数为零`, `${run} readings of zero in a row`);
  if (run > 0) return said(`连续${run}个读数不变`, `${run} readings all the same`);
  const [z, usualZ] = [odd.z[place]!, odd.usualZ[place]!];
  if (odd.spike[place]! > 2 * half && odd.lasting.get(4)![place]! < half)
    return said('与前后读数相差突出', 'Far from the readings before and after');
  if (Math.abs(z) < 2 && Math.abs(usualZ) < 2) return said('前后数小时多次偏离', 'The hours around it are off');
  if (Math.abs(z) < Math.abs(usualZ) / 3)
    return said(
      `近几周同时段均偏离全期水平（全期中位${short(known.usual[place]!)}）`,
      `For weeks off the level of this hour (${short(known.usual[place]!)} over the whole)`,
    );
  return z > 0 || (z === 0 && usualZ > 0)
    ? said('高于同时段', 'Above its own hour')
    : said('低于同时段', 'Below its own hour');
}
