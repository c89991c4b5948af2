import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromLogit, logit } from '../methods/evidence-to-probability.ts';
import { measuredPrecision, weighSignals, type Speaking, type Spoken } from './weigh-signals.ts';

const kits: Readonly<Record<string, Speaking>> = {
  fuel: { id: 'fuel', prior: 0.03, records: 'fills' },
  tank: { id: 'tank', prior: 0.03, records: 'fills' },
  track: { id: 'track', prior: 0.03, records: 'tracks' },
};
const kitOf = (id: string) => kits[id];
const unmeasured = () => undefined;
const said = (kit: string, llr: number, evidenceClass: Spoken['evidenceClass'] = 'S'): Spoken => ({
  kit,
  llr,
  evidenceClass,
});

test('two kits over the same records: the second at half; over other records: in full', () => {
  const same = weighSignals([said('fuel', 3), said('tank', 2)], kitOf, unmeasured);
  expect(same.probability).toBeCloseTo(fromLogit(logit(0.03) + 3 + 1), 12);
  expect(same.contributions.map(({ id, weight }) => [id, weight])).toEqual([
    ['fuel', 1],
    ['tank', 0.5],
  ]);
  const apart = weighSignals([said('fuel', 3), said('track', 2)], kitOf, unmeasured);
  expect(apart.probability).toBeCloseTo(fromLogit(logit(0.03) + 5), 12);
});

test('a kit that says the same of twelve months says it once', () => {
  const once = weighSignals([said('fuel', 3)], kitOf, unmeasured);
  const often = weighSignals(
    Array.from({ length: 12 }, () => said('fuel', 3)),
    kitOf,
    unmeasured,
  );
  expect(often.probability).toBe(once.probability);
});

test('measured precision takes the place of the own account: alone, the probability is the precision', () => {
  const { probability } = weighSignals([said('fuel', 0.1)], kitOf, () => 0.6);
  expect(probability).toBeCloseTo(0.6, 12);
  // Two records that cannot both be true stay so, whatever verdicts said of their meaning.
  expect(weighSignals([said('fuel', 0.1, 'D')], kitOf, () => 0.1).probability).toBeGreaterThanOrEqual(0.95);
});

test('too few verdicts are no precision', () => {
  const counts = { confirmed: 3, 'partly-confirmed': 0, explained: 1, 'data-problem': 0, 'not-verifiable': 9 };
  expect(measuredPrecision(counts, 5)).toMatchObject({
    status: 'insufficient_data',
    reasons: [{ needed: 5, found: 4 }],
  });
  expect(measuredPrecision(counts, 4)).toMatchObject({ status: 'ok', mean: 4 / 6 });
});

test('more evidence never makes it less likely, and the order does not matter', () => {
  const signal = fc.record({
    kit: fc.constantFrom('fuel', 'tank', 'track'),
    llr: fc.double({ min: 0, max: 4.6, noNaN: true }),
    evidenceClass: fc.constantFrom<'D' | 'S'>('D', 'S'),
  });
  fc.assert(
    fc.property(fc.array(signal, { minLength: 1, maxLength: 6 }), signal, (signals, more) => {
      const before = weighSignals(signals, kitOf, unmeasured).probability;
      expect(weighSignals(signals.toReversed(), kitOf, unmeasured).probability).toBeCloseTo(before, 12);
      // A documentary signal of a kit takes the place of a stronger statistical one, and is at least 0.95 then.
      if (more.evidenceClass === 'S')
        expect(weighSignals([...signals, more], kitOf, unmeasured).probability).toBeGreaterThanOrEqual(before - 1e-12);
    }),
  );
});
