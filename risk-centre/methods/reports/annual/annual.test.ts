import fc from 'fast-check';
import { expect, test } from 'vitest';
import { averagePrecision } from '../../learning/average-precision.ts';
import { annualIdentities } from './annual-identities.ts';
import { annualFeatures, fitAnnualOutlierModel, markChance } from './annual-outlier-model.ts';
import { annualOutliers } from './annual-outlier.ts';
import { leastPeers, peersOf, placeAmong } from './annual-peers.ts';
import type { AnnualReport } from './annual-report.ts';

const report = (
  id: string,
  kind: string,
  intensity: number | null,
  more: Partial<AnnualReport> = {},
): AnnualReport => ({
  id,
  kind,
  area: 1_000,
  uses: [{ use: kind, area: 1_000 }],
  intensity,
  primaryIntensity: intensity === null ? null : 2 * intensity,
  normalIntensity: intensity,
  total: intensity === null ? null : 1_000 * intensity,
  parts: { electricity: intensity === null ? null : 1_000 * intensity, gas: 0, steam: 0, other: null },
  standing: null,
  ...more,
});

const offices = Array.from({ length: 20 }, (_, i) => report(`o${i}`, 'office', 50 + i));
const schools = Array.from({ length: 20 }, (_, i) => report(`s${i}`, 'school', 150 + i));
const distanceOf = (answer: ReturnType<typeof annualOutliers>[number]) =>
  answer.status === 'ok' ? answer.distance : Number.NaN;

test('a building is held against its own kind: 160 is usual for a school and far for an office', () => {
  const answers = annualOutliers([...offices, report('odd', 'office', 160), ...schools, report('same', 'school', 160)]);
  expect(distanceOf(answers[20]!)).toBeGreaterThan(5);
  expect(distanceOf(answers.at(-1)!)).toBeLessThan(1);
});

test('parts that add up to another energy than the total are held against peers as well', () => {
  const parts = { electricity: 10_000, gas: 0, steam: 0, other: null };
  const answers = annualOutliers([...offices, report('odd', 'office', 60, { parts })]);
  const odd = answers.at(-1)!;
  expect(odd.status === 'ok' && odd.z).toBeLessThan(-9);
  expect(odd.status === 'ok' && odd.reason.zh).toContain('分项之和与合计相差-83%');
});

test('what was far off a year ago too counts for more than what was not; without a past the year stands alone', () => {
  const year = [...offices, report('odd', 'office', 160)];
  const alone = distanceOf(annualOutliers(year).at(-1)!);
  const before = (was: number) => distanceOf(annualOutliers(year, [...offices, report('odd', 'office', was)]).at(-1)!);
  expect(before(200)).toBeGreaterThan(before(60));
  expect(before(60)).toBeLessThan(alone);
  expect(distanceOf(annualOutliers(year, offices).at(-1)!)).toBe(alone);
});

test('a report without an intensity is not judged, and says so', () => {
  expect(annualOutliers([...offices, report('none', 'office', null)]).at(-1)).toMatchObject({
    status: 'insufficient_data',
  });
});

test(`a kind with fewer than ${leastPeers} reports is held against all`, () => {
  const peers = peersOf([...offices, report('a', 'pool', 400)], ({ intensity }) => intensity);
  expect(peers.get('pool')!.widened).toBe(true);
  expect(peers.get('office')!.widened).toBe(false);
  expect(placeAmong(peers.get('pool'), 0)).toBeNull();
  expect(placeAmong(undefined, 5)).toBeNull();
});

test('identities are 0 where a report agrees with itself, and unknown where a figure is missing', () => {
  expect(annualIdentities(report('a', 'office', 50))).toEqual({
    partsToTotal: 0,
    intensityToTotal: 0,
    normalToActual: 0,
    usesToArea: 0,
  });
  expect(annualIdentities(report('a', 'office', null)).partsToTotal).toBeNull();
});

test('limits by kind are learned: what is marked in one kind is left alone in another', () => {
  const made = (kind: string) => Array.from({ length: 60 }, (_, i) => report(`${kind}${i}`, kind, 40 + 2 * i));
  const all = [...made('flats'), ...made('hotel')];
  const labels = all.map(({ kind, intensity }) => Number(kind === 'flats' && intensity! > 120));
  const described = annualFeatures(all);
  const model = fitAnnualOutlierModel(described, labels);
  const chance = (i: number) => markChance(model, described[i]!);
  expect(chance(58)).toBeGreaterThan(0.5);
  expect(chance(118)).toBeLessThan(0.2);
  expect(() =>
    fitAnnualOutlierModel(
      described,
      all.map(() => 0),
    ),
  ).toThrow(RangeError);
});

test('average precision: worked by hand, and never moved by the order of rows', () => {
  expect(averagePrecision([3, 2, 1], [1, 0, 1])).toBeCloseTo((1 + 2 / 3) / 2);
  expect(averagePrecision([1, 1, 1, 1], [1, 0, 0, 0])).toBeCloseTo(0.25);
  expect(averagePrecision([1, 2], [0, 0])).toBeNull();
  fc.assert(
    fc.property(
      fc.array(fc.record({ score: fc.integer({ min: 0, max: 5 }), label: fc.integer({ min: 0, max: 1 }) })),
      (rows) => {
        const of = (some: typeof rows) =>
          averagePrecision(
            some.map(({ score }) => score),
            some.map(({ label }) => label),
          );
        const [one, other] = [of(rows), of(rows.toReversed())];
        if (one === null || other === null) expect(one).toBe(other);
        else expect(one).toBeCloseTo(other, 10);
      },
    ),
  );
});
