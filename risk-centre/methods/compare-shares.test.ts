import { expect, test } from 'vitest';
import { compareCounts, compareFigures } from './compare-shares.ts';

test('two spans with the same shares are stable, whatever their size', () => {
  expect(compareCounts([80, 20], [400, 100], 100)).toMatchObject({ status: 'ok', state: 'stable', psi: 0 });
});

test('half of the answers turned into insufficient data is to be acted on', () => {
  const found = compareCounts([95, 5], [50, 50], 100);
  expect(found).toMatchObject({ status: 'ok', state: 'act' });
  // (0.5 − 0.95) ln(0.5 / 0.95) + (0.5 − 0.05) ln(0.5 / 0.05)
  expect(found.status === 'ok' && found.psi).toBeCloseTo(1.3249978, 5);
});

test('too few on either side are not judged, and none is never a division by nothing', () => {
  expect(compareCounts([99, 0], [500, 1], 100)).toMatchObject({ status: 'insufficient_data' });
  expect(compareCounts([], [], 0)).toMatchObject({ status: 'insufficient_data' });
  expect(compareFigures([], [1], 0)).toMatchObject({ status: 'insufficient_data' });
});

test('figures are cut at the earlier quintiles; equal figures are one bin', () => {
  const before = Array.from({ length: 100 }, (_, i) => i);
  expect(compareFigures(before, before, 100)).toMatchObject({ state: 'stable', bins: { length: 5 } });
  expect(
    compareFigures(
      before,
      before.map((value) => value + 60),
      100,
    ),
  ).toMatchObject({ state: 'act' });
  const same = before.map(() => 7);
  expect(compareFigures(same, same, 100)).toMatchObject({ state: 'stable', bins: [{ from: null, before: 1, now: 1 }] });
});
