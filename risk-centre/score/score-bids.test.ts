import { expect, test } from 'vitest';
import { rotationLimit } from '../analyse/bid-ties.ts';
import { simpleScreens } from './bid-baselines.ts';
import { crossValidate } from './cross-validate.ts';
import { shareFound } from './rotation-worlds.ts';

test('no row is answered by a model that has seen its group', () => {
  const labels = Array.from({ length: 40 }, (_, i) => i % 2);
  const groups = labels.map((_, i) => `g${i >> 2}`);
  let asked = 0;
  crossValidate(
    labels,
    groups,
    (rows) => {
      const seen = new Set(rows.map((row) => groups[row]));
      return (row) => {
        expect(seen.has(groups[row])).toBe(false);
        asked += 1;
        return labels[row]!;
      };
    },
    [1, 2],
  );
  expect(asked).toBe(80);
});

test('an answer that knows everything has an area of one, a coin about a half', () => {
  const labels = Array.from({ length: 40 }, (_, i) => i % 2);
  const groups = labels.map((_, i) => `g${i}`);
  expect(crossValidate(labels, groups, () => (row) => labels[row]!, [1]).auc).toBe(1);
  expect(crossValidate(labels, groups, () => () => 0.5, [1]).auc).toBe(0.5);
});

test('issue 5: a perfect scheme of four is found at eight tenders, an honest group with full order books seldom', () => {
  const found = (kind: 'scheme' | 'count-capacity' | 'value-capacity') =>
    shareFound({ members: 4, tenders: 8, kind, strength: 1 }, 150, rotationLimit, 5).ours;
  expect(found('scheme')).toBeGreaterThanOrEqual(0.75);
  expect(found('count-capacity')).toBeLessThanOrEqual(0.1);
  expect(found('value-capacity')).toBeLessThanOrEqual(0.1);
});

test('a tender without a screen is not flagged by it', () => {
  const screens = simpleScreens([{ amounts: [100, 101, 102] }, { amounts: [100, 150, 190] }, { amounts: [100] }]);
  expect(screens.find(({ name }) => name === 'CV < 0.06')!.flags).toEqual([true, false, false]);
  for (const { scores } of screens) expect(scores.every(Number.isFinite)).toBe(true);
});
