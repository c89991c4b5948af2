import { expect, test } from 'vitest';
import { boxOf, nextOpen, numberAndGist } from './task.ts';

const tasks = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];

test('after a decision the case that moves up into the place is next', () => {
  expect(nextOpen(tasks, 'b', 1)).toBe(1);
  expect(nextOpen([{ id: 'a' }, { id: 'c' }], 'b', 1)).toBe(1);
  expect(nextOpen([{ id: 'a' }], 'c', 2)).toBe(0);
  expect(nextOpen([], 'a', 0)).toBe(-1);
  expect(nextOpen(tasks, undefined, 0)).toBe(0);
});

test('the number of a case stands apart from what it is about', () => {
  expect(numberAndGist('TR-2026-00047 2 人 去市档案馆')).toEqual({ number: 'TR-2026-00047', gist: '2 人 去市档案馆' });
  expect(numberAndGist('借阅《年鉴》')).toEqual({ number: '', gist: '借阅《年鉴》' });
});

test('an unknown box in the address is the waiting one', () => {
  expect(boxOf('done')).toBe('done');
  expect(boxOf('nonsense')).toBe('waiting');
  expect(boxOf(undefined)).toBe('waiting');
});
