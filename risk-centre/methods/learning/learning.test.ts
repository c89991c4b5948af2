import fc from 'fast-check';
import { expect, test } from 'vitest';
import { binningOf, binsOf, missingBin } from './binned.ts';
import { boostedChance, fitBoostedTrees } from './boosted-trees.ts';
import { fitForest, forestChance } from './forest.ts';
import { evenWeights, groupFolds } from './group-folds.ts';
import { fitLogistic, logisticChance } from './logistic.ts';
import { answerQuality, rocAuc } from './ranking-quality.ts';
import { seeded } from '@opengoa/kernel/seeded';
import { standardised, standardOf } from './standardise.ts';

/** A label that a line cannot tell: one where both features have the same sign. One value in twenty is missing. */
function crossed(n: number, seed: number) {
  const next = seeded(seed);
  const rows = Array.from({ length: n }, () => Float64Array.of(next() * 2 - 1, next() * 2 - 1, next()));
  const labels = rows.map((row) => Number(row[0]! * row[1]! > 0));
  for (const row of rows) if (next() < 0.05) row[2] = Number.NaN;
  return { rows, labels };
}

const shape = { depth: 3, leastLeaf: 2, featureShare: 1, ridge: 1 };

test('trees learn what a line cannot, and the same data is the same model', () => {
  const [known, later] = [crossed(400, 1), crossed(200, 2)];
  const settings = { ...shape, rounds: 60, rate: 0.2, rowShare: 0.7, seed: 3 };
  const [model, again] = [settings, settings].map((each) => fitBoostedTrees(known.rows, known.labels, each));
  const scores = later.rows.map((row) => boostedChance(model!, row));
  expect(rocAuc(scores, later.labels)).toBeGreaterThan(0.95);
  expect(later.rows.map((row) => boostedChance(again!, row))).toEqual(scores);
  const forest = fitForest(known.rows, known.labels, { ...shape, depth: 8, trees: 40, seed: 3 });
  expect(
    rocAuc(
      later.rows.map((row) => forestChance(forest, row)),
      later.labels,
    ),
  ).toBeGreaterThan(0.9);
  const straight = fitLogistic(
    known.rows.map((row) => row.slice(0, 2)),
    known.labels,
    1,
  );
  const line = later.rows.map((row) => logisticChance(straight, row.slice(0, 2)));
  expect(rocAuc(line, later.labels)).toBeLessThan(0.65);
});

test('the ridge keeps a separable line finite, and its slope points the right way', () => {
  const rows = [-2, -1, 1, 2].map((x) => [x]);
  const fit = fitLogistic(rows, [0, 0, 1, 1], 0.5);
  expect(fit.slopes[0]).toBeGreaterThan(0.5);
  expect(fit.slopes[0]).toBeLessThan(10);
  expect(fit.intercept).toBeCloseTo(0, 6);
  expect(() => fitLogistic(rows, [0, 0, 1, 1], 0)).toThrow(RangeError);
});

test('at its solution the weighted residuals of a ridge logistic balance the ridge', () => {
  const { rows, labels } = crossed(60, 4);
  const flat = rows.map((row) => row.slice(0, 2));
  const weights = labels.map((_, i) => 0.5 + (i % 3));
  const fit = fitLogistic(flat, labels, 2, weights);
  for (const j of [0, 1]) {
    const pull = flat.reduce((sum, row, i) => sum + weights[i]! * (labels[i]! - logisticChance(fit, row)) * row[j]!, 0);
    expect(pull).toBeCloseTo(2 * fit.slopes[j]!, 6);
  }
});

test('no group is ever parted, and every row has a fold', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(12), fc.nat(1)), { minLength: 1, maxLength: 60 }),
      fc.integer(),
      (rows, seed) => {
        const groups = rows.map(([group]) => `g${group}`);
        const folds = groupFolds(
          groups,
          rows.map(([, label]) => label),
          4,
          seed,
        );
        const of = new Map<string, number>();
        for (const [i, group] of groups.entries()) {
          expect(of.get(group) ?? folds[i]).toBe(folds[i]);
          of.set(group, folds[i]!);
          expect(folds[i]).toSatisfy((fold: number) => fold >= 0 && fold < 4);
        }
      },
    ),
  );
});

