import { seeded } from '@opengoa/kernel/seeded';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { discoveries } from '../false-discovery.ts';
import { examples } from '../worked-examples.ts';
import { alertColours, alertsOfWeek, type AlertCandidate, type WeekBudget } from './alert-budget.ts';
import { cappedDiscoveries } from './capped-discoveries.ts';

const budget: WeekBudget = { falseShare: { red: 0.1, orange: 0.15, yellow: 0.2 }, alerts: 5, hours: 20 };
const one = (id: string, probability: number, more: Partial<AlertCandidate> = {}): AlertCandidate => ({
  id,
  colour: 'orange',
  probability,
  lossFen: 100_000,
  hours: 2,
  ...more,
});

const candidates = fc
  .array(
    fc.record({
      colour: fc.constantFrom(...alertColours),
      probability: fc.double({ min: 0, max: 1, noNaN: true }),
      lossFen: fc.integer({ min: 0, max: 10_000_000 }),
      hours: fc.double({ min: 0.25, max: 16, noNaN: true }),
    }),
    { maxLength: 30 },
  )
  .map((rows) => rows.map((row, i): AlertCandidate => ({ id: `c${String(i).padStart(2, '0')}`, ...row })));

test('never more alerts or hours than somebody can handle, never more false ones than the colour may carry, and nobody is lost', () => {
  fc.assert(
    fc.property(
      candidates,
      fc.integer({ min: 0, max: 12 }),
      fc.double({ min: 0, max: 60, noNaN: true }),
      (all, alerts, hours) => {
        const week = alertsOfWeek(all, { ...budget, alerts, hours });
        expect(week.alerts.length).toBeLessThanOrEqual(alerts);
        expect(week.hoursUsed).toBeLessThanOrEqual(hours + 1e-9);
        for (const colour of alertColours)
          expect(week.expectedFalse[colour] ?? 0).toBeLessThanOrEqual(budget.falseShare[colour] + 1e-9);
        expect([...week.alerts, ...week.held].map(({ id }) => id).toSorted()).toEqual(all.map(({ id }) => id));
        for (const { colour, asked } of week.alerts)
          expect(alertColours.indexOf(colour)).toBeGreaterThanOrEqual(alertColours.indexOf(asked));
      },
    ),
  );
});

test('what was sent earlier in the week counts: places, hours and false ones', () => {
  fc.assert(
    fc.property(candidates, fc.integer({ min: 0, max: 5 }), (all, cut) => {
      const first = alertsOfWeek(all.slice(0, cut), budget);
      const second = alertsOfWeek(all.slice(cut), { ...budget, sent: first.alerts });
      expect(first.alerts.length + second.alerts.length).toBeLessThanOrEqual(budget.alerts);
      expect(second.hoursUsed).toBeLessThanOrEqual(budget.hours + 1e-9);
      for (const colour of alertColours)
        expect(second.expectedFalse[colour] ?? 0).toBeLessThanOrEqual(budget.falseShare[colour] + 1e-9);
    }),
  );
});

test('a sure one makes room for a less sure, dearer one; alone that one waits', () => {
  const dear = one('dear', 0.8, { lossFen: 9_000_000, colour: 'yellow' });
  expect(alertsOfWeek([one('dear', 0.75, { lossFen: 9_000_000 })], budget).held).toMatchObject([
    { why: 'too-uncertain' },
  ]);
  expect(alertsOfWeek([dear], budget).alerts.map(({ id }) => id)).toEqual(['dear']);
  const both = alertsOfWeek([one('dear', 0.75, { lossFen: 9_000_000 }), one('sure', 0.99)], budget);
  expect(both.alerts.map(({ id }) => id)).toEqual(['dear', 'sure']);
});

test('too uncertain for red, it may be orange; what asked for red is told', () => {
  const { alerts } = alertsOfWeek([one('a', 0.87, { colour: 'red' })], budget);
  expect(alerts).toMatchObject([{ id: 'a', colour: 'orange', asked: 'red' }]);
  expect(alertsOfWeek([], budget)).toEqual({
    alerts: [],
    held: [],
    hoursUsed: 0,
    expectedFalse: { red: null, orange: null, yellow: null },
  });
  expect(() => alertsOfWeek([one('a', 1.2)], budget)).toThrow(RangeError);
});

test('sure but beyond the capacity: it waits, and the reason is the capacity', () => {
  const week = alertsOfWeek(
    [1, 2, 3].map((i) => one(`a${i}`, 0.99)),
    { ...budget, alerts: 2 },
  );
  expect(week.alerts.map(({ id }) => id)).toEqual(['a1', 'a2']);
  expect(week.held).toMatchObject([{ id: 'a3', why: 'no-capacity' }]);
});

test('without a cap it is the worked example of Benjamini and Hochberg, with one it is surer', () => {
  const { input, expected } = examples['risk.bh'];
  expect(cappedDiscoveries(input.p_sorted, input.q, 99)).toMatchObject({ count: expected.rejected_bh, uncapped: 5 });
  expect(cappedDiscoveries(input.p_sorted, input.q, 3)).toMatchObject({ count: 3, uncapped: 5 });
  // The third of five is within the list of five, but not sure enough for a list of three.
  expect(cappedDiscoveries([0.001, 0.019, 0.02, 0.021, 0.024], 0.025, 3).count).toBe(1);
  expect(cappedDiscoveries([], 0.1, 3).count).toBe(0);
});

test('capped: never more than the cap, and a subset of what is flagged without it', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 40 }),
      fc.double({ min: 0.01, max: 0.5, noNaN: true }),
      fc.integer({ min: 0, max: 20 }),
      (p, q, most) => {
        const capped = cappedDiscoveries(p, q, most);
        const whole = discoveries(p, q);
        expect(capped.count).toBeLessThanOrEqual(most);
        // Between a limit computed here and one computed there a last digit may differ.
        expect(Math.abs(capped.uncapped - whole.count)).toBeLessThanOrEqual(p.some((x) => x > 0) ? 1 : 0);
        capped.flagged.forEach((flag, i) => flag && expect(whole.adjusted[i]!).toBeLessThanOrEqual(q + 1e-9));
      },
    ),
  );
});

test('of what is worth more, more is found; the false share stays', () => {
  const next = seeded(2);
  let [falseShare, dear, cheap] = [0, 0, 0];
  for (let run = 0; run < 200; run++) {
    const p = Array.from({ length: 200 }, (_, i) => (i < 20 ? next() * 0.01 : next()));
    const { flagged, count } = cappedDiscoveries(
      p,
      0.1,
      200,
      p.map((_, i) => (i % 2 === 0 ? 3 : 1)),
    );
    flagged.forEach((flag, i) => {
      if (!flag) return;
      if (i >= 20) falseShare += 1 / count / 200;
      else if (i % 2 === 0) dear += 1;
      else cheap += 1;
    });
  }
  expect(falseShare).toBeLessThan(0.12);
  expect(dear).toBeGreaterThan(cheap);
});
