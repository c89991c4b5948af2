import { expect, test } from 'vitest';
import type { Rule } from './contract.ts';
import { tryOnHistory } from './try-on-history.ts';

const limits = {
  least: 26,
  most: 32,
  step: 2,
  safe: 26,
  pauseMinutes: 30,
  ttlMinutes: 15,
  staleMinutes: 60,
  running: true,
};
const around = { kindOfDay: () => 'workday' as const, workFromHour: 8, workToHour: 18, forecast: () => null };
const rules: Rule[] = [{ when: 'off-hours', days: 'any', fromHour: null, toHour: null, kw: null, value: 30 }];
const from = new Date('2026-07-01T00:00:00+08:00');
const to = new Date('2026-07-02T00:00:00+08:00');
const hours = Array.from({ length: 25 }, (_, n) => from.getTime() + n * 3_600_000);
const tried = (readAt: number[]) =>
  tryOnHistory({ id: 'p', name: '冷机', limits, bounds: limits, around, readAt }, rules, { from, to, stepMinutes: 15 });

test('a day: set back at night in two steps, back for the day, and set back again in the evening', () => {
  const { changes, commands, returns, values, refused } = tried(hours);
  expect(changes.map(({ at, kind, value }) => [at.slice(11, 16), kind, value])).toEqual([
    ['16:00', 'set', 28],
    ['16:30', 'set', 30],
    ['00:00', 'return', 26],
    ['10:00', 'set', 28],
    ['10:30', 'set', 30],
  ]);
  expect({ commands, returns }).toEqual({ commands: 4, returns: 1 });
  expect(values).toHaveLength(96);
  expect([values[0], values[3], values[40], values[95]]).toEqual([28, 30, 26, 30]);
  expect(refused.map(({ reason }) => reason)).toEqual(['too-soon']);
});

test('where nothing was read nothing would have been sent, and a gap sends it back', () => {
  expect(tried([])).toMatchObject({ commands: 0, refused: [{ reason: 'data-stale' }] });
  const gap = tried(hours.filter((_, n) => n < 3));
  expect(gap.changes.map(({ kind, reason }) => [kind, reason])).toEqual([
    ['set', 'off-hours'],
    ['set', 'off-hours'],
    ['return', 'data-stale'],
  ]);
});
