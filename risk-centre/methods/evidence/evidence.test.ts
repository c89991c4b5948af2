import { normal, seeded } from '@opengoa/kernel/seeded';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromLogit, llrOfPrecision, mostStatisticalLlr, posterior } from '../evidence-to-probability.ts';
import { reliability } from '../learning/reliability.ts';
import { examples, near } from '../worked-examples.ts';
import { calibrateByOrder, calibratedByOrder } from './calibrate-by-order.ts';
import { calibrate, calibrated } from './calibrate.ts';
import { combineCorrelated, groupLogOdds } from './correlated-evidence.ts';
import { correctStated } from './correct-stated.ts';
import { meanRanks } from '../mean-ranks.ts';
import { correlationOfGroup } from './correlation-of-group.ts';

const said = (group: string, ...llrs: readonly number[]) => llrs.map((llr, i) => ({ kit: `${group}${i}`, group, llr }));

test('without correlation, and for one kit alone, it is the sum of the worked example', () => {
  const { input, expected } = examples['risk.log_odds'];
  const apart = input.log_likelihood_ratios.flatMap((llr, i) => said(`g${i}`, llr));
  expect(combineCorrelated(input.prior, apart, () => 0.5).probability).toSatisfy(near(expected.posterior_independent));
  const together = said('g', ...input.log_likelihood_ratios);
  expect(combineCorrelated(input.prior, together, () => 0).probability).toSatisfy(near(expected.posterior_independent));
  expect(Math.exp(groupLogOdds(input.log_likelihood_ratios, 0))).toSatisfy(near(expected.odds_multiplier));
});

test('the weight of a measured precision is the worked one, also as a group of one', () => {
  const { input, expected } = examples['risk.precision_to_llr'];
  expect(groupLogOdds([llrOfPrecision(input.precision, input.prior)], 0.9)).toSatisfy((llr: number) =>
    near(Math.min(expected.llr, mostStatisticalLlr))(llr),
  );
});

test('four kits that repeat each other wholly say as much as one', () => {
  expect(groupLogOdds([2, 2, 2, 2], 1)).toBe(2);
  expect(groupLogOdds([2, 2, 2, 2], 0.5)).toBeCloseTo(8 / 2.5, 12);
  expect(combineCorrelated(0.02, said('g', 2, 2, 2, 2), () => 1).probability).toBeCloseTo(posterior(0.02, [2]), 12);
});

test('the divided sum is the likelihood ratio of equally correlated normal scores', () => {
  // Two scores (1.4, 0.2), each moved by 1, correlation 0.6: log ratio by the density of the pair.
  const [x, y, rho] = [1.4, 0.2, 0.6];
  const square = (a: number, b: number) => (a * a - 2 * rho * a * b + b * b) / (1 - rho * rho);
  const exact = (square(x, y) - square(x - 1, y - 1)) / 2;
  expect(groupLogOdds([x - 0.5, y - 0.5], rho)).toBeCloseTo(exact, 12);
});

test('more correlation never makes the same favourable evidence say more', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, max: 4, noNaN: true }), { minLength: 1, maxLength: 6 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (llrs, a, b) => {
        expect(groupLogOdds(llrs, Math.max(a, b))).toBeLessThanOrEqual(groupLogOdds(llrs, Math.min(a, b)) + 1e-12);
        expect(groupLogOdds(llrs, a)).toBeGreaterThanOrEqual(Math.max(...llrs) / llrs.length - 1e-12);
      },
    ),
  );
  expect(() => groupLogOdds([1], 1.2)).toThrow(RangeError);
});

test('the correlation of a group is found from what its kits say, subjects found true apart', () => {
  const next = seeded(3);
  const rows = Array.from({ length: 600 }, (_, i) => {
    const [shared, truth] = [normal(next), i < 60 ? 6 : 0];
    return [0, 1, 2].map(() => truth + Math.sqrt(0.6) * shared + Math.sqrt(0.4) * normal(next));
  });
  const found = correlationOfGroup(rows, new Set(Array.from({ length: 60 }, (_, i) => i)));
  expect(found).toMatchObject({ status: 'ok', pairs: 3, subjects: 540 });
  if (found.status === 'ok') expect(Math.abs(found.rho - 0.6)).toBeLessThan(0.06);
  expect(correlationOfGroup(rows.slice(0, 49))).toMatchObject({ status: 'insufficient_data' });
  expect(correlationOfGroup(rows.map(() => [1, 1]))).toMatchObject({ status: 'insufficient_data' });
  expect(meanRanks([3, 1, 3, 2])).toEqual([3.5, 1, 3.5, 2]);
});

/** Cases stated with twice the log odds they deserve. */
function overclaimed(count: number, seed: number) {
  const next = seeded(seed);
  return Array.from({ length: count }, () => {
    const honest = 1.5 * normal(next) - 1;
    return { logOdds: 2 * honest, came: next() < fromLogit(honest) ? 1 : 0 };
  });
}

test('claims of twice what is known are halved, and the reliability diagram becomes straight', () => {
  const found = calibrate(overclaimed(2_000, 5));
  expect(found.status).toBe('ok');
  if (found.status !== 'ok') return;
  expect(found.b).toBeGreaterThan(0.42);
  expect(found.b).toBeLessThan(0.58);
  const later = overclaimed(5_000, 6);
  const came = later.map((each) => each.came);
  expect(
    reliability(
      later.map(({ logOdds }) => fromLogit(logOdds)),
      came,
    ).calibrationError,
  ).toBeGreaterThan(0.08);
  expect(
    reliability(
      later.map(({ logOdds }) => calibrated(found, logOdds)),
      came,
    ).calibrationError,
  ).toBeLessThan(0.03);
  expect(correctStated(overclaimed(800, 5)).way).toBe('line');
});

test('few cases: nothing is corrected, and it is said', () => {
  expect(calibrate(overclaimed(12, 1))).toMatchObject({ status: 'insufficient_data', reasons: [{ needed: 10 }] });
  const none = correctStated([]);
  expect(none.way).toBe('as-stated');
  expect(none.probability(0)).toBe(0.5);
});

test('by order: rising, within 0 and 1, and the share of each level', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ logOdds: fc.double({ min: -8, max: 8, noNaN: true }), came: fc.constantFrom(0, 0.5, 1) }), {
        minLength: 1,
        maxLength: 60,
      }),
      fc.double({ min: -9, max: 9, noNaN: true }),
      fc.double({ min: -9, max: 9, noNaN: true }),
      (cases, a, b) => {
        const found = calibrateByOrder(cases);
        const [low, high] = [Math.min(a, b), Math.max(a, b)].map((x) => calibratedByOrder(found, x)) as [
          number,
          number,
        ];
        expect(low).toBeLessThanOrEqual(high + 1e-12);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
      },
    ),
  );
});

test('where a farther score is no surer one, the curve takes the place of the line', () => {
  const next = seeded(9);
  const cases = Array.from({ length: 1_000 }, (_, i) => {
    const logOdds = -4 + (8 * i) / 1_000;
    return { logOdds, came: next() < (logOdds > 1 ? 0.45 : 0.02) ? 1 : 0 };
  });
  const found = correctStated(cases);
  expect(found.way).toBe('order');
  expect(found.probability(4)).toBeLessThan(0.6);
});
