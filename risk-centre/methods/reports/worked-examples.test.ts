import { atLeast, chanceOfAgreement, largestSharing, oneConstant, reconciled } from '@opengoa/kernel/exact-identities';
import { describe, expect, test } from 'vitest';
import { near } from '../worked-examples.ts';
import { splitRatio } from './denominator-gaming.ts';
import { meterMultiples } from './meter-multiple.ts';
import { priceInBand } from './price-band.ts';
import { rankOneResidual } from './rank-one-residual.ts';
import { ratioDispersion } from './ratio-dispersion.ts';
import { targetHugging } from './target-hugging.ts';
import { digitChiSquare, zeroFiveTail } from './terminal-digits.ts';
import { weatherSlope } from './weather-slope.ts';
import examples from './worked-examples.json' with { type: 'json' };

const same = (actual: number, expected: number) => expect(actual).toSatisfy(near(expected));

describe('worked examples of report authenticity', () => {
  test.each(['auth.head_average_exact', 'auth.head_average_honest'] as const)('%s', (name) => {
    const { input, expected } = examples[name];
    const { lo, hi, consistent } = oneConstant(input.reported_kWh, input.head, input.unit);
    expect(consistent).toBe(expected.consistent);
    same(lo, expected.lo);
    same(hi, expected.hi);
    const heads = input.head.reduce((sum, each) => sum + each, 0);
    const total = input.reported_kWh.reduce((sum, each) => sum + each, 0);
    if ('kWh_per_head' in expected) same(total / heads, expected.kWh_per_head);
  });
  test('auth.rank1_residual', () => {
    const { input, expected } = examples['auth.rank1_residual'];
    const { residualSd, df, criticalSd, p } = rankOneResidual(input.units_x_months, input.s0, input.alpha);
    same(residualSd, expected.residual_sd);
    expect(df).toBe(expected.df);
    same(criticalSd, expected.critical_sd);
    same(p, expected.p_lower);
  });
  test('auth.ratio_scaled_exact', () => {
    const { input, expected } = examples['auth.ratio_scaled_exact'];
    const { lo, hi, consistent } = oneConstant(input.this_year, input.last_year, input.unit);
    expect(consistent).toBe(expected.consistent);
    same(lo, expected.lo);
    same(hi, expected.hi);
    same(100 * (1 - (lo + hi) / 2), expected.implied_reduction_pct);
  });
  test('auth.ratio_scaled_jitter', () => {
    const { input, expected } = examples['auth.ratio_scaled_jitter'];
    const found = ratioDispersion(input.this_year, input.last_year, input.s0);
    same(found.meanLogRatio, expected.mean_log_ratio);
    same(found.sdLogRatio, expected.sd_log_ratio);
    same(found.chi2, expected.chi2);
    same(found.p, expected.p_lower);
  });
  test('auth.partial_scaling_clique', () => {
    const { input, expected } = examples['auth.partial_scaling_clique'];
    const { members, lo } = largestSharing(input.this_year, input.last_year, input.unit);
    expect(members).toHaveLength(expected.largest_set);
    same(lo, expected.ratio_lower_end);
  });
  test('auth.duplicate_coincidence', () => {
    const { input, expected } = examples['auth.duplicate_coincidence'];
    const chance = chanceOfAgreement(input.unit, input.sd);
    same(chance, expected.p_pair);
    same(atLeast(input.matches, input.months, chance), expected.P_at_least_3_of_12);
  });
  test('auth.terminal_zero_five', () => {
    const { input, expected } = examples['auth.terminal_zero_five'];
    same(zeroFiveTail(input.count_0_or_5, input.n), expected.p_upper);
  });
  test('auth.terminal_chi2', () => {
    const { input, expected } = examples['auth.terminal_chi2'];
    const { chi2, p } = digitChiSquare(input.digit_counts);
    same(chi2, expected.chi2);
    same(p, expected.p);
  });
  test('auth.meter_multiple', () => {
    const { input, expected } = examples['auth.meter_multiple'];
    const step = input.ct_ratio * input.register_resolution;
    same(step, expected.step);
    expect(meterMultiples(input.reported, step)).toEqual(expected.multiple);
  });
  test('auth.price_band', () => {
    const { input, expected } = examples['auth.price_band'];
    const { price, inside } = priceInBand(input.kWh, input.amount_yuan, [input.tariff_band[0]!, input.tariff_band[1]!]);
    same(price, expected.implied_price);
    expect(inside).toBe(expected.inside);
  });
  test('auth.reconcile', () => {
    const { input, expected } = examples['auth.reconcile'];
    const { gaps, z } = reconciled(input.reported, input.metered, input.sd_relative);
    for (const [i, gap] of gaps.entries()) same(gap, expected.relative_gap[i]!);
    same(z, expected.z_mean);
  });
  test('auth.target_hugging', () => {
    const { input, expected } = examples['auth.target_hugging'];
    same(targetHugging(input.window_above, input.window_below), expected.p_upper);
  });
  test('auth.denominator_gaming', () => {
    const { input, expected } = examples['auth.denominator_gaming'];
    const found = splitRatio([input.E[0]!, input.E[1]!], [input.heads[0]!, input.heads[1]!]);
    same(100 * found.perHeadChange, expected.per_head_change_pct);
    same(found.logTotal, expected.log_total);
    same(found.logEnergy, expected.log_energy);
    same(found.logDenominator, expected.log_denominator);
  });
  test('auth.weather_slope', () => {
    const { input, expected } = examples['auth.weather_slope'];
    const baseline = (degreeDays: number) => 20_000 + 60 * degreeDays;
    const weather = input.dd_this.map((now, i) => [baseline(now), baseline(input.dd_last[i]!)] as const);
    const scaled = weatherSlope(input.scaled_report, input.last_year, weather);
    const real = weatherSlope(
      input.real_report_multipliers.map((times, i) => times * weather[i]![0]),
      input.last_year,
      weather,
    );
    if (scaled.status !== 'ok' || real.status !== 'ok') throw new Error('no slope');
    same(scaled.slope, expected.slope_scaled);
    same(scaled.t, expected['t_vs_0.6_scaled']);
    same(real.slope, expected.slope_real);
    same(real.t, expected['t_vs_0.6_real']);
    expect(scaled.p).toBeLessThan(0.01);
    expect(real.p).toBeGreaterThan(0.01);
  });
});

test('where the weather of two years is alike, or months are few, its slope is not asked', () => {
  const flat = Array.from({ length: 12 }, () => [100, 100] as const);
  const values = Array.from({ length: 12 }, (_, i) => 100 + i);
  expect(weatherSlope(values, values, flat)).toMatchObject({ status: 'insufficient_data' });
  expect(weatherSlope([1], [1], [[1, 2]])).toMatchObject({ status: 'insufficient_data', reasons: [{ needed: 6 }] });
});
