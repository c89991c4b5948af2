import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normal, seeded } from '@opengoa/kernel/seeded';
import { reportTruth } from './report-truth.ts';
import { periodOf, type ReportPoint, type ReportSeries, seriesOf } from './report-series.ts';

const monthsOf = (year: number) =>
  Array.from({ length: 12 }, (_, month) => `${year}-${String(month + 1).padStart(2, '0')}`);
const honest = (unit: string, seed: number, years: readonly number[] = [2025, 2026]): ReportSeries => {
  const random = seeded(seed);
  const level = 5_000 + 40_000 * random();
  return seriesOf(
    unit,
    '电',
    years.flatMap(monthsOf).map((period) => ({ period, value: Math.round(level * Math.exp(0.1 * normal(random))) })),
  );
};
const changed = (series: ReportSeries, change: (point: ReportPoint, i: number) => number): ReportSeries =>
  seriesOf(
    series.unit,
    series.indicator,
    series.points.map((point, i) => ({ ...point, value: change(point, i) })),
  );
const patterns = (all: readonly ReportSeries[], ...more: unknown[]) =>
  [...reportTruth(all, ...(more as [never, never]))].map(({ pattern }) => pattern);

describe('report truth', () => {
  test('honest series pass, also a hundred of them in one file', () => {
    const all = Array.from({ length: 100 }, (_, i) => honest(`u${i}`, i + 1));
    expect(new Set(patterns(all))).toEqual(new Set(['']));
  });

  test('last year times any ratio, rounded, is found with its ratio', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000 }),
        fc.double({ min: 0.8, max: 0.99, noNaN: true }),
        (seed, ratio) => {
          const series = honest('u', seed);
          const made = changed(series, ({ value }, i) =>
            i < 12 ? value : Math.round(series.points[i - 12]!.value * ratio),
          );
          const [answer] = [...reportTruth([made])];
          expect(answer).toMatchObject({ pattern: 'last-year-ratio', from: '2026-01', to: '2026-12', flag: 1 });
          expect(answer!.parameter).toBeCloseTo(ratio, 3);
          expect(answer!.reason.zh).toContain('待核实异常');
        },
      ),
      { numRuns: 50 },
    );
  });

  test('a run of copies, the whole of last year, and one repeat, which is chance', () => {
    const series = honest('u', 5);
    const run = changed(series, ({ value }, i) => (i > 14 && i < 18 ? series.points[14]!.value : value));
    const year = changed(series, ({ value }, i) => (i < 12 ? value : series.points[i - 12]!.value));
    const once = changed(series, ({ value }, i) => (i === 15 ? series.points[14]!.value : value));
    expect([...reportTruth([run])]).toMatchObject([{ pattern: 'copied-forward', from: '2026-03', to: '2026-06' }]);
    expect([...reportTruth([year])]).toMatchObject([{ pattern: 'copied-forward', parameter: 1, from: '2026-01' }]);
    expect(patterns([once])).toEqual(['']);
  });

  test('shares of one total, with heads told and without; two units are told where they were declared', () => {
    const total = honest('total', 9, [2026]);
    const shareOf = (unit: string, weight: number) =>
      changed({ ...total, unit }, ({ value }) => Math.round(value * weight));
    const four = [shareOf('a', 0.31), shareOf('b', 0.19), shareOf('c', 0.4), shareOf('d', 0.1)];
    const other = honest('e', 11, [2026]);
    expect(patterns([...four, other])).toEqual([...four.map(() => 'fixed-share'), '']);
    const members = [31, 19, 40, 10].map((heads, i) => ({ unit: four[i]!.unit, heads }));
    expect(patterns(four, [{ group: '一号楼', members }])).toEqual(four.map(() => 'per-head-share'));
    expect(patterns(four.slice(0, 2))).toEqual(['', '']);
    const wrongHeads = [7, 9].map((heads, i) => ({ unit: four[i]!.unit, heads }));
    expect(patterns(four.slice(0, 2), [{ group: '一号楼', members: wrongHeads }])).toEqual([
      'fixed-share',
      'fixed-share',
    ]);
  });

  test('reports by year: one ratio over a group; one unit alone is insufficient', () => {
    const values = [41_233, 130_877, 77_012, 58_391, 210_449];
    const all = values.map((value, i) =>
      seriesOf(`u${i}`, '电', [
        { period: '2025', value },
        { period: '2026', value: Math.round(value * 0.973) },
      ]),
    );
    const members = all.map(({ unit }, i) => ({ unit, heads: 10 + 7 * ((i * 3) % 5) }));
    expect(new Set(patterns(all, [{ group: '全局', members }]))).toEqual(new Set(['last-year-ratio']));
    const [alone] = [...reportTruth(all.slice(0, 1))];
    expect(alone).toMatchObject({ pattern: 'insufficient_data', score: null, flag: 0 });
  });

  test('against the meter: its steps, and what was read of it', () => {
    const series = honest('u', 21, [2026]);
    const steps = { unit: 'u', indicator: '电', step: 60, readings: new Map<string, number>() };
    const low = {
      unit: 'u',
      indicator: '电',
      step: null,
      readings: new Map(series.points.map(({ period, value }) => [period, value * 1.2])),
    };
    expect(patterns([series], [], [steps])).toEqual(['precision']);
    expect(patterns([series], [], [low])).toEqual(['meter-gap']);
    const read = changed(series, ({ value }) => Math.round(value / 60) * 60);
    expect(patterns([read], [], [steps])).toEqual(['']);
  });

  test('digits are pooled over a unit and asked from 240 values on', () => {
    const rounded = Array.from({ length: 10 }, (_, i) =>
      changed({ ...honest('u', i + 40), indicator: `表${i}` }, ({ value }, at) =>
        at % 3 === 0 ? Math.round(value / 5) * 5 : value,
      ),
    );
    expect(new Set(patterns(rounded))).toEqual(new Set(['digits']));
    expect(new Set(patterns(rounded.slice(0, 9)))).toEqual(new Set(['']));
  });
});

test('periods as people write them', () => {
  expect(
    ['2026-10', '2026/1', '2026年3月', '202610', '2026-10-31', '2026', '2026-10-01T00:00:00'].map(periodOf),
  ).toEqual(['2026-10', '2026-01', '2026-03', '2026-10', '2026-10', '2026', '2026-10']);
  expect(['', '2026-13', '三月', '26-03', '2026-00', '10/2026'].map(periodOf)).toEqual([
    null,
    null,
    null,
    null,
    null,
    null,
  ]);
});
