import { expect, test } from 'vitest';
import { plainWeek } from '@opengoa/energy/hour-series';
import { energyBaseline } from './energy-baseline.ts';
import { sessionShift } from './session-shift.ts';

const days = 40;
const hours = days * 24;
const of = (value: (day: number, hour: number) => number) =>
  Float64Array.from({ length: hours }, (_, i) => value(Math.floor(i / 24), i % 24));
const bytes = (value: (day: number) => number) => Uint8Array.from(of(value));
const working = bytes((day) => Number(day % 7 < 5));
const taught = bytes((day) => Number(day < 20));

test('what a session adds is learned by hour and working day, drawn towards nothing where little was seen', () => {
  const learned = of((day, hour) => (day < 20 && day % 7 < 5 && hour === 10 ? 30 : 0));
  const shift = sessionShift(learned, new Float64Array(hours), taught, working);
  // 15 working days in session.
  expect(shift[10]).toBeCloseTo((30 * 15) / 35, 10);
  expect([shift[11], shift[5 * 24 + 10], shift[28 * 24 + 10]]).toEqual([0, 0, 0]);
});

test('what was not seen in session and out of it changes nothing', () => {
  const all = sessionShift(
    of(() => 5),
    new Float64Array(hours),
    new Uint8Array(hours).fill(1),
    working,
  );
  expect(all.every((value) => value === 0)).toBe(true);
  const half = of((day) => (day < 20 ? 5 : Number.NaN));
  expect(sessionShift(half, new Float64Array(hours), taught, working).every((value) => value === 0)).toBe(true);
});

test('a baseline that is told the terms knows the next one; nothing after the training span is looked at', () => {
  const startsOn = '2024-01-01';
  const isTaught = (i: number) => Math.floor(i / 24 / 28) % 2 === 0;
  const kwh = Array.from({ length: 112 * 24 }, (_, i) => 20 + (isTaught(i) ? 10 : 0) + (i % 24) + Math.sin(i));
  const to = 84 * 24;
  const series = { startsOn, electricityKwh: kwh, outdoorC: kwh.map(() => 15) };
  const inSession = (day: string) => isTaught((Date.parse(day) - Date.parse(startsOn)) / 3_600_000);
  const errorOf = (settings: { inSession?: typeof inSession }, electricityKwh: (number | null)[] = kwh) => {
    const found = energyBaseline({ ...series, electricityKwh }, 0, to, { kindOfDay: plainWeek, ...settings });
    if (found.status !== 'ok') throw new Error(found.status);
    return (
      kwh.slice(to).reduce((sum, value, i) => sum + Math.abs(value - found.expected[to + i]!), 0) / (kwh.length - to)
    );
  };
  const told = errorOf({ inSession });
  expect(told).toBeLessThan(0.75 * errorOf({}));
  expect(
    errorOf(
      { inSession },
      kwh.map((value, i) => (i < to ? value : null)),
    ),
  ).toBe(told);
});
