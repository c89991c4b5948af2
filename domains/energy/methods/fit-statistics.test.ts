import { describe, expect, test } from 'vitest';
import { acceptance, fitStatistics, fractionalSavingsUncertainty, lagOneCorrelation, mase } from './fit-statistics.ts';
import { examples, near, found } from './worked-examples.ts';

test('the fit figures are those of the worked example', () => {
  const { input, expected } = examples['energy.metrics'];
  const fit = found(fitStatistics(input.actual, input.predicted, input.parameters_p));
  expect(fit.cvRmsePercentN).toSatisfy(near(expected.cvrmse_n));
  expect(fit.cvRmsePercent).toSatisfy(near(expected.cvrmse_n_minus_p));
  expect(fit.nmbePercent).toSatisfy(near(expected.nmbe_actual_minus_pred_n_minus_p));
  expect(fit.mapePercent).toSatisfy(near(expected.mape));
  expect(fit.smapePercent).toSatisfy(near(expected.smape_0_200));
  expect(fit.r2).toSatisfy(near(expected.r2));
});

test('the scaled error is that of the worked example', () => {
  const { input, expected } = examples['energy.mase'];
  const scaled = found(mase(input.train, input.test, input.forecast, input.season_m));
  expect(scaled.scale).toSatisfy(near(expected.scale));
  expect(scaled.mase).toSatisfy(near(expected.mase));
});

test('the savings uncertainty is that of the worked example', () => {
  const { input, expected } = examples['energy.fsu_daily'];
  const uncertainty = found(
    fractionalSavingsUncertainty({
      cvRmse: input.cvrmse,
      baselinePeriods: input.P,
      reportingPeriods: input.Q,
      lagOneCorrelation: 0.35,
      savedShare: input.F,
      t: expected.t,
    }),
  );
  expect(uncertainty.effectivePeriods).toSatisfy(near(expected.P_prime));
  expect(uncertainty.polynomialValue).toSatisfy(near(expected['aM2+bM+d']));
  expect(uncertainty.uncertaintyShare).toSatisfy(near(expected.fsu));
});

describe('acceptance at the limits handed in', () => {
  const limits = { cvRmsePercentMax: 30, nmbePercentMax: 10 };
  test('on the limit is accepted', () =>
    expect(acceptance({ cvRmsePercent: 30, nmbePercent: -10 }, limits).accepted).toBe(true));
  test('a bias either way counts', () =>
    expect(acceptance({ cvRmsePercent: 12, nmbePercent: -10.1 }, limits)).toEqual({
      accepted: false,
      cvRmseWithin: true,
      nmbeWithin: false,
    }));
});

test('values that never vary have no correlation, a slow wave has a high one', () => {
  expect(lagOneCorrelation([3, 3, 3, 3])).toBeNull();
  expect(lagOneCorrelation(Array.from({ length: 200 }, (_, i) => Math.sin(i / 20)))).toBeGreaterThan(0.95);
});

test('as many parameters as values, or no use, is no fit', () => {
  expect(fitStatistics([1, 2], [1, 2], 2).status).toBe('insufficient_data');
  expect(fitStatistics([0, 0, 0], [1, 2, 3], 1).status).toBe('insufficient_data');
  expect(mase([1, 2], [1], [1], 2).status).toBe('insufficient_data');
});
