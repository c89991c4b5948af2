import { expect, test } from 'vitest';
import { owedOf } from './owed.ts';

test('what is still owed is filled in; nothing where all is paid or the row does not know it', () => {
  expect(owedOf({ dueFen: 300_000, paidFen: 100_000 })).toEqual({ amountFen: 200_000 });
  expect(owedOf({ dueFen: 300_000, paidFen: 300_000 })).toEqual({});
  expect(owedOf({ dueFen: 0, paidFen: 100 })).toEqual({});
  expect(owedOf({ id: 'row' })).toEqual({});
});
