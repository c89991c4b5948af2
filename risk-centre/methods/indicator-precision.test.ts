import { expect, test } from 'vitest';
import { type OutcomeCounts, precisionOf, recurrence, shareAtMost } from './indicator-precision.ts';
import { examples, near } from './worked-examples.ts';

const none: OutcomeCounts = {
  confirmed: 0,
  'partly-confirmed': 0,
  explained: 0,
  'data-problem': 0,
  'not-verifiable': 0,
};
const of = (counts: Partial<OutcomeCounts>) => {
  const result = precisionOf({ ...none, ...counts });
  if (result.status !== 'ok') throw new Error('no precision');
  return result;
};

test('fourteen of twenty is the worked posterior', () => {
  const { expected } = examples['risk.beta_precision'];
  const precision = of({ confirmed: 14, explained: 4, 'data-problem': 2 });
  expect(precision.mean).toSatisfy(near(expected.mean));
  expect(precision.lower).toSatisfy(near(expected.q05));
  expect(precision.upper).toSatisfy(near(expected.q95));
  expect(precision.aboveFloor).toSatisfy(near(expected['P_precision_gt_0.5']));
});

test('partly counts half on either side, not verifiable counts for nothing and is shown', () => {
  const precision = of({ 'partly-confirmed': 4, 'not-verifiable': 9 });
  expect(precision).toMatchObject({ reviewed: 4, mean: 0.5, notVerifiable: 9 });
});

test('before the first verdict there is no precision', () => {
  expect(precisionOf({ ...none, 'not-verifiable': 5 }).status).toBe('insufficient_data');
});

test('a recurring cause and a clean sample are the worked ones', () => {
  const again = examples['risk.recurrence'];
  expect(
    recurrence(again.input.fixed_then_recurred, again.input.fixed_total, {
      a: again.input.prior[0]!,
      b: again.input.prior[1]!,
    }).probability,
  ).toSatisfy(near(again.expected.p));
  const clean = examples['risk.clopper_pearson_zero'];
  expect(shareAtMost(clean.input.false_alarms, clean.input.n)).toSatisfy(near(clean.expected.upper95));
  expect(shareAtMost(3, 300)).toBeCloseTo(0.026, 3);
  expect(shareAtMost(5, 5)).toBe(1);
});
