import { weekday } from '@opengoa/kernel/calendar';
import { describe, expect, test } from 'vitest';
import { type Around, suggestionOf, type Used } from './suggest-use.ts';
import { type History, medianOf, useOf } from './use-of-vehicle.ts';

const isWorkday = (day: string) => weekday(day) <= 5 && day !== '2026-03-04';
const out = (from: string, to = from) => ({
  from: new Date(`${from}T09:00:00+08:00`),
  to: new Date(`${to}T12:00:00+08:00`),
});
// Two weeks from a Monday; the Wednesday of the first is a holiday: nine working days.
const history = (more: Partial<History> = {}): History => ({
  from: '2026-03-02',
  to: '2026-03-15',
  since: '2025-01-01',
  outs: [],
  repairs: [],
  ...more,
});

describe('使用率', () => {
  test('days out over working days; a weekend and a holiday are days out and no working days', () => {
    const use = useOf(history({ outs: [out('2026-03-03'), out('2026-03-04'), out('2026-03-07')] }), isWorkday, 5);
    expect(use).toMatchObject({ usedDays: 3, usedWorkdays: 1, availableWorkdays: 9, repairWorkdays: 0, hours: 9 });
  });

  test('a trip of several days takes each of them, as far as they lie in the period', () => {
    const use = useOf(history({ outs: [out('2026-02-27', '2026-03-03')] }), isWorkday, 5);
    expect(use).toMatchObject({ usedDays: 2, usedWorkdays: 2 });
  });

  test('days in the workshop are not counted against it, but a day it went out all the same is', () => {
    const repairs = [{ from: '2026-03-09', to: '2026-03-11' }];
    expect(useOf(history({ repairs }), isWorkday, 5)).toMatchObject({ availableWorkdays: 6, repairWorkdays: 3 });
    expect(useOf(history({ repairs, outs: [out('2026-03-10')] }), isWorkday, 5)).toMatchObject({
      availableWorkdays: 7,
      usedWorkdays: 1,
      repairWorkdays: 2,
    });
  });

  test('nothing counts from before anything is known of it', () => {
    expect(useOf(history({ since: '2026-03-09' }), isWorkday, 5)).toMatchObject({ availableWorkdays: 5 });
    expect(useOf(history({ since: '2026-04-01' }), isWorkday, 5)).toMatchObject({ availableWorkdays: 0 });
  });

  test('stretches without use: over the weekend as one, ended by a trip, not by the workshop', () => {
    expect(useOf(history(), isWorkday, 5).idleStretches).toEqual([
      { from: '2026-03-02', to: '2026-03-13', workdays: 9 },
    ]);
    const trip = [out('2026-03-10')];
    expect(useOf(history({ outs: trip }), isWorkday, 5).idleStretches).toEqual([
      { from: '2026-03-02', to: '2026-03-09', workdays: 5 },
    ]);
    expect(useOf(history({ repairs: [{ from: '2026-03-10', to: '2026-03-10' }] }), isWorkday, 5).idleStretches).toEqual(
      [{ from: '2026-03-02', to: '2026-03-13', workdays: 8 }],
    );
  });

  test('the middle one', () => {
    expect(medianOf([])).toBeNull();
    expect(medianOf([3, 1, 2])).toBe(2);
    expect(medianOf([4, 1, 2, 3])).toBe(2.5);
  });
});

describe('供核对', () => {
  const around: Around = { idleBelow: 0.2, busyFrom: 0.8, lacking: false, renewalYears: 8 };
  const used = (more: Partial<Used> = {}): Used => ({
    category: 'other',
    share: 0.1,
    peersShare: 0.5,
    yearsInService: 3,
    ...more,
  });
  test.each([
    ['little used while its peers are used: transfer', used(), around, 'transfer'],
    ['little used while cars are hired: share', used(), { ...around, lacking: true }, 'share'],
    ['little used like its peers: the establishment', used({ peersShare: 0.1 }), around, 'establishment'],
    ['little used without peers: the establishment', used({ peersShare: null }), around, 'establishment'],
    [
      'kept ready: nothing need be wrong',
      used({ category: 'emergency-support' }),
      { ...around, lacking: true },
      'kept-ready',
    ],
    ['much used and old: renewal', used({ share: 0.8, yearsInService: 9 }), around, 'renew'],
    ['much used, not beyond its years', used({ share: 0.9, yearsInService: 8 }), around, null],
    ['old, not much used', used({ share: 0.5, yearsInService: 12 }), around, null],
    ['years not known', used({ share: 0.9, yearsInService: null }), around, null],
    ['history too short', used({ share: null }), { ...around, lacking: true }, null],
  ] as const)('%s', (_why, each, where, expected) => {
    expect(suggestionOf(each, where)).toBe(expected);
  });
});
