import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seeded } from '@opengoa/kernel/seeded';
import { anomalyChance, fitAnomalyModel } from './anomaly-model.ts';
import { expectedReadings } from './expected-reading.ts';
import { judgedReadings, learnedReadings } from './judged-readings.ts';
import { ascending, medianOf, quantileOf, rankAmong } from './middle.ts';
import { gridOf } from './reading-grid.ts';
import { unusualness } from './unusualness.ts';
import { deviationAround, leastAround, meanAround, mostAround, runLengths } from './windows.ts';

const hourMs = 3_600_000;
const monday = Date.UTC(2026, 0, 5);

/** Hours of a meter with a day, a week and noise. */
function meter(weeks: number, seed = 1, change: (value: number, hour: number) => number = (value) => value) {
  const next = seeded(seed);
  const length = weeks * 168;
  const values = Float64Array.from({ length }, (_, i) => {
    const inUse = Math.floor(i / 24) % 7 < 5 && i % 24 >= 8 && i % 24 < 18;
    return change((inUse ? 80 : 20) + 4 * next(), i);
  });
  return { times: Float64Array.from(values, (_, i) => monday + i * hourMs), values };
}

const within = (i: number, from: number, length: number) => i >= from && i < from + length;
const judged = (readings: ReturnType<typeof meter>) => {
  const found = judgedReadings(readings);
  if (found.status !== 'ok') throw new Error('enough readings');
  return Array.from(readings.values, (_, i) => found.judge(i));
};

describe('one meter', () => {
  test('an ordinary meter is left alone, and nine of ten readings lie in the band', () => {
    const readings = meter(10);
    const answers = judged(readings);
    expect(answers.filter(({ flag }) => flag === 1).length).toBeLessThan(3);
    for (const { score } of answers) expect(score >= 0 && score <= 1).toBe(true);
    const held = answers.filter(({ low, high }, i) => readings.values[i]! >= low && readings.values[i]! <= high);
    expect(held.length / answers.length).toBeGreaterThan(0.85);
    expect(held.length / answers.length).toBeLessThan(0.95);
  });

  test.each([
    ['a night that is not quiet', (v: number, i: number) => (within(i, 1_000, 8) ? 75 : v), /高于同时段/],
    ['a working day that is', (v: number, i: number) => (within(i, 1_016, 8) ? 20 : v), /低于同时段/],
    ['a dead meter', (v: number, i: number) => (within(i, 700, 30) ? 0 : v), /连续30个读数为零/],
    ['a stuck one', (v: number, i: number) => (within(i, 700, 30) ? 21.5 : v), /连续30个读数不变/],
    ['a single spike', (v: number, i: number) => (i === 701 ? 900 : v), /前后|高于/],
    ['below zero', (v: number, i: number) => (within(i, 700, 3) ? -50 : v), /读数为负/],
  ])('%s is flagged with its reason', (_, change, reason) => {
    const at = [1_003, 1_019, 715, 701].find((i) => change(1e-3, i) !== 1e-3)!;
    const answer = judged(meter(10, 1, change))[at]!;
    expect(answer.flag).toBe(1);
    expect(answer.reason.zh).toMatch(reason);
    expect(answer.reason.zh).toContain('待核实异常');
  });

  test('a meter that always repeats itself is not stuck', () => {
    const grid = gridOf(meter(6).times, meter(6, 1, (_, i) => (i % 40 < 30 ? 5 : 6)).values)!.grid;
    expect(Math.max(...unusualness(grid, expectedReadings(grid)).stuck)).toBe(0);
  });

  test('a cold week is expected where the weather is known', () => {
    const outdoorAt = (time: number) => {
      const hour = (time - monday) / hourMs;
      return (within(hour, 840, 168) ? -15 : 8) + 3 * Math.sin(hour / 50);
    };
    const readings = meter(10, 1, (v, i) => v + 3 * (15 - outdoorAt(monday + i * hourMs)));
    const blind = gridOf(readings.times, readings.values)!.grid;
    const seeing = gridOf(readings.times, readings.values, { outdoorAt })!.grid;
    const off = (grid: typeof blind) => Math.abs(grid.values[900]! - expectedReadings(grid).expected[900]!);
    expect(off(blind)).toBeGreaterThan(40);
    expect(off(seeing)).toBeLessThan(10);
  });

  test('a holiday is expected to read like the Sundays around it, and a weekend worked by notice like a weekday', () => {
    const [shut, worked] = [Date.UTC(2026, 1, 11), Date.UTC(2026, 1, 15)].map((at) => (at - monday) / hourMs);
    const readings = meter(10, 1, (v, i) => (within(i, shut!, 24) ? 21 : within(i, worked! + 8, 10) ? 82 : v));
    const kindOfDay = (day: string) =>
      day === '2026-02-11'
        ? 'holiday'
        : day === '2026-02-15' || new Date(day).getUTCDay() % 6 !== 0
          ? 'workday'
          : 'rest-day';
    const blind = expectedReadings(gridOf(readings.times, readings.values)!.grid);
    const { grid } = gridOf(readings.times, readings.values, { kindOfDay })!;
    const known = expectedReadings(grid);
    const off = (expected: Float64Array, i: number) => Math.abs(readings.values[i]! - expected[i]!);
    for (const noon of [shut! + 12, worked! + 12]) {
      expect(off(blind.expected, noon)).toBeGreaterThan(50);
      expect(off(known.expected, noon)).toBeLessThan(5);
    }
    expect(known.usual).toEqual(blind.usual);
    // Days that follow another's profile stand for nobody else's.
    expect(off(known.expected, shut! + 12 + 168)).toBeLessThan(5);
    const scores = (all: typeof blind, on: typeof grid) => unusualness(on, all).score[shut! + 12]!;
    expect(scores(known, grid)).toBeLessThan(0.7 * scores(blind, grid));
  });

  test('few readings, or stamps without any order in time, are insufficient data', () => {
    expect(judgedReadings({ times: [1, 2, 3], values: [1, 2, 3] })).toMatchObject({ status: 'insufficient_data' });
    const times = [...Array.from({ length: 20 }, (_, i) => i), 1e12];
    expect(judgedReadings({ times, values: times })).toMatchObject({ status: 'insufficient_data' });
  });

  test('a gap stays a gap, and the readings after it keep their hours', () => {
    const { times, values } = meter(10);
    const kept = [...times.keys()].filter((i) => !within(i, 500, 100));
    const placed = gridOf(
      Float64Array.from(kept, (i) => times[i]!),
      Float64Array.from(kept, (i) => values[i]!),
    )!;
    expect(placed.grid.values[550]).toBeNaN();
    expect(placed.grid.values[700]).toBe(values[700]);
    expect([...placed.places]).toEqual(kept);
  });
});

