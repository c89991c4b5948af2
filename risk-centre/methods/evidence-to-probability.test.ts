import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type WeighedSignal,
  combineEvidence,
  llrOfPrecision,
  mostStatisticalLlr,
  noisyOr,
  posterior,
} from './evidence-to-probability.ts';
import { examples, near } from './worked-examples.ts';

test('log odds add up as in the worked example, with and without discount', () => {
  const { input, expected } = examples['risk.log_odds'];
  expect(posterior(input.prior, input.log_likelihood_ratios)).toSatisfy(near(expected.posterior_independent));
  expect(posterior(input.prior, input.log_likelihood_ratios, input.correlation_group_discount)).toSatisfy(
    near(expected.posterior_discounted),
  );
});

test('a measured precision becomes the worked weight', () => {
  const { input, expected } = examples['risk.precision_to_llr'];
  expect(llrOfPrecision(input.precision, input.prior)).toSatisfy(near(expected.llr));
});

test('different risks of one subject join as in the worked example', () => {
  const { input, expected } = examples['risk.noisy_or'];
  expect(noisyOr(input.p, input.leak)).toSatisfy(near(expected.p));
});

const signal = (id: string, group: string, llr: number, evidenceClass: WeighedSignal['evidenceClass'] = 'S') => ({
  id,
  group,
  llr,
  evidenceClass,
});

test('in a group the strongest counts in full, the others half, whatever their order', () => {
  const one = combineEvidence(0.02, [signal('a', 'meter', 1.2), signal('b', 'meter', 2), signal('c', 'meter', 0.7)]);
  expect(one.contributions.map(({ id, weight }) => [id, weight])).toEqual([
    ['b', 1],
    ['a', 0.5],
    ['c', 0.5],
  ]);
  expect(one.probability).toSatisfy(near(posterior(0.02, [2, 0.6, 0.35])));
  const apart = combineEvidence(0.02, [signal('a', 'x', 1.2), signal('b', 'y', 2), signal('c', 'z', 0.7)]);
  expect(apart.probability).toSatisfy(near(examples['risk.log_odds'].expected.posterior_independent));
});

test('a statistical signal is capped, a documentary one makes the anomaly a fact', () => {
  expect(combineEvidence(0.02, [signal('a', 'x', 50)]).contributions[0]!.logOdds).toBe(mostStatisticalLlr);
  expect(combineEvidence(0.0001, [signal('a', 'x', 0.1, 'D')]).probability).toBe(0.95);
});

test('a further signal in favour never lowers the probability', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ group: fc.constantFrom('x', 'y'), llr: fc.double({ min: 0, max: 6, noNaN: true }) }), {
        minLength: 1,
        maxLength: 6,
      }),
      (given) => {
        const signals = given.map(({ group, llr }, i) => signal(`s${i}`, group, llr));
        const fewer = combineEvidence(0.05, signals.slice(1)).probability;
        expect(combineEvidence(0.05, signals).probability).toBeGreaterThanOrEqual(fewer - 1e-12);
      },
    ),
  );
});
