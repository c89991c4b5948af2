/**
 * 节能量: what meters would have used by their baseline beside what they used, with its uncertainty (ASHRAE Guideline 14; GB/T 28750 and IPMVP: 能耗
 * 基准 adjusted to the conditions of the reporting period). Pure.
 */
import { addDays } from '@opengoa/kernel/calendar';
import { normalQuantile } from '../figures/normal-quantile.ts';
import { residualScale } from '../methods/cusum.ts';
import { acceptance, fractionalSavingsUncertainty } from '../methods/fit-statistics.ts';
import { type HourSeries, hoursOfDay, type KindOfDay } from '../methods/hour-series.ts';
import { insufficient, type MethodResult, ok } from '../methods/method-result.ts';
import { fitTowt, predictTowt } from '../methods/towt-baseline.ts';
import { trustworthyHours } from '../methods/trustworthy-hours.ts';
import { expectedDays } from '../risks/use-over-baseline/inputs.ts';

export interface SavingsLimits {
  readonly confidence: number;
  /** Largest uncertainty as a share of the saving. */
  readonly uncertainty: number;
  readonly baselineDays: number;
  /** Least share of the period's days that count. */
  readonly daysShare: number;
  readonly cvRmsePercent: number;
  readonly nmbePercent: number;
}

export interface SavedDay {
  readonly day: string;
  readonly expected: number;
  readonly actual: number;
  /** Fen saved, and what the expected use would have cost; null where the day has no price. */
  readonly fen: number | null;
  readonly expectedFen: number | null;
}

export interface SavedByMeter {
  readonly days: readonly SavedDay[];
  readonly expected: number;
  readonly actual: number;
  readonly avoided: number;
  readonly uncertainty: number;
  readonly cvRmsePercent: number;
  readonly nmbePercent: number;
  readonly trainedDays: number;
}

/** Two-sided Student t by its normal beginning (Cornish & Fisher): within 1e-4 from thirty values on. */
export function studentT(confidence: number, freedom: number): number {
  const z = normalQuantile((1 + confidence) / 2);
  return z + (z ** 3 + z) / (4 * freedom) + (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * freedom ** 2);
}

/**
 * One meter's reporting period beside its baseline.
 * @param priceAt fen for a unit of measure on a day in an hour; null where none is known
 * @returns `insufficient_data` where the baseline cannot be fitted, is too short or beyond the limits, or too few days of the period count
 */
export function savedBy(
  baseline: HourSeries,
  reporting: HourSeries,
  kindOfDay: KindOfDay,
  priceAt: (day: string, hour: number) => number | null,
  limits: SavingsLimits,
): MethodResult<SavedByMeter> {
  const training = { ...baseline, electricityKwh: trustworthyHours(baseline.electricityKwh).kwh };
  const fit = fitTowt(training, { kindOfDay });
  if (fit.status !== 'ok') return fit;
  const past = expectedDays(training, fit, kindOfDay);
  const residuals = past.actualKwh.map((actual, i) => {
    const expected = past.expectedKwh[i] ?? null;
    return actual === null || expected === null ? null : actual - expected;
  });
  const trainedDays = residuals.filter((residual) => residual !== null).length;
  if (trainedDays < limits.baselineDays)
    return insufficient({
      code: 'too-few-days',
      zh: `基准期有效天数${trainedDays}天，至少需要${limits.baselineDays}天`,
      en: `${trainedDays} days of the baseline of the ${limits.baselineDays} needed`,
      needed: limits.baselineDays,
      found: trainedDays,
    });
  const { accepted } = acceptance(fit.training, {
    cvRmsePercentMax: limits.cvRmsePercent,
    nmbePercentMax: limits.nmbePercent,
  });
  const { cvRmsePercent, nmbePercent } = fit.training;
  if (!accepted)
    return insufficient({
      code: 'not-fitted',
      zh: `基准模型误差过大（离散度${cvRmsePercent.toFixed(1)}%，偏差${nmbePercent.toFixed(1)}%）`,
      en: `the baseline is too far off (CV(RMSE) ${cvRmsePercent.toFixed(1)} %, NMBE ${nmbePercent.toFixed(1)} %)`,
    });
  const scale = residualScale(residuals, 28);
  if (scale.status !== 'ok') return scale;

  const judged = { ...reporting, electricityKwh: trustworthyHours(reporting.electricityKwh).kwh };
  const found = expectedDays(judged, fit, kindOfDay);
  const hourly = predictTowt(fit.model, judged, kindOfDay);
  const days = found.actualKwh.flatMap((actual, i): SavedDay[] => {
    const expected = found.expectedKwh[i] ?? null;
    if (actual === null || expected === null) return [];
    const day = addDays(judged.startsOn, i);
    return [{ day, expected, actual, ...moneyOf(day, i) }];
  });
  /** Money of a day, hour by hour; brought to a whole day as its amounts are. */
  function moneyOf(day: string, i: number): Pick<SavedDay, 'fen' | 'expectedFen'> {
    let fen = 0;
    let expectedFen = 0;
    let hours = 0;
    for (let hour = 0; hour < hoursOfDay; hour++) {
      const read = judged.electricityKwh[i * hoursOfDay + hour] ?? null;
      const expected = hourly[i * hoursOfDay + hour]?.expectedKwh ?? null;
      if (read === null || expected === null) continue;
      const price = priceAt(day, hour);
      if (price === null) return { fen: null, expectedFen: null };
      fen += (expected - read) * price;
      expectedFen += expected * price;
      hours += 1;
    }
    const whole = hoursOfDay / hours;
    return { fen: fen * whole, expectedFen: expectedFen * whole };
  }
  const least = Math.ceil(limits.daysShare * found.actualKwh.length);
  if (days.length === 0 || days.length < least)
    return insufficient({
      code: 'too-few-days',
      zh: `报告期有读数和气温的天数${days.length}天，至少需要${least}天`,
      en: `${days.length} days of the period have readings and weather, ${least} are needed`,
      needed: least,
      found: days.length,
    });
  const sum = (of: (day: SavedDay) => number) => days.reduce((all, day) => all + of(day), 0);
  const [expected, actual] = [sum((day) => day.expected), sum((day) => day.actual)];
  const avoided = expected - actual;
  const read = past.actualKwh.flatMap((each, i) => (each === null || past.expectedKwh[i] == null ? [] : [each]));
  const mean = read.reduce((all, each) => all + each, 0) / read.length;
  // The range does not depend on how much was saved: of a share of one it is the range of the whole.
  const range = fractionalSavingsUncertainty({
    cvRmse: scale.rmseKwh / mean,
    baselinePeriods: trainedDays,
    reportingPeriods: days.length,
    lagOneCorrelation: scale.longRunCorrelation,
    savedShare: 1,
    t: studentT(limits.confidence, trainedDays - 1),
    months: Math.min(24, Math.max(1, Math.round(days.length / 30.4))),
  });
  if (range.status !== 'ok') return range;
  return ok({
    days,
    expected,
    actual,
    avoided,
    uncertainty: range.uncertaintyShare * expected,
    cvRmsePercent,
    nmbePercent,
    trainedDays,
  });
}

/** Errors of several meters taken as independent of each other. */
export const together = (uncertainties: readonly number[]): number => Math.hypot(...uncertainties);
