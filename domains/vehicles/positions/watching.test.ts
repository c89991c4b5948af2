import { onPaper } from '@opengoa/kernel/on-paper';
import { expect, test } from 'vitest';
import { type Watch, watchesAt } from './watching.ts';

const { calendar } = onPaper('郑科长', '2026-03-05T09:00:00+08:00');
const holds = (watch: Partial<Watch>, at: string) =>
  watchesAt({ watches: 'always', fromMinute: null, toMinute: null, ...watch }, new Date(at), calendar);

test('always, out of office hours, on days off', () => {
  const [office, evening, sunday] = [
    '2026-03-05T10:00:00+08:00',
    '2026-03-05T21:00:00+08:00',
    '2026-03-08T10:00:00+08:00',
  ];
  expect([office, evening, sunday].map((at) => holds({}, at))).toEqual([true, true, true]);
  expect([office, evening, sunday].map((at) => holds({ watches: 'off-hours' }, at))).toEqual([false, true, true]);
  expect([office, evening, sunday].map((at) => holds({ watches: 'days-off' }, at))).toEqual([false, false, true]);
});

test('on statutory holidays alone: a Sunday and a day worked in exchange are none', () => {
  const days = ['2026-02-17', '2026-03-08', '2026-02-14', '2026-03-05'];
  expect(days.map((day) => holds({ watches: 'holidays' }, `${day}T10:00:00+08:00`))).toEqual([
    true,
    false,
    false,
    false,
  ]);
});

test('between two minutes of the day, over midnight too; the last minute is no longer in it', () => {
  const day = { watches: 'window', fromMinute: 8 * 60, toMinute: 12 * 60 } as const;
  expect(['07:59', '08:00', '11:59', '12:00'].map((at) => holds(day, `2026-03-05T${at}:00+08:00`))).toEqual([
    false,
    true,
    true,
    false,
  ]);
  const night = { watches: 'window', fromMinute: 22 * 60, toMinute: 5 * 60 } as const;
  expect(['21:59', '22:00', '04:59', '05:00'].map((at) => holds(night, `2026-03-05T${at}:00+08:00`))).toEqual([
    false,
    true,
    true,
    false,
  ]);
});
