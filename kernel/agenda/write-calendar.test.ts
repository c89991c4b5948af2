import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import type { AgendaEntry } from './agenda.ts';
import { folded, writeCalendar } from './write-calendar.ts';

const entry = (more: Partial<AgendaEntry> = {}): AgendaEntry => ({
  uid: 'trip-1',
  startsAt: new Date('2026-03-06T08:00:00+08:00'),
  endsAt: new Date('2026-03-06T17:30:00+08:00'),
  title: '去石桥县 4 人',
  sequence: 3,
  changedAt: new Date('2026-03-05T09:00:00+08:00'),
  ...more,
});

/** What an independent reader finds. */
const read = (content: string) => {
  const calendar = new ICAL.Component(ICAL.parse(content) as unknown[]);
  return calendar.getAllSubcomponents('vevent').map((each) => ({
    of: (name: string) => each.getFirstPropertyValue(name)?.toString() ?? null,
    names: each.getAllProperties().map(({ name }) => name),
    alarms: each.getAllSubcomponents('valarm').length,
  }));
};

describe('a calendar', () => {
  it('is read by another program as it was meant: times in UTC, place, status, sequence, alarm', () => {
    const [found] = read(
      writeCalendar(
        '我的日程',
        [entry({ place: '石桥县', note: '预算执行调研', opens: '/vehicles/trips/1', alarmMinutes: 60 })],
        'https://goa.example',
      ),
    );
    expect(found!.of('dtstart')).toBe('2026-03-06T00:00:00Z');
    expect(found!.of('dtend')).toBe('2026-03-06T09:30:00Z');
    expect([found!.of('summary'), found!.of('location'), found!.of('sequence'), found!.of('status')]).toEqual([
      '去石桥县 4 人',
      '石桥县',
      '3',
      'CONFIRMED',
    ]);
    expect([found!.of('url'), found!.of('uid'), found!.alarms]).toEqual([
      'https://goa.example/vehicles/trips/1',
      'trip-1@opengoa',
      1,
    ]);
  });

  it('what was called off stays as called off, and rings no more', () => {
    const [found] = read(writeCalendar('我的日程', [entry({ cancelled: true, alarmMinutes: 60, sequence: 4 })], null));
    expect([found!.of('status'), found!.of('transp'), found!.alarms]).toEqual(['CANCELLED', 'TRANSPARENT', 0]);
  });

  it('of others’ time nothing is told but that it is taken', () => {
    const [found] = read(
      writeCalendar(
        '日程',
        [entry({ title: '忙 青A·10001', place: '石桥县', note: '周敏', opens: '/x', busy: true, alarmMinutes: 5 })],
        'https://goa.example',
      ),
    );
    expect(found!.names).not.toEqual(expect.arrayContaining(['location', 'description', 'url']));
    expect([found!.alarms, found!.names.filter((name) => ['location', 'description', 'url'].includes(name))]).toEqual([
      0,
      [],
    ]);
  });

  it('no line is longer than 75 octets, and no character is cut', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (line) => {
        const lines = folded(line).split('\r\n');
        if (line.includes('\r\n')) return;
        for (const each of lines) expect(Buffer.byteLength(each)).toBeLessThanOrEqual(75);
        expect(lines.map((each, at) => (at === 0 ? each : each.slice(1))).join('')).toBe(line);
      }),
    );
  });

  it.each([
    'BEGIN:VEVENT\r\nSUMMARY:x\r\nEND:VEVENT',
    'a\nATTENDEE:mailto:x@y.example',
    String.raw`a\nATTACH:http://evil.example`,
    'x;y,z\\w:"q"',
    '\u0000\u0007\u001b[31m',
    'line\u2028separator\u2029paragraph',
    '逗号，；：换行\r回车',
    '🚗'.repeat(60),
    '=cmd|calc',
  ])('a hostile title stays a title: %j', (title) => {
    const found = read(
      writeCalendar(title, [entry({ title, place: title, note: title }), entry({ uid: 'b', title: 'other' })], null),
    );
    expect(found).toHaveLength(2);
    for (const each of found) expect(each.names.filter((name) => ['attendee', 'attach'].includes(name))).toEqual([]);
    const told = found.map((each) => each.of('summary'));
    expect(told).toContain('other');
    const plain = title
      .replaceAll(/\r\n?/g, '\n')
      .replaceAll(/[\p{Cc}\u2028\u2029]/gu, (sign) => (sign === '\n' ? sign : ''));
    expect(told).toContain(plain);
  });

  it('any title comes back as it went in, but for control characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), (title) => {
        const clean = title
          .replaceAll(/\r\n?/g, '\n')
          .replaceAll(/[\p{Cc}\u2028\u2029]/gu, (sign) => (sign === '\n' || sign === '\t' ? sign : ''));
        expect(read(writeCalendar('x', [entry({ title })], null))[0]!.of('summary') ?? '').toBe(clean);
      }),
    );
  });

  it('the same entries give the same bytes, in whatever order they came', () => {
    const [a, b] = [entry(), entry({ uid: 'trip-2', startsAt: new Date('2026-03-07T08:00:00+08:00') })];
    expect(writeCalendar('x', [a, b], null)).toBe(writeCalendar('x', [b, a], null));
  });
});
