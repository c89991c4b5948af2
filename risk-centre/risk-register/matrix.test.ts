import fc from 'fast-check';
import { expect, test } from 'vitest';
import { levelOfRating, lowers, steps } from './matrix.ts';

const bounds = { red: 15, orange: 10, yellow: 5 };
const order = ['blue', 'yellow', 'orange', 'red'];
const step = fc.constantFrom(...steps);

test('a field has the level whose bound its product reaches', () => {
  expect(levelOfRating({ likelihood: 1, consequence: 4 }, bounds)).toBe('blue');
  expect(levelOfRating({ likelihood: 1, consequence: 5 }, bounds)).toBe('yellow');
  expect(levelOfRating({ likelihood: 2, consequence: 5 }, bounds)).toBe('orange');
  expect(levelOfRating({ likelihood: 3, consequence: 5 }, bounds)).toBe('red');
});

test('controls that lower a risk never raise its level', () => {
  fc.assert(
    fc.property(step, step, step, step, (l, c, rl, rc) => {
      const [inherent, residual] = [
        { likelihood: l, consequence: c },
        { likelihood: rl, consequence: rc },
      ];
      fc.pre(lowers(inherent, residual));
      return order.indexOf(levelOfRating(residual, bounds)) <= order.indexOf(levelOfRating(inherent, bounds));
    }),
  );
  expect(lowers({ likelihood: 2, consequence: 5 }, { likelihood: 3, consequence: 1 })).toBe(false);
});
