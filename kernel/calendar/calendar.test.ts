import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, calendarFrom, dayOf, daysBetween, instantAt, isDay, minuteOfDay, weekday } from './calendar.ts';
import { readHolidayData } from './holiday-data.ts';

const calendar = calendarFrom();
const anyDay = fc.integer({ min: 0, max: 8400 }).map((n) => addDays('2004-01-01', n));

const region = readHolidayData(
  `
title: { zh: 三月三放假, en: Sanyuesan }
source: { document: 广西壮族自治区少数民族习惯节日放假办法 }
region: '450000'
holidays: { 2026-04-20: { zh: 三月三, en: Sanyuesan } }
`,
  'guangxi.yaml',
);

const fileWith = (more: string): string => `title: { zh: a, en: a }\nsource: { document: b }\n${more}`;
const at = (day: string, clock: string): Date => new Date(`${day}T${clock}:00+08:00`);

describe('days of the State Council notices', () => {
  test('调休: a Sunday at work, a Friday off, an ordinary Saturday, an ordinary Monday', () => {
    expect(calendar.kindOf('2026-01-04')).toMatchObject({ kind: 'makeup-workday', name: { zh: '元旦' } });
    expect(calendar.kindOf('2026-01-02')).toMatchObject({
      kind: 'holiday',
      name: { zh: '元旦', en: "New Year's Day" },
    });
    expect(calendar.kindOf('2026-01-10')).toEqual({ kind: 'weekend', known: true });
    expect(calendar.kindOf('2026-01-12')).toEqual({ kind: 'workday', known: true });
  });

  test('the seven days of 国庆节 2024 and the two make-up days around them', () => {
    const off = Array.from({ length: 7 }, (_, i) => `2024-10-0${i + 1}`);
    expect(off.filter((day) => calendar.isWorkday(day))).toEqual([]);
    expect(calendar.isWorkday('2024-09-29')).toBe(true);
    expect(calendar.isWorkday('2024-10-12')).toBe(true);
    expect(calendar.addWorkdays('2024-09-30', 1)).toBe('2024-10-08');
  });

  test('a year without data says so and still knows its weekends', () => {
    expect(calendar.known(2026)).toBe(true);
    expect(calendar.known(2090)).toBe(false);
    expect(calendar.kindOf('2090-10-02')).toEqual({ kind: 'workday', known: false });
    expect(calendar.kindOf('2090-10-01')).toEqual({ kind: 'weekend', known: false });
  });
});

describe('data laid over the package', () => {
  test('a year the package does not know', () => {
    const later = calendarFrom({
      holidays: [
        {
          title: { zh: '2090年放假安排', en: 'Holidays of 2090' },
          source: { document: '国务院办公厅关于2090年部分节假日安排的通知' },
          years: [2090],
          holidays: { '2090-10-02': { zh: '国庆节', en: 'National Day' } },
          'makeup-workdays': { '2090-10-07': { zh: '国庆节', en: 'National Day' } },
        },
      ],
    });
    expect(later.known(2090)).toBe(true);
    expect(later.kindOf('2090-10-02').kind).toBe('holiday');
    expect(later.kindOf('2090-10-07').kind).toBe('makeup-workday');
  });

  test("a region's own day counts there and nowhere else, and makes no year known", () => {
    expect(calendarFrom({ holidays: [region], place: ['CN', '450000', '450100'] }).isWorkday('2026-04-20')).toBe(false);
    expect(calendarFrom({ holidays: [region], place: ['CN', '370000'] }).isWorkday('2026-04-20')).toBe(true);
  });

  test('the later file wins, and a day can be taken back', () => {
    const taken = calendarFrom({
      place: ['450000'],
      holidays: [region, { ...region, holidays: {}, ordinary: ['2026-04-20'] }],
    });
    expect(taken.isWorkday('2026-04-20')).toBe(true);
  });

  test('a file with a wrong day, an unknown key or a day of two kinds is refused', () => {
    expect(() => readHolidayData(fileWith('ordinary: [2026-02-30]'), 'x.yaml')).toThrow('x.yaml');
    expect(() => readHolidayData(fileWith('holiday: {}'), 'x.yaml')).toThrow('x.yaml');
    const name = { zh: '甲', en: 'A' };
    const both = {
      ...region,
      region: undefined,
      holidays: { '2026-03-02': name },
      'makeup-workdays': { '2026-03-02': name },
    };
    const { region: _none, ...file } = both;
    expect(() => calendarFrom({ holidays: [file] })).toThrow('both');
  });
});

