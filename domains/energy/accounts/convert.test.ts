import { onPaper } from '@opengoa/kernel/on-paper';
import { describe, expect, test } from 'vitest';
import { converted, type Factors, factorsAt, type MonthUse, totalKg } from './convert.ts';

const { standards } = onPaper('钱能耗', '2026-03-05T09:00:00+08:00');
const factors = factorsAt(standards, [], '2026-03-05');
const electricity = (month: string, amount = 100_000): MonthUse => ({
  carrier: 'electricity',
  measure: 'kWh',
  month,
  amount,
});
const total = (uses: readonly MonthUse[], kind: 'coalKg' | 'carbonKg', of: Factors = factors) =>
  totalKg(converted(uses, of), kind);

describe('折标煤与碳排放', () => {
  test('electricity by its calorific value, with the paper behind it', () => {
    const [it] = converted([electricity('2022-05-01')], factors);
    expect(it!.coalKg).toBeCloseTo(12_290, 6);
    expect(it!.parts[0]).toMatchObject({
      amount: 100_000,
      factor: { value: 0.1229, document: '综合能耗计算通则 GB/T 2589-2020 附录A', ofYear: null, later: false },
    });
  });

  test('the grid’s factor is of the month’s own year; a year that is not published takes the nearest one and says so', () => {
    const of = (year: number) => {
      const { parts, carbonKg } = converted([electricity(`${year}-05-01`)], factors)[0]!;
      return { carbonKg, factor: parts.find(({ factor }) => factor.kind === 'carbon')!.factor };
    };
    expect(of(2022)).toMatchObject({ carbonKg: 53_660, factor: { value: 0.5366, ofYear: null } });
    expect(of(2019).factor).toMatchObject({ value: 0.5568, ofYear: 2021 });
    expect(of(2025).factor).toMatchObject({ value: 0.5306, ofYear: 2023 });
  });

  test('a stretch that crosses a change of the factor uses both, each for its own months', () => {
    const uses = [electricity('2022-11-01'), electricity('2022-12-01'), electricity('2023-01-01')];
    const [it] = converted(uses, factors);
    const carbon = it!.parts.filter(({ factor }) => factor.kind === 'carbon');
    expect(carbon.map(({ factor, amount }) => [factor.value, amount])).toEqual([
      [0.5366, 200_000],
      [0.5306, 100_000],
    ]);
    expect(it!.carbonKg).toBeCloseTo(200_000 * 0.5366 + 100_000 * 0.5306, 6);
    // A factor of coal that changes in the middle of a year, as a local value may.
    const local = standards.withRows([
      {
        standard: 'energy.coal-factor',
        scope: { level: 'province', code: '610000', name: '青山省' },
        from: '2022-12-01',
        source: { document: '试验文件' },
        confidence: 'confirmed',
        rows: [{ when: { medium: 'electricity', basis: 'calorific' }, value: 0.13 }],
      },
    ] as never);
    const there = factorsAt(local, [{ level: 'province', code: '610000', unit: 'x' }] as never, '2026-03-05');
    expect(total(uses, 'coalKg', there)).toBeCloseTo(100_000 * (0.1229 + 0.13 + 0.13), 6);
  });

  test('a month before any factor takes the first there is, and says so', () => {
    expect(converted([electricity('2019-02-01')], factors)[0]!.parts[0]!.factor).toMatchObject({
      value: 0.1229,
      later: true,
      day: '2021-04-01',
    });
  });

  test('gas, heat and fuel in their own units, in the scope they belong to; water is no energy', () => {
    const month = '2023-03-01';
    const all: MonthUse[] = [
      { carrier: 'gas', measure: 'm3', month, amount: 1000 },
      { carrier: 'heat', measure: 'GJ', month, amount: 10 },
      { carrier: 'gasoline', measure: 'L', month, amount: 100 },
      { carrier: 'water', measure: 'm3', month, amount: 5000 },
    ];
    expect(total(all, 'coalKg')).toBeCloseTo(1330 + 341.2 + 100 * 0.73 * 1.4714, 6);
    const of = converted(all, factors);
    expect(totalKg(of, 'carbonKg', 1)).toBeCloseTo(2162.2 + 100 * 0.73 * 2.9251, 6);
    expect(totalKg(of, 'carbonKg', 2)).toBeCloseTo(1100, 6);
    expect(total([all[3]!], 'coalKg')).toBeNull();
  });

  test('the worked example of EN-12', () => {
    const month = '2023-03-01';
    const uses: MonthUse[] = [
      electricity(month, 1_200_000),
      { carrier: 'gas', measure: 'm3', month, amount: 30_000 },
      { carrier: 'heat', measure: 'GJ', month, amount: 2_500 },
    ];
    expect(total(uses, 'carbonKg')! / 1000).toBeCloseTo(976.586, 3);
    expect(total(uses, 'coalKg')! / 1000).toBeCloseTo(272.68, 2);
  });

  test('what has no factor in its unit makes the whole unknown: nothing is left out silently', () => {
    const odd: MonthUse = { carrier: 'gas', measure: 'kWh', month: '2023-03-01', amount: 1 };
    expect(total([electricity('2023-03-01'), odd], 'coalKg')).toBeNull();
  });
});
