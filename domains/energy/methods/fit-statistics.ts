/**
 * EN-03: how well a baseline fits, whether it may be used, and how small a saving it can show.
 * Sources: ASHRAE Guideline 14-2014 (limits, savings uncertainty), CalTRACK Methods 2.0 §4, Hyndman & Koehler 2006 (MASE).
 */
import { type MethodResult, insufficient, ok } from './method-result.ts';

export interface FitStatistics {
  readonly values: number;
  readonly parameters: number;
  readonly meanActual: number;
  /** 100 · √(Σe² / n) / ȳ */
  readonly cvRmsePercentN: number;
  /** 100 · √(Σe² / (n − p)) / ȳ, the figure held against a limit. */
  readonly cvRmsePercent: number;
  /** 100 · Σ(y − ŷ) / ((n − p) · ȳ); positive when more was used than expected. */
  readonly nmbePercent: number;
  /** Over the values that are not zero; null when there is none. */
  readonly mapePercent: number | null;
  /** 100 · mean(2|e| / (|y| + |ŷ|)), from 0 to 200. */
  readonly smapePercent: number;
  readonly r2: number | null;
  /** Correlation of each residual with the one before it. */
  readonly lagOneCorrelation: number | null;
}

/**
 * @param parameters p of n − p: coefficients estimated from these very values; 0 for values the model has not seen
 */
export function fitStatistics(
  actual: readonly number[],
  predicted: readonly number[],
  parameters: number,
): MethodResult<FitStatistics> {
  if (actual.length !== predicted.length) throw new Error('actual and predicted differ in length');
  const n = actual.length;
  if (n <= parameters || n === 0)
    return insufficient({
      code: 'too-few-values',
      zh: `数值${n}个，至少需要${parameters + 1}个`,
      en: `${n} values for ${parameters} parameters`,
      needed: parameters + 1,
      found: n,
    });
  const meanActual = mean(actual);
  if (meanActual === 0) return insufficient({ code: 'zero-mean', zh: '用量均值为零', en: 'the mean use is zero' });

  const residuals = actual.map((y, i) => y - predicted[i]!);
  const squares = sum(residuals.map((e) => e * e));
  const around = sum(actual.map((y) => (y - meanActual) ** 2));
  const shares = actual.flatMap((y, i) => (y === 0 ? [] : [Math.abs(residuals[i]! / y)]));
  return ok({
    values: n,
    parameters,
    meanActual,
    cvRmsePercentN: (100 * Math.sqrt(squares / n)) / meanActual,
    cvRmsePercent: (100 * Math.sqrt(squares / (n - parameters))) / meanActual,
    nmbePercent: (100 * sum(residuals)) / ((n - parameters) * meanActual),
    mapePercent: shares.length ? 100 * mean(shares) : null,
    smapePercent:
      100 *
      mean(
        actual.map((y, i) => {
          const size = Math.abs(y) + Math.abs(predicted[i]!);
          return size === 0 ? 0 : (2 * Math.abs(residuals[i]!)) / size;
        }),
      ),
    r2: around > 0 ? 1 - squares / around : null,
    lagOneCorrelation: lagOneCorrelation(residuals),
  });
}

/** Null for fewer than three values or values that do not vary. */
export function lagOneCorrelation(values: readonly number[]): number | null {
  if (values.length < 3) return null;
  const middle = mean(values);
  const own = sum(values.map((x) => (x - middle) ** 2));
  if (own === 0) return null;
  return sum(values.slice(1).map((x, i) => (x - middle) * (values[i]! - middle))) / own;
}

/**
 * The correlation ρ for which (1 + ρ)/(1 − ρ) is what the sum of many values in a row varies by more than independent ones:
 * 1 + 2 Σ (1 − k/(L + 1)) r_k up to lag L (Newey & West 1987), at least as much as lag one alone says. Residuals of a baseline lean on
 * one another for weeks, and lag one alone promises too narrow a range for a month (Touzani et al. 2019).
 * Null for fewer than three values or values that do not vary.
 */
export function longRunCorrelation(values: readonly number[], lags = 28): number | null {
  const first = lagOneCorrelation(values);
  if (first === null) return null;
  const middle = mean(values);
  const own = sum(values.map((x) => (x - middle) ** 2));
  const at = (lag: number) => sum(values.slice(lag).map((x, i) => (x - middle) * (values[i]! - middle))) / own;
  const most = Math.min(lags, values.length - 1);
  const times = 1 + 2 * sum(Array.from({ length: most }, (_, i) => (1 - (i + 1) / (most + 1)) * at(i + 1)));
  const least = Math.min(Math.max(first, 0), 0.95);
  return Math.min(0.95, Math.max(least, (times - 1) / (times + 1)));
}

