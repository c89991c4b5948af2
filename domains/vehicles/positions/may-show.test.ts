import { calendarFrom } from '@opengoa/kernel/calendar';
import { expect, test } from 'vitest';
import { groundFor, mayShow } from './may-show.ts';

const calendar = calendarFrom();
const at = (text: string) => Date.parse(`${text}:00+08:00`);

test('F10 in office hours and on a trip a place is shown, at night and on days off it is not', () => {
  expect(mayShow(at('2026-03-02T10:00'), [], calendar)).toBe(true);
  expect(mayShow(at('2026-03-02T20:00'), [], calendar)).toBe(false);
  expect(mayShow(at('2026-03-01T10:00'), [], calendar)).toBe(false);
  const trip = [{ from: at('2026-03-01T09:00'), to: at('2026-03-01T12:00') }];
  expect(mayShow(at('2026-03-01T10:00'), trip, calendar)).toBe(true);
  expect(mayShow(at('2026-03-01T12:01'), trip, calendar)).toBe(false);
});

test('F10 a Saturday that is worked (调休) is a working day, a Wednesday of a holiday is not', () => {
  // 2026-02-14 is worked for the Spring Festival; 2026-02-18 lies within it.
  expect(mayShow(at('2026-02-14T10:00'), [], calendar)).toBe(true);
  expect(mayShow(at('2026-02-18T10:00'), [], calendar)).toBe(false);
});

test('F10 a track is shown while its trip runs or something about it is open', () => {
  expect(groundFor({ state: 'departed' }, 0)).toBe('in-progress');
  expect(groundFor({ state: 'settled' }, 1)).toBe('finding');
  expect(groundFor({ state: 'settled' }, 0)).toBeNull();
  expect(groundFor({ state: 'dispatched' }, 0)).toBeNull();
});
