import { expect, test } from 'vitest';
import { populationStability, sharesIn } from './drift.ts';
import { examples, near } from './worked-examples.ts';

test('the stability index is that of the worked example', () => {
  const { input, expected } = examples['risk.psi'];
  const drift = populationStability(input.expected, input.observed);
  expect(drift.psi).toSatisfy(near(expected.psi));
  expect(drift.state).toBe('stable');
});

test('an emptied bin is acted upon and does not drown the rest', () => {
  const drift = populationStability([0.5, 0.5], [1, 0]);
  expect(drift.state).toBe('act');
  expect(Number.isFinite(drift.psi)).toBe(true);
});

test('values fall into bins closed below', () => {
  expect(sharesIn([0, 1, 1, 5], [1, 5])).toEqual([0.25, 0.5, 0.25]);
  expect(sharesIn([], [1])).toEqual([0, 0]);
});
