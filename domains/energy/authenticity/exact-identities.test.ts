import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  atLeast,
  chanceOfAgreement,
  largestSharing,
  largestSharingRounded,
  oneConstant,
  reconciled,
  roundingOf,
  slipOf,
} from './exact-identities.ts';
import examples from './worked-examples.json' with { type: 'json' };

describe('worked examples', () => {
  test.each(['auth.head_average_exact', 'auth.head_average_honest'] as const)('%s', (name) => {
    const { input, expected } = examples[name];
    const found = oneConstant(input.reported_kWh, input.head, input.unit);
    expect(found.consistent).toBe(expected.consistent);
    expect(found.lo).toBeCloseTo(expected.lo, 6);
    expect(found.hi).toBeCloseTo(expected.hi, 6);
  });
  test('auth.ratio_scaled_exact', () => {
    const { input, expected } = examples['auth.ratio_scaled_exact'];
    const { lo, hi, consistent } = oneConstant(input.this_year, input.last_year, input.unit);
    expect(consistent).toBe(true);
    expect(lo).toBeCloseTo(expected.lo, 6);
    expect(hi).toBeCloseTo(expected.hi, 6);
    expect(100 * (1 - (lo + hi) / 2)).toBeCloseTo(expected.implied_reduction_pct, 3);
  });
  test('auth.partial_scaling_clique', () => {
    const { input, expected } = examples['auth.partial_scaling_clique'];
    const { members, lo } = largestSharing(input.this_year, input.last_year, input.unit);
    expect(members).toHaveLength(expected.largest_set);
    expect(lo).toBeCloseTo(expected.ratio_lower_end, 6);
  });
  test('auth.duplicate_coincidence', () => {
    const { input, expected } = examples['auth.duplicate_coincidence'];
    const chance = chanceOfAgreement(input.unit, input.sd);
    expect(chance).toBeCloseTo(expected.p_pair, 6);
    expect(atLeast(input.matches, input.months, chance)).toBeCloseTo(expected.P_at_least_3_of_12, 6);
  });
  test('auth.reconcile', () => {
    const { input, expected } = examples['auth.reconcile'];
    const { gaps, z } = reconciled(input.reported, input.metered, input.sd_relative);
    for (const [i, gap] of gaps.entries()) expect(gap).toBeCloseTo(expected.relative_gap[i]!, 6);
    expect(z).toBeCloseTo(expected.z_mean, 5);
  });
});

test('whatever is scaled and rounded is found to be scaled', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1_000, max: 900_000 }), { minLength: 4, maxLength: 12 }),
      fc.double({ min: 0.5, max: 1.5, noNaN: true }),
      fc.constantFrom(1, 10, 100),
      (last, ratio, unit) => {
        const now = last.map((value) => Math.round((value * ratio) / unit) * unit);
        expect(oneConstant(now, last, unit).consistent).toBe(true);
        expect(largestSharing(now, last, unit).members).toHaveLength(now.length);
      },
    ),
  );
});

test('one value with decimals does not hide what the others share, and of two roundings the finer one speaks', () => {
  const heads = [23, 41, 57, 19, 40];
  const shared = heads.slice(0, 4).map((each) => Math.round(each * 630.087));
  expect(largestSharingRounded([...shared, 5.213], heads)).toMatchObject({ members: [0, 1, 2, 3], unit: 1 });
  expect(largestSharing([...shared, 5.213], heads, 0.001).members.length).toBeLessThan(4);
  expect(largestSharingRounded([10, 20, 30], [1, 2, 3])).toMatchObject({ members: [0, 1, 2], unit: 10 });
  expect(largestSharingRounded([1_000, 2_010], [1, 2], 100)).toMatchObject({ unit: 10 });
  expect(largestSharingRounded([1_000, 2_000], [1, 2], 100)).toMatchObject({ unit: 1_000 });
  expect(largestSharingRounded([], [])).toMatchObject({ members: [] });
});

test('a slip is a power of ten and nothing else; the rounding is what all values share', () => {
  expect([
    slipOf(100, 0.1),
    slipOf(0.0098, 0.1),
    slipOf(950, 0.1),
    slipOf(1.2, 0.1),
    slipOf(30, 0.1),
    slipOf(0, 0.1),
  ]).toEqual([2, -2, 3, null, null, null]);
  expect([
    roundingOf([1_000, 25_000]),
    roundingOf([1_010, 25_000]),
    roundingOf([7, 8]),
    roundingOf([7.5, 8]),
    roundingOf([7.503]),
  ]).toEqual([1_000, 10, 1, 0.1, 0.001]);
});