test('what people said of other meters is learned', () => {
  const known = [1, 2].map((seed) => {
    const odd = (i: number) => within(i, 300 + 100 * seed, 8) || within(i, 700 + 10 * seed, 8);
    const readings = meter(7, seed, (v, i) => (odd(i) ? v + 40 : v));
    return learnedReadings(
      readings,
      Float64Array.from(readings.values, (_, i) => Number(odd(i))),
    )!;
  });
  const model = fitAnomalyModel(known);
  const asked = meter(10, 9, (v, i) => (within(i, 1_000, 8) ? v + 40 : v));
  const { features } = learnedReadings(asked, new Float64Array(asked.values.length))!;
  expect(anomalyChance(model, features, 1_004)).toBeGreaterThan(0.5);
  expect(anomalyChance(model, features, 1_300)).toBeLessThan(0.05);
  expect(() => fitAnomalyModel([{ features, labels: asked.times.length > 0 ? [0, 0] : [] }])).toThrow(RangeError);
});

describe('middles and windows', () => {
  const numbers = fc.array(fc.oneof(fc.integer({ min: -50, max: 50 }), fc.constant(Number.NaN)), { maxLength: 30 });

  test('are those of a plain reckoning', () => {
    fc.assert(
      fc.property(numbers, fc.nat(4), fc.nat(4), (all, back, ahead) => {
        const values = Float64Array.from(all);
        const mean = meanAround(values, -back, ahead);
        const [most, least] = [mostAround(values, -back, ahead), leastAround(values, -back, ahead)];
        const deviation = deviationAround(values, -back, ahead);
        for (const i of values.keys()) {
          const own = all.slice(Math.max(0, i - back), i + ahead + 1).filter((value) => !Number.isNaN(value));
          if (own.length === 0) {
            for (const each of [mean, most, least, deviation]) expect(each[i]).toBeNaN();
            continue;
          }
          const middle = own.reduce((sum, value) => sum + value, 0) / own.length;
          expect(mean[i]).toBeCloseTo(middle, 9);
          expect([most[i], least[i]]).toEqual([Math.max(...own) + 0, Math.min(...own) + 0]);
          const square = own.reduce((sum, value) => sum + (value - middle) ** 2, 0) / own.length;
          expect(deviation[i]).toBeCloseTo(Math.sqrt(square), 5);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('a rank among values is the share below, ties counted half', () => {
    const sorted = ascending([3, Number.NaN, 1, 2, 2]);
    expect([0, 1, 2, 4].map((value) => rankAmong(sorted, value))).toEqual([0, 0.125, 0.5, 1]);
    expect(quantileOf([4, 1, 2, 3], 0.5)).toBe(2.5);
    expect(medianOf([])).toBeNaN();
  });

  test('runs are told by their length', () =>
    expect([...runLengths(Float64Array.of(1, 1, 2, 3, 3, 3))]).toEqual([2, 2, 1, 3, 3, 3]));
});
