import { onPaper } from '@opengoa/kernel/on-paper';
import { expect, test } from 'vitest';
import { factorsAt, type StandardPlace } from '../accounts/convert.ts';
import { againstQuota, type YearUse } from './against-quota.ts';

const { standards } = onPaper('钱能耗', '2026-03-01T09:00:00+08:00');
const today = '2026-03-01';
const province = (code: string): StandardPlace => [{ code }];
const here = province('370000');
const year = (more: Partial<YearUse> = {}): YearUse => ({
  uses: [
    { carrier: 'electricity', measure: 'kWh', month: '2025-06-01', amount: 500_000 },
    { carrier: 'heat', measure: 'GJ', month: '2025-12-01', amount: 1_000 },
    { carrier: 'water', measure: 'm3', month: '2025-06-01', amount: 3_000 },
  ],
  readShare: new Map([
    ['electricity', 1],
    ['heat', 1],
    ['water', 0.95],
  ]),
  areaM2: 10_000,
  people: 200,
  ...more,
});
const told = (of: YearUse, place: StandardPlace = here, chosen: object = {}) =>
  Object.fromEntries(
    againstQuota(
      of,
      { climate: undefined, zone: 'a', ventilated: 'a', ...chosen },
      place,
      factorsAt(standards, place, today),
      { standards, today },
    ).map((each) => [each.indicator, each]),
  );

test('each indicator is divided by its own, and a paper from one source warns and stops nobody', () => {
  const { electricity, water } = told(year());
  expect(electricity!.value).toBe(50);
  // Constraint 67.4, base 39.5, guide 20.0.
  expect(electricity!.levels.map(({ level, outcome }) => [level, outcome])).toEqual([
    ['constraint', 'ok'],
    ['base', 'warn'],
    ['guide', 'warn'],
  ]);
  expect(water!.value).toBe(15);
  expect(water!.levels.map(({ allowed, outcome }) => [allowed, outcome])).toEqual([
    [25, 'ok'],
    [10, 'warn'],
  ]);
});

test('heat counts for the energy per head and not for that without heating', () => {
  const all = told(year());
  const [withHeat, without] = [all['per-capita']!.amount!, all['non-heating']!.amount!];
  expect(withHeat).toBeGreaterThan(without);
  // 500,000 kWh at 0.1229 kgce.
  expect(without).toBeCloseTo(61_450, 0);
});

test('elsewhere the national values of office buildings hold once a climate is chosen; recalled ones only inform', () => {
  expect(told(year(), province('330000'))['electricity']!.levels).toEqual([]);
  const { electricity } = told(year({ areaM2: 5_000 }), province('330000'), { climate: 'hot-summer-cold-winter' });
  expect(electricity!.levels.map(({ level, allowed, outcome }) => [level, allowed, outcome])).toEqual([
    ['constraint', 70, 'inform'],
    ['guide', 55, 'inform'],
  ]);
});

test('what is not known is said and compared with nothing', () => {
  const missing = (of: YearUse) => told(of)['electricity']!;
  expect(missing(year({ areaM2: null }))).toMatchObject({ value: null, missing: 'no-area' });
  expect(missing(year({ readShare: new Map([['electricity', 0.89]]) }))).toMatchObject({ missing: 'few-days' });
  expect(missing(year({ uses: [], readShare: new Map() }))).toMatchObject({ missing: 'not-read', value: null });
  expect(missing(year({ areaM2: null })).levels.every(({ outcome }) => outcome === null)).toBe(true);
});
