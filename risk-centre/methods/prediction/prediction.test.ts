import { normal, seeded } from '@opengoa/kernel/seeded';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromLogit } from '../evidence-to-probability.ts';
import { featureNames, featuresOf, type SubjectMonth } from './history-features.ts';
import { bySubject, foretell, learnNextMonth } from './next-month.ts';
import { triedForward } from './tried-forward.ts';

/** Subjects whose risk follows their own wear, a season and what they are. */
function made(subjects: number, months: number, seed: number): SubjectMonth[] {
  const next = seeded(seed);
  return Array.from({ length: subjects }, (_, s) => {
    const own = normal(next);
    let wear = normal(next);
    return Array.from({ length: months }, (_unused, month): SubjectMonth => {
      const happened = next() < fromLogit(-2.2 + own + 0.8 * wear + Math.sin((2 * Math.PI * month) / 12)) ? 1 : 0;
      wear = 0.9 * wear + 0.4 * normal(next);
      return {
        subject: `s${s}`,
        month,
        happened,
        measures: { wear: next() < 0.05 ? null : wear + 0.2 * normal(next) },
      };
    });
  }).flat();
}

test('next months are foretold better than by simple ways, and come true as often as stated', () => {
  const found = triedForward(made(80, 36, 7), 24, ['wear'], 12);
  if (found.status !== 'ok') throw new Error('insufficient');
  expect(found.foretold).toBe(80 * 12);
  for (const brier of Object.values(found.baselines)) expect(found.reliability.brier).toBeLessThan(brier);
  expect(found.skill).toBeGreaterThan(0.08);
  expect(found.reliability.calibrationError).toBeLessThan(0.05);
  expect(found.reliability.bins).toHaveLength(10);
});

test('nothing of the month foretold or later is read', () => {
  const month = fc.record({
    happened: fc.constantFrom<0 | 1 | null>(0, 1, null),
    measures: fc.record({ wear: fc.option(fc.double({ min: -3, max: 3, noNaN: true })) }),
  });
  const rows = fc
    .array(month, { minLength: 14, maxLength: 14 })
    .map((list) => list.map((each, i) => ({ subject: 's', month: i, ...each })));
  fc.assert(
    fc.property(rows, rows, (one, other) => {
      const mixed = [...one.slice(0, 10), ...other.slice(10)];
      expect(featuresOf(mixed, 9, ['wear'])).toEqual(featuresOf(one, 9, ['wear']));
      expect(featuresOf(one, 9, ['wear'])).toHaveLength(featureNames(['wear']).length);
    }),
  );
  const all = made(40, 24, 3);
  const changed = all.map((each) =>
    each.month > 17 ? { ...each, happened: 1 as const, measures: { wear: 99 } } : each,
  );
  const model = (from: readonly SubjectMonth[]) => learnNextMonth(bySubject(from), 17, ['wear']);
  expect(model(changed)).toEqual(model(all));
  const learned = model(all);
  if (learned.status === 'ok')
    expect(foretell(learned, bySubject(changed), 17)).toEqual(foretell(learned, bySubject(all), 17));
});

test('features by hand', () => {
  const row = (month: number, happened: 0 | 1, use: number) => ({ subject: 's', month, happened, measures: { use } });
  const found = featuresOf([row(0, 1, 10), row(6, 0, 12), row(12, 1, 16)], 12, ['use']);
  expect(found[0]).toBeCloseTo((0.25 + 1) / (0.25 + 0.5 + 1), 12);
  expect(found[1]).toBe(1);
  expect(found[2]).toBeNaN();
  expect(found[3]).toBeCloseTo(2.5 / 9, 12);
  expect(found[6]).toBe(16);
  expect(found[7]).toBeNaN();
  expect(found[8]).toBeNaN();
});

test('too little has happened: nothing is foretold', () => {
  const quiet = made(20, 24, 3).map((each) => ({ ...each, happened: 0 as const }));
  expect(learnNextMonth(bySubject(quiet), 20, [])).toMatchObject({
    status: 'insufficient_data',
    reasons: [{ needed: 30, found: 0 }],
  });
  expect(triedForward(quiet, 12, [])).toMatchObject({ status: 'insufficient_data' });
});
