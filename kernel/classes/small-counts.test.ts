import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withholdSmall } from './small-counts.ts';

const counts = (cells: readonly number[], least = 5) =>
  withholdSmall(
    cells.map((count) => ({ count })),
    least,
  ).map(({ count }) => count);

describe('SEC-DC-07 small counts', () => {
  test.each([
    [
      [12, 30, 7],
      [12, 30, 7],
    ],
    [
      [12, 3, 7],
      [12, null, null],
    ],
    [
      [1, 2, 40],
      [null, null, null],
    ],
    [
      [4, 3, 40],
      [null, null, 40],
    ],
    [
      [0, 20, 9],
      [0, 20, 9],
    ],
    [
      [2, 0, 0],
      [null, null, 0],
    ],
    [[3], [null]],
    [[], []],
  ])('SEC-DC-07 %j is published as %j', (given, published) => expect(counts(given)).toEqual(published));

  test('SEC-DC-07 no small count is published, and none can be had from the total', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat({ max: 30 }), { minLength: 3, maxLength: 12 }),
        fc.integer({ min: 2, max: 10 }),
        (given, least) => {
          const published = counts(given, least);
          const hidden = given.filter((_count, at) => published[at] === null);
          expect(published.every((count) => count === null || count === 0 || count >= least)).toBe(true);
          if (hidden.length > 0 && given.filter((count) => count > 0).length > 1 && hidden.length < given.length) {
            expect(hidden.length).toBeGreaterThan(1);
            expect(hidden.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(
              Math.min(
                least,
                given.reduce((a, b) => a + b, 0),
              ),
            );
          }
        },
      ),
    );
  });
});
