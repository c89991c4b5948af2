import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { precisionOf } from '../indicator-precision.ts';
import { examples, near } from '../worked-examples.ts';
import { proposeThreshold, reversals, type ReviewedCase, type ThresholdGiven } from './propose-threshold.ts';

const limits = { everyReviews: 50, holdDays: 30, precisionFloor: 0.3, alerts: 20, hourFen: 10_000 };
const cases = (count: number, value: number, came: number, lossFen = 100_000): ReviewedCase[] =>
  Array.from({ length: count }, () => ({ value, came, lossFen, hours: 1 }));
const given = (reviewed: readonly ReviewedCase[], more: Partial<ThresholdGiven> = {}): ThresholdGiven => ({
  reviewed,
  volume: [20, 20, 25, 25, 25, 30, 40],
  present: 20,
  range: [10, 60],
  step: 5,
  moves: [],
  sinceLastMove: reviewed.length,
  today: '2026-11-23',
  ...more,
});

test('cases just above the threshold cost more than they find: up one step, with the numbers', () => {
  const found = proposeThreshold(given([...cases(30, 22, 0), ...cases(40, 40, 1)]), limits);
  expect(found).toMatchObject({
    status: 'ok',
    to: 25,
    reason: 'gains-more',
    now: { reviewed: 70 },
    proposed: { reviewed: 40 },
  });
  if (found.status !== 'ok') return;
  expect(found.proposed.gainFen - found.now.gainFen).toBe(30 * 10_000);
  expect(found.now.alerts).toBe(7);
  expect(found.proposed.alerts).toBe(5);
});

test('the precision it rests on is the worked one', () => {
  const { input, expected } = examples['risk.beta_precision'];
  const reviewed = [...cases(input.confirmed, 30, 1), ...cases(input.rejected, 30, 0)];
  const found = proposeThreshold(given(reviewed), { ...limits, everyReviews: 20 });
  if (found.status !== 'ok') throw new Error('insufficient');
  expect(found.now.precision!.mean).toSatisfy(near(expected.mean));
  expect(found.now.precision!.lower).toSatisfy(near(expected.q05));
  expect(found.now.precision!.upper).toSatisfy(near(expected.q95));
  expect(
    precisionOf({ confirmed: 14, 'partly-confirmed': 0, explained: 6, 'data-problem': 0, 'not-verifiable': 0 }),
  ).toMatchObject({ reviewed: 20 });
});

test('mostly wrong, or more than can be handled: up, whatever it gains', () => {
  expect(proposeThreshold(given([...cases(60, 30, 0), ...cases(5, 50, 1, 9e9)]), limits)).toMatchObject({
    to: 25,
    reason: 'precision-below-floor',
  });
  const busy = given(cases(60, 30, 1), { volume: Array.from({ length: 50 }, () => 30) });
  expect(proposeThreshold(busy, limits)).toMatchObject({ to: 25, reason: 'too-many-alerts' });
});

test('down only where people have looked: a lower threshold needs verdicts in its band', () => {
  const above = cases(60, 30, 1);
  expect(proposeThreshold(given([...above, ...cases(5, 17, 1)]), limits)).toMatchObject({
    to: 20,
    reason: 'nothing-known-below',
  });
  expect(proposeThreshold(given([...above, ...cases(12, 17, 1)]), limits)).toMatchObject({
    to: 15,
    reason: 'gains-more',
  });
  expect(proposeThreshold(given(above), limits)).toMatchObject({ to: 20, reason: 'best-already' });
});

test('where no loss is told in money nothing is weighed against hours', () => {
  expect(proposeThreshold(given([...cases(10, 22, 0), ...cases(50, 40, 1, 0)]), limits)).toMatchObject({
    to: 20,
    reason: 'loss-not-told',
  });
});

test('held for thirty days, frozen after two reversals, silent before fifty verdicts', () => {
  const reviewed = [...cases(30, 22, 0), ...cases(40, 40, 1)];
  const move = (on: string, from: number, to: number) => ({ on, from, to });
  const held = given(reviewed, { moves: [move('2026-11-01', 15, 20)] });
  expect(proposeThreshold(held, limits)).toMatchObject({ to: 20, reason: 'held' });
  const moves = [move('2026-03-01', 20, 25), move('2026-05-01', 25, 20), move('2026-07-01', 20, 25)];
  expect(reversals(moves)).toBe(2);
  expect(proposeThreshold(given(reviewed, { moves }), limits)).toMatchObject({ to: 20, reason: 'frozen' });
  expect(proposeThreshold(given(reviewed, { sinceLastMove: 49 }), limits)).toMatchObject({
    status: 'insufficient_data',
    reasons: [{ needed: 50, found: 49 }],
  });
});

test('never outside the declared range, never more than one step, never past what is proven', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          value: fc.integer({ min: 0, max: 80 }),
          came: fc.constantFrom(0, 0.5, 1),
          lossFen: fc.integer({ min: 0, max: 1_000_000 }),
          hours: fc.integer({ min: 1, max: 8 }),
        }),
        { minLength: 50, maxLength: 80 },
      ),
      fc.integer({ min: 10, max: 60 }),
      (reviewed, present) => {
        const found = proposeThreshold(given(reviewed, { present }), limits);
        if (found.status !== 'ok') return;
        expect(found.to).toBeGreaterThanOrEqual(10);
        expect(found.to).toBeLessThanOrEqual(60);
        expect(Math.abs(found.to - present)).toBeLessThanOrEqual(5);
        if (found.reason === 'gains-more') expect(found.proposed.precision!.lower).toBeGreaterThanOrEqual(0.3);
        if (found.to < present) expect(found.reason).toBe('gains-more');
      },
    ),
  );
});
