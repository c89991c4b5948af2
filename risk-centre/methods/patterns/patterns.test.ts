import { seeded } from '@opengoa/kernel/seeded';
import { expect, test } from 'vitest';
import { allHold, type Features, told } from './condition.ts';
import { type ClosedCase, minePatterns } from './mine-patterns.ts';
import { rareTogether } from './rare-together.ts';
import { shadowRun } from './shadow-run.ts';
import { drawnAtLeast, poissonAtLeast } from './tails.ts';

const limits = { support: 5, lift: 3 };

/** Cases of eight features; where the hidden rule holds they are mostly true, elsewhere seldom. */
function made(count: number, seed: number, rule: (features: Features) => boolean): ClosedCase[] {
  const next = seeded(seed);
  return Array.from({ length: count }, (_, i) => {
    const features: Features = {
      km: Math.round(next() * 100),
      litres: Math.round(next() * 80),
      holiday: next() < 0.25,
      card: ['own', 'shared', 'spare'][Math.floor(next() * 3)]!,
      hour: Math.floor(next() * 24),
      seats: next() < 0.5 ? 5 : 7,
      noise: next() < 0.1 ? null : next(),
    };
    return { subject: `s${i}`, features, came: next() < (rule(features) ? 0.9 : 0.05) ? 1 : 0 };
  });
}
const hidden = ({ holiday, card }: Features) => holiday === true && card === 'shared';

test('the rule behind true cases is found, in words, and nothing that only embroiders it', () => {
  const found = minePatterns(made(1_200, 4, hidden), limits);
  if (found.status !== 'ok') throw new Error('insufficient');
  expect(found.patterns.length).toBeGreaterThanOrEqual(1);
  const [best] = found.patterns;
  expect(
    told(best!.conditions, { holiday: { zh: '节假日', en: 'holiday' }, card: { zh: '油卡', en: 'fuel card' } }).zh,
  ).toMatch(/^(节假日 = 是 且 油卡 = shared|油卡 = shared 且 节假日 = 是)$/);
  expect(best!.lift).toBeGreaterThan(3);
  expect(found.patterns.length).toBeLessThanOrEqual(3);
});

test('where there is no rule none is found, ten times over', () => {
  const counts = Array.from({ length: 10 }, (_, i) =>
    minePatterns(
      made(600, 100 + i, () => false),
      { ...limits, lift: 1.5 },
    ),
  );
  const found = counts.reduce((sum, each) => sum + (each.status === 'ok' ? each.patterns.length : 0), 0);
  expect(found).toBeLessThanOrEqual(1);
});

test('too few true cases: nothing is said', () => {
  expect(
    minePatterns(
      made(60, 4, () => false),
      limits,
    ),
  ).toMatchObject({ status: 'insufficient_data', reasons: [{ needed: 20 }] });
});

test('what hardly ever meets and met is found, what meets as chance has it is not', () => {
  const next = seeded(8);
  const cases = Array.from({ length: 2_000 }, (_, i): Features => {
    const together = i < 8;
    return { a: together || next() < 0.01, b: together || next() < 0.01, c: next() < 0.5, d: next() < 0.02 };
  });
  const [first, ...more] = rareTogether(cases, { seen: 5 });
  expect(first!.conditions.map(({ feature, value }) => [feature, value])).toEqual([
    ['a', true],
    ['b', true],
  ]);
  expect(first!.at.slice(0, 8)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  expect(first!.expected).toBeLessThan(1);
  expect(more).toEqual([]);
});

test('a shadow run looks at later cases alone, counts what is new, and advises', () => {
  const conditions = [{ feature: 'holiday', is: 'equal' as const, value: true }];
  const row = (day: string, came: 0 | 1 | null, known = false) => ({ day, features: { holiday: true }, came, known });
  const early = Array.from({ length: 40 }, () => row('2026-01-10', 1));
  const later = (hits: number, misses: number) => [
    ...Array.from({ length: hits }, (_, i) => row('2026-03-10', 1, i % 2 === 0)),
    ...Array.from({ length: misses }, () => row('2026-03-11', 0)),
    row('2026-03-12', null),
    { day: '2026-03-12', features: { holiday: false }, came: null, known: false },
  ];
  const run = (hits: number, misses: number) =>
    shadowRun(conditions, [...early, ...later(hits, misses)], '2026-02-01', { reviewed: 20, floor: 0.3 });
  expect(run(14, 6)).toMatchObject({ looked: 22, flagged: 21, reviewed: 20, wereTrue: 14, fresh: 7, advice: 'sign' });
  expect(run(7, 13)).toMatchObject({ advice: 'go-on' });
  expect(run(0, 20)).toMatchObject({ advice: 'drop' });
  expect(run(5, 5)).toMatchObject({ status: 'insufficient_data', reasons: [{ needed: 20, found: 10 }] });
});

test('not known is not held against anybody; tails by hand', () => {
  expect(allHold([{ feature: 'km', is: 'below', value: 5 }], { km: null })).toBe(false);
  expect(allHold([{ feature: 'km', is: 'below', value: 5 }], {})).toBe(false);
  // Two marked of two drawn, of three marked among five: 3/5 · 2/4.
  expect(drawnAtLeast(2, 2, 3, 5)).toBeCloseTo(0.3, 9);
  expect(drawnAtLeast(0, 2, 3, 5)).toBeCloseTo(1, 9);
  expect(poissonAtLeast(2, 1)).toBeCloseTo(1 - 2 / Math.E, 9);
  expect(poissonAtLeast(12, 0.05) / (Math.exp(12 * Math.log(0.05) - 0.05) / 479_001_600)).toBeCloseTo(1.004, 2);
});
