import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { quiet } from './quiet.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('what was typed last is kept once it is quiet', () => {
  const kept: string[] = [];
  const { later } = quiet(300);
  later(() => kept.push('会'));
  vi.advanceTimersByTime(200);
  later(() => kept.push('会议桌'));
  vi.advanceTimersByTime(299);
  expect(kept).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(kept).toEqual(['会议桌']);
});

test('a form that closes soon after typing keeps it at once, and once only', () => {
  const kept: string[] = [];
  const { later, flush } = quiet(300);
  later(() => kept.push('会议桌'));
  flush();
  expect(kept).toEqual(['会议桌']);
  vi.advanceTimersByTime(1000);
  flush();
  expect(kept).toEqual(['会议桌']);
});
