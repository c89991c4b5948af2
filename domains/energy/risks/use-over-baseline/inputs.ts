/** From a meter's hours to what the kit judges: clean, fit on the past, expect, sum to days. */
import { addDays } from '@opengoa/kernel/calendar';
import { median } from '@opengoa/kernel/robust-statistics';
import { residualScale } from '../../methods/cusum.ts';
import { type HourSeries, type KindOfDay, hoursOfDay } from '../../methods/hour-series.ts';
import { type MethodResult, ok } from '../../methods/method-result.ts';
import { type TowtFit, fitTowt, predictTowt } from '../../methods/towt-baseline.ts';
import { trustworthyHours } from '../../methods/trustworthy-hours.ts';
import type { UseOverBaselineInputs } from './risk.ts';

export interface MeterHours {
  /** Past hours that the baseline learns from. */
  readonly training: HourSeries;
  /** Hours to be judged; they may not overlap the training. */
  readonly judged: HourSeries;
  readonly kindOfDay: KindOfDay;
  readonly declaredChanges: UseOverBaselineInputs['declaredChanges'];
  readonly priceFenPerKwh: number | null;
}

/** @returns `insufficient_data` where no baseline can be fitted, or its residuals have no scale */
export function useOverBaselineInputs(
  meter: MeterHours,
): MethodResult<{ readonly inputs: UseOverBaselineInputs; readonly fit: TowtFit }> {
  const training = { ...meter.training, electricityKwh: trustworthyHours(meter.training.electricityKwh).kwh };
  const fit = fitTowt(training, { kindOfDay: meter.kindOfDay });
  if (fit.status !== 'ok') return fit;
  const past = expectedDays(training, fit, meter.kindOfDay);
  const residuals = past.actualKwh.map((actual, i) => {
    const expected = past.expectedKwh[i] ?? null;
    return actual === null || expected === null ? null : actual - expected;
  });
  const scale = residualScale(residuals, 28);
  if (scale.status !== 'ok') return scale;
  const judged = { ...meter.judged, electricityKwh: trustworthyHours(meter.judged.electricityKwh).kwh };
  return ok({
    fit,
    inputs: {
      baseline: {
        trainedFrom: training.startsOn,
        trainedToExclusive: addDays(training.startsOn, past.actualKwh.length),
        trainedDays: residuals.filter((residual) => residual !== null).length,
        cvRmsePercent: fit.training.cvRmsePercent,
        residualMiddleKwh: scale.middleKwh,
        residualSpreadKwh: scale.spreadKwh,
        lagOneCorrelation: scale.lagOneCorrelation,
        residualRmseKwh: scale.rmseKwh,
        longRunCorrelation: scale.longRunCorrelation,
        adjusted: null,
      },
      days: { startsOn: judged.startsOn, ...expectedDays(judged, fit, meter.kindOfDay) },
      declaredChanges: meter.declaredChanges,
      priceFenPerKwh: meter.priceFenPerKwh,
    },
  });
}

/**
 * Days of use and of expectation over the same hours, brought to a whole day; null where fewer than nine tenths of the
 * day's hours have both. An hour more than a tenth of the training range colder or warmer than anything learnt has no expectation
 * (ASHRAE Guideline 14): a baseline of one winter says nothing of July.
 */
export function expectedDays(series: HourSeries, { model }: Pick<TowtFit, 'model'>, kindOfDay: KindOfDay) {
  const expected = predictTowt(model, series, kindOfDay);
  const margin = 0.1 * (model.warmestC - model.coldestC);
  const learnt = (outdoorC: number | null): boolean =>
    outdoorC === null || (outdoorC >= model.coldestC - margin && outdoorC <= model.warmestC + margin);
  const days = Math.ceil(series.electricityKwh.length / hoursOfDay);
  const actualKwh: (number | null)[] = [];
  const expectedKwh: (number | null)[] = [];
  for (let day = 0; day < days; day++) {
    let hours = 0;
    let actual = 0;
    let foreseen = 0;
    for (let i = day * hoursOfDay; i < (day + 1) * hoursOfDay; i++) {
      const read = series.electricityKwh[i] ?? null;
      const expectation = learnt(series.outdoorC[i] ?? null) ? (expected[i]?.expectedKwh ?? null) : null;
      if (read === null || expectation === null) continue;
      hours += 1;
      actual += read;
      foreseen += expectation;
    }
    const whole = hours >= 0.9 * hoursOfDay;
    actualKwh.push(whole ? (actual * hoursOfDay) / hours : null);
    expectedKwh.push(whole ? (foreseen * hoursOfDay) / hours : null);
  }
  return { actualKwh, expectedKwh };
}

type Judged = Pick<UseOverBaselineInputs, 'baseline' | 'days'>;

/**
 * IPMVP, non-routine adjustment: a year's baseline keeps its shape over week, weather and season and is brought to the level after a declared
 * change, by the middle of the daily ratios of use to expectation since then.
 * @param since days from the change on, up to the judged ones
 * @param needed days of them without which it is not adjusted, and says nothing
 */
export function adjustedFor(
  judged: Judged,
  changeDay: string,
  since: Pick<Judged['days'], 'actualKwh' | 'expectedKwh'>,
  needed: number,
): Judged {
  const ratios = since.actualKwh.flatMap((actual, i) => {
    const expected = since.expectedKwh[i] ?? null;
    return actual === null || expected === null || expected <= 0 ? [] : [actual / expected];
  });
  if (ratios.length < needed) return judged;
  const factor = median(ratios);
  const { baseline, days } = judged;
  return {
    baseline: {
      ...baseline,
      residualMiddleKwh: baseline.residualMiddleKwh * factor,
      residualSpreadKwh: baseline.residualSpreadKwh * factor,
      residualRmseKwh: baseline.residualRmseKwh * factor,
      adjusted: { changeDay, factor, days: ratios.length },
    },
    days: { ...days, expectedKwh: days.expectedKwh.map((expected) => (expected === null ? null : expected * factor)) },
  };
}
