import { expect, test } from 'vitest';
import { seeded } from '@opengoa/kernel/seeded';
import { surpriseStream } from './surprise.ts';

/** Half-hours of weeks with quiet weekends. */
function load(readings: number, seed = 1): number[] {
  const next = seeded(seed);
  return Array.from({ length: readings }, (_, i) => {
    const weekend = Math.floor(i / 48) % 7 >= 5;
    return 100 + (weekend ? 20 : 60) * Math.max(0, Math.sin((2 * Math.PI * (i % 48)) / 48)) + 4 * next();
  });
}

const calls = (values: readonly number[], day = 48): number[] => {
  const stream = surpriseStream({ day });
  return values.flatMap((value, i) => (stream(value).isNew ? [i] : []));
};

/** Until then the first weekends are news. */
const threeWeeks = 1_008;
const later = (found: readonly number[]) => found.filter((i) => i > threeWeeks);

test('weeks like the weeks before surprise nobody, a day of weekend load in the week does', () => {
  const values = load(2_400);
  expect(later(calls(values))).toEqual([]);
  for (let i = 2_160; i < 2_208; i++) values[i] = 100;
  const found = later(calls(values));
  // Once when it begins, and once at most when it is over.
  expect(found.length).toBeLessThanOrEqual(2);
  expect(found[0]).toBeGreaterThanOrEqual(2_160);
  expect(found[0]).toBeLessThan(2_208);
});

test('a slow ramp is seen: what it is held against lags behind it', () => {
  const next = seeded(2);
  const values = Array.from({ length: 1_500 }, (_, i) => 50 + next() + (i > 1_000 ? (i - 1_000) * 0.02 : 0));
  const flat = calls(values.slice(0, 1_000), 1);
  expect(calls(values, 1).slice(0, flat.length)).toEqual(flat);
  expect(calls(values, 1).length).toBeGreaterThan(flat.length);
});

test('what comes later changes nothing that was said', () => {
  const values = load(1_200, 4);
  values[900] = 400;
  const answer = (some: readonly number[]) => {
    const stream = surpriseStream({ day: 48 });
    return some.map((value) => stream(value));
  };
  expect(answer(values).slice(0, 1_000)).toEqual(answer(values.slice(0, 1_000)));
});

test('gaps and equal readings are no surprise', () => {
  expect(later(calls(load(2_400).fill(Number.NaN, 1_500, 1_600)))).toEqual([]);
  expect(calls(Array.from({ length: 600 }, () => 7))).toEqual([]);
  expect(surpriseStream({ day: 48 })(5)).toMatchObject({ surprise: 0, isNew: false });
});
