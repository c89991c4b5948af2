import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Instrument } from '../meters/meter.ts';
import { dayOf } from '../methods/hour-series.ts';
import { dayBegins } from './local-time.ts';
import { registerUse } from './register-use.ts';

const begins = dayBegins(19_783);
const hour = (n: number) => begins + n * 3_600_000;
const instrument = (more: Partial<Instrument> = {}): Instrument => ({
  id: 'i',
  meter: 'm',
  key: null,
  multiplier: 1,
  from: null,
  to: null,
  first: null,
  last: null,
  ...more,
});
const shown = (...values: [at: number, value: number][]) => values.map(([n, value]) => ({ at: hour(n), value }));
const total = (days: readonly { total: number }[]) => days.reduce((sum, day) => sum + day.total, 0);

describe('从表底到用量', () => {
  test('use is shared over the days between two readings, to the thousandth', () => {
    const { days } = registerUse(shown([0, 1000], [72, 1100]), [instrument()], begins, null);
    expect(days.slice(0, 3).map((day) => day.total)).toEqual([33, 33, 34]);
    expect(dayOf(days[0]!.dayNumber)).toBe('2024-03-01');
    expect(days.every((day) => day.hours.every((each) => each === null))).toBe(true);
  });

  test('readings an hour apart say what each hour used', () => {
    const { days } = registerUse(shown([7, 1000], [8, 1040], [9, 1100]), [instrument()], begins, null);
    expect(days[0]!.hours.slice(6, 10)).toEqual([null, 40, 60, null]);
  });

  test('an exchange adds both stretches, each with its own multiplier', () => {
    const instruments = [
      instrument({ multiplier: 10, to: new Date(hour(10)), last: 1500 }),
      instrument({ multiplier: 2, from: new Date(hour(10)), first: 3 }),
    ];
    expect(total(registerUse(shown([0, 1000], [20, 53]), instruments, begins, null).days)).toBe(500 * 10 + 50 * 2);
  });

  test('without an exchange a fall is passed over, and what follows counts from the last good reading', () => {
    const { days, falls } = registerUse(shown([0, 1000], [1, 10], [2, 1200]), [instrument()], begins, null);
    expect(falls).toEqual([hour(1)]);
    expect(total(days)).toBe(200);
  });

  test('a register that goes round its digits is no fall; without known digits it is', () => {
    const round = shown([0, 9_990_000], [1, 15_000]);
    expect(registerUse(round, [instrument()], begins, 4)).toMatchObject({ falls: [] });
    expect(total(registerUse(round, [instrument()], begins, 4).days)).toBe(25_000);
    expect(registerUse(round, [instrument()], begins, null).falls).toHaveLength(1);
  });

  test('reckoned on from a reading that counts, a register that went round since its instrument began is no fall', () => {
    const readings = shown([0, 1_000], [1, 3_000]);
    const instruments = [instrument({ first: 9_000 })];
    expect(registerUse(readings, instruments, begins, null).falls).toHaveLength(2);
    const on = registerUse(readings, instruments, begins, null, true);
    expect(on.falls).toEqual([]);
    expect(total(on.days)).toBe(2_000);
  });

  test('whatever the times, the shares of rising readings add up to what was used', () => {
    const walk = fc.array(fc.tuple(fc.integer({ min: 1, max: 400_000 }), fc.integer({ min: 0, max: 10_000_000 })), {
      minLength: 2,
      maxLength: 30,
    });
    fc.assert(
      fc.property(walk, fc.integer({ min: 1, max: 1000 }), (steps, multiplier) => {
        let at = begins;
        let value = 0;
        const readings = steps.map(([seconds, more]) => ({ at: (at += seconds * 1000), value: (value += more) }));
        const { days, falls } = registerUse(readings, [instrument({ multiplier })], begins, null);
        expect(falls).toEqual([]);
        expect(total(days)).toBe((readings.at(-1)!.value - readings[0]!.value) * multiplier);
      }),
    );
  });
});
