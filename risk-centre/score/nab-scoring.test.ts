import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nabScore, normalisedNabScore, probationaryRows, scaledSigmoid, standardProfile } from './nab-scoring.ts';

const called = (rows: number, ...at: number[]) => Array.from({ length: rows }, (_, i) => at.includes(i));

test('the worked positions of the benchmark', () => {
  expect(scaledSigmoid(-1)).toBeCloseTo(0.98661, 5);
  expect(scaledSigmoid(-0.5)).toBeCloseTo(0.84828, 5);
  expect(scaledSigmoid(0)).toBe(0);
  expect(scaledSigmoid(1)).toBeCloseTo(-0.98661, 5);
  expect(scaledSigmoid(3.01)).toBe(-1);
});

test.each([
  [100, 15],
  [1_882, 282],
  [5_000, 750],
  [22_695, 750],
])('of %i rows the first %i count for nothing', (rows, probation) => expect(probationaryRows(rows)).toBe(probation));

test('a window counts once, by its earliest detection; what is false costs at most 0.11', () => {
  const windows = [[40, 49]] as const;
  expect(nabScore(called(100), windows).score).toBe(-1);
  expect(nabScore(called(100, 40), windows).score).toBeCloseTo(1, 12);
  expect(nabScore(called(100, 40, 45, 49), windows).score).toBeCloseTo(1, 12);
  // Five rows of ten left: position −0.5.
  expect(nabScore(called(100, 45), windows).score).toBeCloseTo(0.84828 / 0.98661, 4);
  expect(nabScore(called(100, 30), windows).score).toBeCloseTo(-1.11, 12);
  // Nine rows behind a window of ten: position 1.
  expect(nabScore(called(100, 58), windows).score).toBeCloseTo(-1 - 0.11 * 0.98661, 5);
  expect(nabScore(called(100, 3), windows)).toMatchObject({ score: -1, outside: 0 });
});

test('nothing is 0 and all at the left edges is 100', () => {
  const windows = [[40, 49] as const, [70, 79] as const];
  expect(normalisedNabScore(nabScore(called(100), windows).score, 2)).toBe(0);
  expect(normalisedNabScore(nabScore(called(100, 40, 70), windows).score, 2)).toBeCloseTo(100, 10);
});

test('one more false alarm never helps, one more window found never hurts', () => {
  const windows = [[40, 49] as const, [70, 79] as const];
  const inside = (i: number) => windows.some(([first, last]) => i >= first && i <= last);
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(99)), fc.nat(99), (at, more) => {
      const [before, after] = [called(100, ...at), called(100, ...at, more)].map(
        (each) => nabScore(each, windows).score,
      );
      if (inside(more)) expect(after).toBeGreaterThanOrEqual(before!);
      else expect(after).toBeLessThanOrEqual(before! + 1e-12);
      expect(before).toBeLessThanOrEqual(standardProfile.hit * windows.length + 1e-12);
    }),
    { numRuns: 50 },
  );
});
