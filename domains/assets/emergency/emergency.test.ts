import { isRefusal } from '@opengoa/kernel';
import { expect, test } from 'vitest';
import { type CallRight, rightFor, yielding } from './emergency.ts';

const right = (id: string, code: string, most: number | null): CallRight => ({ id, caller: 'c', class: code, most });
const asked = (quantity: number, code = 'A02061804') => ({ class: code, quantity, measure: '台' });
const told = (found: ReturnType<typeof rightFor>) => (isRefusal(found) ? found.code : found.id);

test('the widest right that reaches the class counts; none is none', () => {
  const mine = [right('a', 'A02', 2), right('b', 'A0206', 10), right('c', 'A05', null)];
  expect(told(rightFor(mine, asked(10)))).toBe('b');
  expect(told(rightFor(mine, asked(11)))).toBe('more-than-right');
  expect(told(rightFor(mine, asked(1, 'A05010201')))).toBe('c');
  expect(told(rightFor(mine, asked(1, 'A03')))).toBe('no-right-to-call');
  expect(told(rightFor([right('d', '', null)], asked(999)))).toBe('d');
});

test('the latest reservations give way, and no more than it takes', () => {
  const reserved = [3, 2, 4].map((quantity, at) => ({ id: `r${at}`, unit: 'u', quantity }));
  const ids = (free: number, quantity: number) => yielding(free, quantity, reserved).map(({ id }) => id);
  expect(ids(5, 5)).toEqual([]);
  expect(ids(1, 4)).toEqual(['r0']);
  expect(ids(1, 5)).toEqual(['r0', 'r1']);
  expect(ids(0, 9)).toEqual(['r0', 'r1', 'r2']);
});
