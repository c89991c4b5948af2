import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gravest, mergedLoss, type ToldLoss } from './merge-signals.ts';

const loss = (mid: number, unit = 'fen') => ({ low: mid / 2, mid, high: mid * 2, unit });

test('months apart add up; the same month said twice counts once, at the dearer', () => {
  const january: ToldLoss = { period: ['2026-01-01', '2026-02-01'], loss: loss(3_100) };
  const february: ToldLoss = { period: ['2026-02-01', '2026-03-01'], loss: loss(2_800) };
  expect(mergedLoss([january, february])).toEqual({ low: 2_950, mid: 5_900, high: 11_800, unit: 'fen' });
  expect(mergedLoss([january, january])).toEqual({ low: 1_550, mid: 3_100, high: 6_200, unit: 'fen' });
  expect(mergedLoss([january, { ...january, loss: loss(6_200) }])).toMatchObject({ mid: 6_200 });
  // Half of the days are shared: the shared ones count at the dearer.
  expect(
    mergedLoss([
      { period: ['2026-03-01', '2026-03-11'], loss: loss(1_000) },
      { period: ['2026-03-06', '2026-03-16'], loss: loss(2_000) },
    ]),
  ).toMatchObject({ mid: 2_500 });
});

test('money goes before amounts; nothing told is nothing', () => {
  const day: ToldLoss['period'] = ['2026-03-01', '2026-03-02'];
  expect(mergedLoss([{ period: day, loss: null }])).toBeNull();
  expect(mergedLoss([])).toBeNull();
  expect(
    mergedLoss([
      { period: day, loss: loss(80) },
      { period: ['2026-03-02', '2026-03-03'], loss: loss(12, 'kWh') },
    ]),
  ).toMatchObject({ mid: 80, unit: 'fen' });
});

test('never less than the dearest of them, never more than all together, and in any order the same', () => {
  const day = (offset: number) => new Date(Date.UTC(2026, 0, 1 + offset)).toISOString().slice(0, 10);
  const signal = fc
    .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 40 }), fc.integer({ min: 0, max: 1e6 }))
    .map(([from, days, mid]): ToldLoss => ({ period: [day(from), day(from + days)], loss: loss(mid) }));
  fc.assert(
    fc.property(fc.array(signal, { minLength: 1, maxLength: 8 }), (signals) => {
      const { mid } = mergedLoss(signals)!;
      const mids = signals.map((each) => each.loss!.mid);
      expect(mid).toBeGreaterThanOrEqual(Math.max(...mids) - 1);
      expect(mid).toBeLessThanOrEqual(mids.reduce((a, b) => a + b) + 1);
      expect(Math.abs(mergedLoss(signals.toReversed())!.mid - mid)).toBeLessThanOrEqual(1);
    }),
  );
});

test('the gravest level stays', () => {
  expect(gravest('red', 'blue')).toBe('red');
  expect(gravest('blue', 'yellow')).toBe('yellow');
});
