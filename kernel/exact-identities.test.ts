import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { largestSharing, largestSharingRounded, oneConstant, roundingOf, slipOf } from './exact-identities.ts';

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
