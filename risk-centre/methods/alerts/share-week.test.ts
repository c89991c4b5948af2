import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { alertColours, type AlertCandidate } from './alert-budget.ts';
import { shareWeek, type OfficeOfWeek, type SharedBudget } from './share-week.ts';

const budget: SharedBudget = {
  falseShare: { red: 0.1, orange: 0.15, yellow: 0.2 },
  officeAlerts: 4,
  alerts: 6,
  hours: 12,
};
const one = (id: string, more: Partial<AlertCandidate> = {}): AlertCandidate => ({
  id,
  colour: 'orange',
  probability: 0.99,
  lossFen: 100_000,
  hours: 2,
  ...more,
});
const many = (office: string, n: number, more: Partial<AlertCandidate> = {}): OfficeOfWeek => ({
  office,
  candidates: Array.from({ length: n }, (_, i) => one(`${office}${i}`, more)),
  sent: [],
});
const counts = (offices: readonly OfficeOfWeek[], of = budget) =>
  Object.fromEntries(shareWeek(offices, of).map(({ office, alerts }) => [office, alerts.length]));

test('a loud office leaves room for a quiet one; what the quiet one does not need goes back', () => {
  expect(counts([many('a', 30), many('b', 30)])).toEqual({ a: 3, b: 3 });
  expect(counts([many('a', 30), many('b', 1)])).toEqual({ a: 4, b: 1 });
  expect(counts([many('a', 30), { office: 'b', candidates: [], sent: [] }])).toEqual({ a: 4, b: 0 });
});

test('of two offices that want the last hours, the graver is served', () => {
  const offices = [many('a', 5), many('b', 5, { colour: 'red' })];
  expect(counts(offices, { ...budget, hours: 6 })).toEqual({ a: 1, b: 2 });
});

test('nothing was carried over, nothing can be handled: everything waits and says why', () => {
  const [a] = shareWeek([many('a', 2)], { ...budget, hours: 0 });
  expect(a!.alerts).toEqual([]);
  expect(a!.held.map(({ why }) => why)).toEqual(['no-capacity', 'no-capacity']);
});

test('every office keeps its budget in every colour, and the people are asked for no more than they have', () => {
  const candidate = fc.record({
    colour: fc.constantFrom(...alertColours),
    probability: fc.double({ min: 0.5, max: 1, noNaN: true }),
    lossFen: fc.integer({ min: 0, max: 1e7 }),
    hours: fc.double({ min: 0.5, max: 8, noNaN: true }),
  });
  fc.assert(
    fc.property(fc.array(fc.array(candidate, { maxLength: 12 }), { minLength: 1, maxLength: 5 }), (sets) => {
      const offices = sets.map((rows, at) => ({
        office: `o${at}`,
        candidates: rows.map((row, i) => ({ id: `${at}-${i}`, ...row })),
        sent: [],
      }));
      const found = shareWeek(offices, budget);
      const all = found.flatMap(({ alerts }) => alerts);
      expect(all.length).toBeLessThanOrEqual(budget.alerts);
      expect(all.reduce((sum, { hours }) => sum + hours, 0)).toBeLessThanOrEqual(budget.hours + 1e-9);
      for (const { office, alerts, held } of found) {
        expect(alerts.length).toBeLessThanOrEqual(budget.officeAlerts);
        expect(alerts.length + held.length).toBe(offices.find((each) => each.office === office)!.candidates.length);
        for (const colour of alertColours) {
          const of = alerts.filter((each) => each.colour === colour);
          const wrong = of.reduce((sum, { probability }) => sum + 1 - probability, 0);
          expect(wrong).toBeLessThanOrEqual(budget.falseShare[colour] * of.length + 1e-9);
        }
      }
    }),
  );
});
