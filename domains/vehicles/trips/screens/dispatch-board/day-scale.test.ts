import { expect, test } from 'vitest';
import { hoursOn, nowOn, placeOn, scaleFor } from './day-scale.ts';

const day = '2026-03-06';
const office = { startsAt: '2026-03-06T08:00:00+08:00', endsAt: '2026-03-06T16:00:00+08:00' };

test('the board shows six to ten, and the whole day when something lies outside', () => {
  expect(scaleFor(day, [office])).toEqual({ from: 360, to: 1320 });
  expect(
    scaleFor(day, [office, { startsAt: '2026-03-06T21:00:00+08:00', endsAt: '2026-03-06T22:15:00+08:00' }]),
  ).toEqual({ from: 0, to: 1440 });
  expect(hoursOn({ from: 360, to: 1320 })).toHaveLength(16);
});

test('a bar lies where its hours are; what began yesterday begins at the edge', () => {
  const scale = scaleFor(day, [office]);
  expect(placeOn(scale, day, office)).toEqual({ left: '12.5%', width: '50%' });
  expect(
    placeOn({ from: 0, to: 1440 }, day, { startsAt: '2026-03-05T20:00:00+08:00', endsAt: '2026-03-06T06:00:00+08:00' }),
  ).toEqual({ left: '0%', width: '25%' });
});

test('the line of now is drawn on its own day, within the hours shown', () => {
  const scale = scaleFor(day, [office]);
  expect(nowOn(scale, day, new Date('2026-03-06T14:00:00+08:00'))).toBe('50%');
  expect(nowOn(scale, day, new Date('2026-03-06T05:00:00+08:00'))).toBeUndefined();
  expect(nowOn(scale, day, new Date('2026-03-07T14:00:00+08:00'))).toBeUndefined();
});
