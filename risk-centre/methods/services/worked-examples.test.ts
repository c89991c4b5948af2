import fc from 'fast-check';
import { wilson } from '@opengoa/kernel/wilson';
import { expect, test } from 'vitest';
import { near } from '../worked-examples.ts';
import { intermittentDemand } from './intermittent-demand.ts';
import { satisfactionBounds } from './satisfaction.ts';
import { breachChance, stillOpen } from './time-to-close.ts';
import { waiting } from './waiting.ts';
import examples from './worked-examples.json' with { type: 'json' };

test('SV-01 intermittent demand', () => {
  const { input, expected } = examples['service.croston'];
  const found = intermittentDemand(input.y, input.alpha);
  if (found.status !== 'ok') throw new Error(found.status);
  expect(found.size).toSatisfy(near(expected.z));
  expect(found.interval).toSatisfy(near(expected.p));
  expect(found.croston).toSatisfy(near(expected.croston));
  expect(found.corrected).toSatisfy(near(expected.sba));
  expect(intermittentDemand([0, 0, 3, 0], 0.2).status).toBe('insufficient_data');
});

test('SV-02 the chance that a request will not be closed in time', () => {
  const { input, expected } = examples['service.kaplan_meier_sla'];
  const closed = input['closed(0=open)'];
  const found = stillOpen(input.days.map((days, i) => ({ days, closed: closed[i] === 1 })));
  if (found.status !== 'ok') throw new Error(found.status);
  expect(found.steps.map(({ days }) => days)).toEqual(expected.S.map(([days]) => days));
  for (const [i, [, share]] of expected.S.entries()) expect(found.steps[i]!.share).toSatisfy(near(share!));
  expect(breachChance(found.steps, input.sla_days)).toSatisfy(near(expected.P_breach_at_open));
  expect(breachChance(found.steps, input.sla_days, 5)).toSatisfy(near(expected.P_breach_given_open_at_day5));
  expect(breachChance(found.steps, 30, 20)).toBeNull();
  expect(breachChance(found.steps, 10, 11)).toBe(1);
  const sameDay = stillOpen([{ days: 0, closed: true }]);
  if (sameDay.status !== 'ok') throw new Error(sameDay.status);
  expect(breachChance(sameDay.steps, 10)).toBe(0);
  expect(breachChance(sameDay.steps, 10, 1)).toBeNull();
  expect(stillOpen([{ days: 3, closed: false }]).status).toBe('insufficient_data');
});

test('what stays open is less and less, and open tickets never make it less than closed ones would', () => {
  const tickets = fc.array(fc.record({ days: fc.integer({ min: 0, max: 20 }), closed: fc.boolean() }), {
    maxLength: 30,
  });
  fc.assert(
    fc.property(tickets, (some) => {
      const found = stillOpen(some);
      if (found.status !== 'ok') return;
      const shares = found.steps.map(({ share }) => share);
      for (const [i, share] of shares.entries()) {
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(i === 0 ? 1 : shares[i - 1]!);
      }
      const all = stillOpen(some.map(({ days }) => ({ days, closed: true })));
      if (all.status === 'ok')
        expect(breachChance(found.steps, 10)).toBeGreaterThanOrEqual(breachChance(all.steps, 10)! - 1e-9);
    }),
  );
});

test('SV-03 waiting at a desk of three', () => {
  const { input, expected } = examples['service.erlang_c'];
  const found = waiting(input.arrivals_per_hour, input.minutes_each, input.staff, input.target_wait_min);
  if (found.status !== 'ok') throw new Error(found.status);
  expect(found.offeredLoad).toSatisfy(near(expected.offered_load));
  expect(found.chanceToWait).toSatisfy(near(expected.P_wait));
  expect(found.chanceToWaitLonger).toSatisfy(near(expected.P_wait_gt_10min));
  expect(waiting(10, 12, 2, 10)).toMatchObject({ status: 'insufficient_data', reasons: [{ needed: 3, found: 2 }] });
});

test('SV-04 satisfaction with its interval, and what silence leaves open', () => {
  const share = examples['service.wilson'];
  const [lower, upper] = wilson(share.input.good, share.input.n);
  expect(lower).toSatisfy(near(share.expected.lower));
  expect(upper).toSatisfy(near(share.expected.upper));
  const { input, expected } = examples['service.satisfaction_bounds'];
  const found = satisfactionBounds(input.sent, input.answered, input.satisfied);
  if (found.status !== 'ok') throw new Error(found.status);
  expect(found.amongAnswered).toSatisfy(near(expected.among_answered));
  expect(found.lowest).toSatisfy(near(expected.worst_case_lower));
  expect(found.highest).toSatisfy(near(expected.best_case_upper));
  expect(satisfactionBounds(200, 0, 0).status).toBe('insufficient_data');
});
