import { expect, test } from 'vitest';
import { judgeUse, type UseSign } from './judge-use.ts';

const now = Date.parse('2026-03-05T00:00:00Z');
const ago = (days: number) => now - days * 86_400_000;
const sign = (kind: UseSign['kind'], last: number, watched = 400): UseSign => ({
  kind,
  lastAt: ago(last),
  watchedFrom: ago(watched),
});
const limits = { quiet: 90, idle: 180 };
const state = (...signs: UseSign[]) => judgeUse(signs, now, limits).state;

test('SA-05 no sign for 90 and 180 days while a source watches: quiet, then idle', () => {
  expect(state(sign('log-in', 89))).toBe('in-use');
  expect(state(sign('log-in', 90))).toBe('quiet');
  expect(state(sign('log-in', 180))).toBe('idle');
  expect(state(sign('log-in', 300), sign('meter', 10))).toBe('in-use');
});

test('no source is no idleness: scans and answers do not watch, nor does a source that began yesterday', () => {
  expect(state()).toBe('insufficient_data');
  expect(state(sign('scan', 300))).toBe('insufficient_data');
  expect(state(sign('scan', 300), sign('answer', 200))).toBe('insufficient_data');
  expect(state(sign('log-in', 200, 30))).toBe('insufficient_data');
  expect(state(sign('log-in', 200, 120))).toBe('quiet');
});

test('it is told since when, and by which signs', () => {
  expect(judgeUse([sign('meter', 200), sign('log-in', 190)], now, limits)).toEqual({
    state: 'idle',
    since: ago(190),
    by: ['log-in', 'meter'],
  });
});

test('a source that has seen nothing watches all the same, one that stopped does not; the room speaks only where nothing watches the thing', () => {
  expect(judgeUse([{ kind: 'trip', lastAt: null, watchedFrom: ago(200) }], now, limits)).toMatchObject({
    state: 'idle',
    since: null,
  });
  expect(state({ kind: 'meter', lastAt: ago(200), watchedFrom: null })).toBe('insufficient_data');
  const room: UseSign = { kind: 'meter', lastAt: ago(1), watchedFrom: ago(400), weak: true };
  expect(state(room)).toBe('in-use');
  expect(state(room, sign('log-in', 300))).toBe('idle');
  // One that began yesterday cannot yet speak against the room.
  expect(state(room, sign('log-in', 300, 1))).toBe('in-use');
});
