import fc from 'fast-check';
import { expect, test } from 'vitest';
import { examples, near } from '../worked-examples.ts';
import { type Decomposed, type Driver, driversOfChange, type SubjectUse } from './drivers-of-change.ts';

const found = (before: readonly SubjectUse[], now: readonly SubjectUse[]) => {
  const result = driversOfChange(before, now);
  if (result.status !== 'ok') throw new Error(result.status);
  return result;
};
const effectOf = (of: Decomposed, driver: Driver) => of.effects.find((each) => each.driver === driver)!;
const sumOf = ({ effects }: Decomposed) => effects.reduce((sum, { effect }) => sum + effect, 0);

test('a portfolio is taken apart as in the worked example, by sums and by ratios', () => {
  const { input, expected } = examples['energy.lmdi_additive'];
  const year = (at: 0 | 1, shares: readonly number[], intensity: readonly number[]) =>
    shares.map((share, i): SubjectUse => {
      const activity = input.area[at]! * share;
      return {
        subject: `b${i}`,
        activity,
        uses: [{ carrier: '', energy: activity * intensity[i]!, carbon: null }],
      };
    });
  const { energy, subjects, carbon } = found(
    year(0, input.share0, input.kgce_per_m2_0),
    year(1, input.share1, input.kgce_per_m2_1),
  );
  expect([energy.before, energy.now]).toEqual([expect.closeTo(expected.E0, 4), expect.closeTo(expected.E1, 4)]);
  for (const driver of ['activity', 'structure', 'intensity'] as const) {
    expect(effectOf(energy, driver).effect).toSatisfy(near(expected[driver]));
    expect(effectOf(energy, driver).ratio).toSatisfy(near(expected[`mult_${driver}`]));
  }
  expect(sumOf(energy)).toSatisfy(near(expected.delta));
  expect(subjects.reduce((sum, { effect }) => sum + effect, 0)).toSatisfy(near(expected.delta));
  expect(carbon).toBeNull();
});

test('carbon is taken apart as in the worked example', () => {
  const { input, expected } = examples['energy.lmdi_carbon'];
  const year = (at: 0 | 1, mix: readonly number[], factor: readonly number[]): SubjectUse[] => [
    {
      subject: 'all',
      activity: input.area[at]!,
      uses: input.fuels.map((carrier, j) => {
        const energy = input.area[at]! * input.kgce_per_m2[at]! * mix[j]!;
        return { carrier, energy, carbon: energy * factor[j]! };
      }),
    },
  ];
  const { carbon } = found(year(0, input.mix0, input.kgCO2_per_kgce0), year(1, input.mix1, input.kgCO2_per_kgce1));
  expect(carbon!.before).toSatisfy(near(expected.C0));
  expect(carbon!.now).toSatisfy(near(expected.C1));
  expect(effectOf(carbon!, 'activity').effect).toBeCloseTo(expected.area, 6);
  for (const driver of ['intensity', 'mix', 'factor'] as const)
    expect(effectOf(carbon!, driver).effect).toSatisfy(near(expected[driver]));
});

/** Nothing, or what a meter can tell. */
const amount = fc.oneof(fc.constant(0), fc.double({ min: 1e-3, max: 1e6, noNaN: true }));
const year = fc.uniqueArray(
  fc.record({
    subject: fc.constantFrom('a', 'b', 'c', 'd'),
    activity: fc.option(fc.double({ min: 1, max: 1e5, noNaN: true }), { nil: null }),
    uses: fc.uniqueArray(fc.record({ carrier: fc.constantFrom('power', 'gas'), energy: amount, carbon: amount }), {
      selector: ({ carrier }) => carrier,
    }),
  }),
  { selector: ({ subject }) => subject },
);

test('whoever comes, goes or has no activity: the effects add up to the change', () => {
  fc.assert(
    fc.property(year, year, (before, now) => {
      const result = driversOfChange(before, now);
      if (result.status !== 'ok') return;
      const near6 = (of: Decomposed) => Math.abs(sumOf(of) - (of.now - of.before)) <= 1e-6 * (1 + of.now + of.before);
      expect(near6(result.energy)).toBe(true);
      // Carbon of a carrier without energy has no factor and stays out of what can be said.
      const plain = [...before, ...now].every(({ uses }) => uses.every(({ energy }) => energy > 1e-3));
      if (plain && result.carbon) expect(near6(result.carbon)).toBe(true);
    }),
  );
});

test('who used nothing in either period moved nothing', () => {
  const nothing = [{ subject: 'a', activity: 1, uses: [] }];
  const result = driversOfChange(nothing, nothing);
  if (result.status !== 'ok' || !result.carbon) throw new Error(result.status);
  expect([result.energy, result.carbon].map(sumOf)).toEqual([0, 0]);
});

test('nobody in both periods is insufficient data', () => {
  const one = (subject: string): SubjectUse => ({
    subject,
    activity: 10,
    uses: [{ carrier: '', energy: 5, carbon: 1 }],
  });
  expect(driversOfChange([one('a')], [one('b')]).status).toBe('insufficient_data');
});
