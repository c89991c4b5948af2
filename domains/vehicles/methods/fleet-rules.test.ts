import { expect, test } from 'vitest';
import { binomialTail } from './binomial-tail.ts';
import { unexplainedLitres } from './full-to-full.ts';
import { largestSplit } from './split-repairs.ts';
import examples from './worked-examples.json' with { type: 'json' };

test('the worked repairs: each below the limit, together above it', () => {
  const { input, expected } = examples['vehicle.split_repairs'];
  const bills = input.invoices_within_15_days.map((yuan, i) => ({
    id: `r${i}`,
    day: `2026-03-0${i + 1}`,
    garage: '一厂',
    amountFen: yuan * 100,
  }));
  const split = largestSplit(bills, input.approval_limit * 100, 15);
  expect(split?.sumFen).toBe(expected.sum * 100);
  expect(split?.maxShare).toBeCloseTo(expected.max_share_of_limit, 6);
  expect(bills.every(({ amountFen }) => amountFen < input.approval_limit * 100)).toBe(expected.all_below_limit);
  // Another garage, another fortnight, or one bill above the limit (that one was approved as it is) are no split.
  expect(
    largestSplit(
      bills.map((bill, i) => ({ ...bill, garage: `${i}厂` })),
      200_000,
      15,
    ),
  ).toBeNull();
  expect(
    largestSplit(
      bills.map((bill, i) => ({ ...bill, day: `2026-0${i + 1}-01` })),
      200_000,
      15,
    ),
  ).toBeNull();
  expect(largestSplit([bills[0]!, { ...bills[1]!, amountFen: 900_000 }], 200_000, 15)).toBeNull();
});

test('the worked fill: beyond the tank and its margin, and what the distance explains', () => {
  const { input, expected } = examples['vehicle.fuel_over_tank'];
  expect(input.tank_L * input.margin).toBeCloseTo(expected.limit_L, 6);
  expect(input.litres > expected.limit_L).toBe(expected.over_tank);
  const left = unexplainedLitres({
    litres: input.litres,
    km: input.km_since_last_fill,
    litresPer100Km: input.L_per_100km,
  });
  expect(left.unexplainedLitres).toBeCloseTo(expected.unexplained_L, 6);
});

test('the binomial tail: a coin, the ends, and a count that would overflow', () => {
  expect(binomialTail(8, 10, 0.5)).toBeCloseTo(56 / 1024, 12);
  expect(binomialTail(0, 10, 0.1)).toBe(1);
  expect(binomialTail(11, 10, 0.1)).toBe(0);
  expect(binomialTail(10, 10, 1)).toBe(1);
  expect(binomialTail(3000, 5000, 0.5)).toBeLessThan(1e-40);
  expect(binomialTail(2500, 5000, 0.5)).toBeCloseTo(0.5056, 3);
  expect(() => binomialTail(1.5, 3, 0.5)).toThrow('no binomial');
});
