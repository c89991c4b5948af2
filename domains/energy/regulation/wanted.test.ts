import { calendarFrom } from '@opengoa/kernel/calendar';
import { describe, expect, test } from 'vitest';
import { nationalDays } from '../buildings/own-calendar.ts';
import type { Rule } from './contract.ts';
import { isComplete, wantedAt } from './wanted.ts';

const kindOfDay = nationalDays(calendarFrom());
const around = {
  kindOfDay,
  workFromHour: 8,
  workToHour: 18,
  forecast: (_day: string, hour: number) => (hour === 14 ? 150 : hour === 15 ? null : 80),
};
const rule = (more: Partial<Rule> & Pick<Rule, 'when' | 'value'>): Rule => ({
  days: 'any',
  fromHour: null,
  toHour: null,
  kw: null,
  ...more,
});
const wanted = (rules: Rule[], at: string) => wantedAt(rules, new Date(`${at}:00+08:00`), around)?.value ?? null;

describe('方案此刻要什么', () => {
  test('working hours are the building’s, and a Saturday that is worked in return (调休) is a working day', () => {
    const rules = [rule({ when: 'off-hours', value: 30 })];
    expect(wanted(rules, '2026-07-01T07:59')).toBe(30);
    expect(wanted(rules, '2026-07-01T08:00')).toBeNull();
    expect(wanted(rules, '2026-07-01T18:00')).toBe(30);
    // An ordinary Saturday; 2024-04-07 was a Sunday worked for 清明; 2024-04-05 a Friday off.
    expect(wanted(rules, '2024-04-13T10:00')).toBe(30);
    expect(wanted(rules, '2024-04-07T10:00')).toBeNull();
    expect(wanted(rules, '2024-04-05T10:00')).toBe(30);
  });

  test('hours of a kind of day, also over midnight; the first rule that holds counts', () => {
    const rules = [
      rule({ when: 'hours', days: 'workday', fromHour: 12, toHour: 13, value: 28 }),
      rule({ when: 'hours', days: 'rest-day', fromHour: 0, toHour: 24, value: 31 }),
      rule({ when: 'hours', fromHour: 22, toHour: 6, value: 30 }),
    ];
    expect(wanted(rules, '2026-07-01T12:30')).toBe(28);
    expect(wanted(rules, '2026-07-01T13:00')).toBeNull();
    expect(wanted(rules, '2026-07-01T23:00')).toBe(30);
    expect(wanted(rules, '2026-07-01T05:59')).toBe(30);
    expect(wanted(rules, '2026-07-04T23:00')).toBe(31);
  });

  test('a forecast at or above its threshold; none, and the rule does not hold', () => {
    const rules = [rule({ when: 'forecast-over', kw: 150, value: 28 })];
    expect(wanted(rules, '2026-07-01T14:10')).toBe(28);
    expect(wanted(rules, '2026-07-01T13:10')).toBeNull();
    expect(wanted(rules, '2026-07-01T15:10')).toBeNull();
  });

  test('a rule says all that it needs', () => {
    expect(isComplete(rule({ when: 'off-hours', value: 30 }))).toBe(true);
    expect(isComplete(rule({ when: 'hours', value: 30 }))).toBe(false);
    expect(isComplete(rule({ when: 'hours', fromHour: 8, toHour: 8, value: 30 }))).toBe(false);
    expect(isComplete(rule({ when: 'hours', fromHour: 8, toHour: 9, value: 30 }))).toBe(true);
    expect(isComplete(rule({ when: 'forecast-over', value: 30 }))).toBe(false);
    expect(isComplete(rule({ when: 'forecast-over', kw: 1, value: 30 }))).toBe(true);
  });
});