test('even weights give both kinds the same sum', () => {
  const labels = [1, 1, 1, 0, 0];
  const weights = evenWeights(labels, ['a', 'a', 'b', 'c', 'd']);
  const sum = (label: number) => weights.reduce((total, weight, i) => total + (labels[i] === label ? weight : 0), 0);
  expect(sum(1)).toBeCloseTo(2.5, 9);
  expect(sum(0)).toBeCloseTo(2.5, 9);
  expect(weights[0]).toBeLessThan(weights[2]!);
});

test('the area under the curve is the share of pairs in the right order', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(5), fc.nat(1)), { minLength: 2, maxLength: 30 }), (rows) => {
      const ones = rows.filter(([, label]) => label === 1);
      const zeros = rows.filter(([, label]) => label === 0);
      const found = rocAuc(
        rows.map(([score]) => score),
        rows.map(([, label]) => label),
      );
      if (ones.length === 0 || zeros.length === 0) return found === null;
      let right = 0;
      for (const [one] of ones) for (const [zero] of zeros) right += one > zero ? 1 : one === zero ? 0.5 : 0;
      return Math.abs(found! - right / (ones.length * zeros.length)) < 1e-9;
    }),
  );
  expect(answerQuality([true, true, false, false], [1, 0, 0, 1])).toMatchObject({ balancedAccuracy: 0.5, matthews: 0 });
});

test('missing values keep their own bin and stand in the middle of a standard', () => {
  const binning = binningOf([[1], [2], [Number.NaN], [2], [9]]);
  expect(binsOf(binning, [Number.NaN])[0]).toBe(missingBin);
  expect(binsOf(binning, [1])[0]).toBe(0);
  expect(binsOf(binning, [9])[0]!).toBeGreaterThan(binsOf(binning, [2])[0]!);
  const standard = standardOf([1, 2, 3, 4, Number.NaN, 1000]);
  expect(standardised(Number.NaN, standard)).toBe(0);
  expect(standardised(1000, standard, 3)).toBe(3);
  expect(standardOf([])).toEqual({ centre: 0, scale: 1 });
});

test('along a rising feature the chance never falls, and it is learned still', () => {
  const next = seeded(5);
  const rows = Array.from({ length: 400 }, () => Float64Array.of(next(), next()));
  // More of the first is mostly more, but for a dip in the middle that must not be learned.
  const labels = rows.map(([a]) => Number(next() < (a! > 0.4 && a! < 0.6 ? 0.1 : a!)));
  const settings = { ...shape, rounds: 40, rate: 0.2, rowShare: 0.8, seed: 3 };
  const chances = (rising: ReadonlySet<number>, other: number) => {
    const model = fitBoostedTrees(rows, labels, { ...settings, rising });
    return Array.from({ length: 50 }, (_, i) => boostedChance(model, [i / 50, other]));
  };
  const falls = (all: readonly number[]) => all.some((each, i) => i > 0 && each < all[i - 1]! - 1e-12);
  for (const other of [0.1, 0.5, 0.9]) expect(falls(chances(new Set([0]), other))).toBe(false);
  expect(falls(chances(new Set(), 0.5))).toBe(true);
  const learned = chances(new Set([0]), 0.5);
  expect(learned.at(-1)! - learned[0]!).toBeGreaterThan(0.4);
});

test('log odds known beforehand are added to, and not learned again', () => {
  const { rows, labels } = crossed(300, 6);
  const settings = { ...shape, rounds: 20, rate: 0.2, rowShare: 1, seed: 3 };
  const sure = labels.map((label) => (label === 1 ? 20 : -20));
  const model = fitBoostedTrees(rows, labels, settings, undefined, sure);
  expect(boostedChance(model, rows[0]!, sure[0])).toBeCloseTo(labels[0]!, 6);
  expect(boostedChance(model, rows[0]!)).toBeCloseTo(0.5, 3);
});
