import { expect, test } from 'vitest';
import { chapman } from './chapman.ts';

test('SA-08 180 on the book, 150 found, 135 in both: 199.96 ± 2.70, about 5 on neither list', () => {
  const known = chapman(180, 150, 135)!;
  expect(known.total).toBeCloseTo(199.963235, 6);
  expect(known.error).toBeCloseTo(2.698239, 6);
  expect(known.onNeither).toBeCloseTo(4.963235, 6);
});

test('everything on both lists leaves nothing to guess; nothing in common tells nothing', () => {
  expect(chapman(40, 40, 40)).toEqual({ total: 40, error: 0, onNeither: 0 });
  expect(chapman(40, 12, 0)).toBeNull();
  expect(chapman(10, 10, 11)).toBeNull();
});
