import { expect, test } from 'vitest';
import { cappedEvidence, fittedStates, likelihoodOfUse, posteriorOfUse } from './vacancy-likelihood.ts';

const states = { usedMedian: 6, vacantMedian: 1.2, logSpread: 0.45 };
const months = [4.8, 5.5, 4.1];

test('space.vacancy_likelihood: months that look used, and no certainty from months that hang together', () => {
  const ratios = months.map((x) => likelihoodOfUse(x, states));
  [4.622269, 5.704226, 3.369459].forEach((expected, n) => expect(ratios[n]).toBeCloseTo(expected, 6));
  const independent = ratios.reduce((sum, ratio) => sum + ratio, 0);
  expect(posteriorOfUse(0.1, independent)).toBeCloseTo(0.99999, 5);
  expect(posteriorOfUse(0.1, cappedEvidence(ratios, 3))).toBeCloseTo(0.690568, 6);
  // A second source brings it near to certainty.
  expect(posteriorOfUse(0.1, cappedEvidence(ratios, 3) + cappedEvidence(ratios, 3))).toBeGreaterThan(0.97);
});

test('a meter that stands still speaks for emptiness, and no more than the cap', () => {
  expect(likelihoodOfUse(0, states)).toBeLessThan(-10);
  expect(cappedEvidence([likelihoodOfUse(0, states)], 3)).toBe(-3);
  expect(likelihoodOfUse(Math.sqrt(6 * 1.2), states)).toBeCloseTo(0, 10);
});

test('states are fitted where enough zones are known and differ, and a wrongly declared one does not carry them', () => {
  const used = [5.2, 5.8, 6, 6.3, 7.1];
  const fitted = fittedStates(used, [1, 1.1, 1.2, 1.4, 9], 5)!;
  expect(fitted.usedMedian).toBeCloseTo(6, 10);
  expect(fitted.vacantMedian).toBeCloseTo(1.2, 10);
  expect(fitted.logSpread).toBeLessThan(0.5);
  expect(fittedStates(used, [1, 1.2], 5)).toBeUndefined();
  expect(fittedStates(used, used, 5)).toBeUndefined();
});
