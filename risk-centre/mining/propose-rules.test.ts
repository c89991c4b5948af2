import { expect, test } from 'vitest';
import { liftInterval } from '../methods/patterns/lift-interval.ts';
import type { MinedCase } from './features.ts';
import { fromKitsThatMet, fromVerdicts } from './propose-rules.ts';

const limits = { support: 5, lift: 3, q: 0.1, seen: 5, share: 0.05 };
const titleOf = (kit: string) => ({ zh: `规则${kit}`, en: `kit ${kit}` });
const finding = (n: number, came: 0 | 1 | null, features: MinedCase['features']): MinedCase => ({
  id: `f${n}`,
  unit: 'u',
  subject: `vehicle ${n}`,
  raisedOn: '2026-02-01',
  came,
  features,
});

test('L21 kits that hardly ever meet on one subject, and did: in words, with the findings of those subjects', () => {
  const cases = Array.from({ length: 400 }, (_, n) =>
    finding(n, null, {
      kit: 'a',
      ...(n < 6 || n % 20 === 7 ? { 'spoke:a': true } : {}),
      ...(n < 6 || n % 20 === 8 ? { 'spoke:b': true } : {}),
      'spoke:c': n % 2 === 0 ? true : null,
    }),
  );
  const [pair, ...more] = fromKitsThatMet(cases, limits, titleOf);
  expect(more).toEqual([]);
  expect(pair).toMatchObject({
    way: 'together',
    told: {
      zh: '「规则a」提示过该对象 = 是 且 「规则b」提示过该对象 = 是',
      en: expect.stringContaining('“kit a” spoke of it = yes'),
    },
    evidence: { cases: 6, wereTrue: null, share: null },
    rows: ['f0', 'f1', 'f2', 'f3', 'f4', 'f5'],
  });
  expect(pair!.evidence.liftLower).toBeGreaterThan(1);
  expect(pair!.evidence.liftUpper).toBeGreaterThan(pair!.evidence.lift);
  expect(fromKitsThatMet(cases, limits, titleOf)).toEqual([pair]);
});

test('L21 from verdicts alone: a finding nobody judged says nothing, nor do the kits that met', () => {
  const judged = Array.from({ length: 200 }, (_, n) =>
    finding(n, n % 5 === 0 && n % 10 === 0 ? 1 : 0, {
      kit: n % 10 === 0 ? 'a' : 'b',
      'spoke:c': n % 10 === 0 ? true : null,
    }),
  );
  const found = fromVerdicts(judged, limits, titleOf);
  if (found.status !== 'ok') throw new Error('insufficient');
  expect(found.proposals.map(({ told }) => told)).toEqual([{ zh: '规则 = 规则a', en: 'kit = kit a' }]);
  expect(found.proposals[0]!.rows).toHaveLength(20);
  const unjudged = judged.map((each) => ({ ...each, came: null }));
  expect(fromVerdicts(unjudged, limits, titleOf)).toMatchObject({ status: 'insufficient_data' });
});

test('the interval of a lift is that of a Poisson mean', () => {
  // Garwood: 5 seen, 90 %: 1.970 to 10.513.
  const { lower, upper } = liftInterval(5, 1);
  expect(lower).toBeCloseTo(1.970_15, 3);
  expect(upper).toBeCloseTo(10.513, 3);
  expect(liftInterval(0, 2)).toMatchObject({ lower: 0 });
});
