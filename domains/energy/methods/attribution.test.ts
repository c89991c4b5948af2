import fc from 'fast-check';
import { expect, test } from 'vitest';
import { attribute, costChange, shapley } from './attribution.ts';
import { examples } from './worked-examples.ts';

test('a month against last year’s, as in the worked example', () => {
  const { input, expected } = examples['energy.attribution_month'];
  // "20000+35*DD+90*staff"
  const f = ([weather, staff]: readonly boolean[]) =>
    20_000 + 35 * (weather ? input.dd1 : input.dd0) + 90 * (staff ? input.h1 : input.h0);
  const { effects, lastYearResidual, thisYearResidual } = attribute(2, f, input.act0, input.act1);
  expect(effects[0]).toBeCloseTo(expected.weather, 9);
  expect(effects[1]).toBeCloseTo(expected.staff, 9);
  expect(lastYearResidual).toBeCloseTo(expected.last_year_residual, 9);
  expect(thisYearResidual).toBeCloseTo(expected.this_year_residual, 9);
  expect(effects[0]! + effects[1]! + lastYearResidual + thisYearResidual).toBeCloseTo(expected.delta, 9);
});

test('where factors multiply, neither is favoured, and nothing is left over', () => {
  const [a, b] = shapley(2, ([x, y]) => (x ? 3 : 2) * (y ? 5 : 4));
  expect(a).toBeCloseTo(4.5, 9);
  expect(b).toBeCloseTo(2.5, 9);
  const level = fc.double({ min: 0.1, max: 10, noNaN: true });
  fc.assert(
    fc.property(fc.array(fc.tuple(level, level), { minLength: 4, maxLength: 4 }), level, level, (levels, last, now) => {
      const f = (on: readonly boolean[]) => levels.reduce((all, [x, y], k) => all * (on[k] ? y : x), 1);
      const { effects, lastYearResidual, thisYearResidual } = attribute(4, f, last, now);
      const sum = effects.reduce((all, each) => all + each, 0) + lastYearResidual + thisYearResidual;
      expect(Math.abs(sum - (now - last))).toBeLessThan(1e-6 * Math.max(1, ...effects.map(Math.abs)));
    }),
  );
});

test('a dearer price and a smaller amount add up to the change of cost', () => {
  const { byPrice, byAmount } = costChange({ amount: 100, cost: 6000 }, { amount: 80, cost: 5600 });
  expect(byPrice).toBeCloseTo(900, 9);
  expect(byAmount).toBeCloseTo(-1300, 9);
});