/**
 * Mean absolute scaled error: the mean error of a forecast over the mean change from one season to the next in the
 * training part. Below 1 it beats "the same as last season".
 */
export function mase(
  training: readonly number[],
  actual: readonly number[],
  forecast: readonly number[],
  season: number,
): MethodResult<{ readonly scale: number; readonly mase: number }> {
  const changes = training.slice(season).map((y, i) => Math.abs(y - training[i]!));
  if (changes.length === 0 || actual.length === 0)
    return insufficient({
      code: 'too-few-values',
      zh: `训练值${training.length}个，至少需要${season + 1}个`,
      en: `${training.length} training values, more than one season of ${season} is needed`,
      needed: season + 1,
      found: training.length,
    });
  const scale = mean(changes);
  if (scale === 0)
    return insufficient({ code: 'no-spread', zh: '训练值没有变化', en: 'the training values never change' });
  return ok({ scale, mase: mean(actual.map((y, i) => Math.abs(y - forecast[i]!))) / scale });
}

/** Limits for use of a calibrated model, a dated standard (Guideline 14: monthly 15 % and 5 %, hourly 30 % and 10 %). */
export interface AcceptanceLimits {
  readonly cvRmsePercentMax: number;
  readonly nmbePercentMax: number;
}

export interface Acceptance {
  readonly accepted: boolean;
  readonly cvRmseWithin: boolean;
  readonly nmbeWithin: boolean;
}

export function acceptance(
  fit: Pick<FitStatistics, 'cvRmsePercent' | 'nmbePercent'>,
  limits: AcceptanceLimits,
): Acceptance {
  const cvRmseWithin = fit.cvRmsePercent <= limits.cvRmsePercentMax;
  const nmbeWithin = Math.abs(fit.nmbePercent) <= limits.nmbePercentMax;
  return { accepted: cvRmseWithin && nmbeWithin, cvRmseWithin, nmbeWithin };
}

/** a, b and d of the polynomial in the months M that the statement covers (Sun & Baltazar 2013, as in Guideline 14). */
export interface UncertaintyPolynomial {
  readonly a: number;
  readonly b: number;
  readonly d: number;
}

export const dailyUncertaintyPolynomial: UncertaintyPolynomial = { a: -0.00024, b: 0.03535, d: 1.00286 };

export interface SavingsUncertaintyInput {
  /** As a share, 0.18 for 18 %. */
  readonly cvRmse: number;
  readonly baselinePeriods: number;
  readonly reportingPeriods: number;
  readonly lagOneCorrelation: number;
  /** Saving as a share of the baseline use. */
  readonly savedShare: number;
  /** Two-sided Student t of the confidence wanted; 1.649062 for 90 % and 365 days. */
  readonly t: number;
  readonly months?: number;
  readonly polynomial?: UncertaintyPolynomial;
}

/**
 * Fractional savings uncertainty: `t · (aM² + bM + d) · CV · √(P/P′ · (1 + 2/P′) / Q) / F`, P′ = P(1 − ρ)/(1 + ρ).
 * A claimed saving is only shown when the result is well below 1; what cannot be told from noise is stated as such.
 * @returns `uncertaintyShare` as a share of the saving (0.314 is ± 31.4 %) and the smallest saving that would stand out
 */
export function fractionalSavingsUncertainty(input: SavingsUncertaintyInput): MethodResult<{
  effectivePeriods: number;
  polynomialValue: number;
  uncertaintyShare: number;
  detectableShare: number;
}> {
  const { baselinePeriods, lagOneCorrelation: rho, savedShare, months = 12 } = input;
  const effectivePeriods = (baselinePeriods * (1 - rho)) / (1 + rho);
  if (!(effectivePeriods > 0) || input.reportingPeriods <= 0 || savedShare === 0)
    return insufficient({
      code: 'too-few-values',
      zh: '可用于核证节约量的独立时段不足',
      en: 'no independent periods are left to judge a saving by',
    });
  const { a, b, d } = input.polynomial ?? dailyUncertaintyPolynomial;
  const polynomialValue = a * months ** 2 + b * months + d;
  const spread =
    input.t *
    polynomialValue *
    input.cvRmse *
    Math.sqrt(((baselinePeriods / effectivePeriods) * (1 + 2 / effectivePeriods)) / input.reportingPeriods);
  const uncertaintyShare = spread / Math.abs(savedShare);
  return ok({ effectivePeriods, polynomialValue, uncertaintyShare, detectableShare: 2 * spread });
}

const sum = (values: readonly number[]): number => values.reduce((total, x) => total + x, 0);
const mean = (values: readonly number[]): number => sum(values) / values.length;
