import { normal, seeded } from '@opengoa/kernel/seeded';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { combineEvidence, posterior, type WeighedSignal } from '../evidence-to-probability.ts';
import { groupLogOdds } from './correlated-evidence.ts';
import { type LookedAt, repeatingKits, type SaidOfSubject } from './repeating-kits.ts';
import { weightsMeasured, weightsUnmeasured } from './weights-in-group.ts';

const signals = fc.array(
  fc.record({ group: fc.constantFrom('x', 'y'), llr: fc.double({ min: -3, max: 4.6, noNaN: true }) }),
  { minLength: 1, maxLength: 7 },
);
const rhos = fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: undefined });
const spoken = (given: readonly { group: string; llr: number }[]): WeighedSignal[] =>
  given.map((each, i) => ({ ...each, id: `s${i}`, evidenceClass: 'S' }));

test('never above independence, never below the strongest alone where none speaks against', () => {
  fc.assert(
    fc.property(signals, rhos, (given, rho) => {
      const { probability } = combineEvidence(0.03, spoken(given), 0.5, () => rho);
      const llrs = given.map(({ llr }) => llr);
      expect(probability).toBeLessThanOrEqual(posterior(0.03, llrs) + 1e-12);
      const against = llrs.filter((llr) => llr < 0).reduce((sum, llr) => sum + llr, 0);
      const strongest = Math.max(0, ...llrs) + against;
      expect(probability).toBeGreaterThanOrEqual(posterior(0.03, [strongest]) - 1e-12);
    }),
  );
});

test('a further flag never lowers it, more correlation never raises it, and the order does not matter', () => {
  fc.assert(
    fc.property(
      signals,
      fc.double({ min: 0, max: 4.6, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (given, llr, a, b) => {
        const at = (some: typeof given, rho: number) => combineEvidence(0.03, spoken(some), 0.5, () => rho).probability;
        expect(at([...given, { group: 'x', llr }], a)).toBeGreaterThanOrEqual(at(given, a) - 1e-12);
        expect(at(given, Math.max(a, b))).toBeLessThanOrEqual(at(given, Math.min(a, b)) + 1e-12);
        expect(at(given.toReversed(), a)).toBeCloseTo(at(given, a), 12);
      },
    ),
  );
});

test('equally strong signals say what the divided sum says', () => {
  for (const rho of [0, 0.3, 0.9])
    expect(weightsMeasured([2, 2, 2], rho).reduce((sum, weight) => sum + 2 * weight, 0)).toBeCloseTo(
      groupLogOdds([2, 2, 2], rho),
      12,
    );
  expect(weightsMeasured([3, 0.1], 0.9)).toEqual([1, 0]);
  expect(weightsMeasured([3, -1], 0.5)).toEqual([1, 1]);
  expect(weightsUnmeasured([3, 2, -1], 0.5)).toEqual([1, 0.5, 1]);
  expect(() => weightsMeasured([1, 1], 1.1)).toThrow(RangeError);
});

/** Three kits, the first two through the same noise and a fifth of their own, the third apart. */
function looks(subjects: number, seed = 4): LookedAt[] {
  const next = seeded(seed);
  return Array.from({ length: subjects }, (_, i) => {
    const shared = normal(next);
    const says = (by: number): SaidOfSubject => (by > 1 ? 'hit' : 'clear');
    return {
      subject: `s${i}`,
      foundTrue: false,
      said: new Map([
        ['a', says(0.98 * shared + 0.2 * normal(next))],
        ['b', says(0.98 * shared + 0.2 * normal(next))],
        ['c', says(normal(next))],
      ]),
    };
  });
}

test('kits that flag the same subjects repeat each other, those that flag others do not', () => {
  const enough = { subjects: 50, hits: 10 };
  const alike = repeatingKits(['b', 'a'], looks(500), enough);
  expect(alike).toMatchObject({ status: 'ok', kits: ['a', 'b'], subjects: 500 });
  if (alike.status === 'ok') expect(alike.rho).toBeGreaterThan(0.7);
  const apart = repeatingKits(['a', 'c'], looks(500), enough);
  if (apart.status === 'ok') expect(apart.rho).toBeLessThan(0.15);
  expect(apart.status).toBe('ok');
});

test('too few subjects or flags: nothing is told, with what is there', () => {
  const enough = { subjects: 50, hits: 10 };
  expect(repeatingKits(['a', 'b'], looks(40), enough)).toMatchObject({
    status: 'insufficient_data',
    reasons: [{ needed: 50, found: 40 }],
  });
  const silent = looks(200).map((each) => ({ ...each, said: new Map([...each.said, ['b', 'clear' as const]]) }));
  expect(repeatingKits(['a', 'b'], silent, enough).status).toBe('insufficient_data');
  // The two that flag are told of, the silent one stays apart; what was found true is no witness.
  expect(repeatingKits(['a', 'b', 'c'], silent, enough)).toMatchObject({ status: 'ok', kits: ['a', 'c'] });
  const allTrue = looks(200).map((each) => ({ ...each, foundTrue: true }));
  expect(repeatingKits(['a', 'c'], allTrue, enough).status).toBe('insufficient_data');
});
