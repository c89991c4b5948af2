import { describe, expect, it } from 'vitest';
import { calendarFrom } from '../calendar/calendar.ts';
import { usualChoice } from './contract.ts';
import { nextDigest, outsideQuiet } from './when-to-send.ts';

const calendar = calendarFrom();
const at = (text: string) => new Date(`${text}+08:00`);

describe('quiet hours', () => {
  it.each([
    ['in office hours at once', '2026-03-04T10:00', '2026-03-04T10:00'],
    ['in the evening the next morning', '2026-03-04T21:30', '2026-03-05T08:00'],
    ['early in the morning the same morning', '2026-03-04T06:00', '2026-03-04T08:00'],
    ['on Friday evening on Monday', '2026-03-06T20:00', '2026-03-09T08:00'],
    ['on a Saturday on Monday', '2026-03-07T11:00', '2026-03-09T08:00'],
    // 2026-02-14 is a working Saturday before the Spring Festival, 2026-02-16 the first day of the holiday, 2026-02-24 the first working day after it.
    ['on a working Saturday at once', '2026-02-14T11:00', '2026-02-14T11:00'],
    ['over the Spring Festival when work begins again', '2026-02-17T11:00', '2026-02-24T08:00'],
    ['one minute before the quiet at once', '2026-03-04T19:59', '2026-03-04T19:59'],
  ])('%s', (_said, now, told) => {
    expect(outsideQuiet(at(now), usualChoice, calendar)).toEqual(at(told));
  });

  it('of the middle of a day, and none at all', () => {
    const noon = { quietFrom: '12:00', quietTo: '14:00', workdaysOnly: false };
    expect(outsideQuiet(at('2026-03-07T12:30'), noon, calendar)).toEqual(at('2026-03-07T14:00'));
    expect(outsideQuiet(at('2026-03-07T15:00'), noon, calendar)).toEqual(at('2026-03-07T15:00'));
    const none = { quietFrom: '00:00', quietTo: '00:00', workdaysOnly: false };
    expect(outsideQuiet(at('2026-03-07T03:00'), none, calendar)).toEqual(at('2026-03-07T03:00'));
  });

  it('a digest goes out at its time of the next day that counts', () => {
    expect(nextDigest(at('2026-03-04T08:00'), usualChoice, calendar)).toEqual(at('2026-03-04T08:30'));
    expect(nextDigest(at('2026-03-04T08:30'), usualChoice, calendar)).toEqual(at('2026-03-05T08:30'));
    expect(nextDigest(at('2026-03-06T12:00'), usualChoice, calendar)).toEqual(at('2026-03-09T08:30'));
  });
});
