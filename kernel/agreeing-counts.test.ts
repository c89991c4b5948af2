import fc from 'fast-check';
import { expect, test } from 'vitest';
import { besideOthers } from './agreeing-counts.ts';

test('a count that lies far from those that agree is apart, and one near them is not', () => {
  expect(besideOthers(96, [60, 62, 58], 0.15, 3)).toMatchObject({
    agreeing: [0, 1, 2],
    middle: 60,
    gap: 36,
    isApart: true,
  });
  expect(besideOthers(63, [60, 62, 58], 0.15, 3)).toMatchObject({ isApart: false });
  // One that is far out does not move the others.
  expect(besideOthers(60, [61, 59, 200], 0.15, 3)).toMatchObject({ agreeing: [0, 1], isApart: false });
});

test('a handful of people may differ by a few', () => {
  expect(besideOthers(8, [5, 6], 0.15, 3).isApart).toBe(false);
  expect(besideOthers(12, [5, 6], 0.15, 3).isApart).toBe(true);
  expect(() => besideOthers(8, [], 0.15, 3)).toThrow(RangeError);
});

test('order says nothing of the middle of counts that all agree, and a count equal to all is never apart', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000 }), fc.integer({ min: 1, max: 5 }), (count, n) => {
      const found = besideOthers(count, Array(n).fill(count), 0.15, 3);
      expect(found).toMatchObject({ agreeing: [...Array(n).keys()], gap: 0, isApart: false });
    }),
  );
});
