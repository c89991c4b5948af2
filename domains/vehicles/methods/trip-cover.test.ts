import { expect, test } from 'vitest';
import { coverOf, minuteOf } from './trip-cover.ts';
import examples from './worked-examples.json' with { type: 'json' };

const span = ([fromMinute, toMinute]: number[]) => ({ fromMinute: fromMinute!, toMinute: toMinute! });

test('the worked trip overlaps its approval as published', () => {
  const { input, expected } = examples['vehicle.trip_match_iou'];
  const cover = coverOf(span(input.trip_min), span(input.approved_min));
  expect(cover.overlapOverUnion).toBeCloseTo(expected.iou, 6);
  expect(cover.coveredShare).toBeCloseTo(expected.coverage_of_trip, 6);
});

test('apart they share nothing, and a trip without length is not covered', () => {
  expect(coverOf(span([0, 10]), span([20, 30]))).toEqual({ overlapOverUnion: 0, coveredShare: 0, sharedMinutes: 0 });
  expect(coverOf(span([5, 5]), span([0, 10])).coveredShare).toBe(0);
});

test('an instant counts in its own zone', () => {
  expect(minuteOf('2026-03-02T08:30:00+08:00')).toBe(minuteOf('2026-03-02T00:30:00Z'));
  expect(() => minuteOf('morning')).toThrow('not an instant');
});
