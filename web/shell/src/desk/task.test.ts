import { expect, test } from 'vitest';
import { boxOf, nextOpen } from './task.ts';

const tasks = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];

test('after a decision the case that moves up into the place is next', () => {
  expect(nextOpen(tasks, 'b', 1)).toBe(1);
  expect(nextOpen([{ id: 'a' }, { id: 'c' }], 'b', 1)).toBe(1);
  expect(nextOpen([{ id: 'a' }], 'c', 2)).toBe(0);
  expect(nextOpen([], 'a', 0)).toBe(-1);
  expect(nextOpen(tasks, undefined, 0)).toBe(0);
});

test('an unknown box in the address is the waiting one', () => {
  expect(boxOf('done')).toBe('done');
  expect(boxOf('nonsense')).toBe('waiting');
  expect(boxOf(undefined)).toBe('waiting');
});
