import { expect, test } from 'vitest';
import { fitDegreeDays, predictDegreeDays } from './degree-day-baseline.ts';
import { dayNumber, dayOf } from './hour-series.ts';
import { examples, near, found, mulberry32 } from './worked-examples.ts';

function workedYear() {
  const random = mulberry32(7);
  return Array.from({ length: 365 }, (_, i) => {
    const d = i + 1;
    const t = 14 + 13 * Math.cos((2 * Math.PI * (d - 200)) / 365) + 2.5 * Math.sin((2 * Math.PI * d) / 9);
    const useKwh = 1200 + 45 * Math.max(12 - t, 0) + 70 * Math.max(t - 22, 0) + 160 * (random() - 0.5);
    return { day: dayOf(dayNumber('2023-01-01') + i), useKwh, dailyMeanC: [t] };
  });
}

test('the worked year is found with its balance points and slopes', () => {
  const { expected } = examples['energy.degree_day_daily'];
  const { model, training, split } = found(
    fitDegreeDays(workedYear(), { heatingBalanceC: { from: 4, to: 20 }, coolingBalanceC: { from: 4, to: 30 } }),
  );
  expect(model.kind).toBe('heating-and-cooling');
  expect(model.heatingBalanceC).toBe(expected.heating_balance);
  expect(model.coolingBalanceC).toBe(expected.cooling_balance);
  expect(model.baseKwh).toSatisfy(near(expected.coef[0]!));
  expect(model.heatingKwhPerDegreeDay).toSatisfy(near(expected.coef[1]!));
  expect(model.coolingKwhPerDegreeDay).toSatisfy(near(expected.coef[2]!));
  expect(model.adjustedR2).toSatisfy(near(expected.adj_r2));
  expect(training.cvRmsePercent).toSatisfy(near(expected['cvrmse_pct(P-c)']));
  expect(training.meanActual).toSatisfy(near(expected.mean_use));
  expect(split.baseKwh + split.heatingKwh + split.coolingKwh + split.residualKwh).toBeCloseTo(
    training.meanActual * 365,
    6,
  );
});

test('a building that does not answer to weather keeps its mean', () => {
  const random = mulberry32(1);
  const flat = workedYear().map((row) => ({ ...row, useKwh: 500 + random() }));
  const { model } = found(fitDegreeDays(flat));
  expect(model.adjustedR2).toBeLessThan(0.05);
  expect(predictDegreeDays(model, [-5])).toBeCloseTo(500.5, 0);
});

test('use that falls in the cold is no heating: its slope would be negative', () => {
  const odd = workedYear().map((row) => ({ ...row, useKwh: 1000 - 20 * Math.max(10 - row.dailyMeanC[0]!, 0) }));
  const { model } = found(fitDegreeDays(odd));
  expect(model.heatingKwhPerDegreeDay).toBe(0);
});

test('bills of unequal length are weighed by their days', () => {
  const days = workedYear();
  const bills = [];
  for (let from = 0, i = 0; from < 364; i++) {
    const length = i % 2 ? 35 : 25;
    const span = days.slice(from, from + length);
    bills.push({
      day: span[0]!.day,
      useKwh: span.reduce((sum, row) => sum + row.useKwh, 0),
      dailyMeanC: span.flatMap((row) => row.dailyMeanC),
    });
    from += length;
  }
  const { model } = found(fitDegreeDays(bills, { billing: true }));
  expect(model.baseKwh).toBeGreaterThan(1150);
  expect(model.baseKwh).toBeLessThan(1250);
  expect(model.heatingKwhPerDegreeDay).toBeGreaterThan(35);
});

const without = (missing: number) =>
  workedYear().map((row, i) => (i % 9 === 0 && i / 9 < missing ? { ...row, useKwh: null } : row));

test('38 missing days of a year are too many, 37 are not', () => {
  expect(fitDegreeDays(without(37)).status).toBe('ok');
  expect(fitDegreeDays(without(38)).status).toBe('insufficient_data');
});
