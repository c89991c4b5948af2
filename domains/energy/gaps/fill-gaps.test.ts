import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fillGaps } from './fill-gaps.ts';

const hour = 3_600_000;
const week = 7 * 24 * hour;
const rules = { betweenIntervals: 6, likeWeeks: 4, leastLike: 3 };

describe('估补缺数', () => {
  test('a short gap is drawn between its ends', () => {
    const read = new Map([
      [0, 1_000],
      [4 * hour, 5_000],
    ]);
    expect(fillGaps(read, 0, 5 * hour, hour, rules)).toEqual({
      estimates: [1, 2, 3].map((n) => ({ at: n * hour, value: 1_000 * (n + 1), by: 'between' })),
      left: 0,
    });
  });

  test('a longer one takes the middle of the same weekday and hour; of too few it takes none', () => {
    const read = new Map([
      ...[-2, -1, 1].map((n) => [n * week, 100 * (n + 3)] as const),
      [-hour, 9] as const,
      [10 * hour, 9] as const,
    ]);
    const { estimates, left } = fillGaps(read, 0, 10 * hour, hour, rules);
    expect(estimates).toEqual([{ at: 0, value: 200, by: 'like' }]);
    expect(left).toBe(9);
  });

  test('what was read is never touched, each missing instant is estimated once or left, and estimates lie within what they stand on', () => {
    const present = fc.array(fc.boolean(), { minLength: 24 * 7 * 5, maxLength: 24 * 7 * 6 });
    fc.assert(
      fc.property(
        present,
        fc.array(fc.integer({ min: 0, max: 9_999 }), { minLength: 50, maxLength: 50 }),
        (there, values) => {
          const read = new Map(there.flatMap((is, n) => (is ? [[n * hour, values[n % 50]!] as const] : [])));
          const { estimates, left } = fillGaps(read, 0, there.length * hour, hour, rules);
          expect(estimates.length + left).toBe(there.filter((is) => !is).length);
          expect(new Set(estimates.map(({ at }) => at)).size).toBe(estimates.length);
          const [low, high] = [Math.min(...read.values()), Math.max(...read.values())];
          for (const { at, value } of estimates) {
            expect(read.has(at)).toBe(false);
            expect(value >= low && value <= high).toBe(true);
          }
        },
      ),
      { numRuns: 30 },
    );
  });
});
