import { onPaper } from '@opengoa/kernel/on-paper';
import { describe, expect, test } from 'vitest';
import { carbonOf, coalOf } from './conversion.ts';
import { normalQuantile } from './normal-quantile.ts';

const { standards } = onPaper('钱能耗', '2026-03-05T09:00:00+08:00');
const used = { carrier: 'electricity', measure: 'kWh', amount: 100_000 } as const;

describe('折标煤与碳排放', () => {
  test('electricity by its calorific value, over the floor area, with the paper behind it', () => {
    expect(coalOf([used], 4000, '2026-03-05', [], standards)).toMatchObject({
      amount: 12_290,
      perM2: 3.0725,
      factors: [
        { carrier: 'electricity', value: 0.1229, document: '综合能耗计算通则 GB/T 2589-2020 附录A', ofYear: null },
      ],
    });
  });

  test('the grid’s factor is of the accounting year; a year that is not published takes the nearest one and says so', () => {
    const of = (year: number) => carbonOf([used], null, year, '2026-03-05', [], standards);
    expect(of(2022)).toMatchObject({ amount: 53_660, perM2: null, factors: [{ value: 0.5366, ofYear: null }] });
    expect(of(2019)).toMatchObject({ factors: [{ value: 0.5568, ofYear: 2021 }] });
    expect(of(2025)).toMatchObject({ factors: [{ value: 0.5306, ofYear: 2023 }] });
  });

  test('gas and heat in their own units; water is no energy', () => {
    const all = [
      { carrier: 'gas', measure: 'm3', amount: 1000 },
      { carrier: 'heat', measure: 'GJ', amount: 10 },
      { carrier: 'water', measure: 'm3', amount: 5000 },
    ] as const;
    expect(coalOf(all, null, '2026-03-05', [], standards)!.amount).toBeCloseTo(1330 + 341.2, 6);
    expect(carbonOf(all, null, 2023, '2026-03-05', [], standards)!.amount).toBeCloseTo(2162.2 + 1100, 6);
    expect(coalOf([all[2]], 100, '2026-03-05', [], standards)).toBeNull();
  });

  test('what has no factor in its unit makes the whole unknown: nothing is left out silently', () => {
    expect(coalOf([used, { carrier: 'gas', measure: 'kWh', amount: 1 }], null, '2026-03-05', [], standards)).toBeNull();
  });
});

test('the normal quantile, held against tables', () => {
  for (const [p, z] of [
    [0.5, 0],
    [0.975, 1.959964],
    [0.95, 1.644854],
    [0.001, -3.090232],
    [0.9999, 3.719016],
  ] as const)
    expect(normalQuantile(p)).toBeCloseTo(z, 5);
  expect(() => normalQuantile(1)).toThrow(RangeError);
});
