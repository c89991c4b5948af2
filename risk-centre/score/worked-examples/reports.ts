import { atLeast, chanceOfAgreement, largestSharing, oneConstant, reconciled } from '@opengoa/kernel/exact-identities';
import { splitRatio } from '../../methods/reports/denominator-gaming.ts';
import { meterMultiples } from '../../methods/reports/meter-multiple.ts';
import { priceInBand } from '../../methods/reports/price-band.ts';
import { rankOneResidual } from '../../methods/reports/rank-one-residual.ts';
import { ratioDispersion } from '../../methods/reports/ratio-dispersion.ts';
import { targetHugging } from '../../methods/reports/target-hugging.ts';
import { digitChiSquare, zeroFiveTail } from '../../methods/reports/terminal-digits.ts';
import { weatherSlope } from '../../methods/reports/weather-slope.ts';
import { type Answers, found, type Given, sum } from './case.ts';

export const reports: Answers = {
  'auth.head_average_exact': sharedOut,
  'auth.head_average_honest': sharedOut,
  'auth.rank1_residual': (input) => {
    const { residualSd, df, criticalSd, p } = rankOneResidual(
      input.rows('units_x_months'),
      input.num('s0'),
      input.num('alpha'),
    );
    return { residual_sd: residualSd, df, critical_sd: criticalSd, p_lower: p };
  },
  'auth.ratio_scaled_exact': (input) => {
    const ratio = oneConstant(input.nums('this_year'), input.nums('last_year'), input.num('unit'));
    return { ...ratio, implied_reduction_pct: 100 * (1 - (ratio.lo + ratio.hi) / 2) };
  },
  'auth.ratio_scaled_jitter': (input) => {
    const ratios = ratioDispersion(input.nums('this_year'), input.nums('last_year'), input.num('s0'));
    return {
      mean_log_ratio: ratios.meanLogRatio,
      sd_log_ratio: ratios.sdLogRatio,
      chi2: ratios.chi2,
      p_lower: ratios.p,
    };
  },
  'auth.partial_scaling_clique': (input) => {
    const { members, lo } = largestSharing(input.nums('this_year'), input.nums('last_year'), input.num('unit'));
    return { largest_set: members.length, ratio_lower_end: lo };
  },
  'auth.duplicate_coincidence': (input) => {
    const chance = chanceOfAgreement(input.num('unit'), input.num('sd'));
    return { p_pair: chance, P_at_least_3_of_12: atLeast(input.num('matches'), input.num('months'), chance) };
  },
  'auth.terminal_zero_five': (input) => ({ p_upper: zeroFiveTail(input.num('count_0_or_5'), input.num('n')) }),
  'auth.terminal_chi2': (input) => digitChiSquare(input.nums('digit_counts')),
  'auth.meter_multiple': (input) => {
    const step = input.num('ct_ratio') * input.num('register_resolution');
    return { step, multiple: meterMultiples(input.nums('reported'), step) };
  },
  'auth.price_band': (input) => {
    const [low, high] = input.nums('tariff_band') as [number, number];
    const { price, inside } = priceInBand(input.num('kWh'), input.num('amount_yuan'), [low, high]);
    return { implied_price: price, inside };
  },
  'auth.reconcile': (input) => {
    const { gaps, z } = reconciled(input.nums('reported'), input.nums('metered'), input.num('sd_relative'));
    return { relative_gap: gaps, z_mean: z };
  },
  'auth.target_hugging': (input) => ({
    p_upper: targetHugging(input.num('window_above'), input.num('window_below')),
  }),
  'auth.denominator_gaming': (input) => {
    const pair = (name: string) => input.nums(name) as [number, number];
    const parts = splitRatio(pair('E'), pair('heads'));
    return {
      per_head_change_pct: 100 * parts.perHeadChange,
      log_total: parts.logTotal,
      log_energy: parts.logEnergy,
      log_denominator: parts.logDenominator,
    };
  },
  'auth.weather_slope': (input) => {
    // Its baseline is written in words: "20000+60*DD".
    const baseline = (degreeDays: number) => 20_000 + 60 * degreeDays;
    const before = input.nums('dd_last');
    const weather = input.nums('dd_this').map((now, i) => [baseline(now), baseline(before[i]!)] as const);
    const of = (report: readonly number[]) => found(weatherSlope(report, input.nums('last_year'), weather));
    const scaled = of(input.nums('scaled_report'));
    const real = of(input.nums('real_report_multipliers').map((times, i) => times * weather[i]![0]));
    return {
      slope_scaled: scaled.slope,
      't_vs_0.6_scaled': scaled.t,
      slope_real: real.slope,
      't_vs_0.6_real': real.t,
    };
  },
};

function sharedOut(input: Given) {
  const [reported, heads] = [input.nums('reported_kWh'), input.nums('head')];
  return { ...oneConstant(reported, heads, input.num('unit')), kWh_per_head: sum(reported) / sum(heads) };
}