describe('counting', () => {
  test('workdaysBetween is what addWorkdays added', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -400, max: 400 }), (day, n) => {
        expect(calendar.workdaysBetween(day, calendar.addWorkdays(day, n))).toBe(n + 0);
      }),
      { numRuns: 200 },
    );
  });

  test('it is the plain count of working days in the stretch, and stretches add up', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 500 }), (a, p, q) => {
        const [b, c] = [addDays(a, p), addDays(a, p + q)];
        const plain = Array.from({ length: p }, (_, i) => addDays(a, i + 1)).filter((d) =>
          calendar.isWorkday(d),
        ).length;
        expect(calendar.workdaysBetween(a, b)).toBe(plain);
        expect(calendar.workdaysBetween(a, b) + calendar.workdaysBetween(b, c)).toBe(calendar.workdaysBetween(a, c));
      }),
      { numRuns: 200 },
    );
  });

  test('addWorkdays goes forward, lands on a working day and is monotone', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 300 }), (day, n) => {
        const to = calendar.addWorkdays(day, n);
        expect(calendar.isWorkday(to)).toBe(true);
        expect(to > day).toBe(true);
        expect(calendar.addWorkdays(day, n + 1) > to).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  test('each full year since 2008 has 246 to 254 working days', () => {
    for (let year = 2008; year <= 2026; year += 1) {
      const count = calendar.workdaysBetween(`${year - 1}-12-31`, `${year}-12-31`);
      expect(count).toBeGreaterThanOrEqual(246);
      expect(count).toBeLessThanOrEqual(254);
    }
  });
});

describe('days and instants', () => {
  test('midnight in Shanghai is 16:00 of the day before in UTC', () => {
    expect(dayOf(new Date('2026-01-01T15:59:59Z'))).toBe('2026-01-01');
    expect(dayOf(new Date('2026-01-01T16:00:00Z'))).toBe('2026-01-02');
  });

  test('an instant made from a day and a minute falls on that day and minute; weekdays follow each other', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 1439 }), (day, minute) => {
        expect(dayOf(instantAt(day, minute))).toBe(day);
        expect(minuteOfDay(instantAt(day, minute))).toBe(minute);
        expect(weekday(addDays(day, 1))).toBe((weekday(day) % 7) + 1);
        expect(daysBetween(day, addDays(day, minute))).toBe(minute);
      }),
    );
    expect(weekday('2026-11-21')).toBe(6);
  });

  test('a day exists where the calendar of the language has it', () => {
    const two = (n: number) => String(n).padStart(2, '0');
    for (const year of ['0000', '1900', '2000', '2024', '2026', '2100'])
      for (let month = 0; month <= 13; month += 1)
        for (let day = 0; day <= 32; day += 1) {
          const text = `${year}-${two(month)}-${two(day)}`;
          const ms = Date.parse(`${text}T00:00:00Z`);
          const exists = !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text);
          expect([text, isDay(text)]).toEqual([text, exists]);
        }
  });

  test('days that do not exist are refused', () => {
    expect(['2026-02-29', '2026-13-01', '2026-1-1', '', '2026-01-01T00:00'].filter(isDay)).toEqual([]);
    expect(() => calendar.isWorkday('2026-02-29')).toThrow(RangeError);
    expect(() => calendar.addWorkdays('2026-02-01', 1.5)).toThrow(RangeError);
  });
});

describe('office hours', () => {
  test('open on a working day, closed at lunch, at night and on holidays', () => {
    expect(calendar.isOfficeTime(at('2026-01-05', '09:00'))).toBe(true);
    expect(calendar.isOfficeTime(at('2026-01-05', '12:00'))).toBe(false);
    expect(calendar.isOfficeTime(at('2026-01-05', '17:00'))).toBe(false);
    expect(calendar.isOfficeTime(at('2026-01-02', '10:00'))).toBe(false);
    expect(calendar.isOfficeTime(at('2026-01-04', '10:00'))).toBe(true);
  });

  test('a limit in working days ends when the office closes on the last day', () => {
    expect(calendar.deadlineAfterWorkdays(at('2026-02-13', '16:30'), 2)).toEqual(at('2026-02-24', '17:00'));
  });

  test('a limit in office hours skips lunch, night and holidays', () => {
    expect(calendar.deadlineAfterWorkhours(at('2026-01-05', '11:00'), 2)).toEqual(at('2026-01-05', '14:00'));
    expect(calendar.deadlineAfterWorkhours(at('2025-12-31', '16:00'), 3)).toEqual(at('2026-01-04', '11:00'));
    expect(calendar.deadlineAfterWorkhours(at('2026-01-01', '10:00'), 0)).toEqual(at('2026-01-01', '10:00'));
  });

  test('exactly so many open minutes lie between an instant and its deadline', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 1, max: 30 }), (day, minute, hours) => {
        const from = instantAt(day, minute);
        const to = calendar.deadlineAfterWorkhours(from, hours);
        let open = 0;
        for (let ms = from.getTime(); ms < to.getTime(); ms += 60_000)
          open += calendar.isOfficeTime(new Date(ms)) ? 1 : 0;
        expect(open).toBe(hours * 60);
      }),
      { numRuns: 40 },
    );
  });

  test('hours that overlap or are none are refused', () => {
    expect(() => calendarFrom({ officeHours: [] })).toThrow(RangeError);
    expect(() =>
      calendarFrom({
        officeHours: [
          [540, 720],
          [700, 1000],
        ],
      }),
    ).toThrow(RangeError);
  });
});
