import { expect, test } from 'vitest';
import { lmdi, logarithmicMean } from './lmdi.ts';
import { examples, near } from './worked-examples.ts';

test('what a portfolio uses is taken apart as in the worked example, with no residual', () => {
  const { input, expected } = examples['energy.lmdi_additive'];
  const terms = (year: 0 | 1, share: readonly number[], intensity: readonly number[]) =>
    share.map((s, i) => [input.area[year]!, s, intensity[i]!]);
  const [activity, structure, intensity] = lmdi(
    terms(0, input.share0, input.kgce_per_m2_0),
    terms(1, input.share1, input.kgce_per_m2_1),
  );
  expect(activity).toSatisfy(near(expected.activity));
  expect(structure).toSatisfy(near(expected.structure));
  expect(intensity).toSatisfy(near(expected.intensity));
  expect(activity! + structure! + intensity!).toBeCloseTo(expected.delta, 6);
});

test('carbon is taken apart into area, intensity, mix and factor as in the worked example', () => {
  const { input, expected } = examples['energy.lmdi_carbon'];
  const terms = (year: 0 | 1, mix: readonly number[], factor: readonly number[]) =>
    mix.map((m, i) => [input.area[year]!, input.kgce_per_m2[year]!, m, factor[i]!]);
  const [area, intensity, mix, factor] = lmdi(
    terms(0, input.mix0, input.kgCO2_per_kgce0),
    terms(1, input.mix1, input.kgCO2_per_kgce1),
  );
  expect(area).toBeCloseTo(expected.area, 6);
  expect(intensity).toSatisfy(near(expected.intensity));
  expect(mix).toSatisfy(near(expected.mix));
  expect(factor).toSatisfy(near(expected.factor));
  expect(area! + intensity! + mix! + factor!).toBeCloseTo(expected.delta, 6);
});

test('a carrier that was not used before is taken in by the limit, and the sum still holds', () => {
  const before = [
    [100, 18, 1, 4],
    [100, 18, 0, 2],
  ];
  const now = [
    [100, 18, 0.9, 4],
    [100, 18, 0.1, 2],
  ];
  const effects = lmdi(before, now);
  expect(effects.every(Number.isFinite)).toBe(true);
  const sum = (rows: number[][]) => rows.reduce((all, row) => all + row.reduce((product, value) => product * value), 0);
  expect(effects.reduce((all, each) => all + each, 0)).toBeCloseTo(sum(now) - sum(before), 6);
  expect(logarithmicMean(5, 5)).toBe(5);
});
