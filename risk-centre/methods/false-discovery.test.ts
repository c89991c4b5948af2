import { expect, test } from 'vitest';
import { conformalP, conformalReference } from './conformal.ts';
import { discoveries } from './false-discovery.ts';
import { examples, near } from './worked-examples.ts';

test('as many are flagged as in the worked example, under either dependence', () => {
  const { input, expected } = examples['risk.bh'];
  const found = discoveries(input.p_sorted, input.q);
  expect(found.count).toBe(expected.rejected_bh);
  expect(discoveries(input.p_sorted, input.q, 'any').count).toBe(expected.rejected_by_dependence_any);
  found.adjusted.forEach((p, i) => expect(p).toSatisfy(near(expected.adjusted[i]!)));
});

test('flags follow their p, in whatever order they come', () => {
  expect(discoveries([0.9, 0.001, 0.5, 0.002], 0.05).flagged).toEqual([false, true, false, true]);
  expect(discoveries([], 0.1).count).toBe(0);
});

test('conformal p are those of the worked example', () => {
  const { input, expected } = examples['risk.conformal_p'];
  const clean = input.calibration_scores;
  input.new.forEach((score, i) => expect(conformalP(clean, score)).toSatisfy(near(expected.p[i]!)));
  expect(conformalP(clean, 1e9)).toSatisfy(near(expected.smallest_possible_p));
});

test('with nineteen clean scores nothing can be said at one in a hundred', () => {
  const { input } = examples['risk.conformal_p'];
  expect(conformalReference(input.calibration_scores, 0.01)).toMatchObject({
    status: 'insufficient_data',
    reasons: [{ needed: 2000, found: 19 }],
  });
  const enough = conformalReference(
    Array.from({ length: 400 }, (_, i) => (i * 7919) % 400),
    0.05,
  );
  expect(enough).toMatchObject({ status: 'ok', smallestP: 1 / 401 });
});
