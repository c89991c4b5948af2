import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inShanghai, localOfSerial, parseDay, parseInstant, serialOfLocal, shanghaiLocal } from './parse-time.ts';

const anyDay = fc
  .date({ min: new Date('1900-03-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('SEC-IN-11 days and instants', () => {
  test.each([
    '2026-03-05',
    '2026/3/5',
    '2026.3.5',
    '2026年3月5日',
    '2026 年 3 月 5 日',
    '20260305',
    '２０２６－０３－０５',
    '46086',
    '2026-03-05T00:00:00',
    '2026-03-05 00:00:00.000',
  ])('SEC-IN-11 %s is 5 March 2026', (text) => {
    expect(parseDay(text)).toBe('2026-03-05');
  });

  test.each(['2026-02-29', '2026-13-01', '3/5/2026', '05-03-26', '2026-03', '2026-03-05 10:20', '1899-12-31', '99999'])(
    'SEC-IN-11 %s is no day',
    (text) => {
      expect(parseDay(text)).toBeNull();
    },
  );

  test('SEC-IN-11 every day comes back from its serial', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(localOfSerial(serialOfLocal(day))).toBe(`${day}T00:00:00.000`);
        const [year, month, date] = day.split('-').map(Number);
        expect(parseDay(`${year}年${month}月${date}日`)).toBe(day);
      }),
    );
  });

  test('SEC-IN-11 the 29 February 1900 of spreadsheets does not exist, its neighbours do', () => {
    expect(localOfSerial(59)).toBe('1900-02-28T00:00:00.000');
    expect(localOfSerial(60)).toBeNull();
    expect(localOfSerial(61)).toBe('1900-03-01T00:00:00.000');
    expect(serialOfLocal('1900-02-28')).toBe(59);
  });

  test('SEC-IN-11 a time without zone is in Asia/Shanghai and stored in UTC', () => {
    const instant = { instant: '2026-03-05T06:30:00.000Z' };
    for (const text of ['2026-03-05 14:30', '2026年3月5日14时30分', '2026-03-05T06:30Z', '2026-03-05T08:30:00+02:00'])
      expect(parseInstant(text)).toEqual(instant);
    expect(shanghaiLocal(instant.instant)).toBe('2026-03-05T14:30:00.000');
  });

  test('SEC-IN-11 a time of the years with summer time needs its zone', () => {
    expect(parseInstant('1988-07-01 12:00')).toBe('zone-needed');
    expect(parseInstant('1988-07-01 12:00+09:00')).toEqual({ instant: '1988-07-01T03:00:00.000Z' });
  });

  test.each(['2026-03-05 24:00', '2026-03-05 12:60', '2026-02-30 12:00', '12:30', '2026-03-05'])(
    'SEC-IN-11 %s is no instant',
    (text) => {
      expect(parseInstant(text)).toBe('not-an-instant');
    },
  );

  test('SEC-IN-11 the fixed offset agrees with the time zone database since 1992', () => {
    const clock = new Intl.DateTimeFormat('sv-SE', {
      timeZone: 'Asia/Shanghai',
      dateStyle: 'short',
      timeStyle: 'medium',
    });
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1992-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
        (date) => {
          const local = shanghaiLocal(date.toISOString());
          expect(local.slice(0, 19).replace('T', ' ')).toBe(clock.format(date));
          expect(inShanghai(local)).toEqual({ instant: date.toISOString() });
        },
      ),
    );
  });
});
