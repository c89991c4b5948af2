import { newId, refuse, verb } from '@opengoa/kernel';
import { findBuilding } from '../buildings/building-store.ts';
import { calendarsOf } from '../buildings/own-calendar.ts';
import { BaselineFitted, FitBaseline } from './contract.ts';
import { findMeter } from '../meters/meter-store.ts';
import { meterOf } from '../meters/meter.ts';
import { residualScale } from '../methods/cusum.ts';
import type { HourSeries, KindOfDay } from '../methods/hour-series.ts';
import { type MethodResult, ok } from '../methods/method-result.ts';
import { fitTowt, type TowtFit } from '../methods/towt-baseline.ts';
import { trustworthyHours } from '../methods/trustworthy-hours.ts';
import { daysOf, hoursOf } from '../readings/hours-of.ts';
import { expectedDays } from '../risks/use-over-baseline/inputs.ts';
import { temperaturesOf } from '../weather/weather-store.ts';
import { type FittedResiduals, keepModel } from './baseline-store.ts';

interface Fitted {
  readonly fit: TowtFit;
  readonly residuals: FittedResiduals;
  readonly trainedDays: number;
}

/**
 * 建立用能基线: the hourly baseline of a meter by hour of the week and temperature (EN-02), fitted to a stretch of its past, kept with its
 * error. Where the data do not carry one, that is the answer, with the reason.
 */
export const fitBaseline = verb('energy.fit-baseline', {
  title: { zh: '建立用能基线', en: 'Fit a baseline' },
  input: FitBaseline,
  who: ['energy-clerk', 'job'],
  on: 'energy.meter',
  facts: [BaselineFitted],
  refusals: ['period-backwards', 'no-baseline'],
  result: BaselineFitted.body,
  async load(tx, { meter: id, from, toExclusive }, { calendar }) {
    const meter = await findMeter(tx, id);
    if (toExclusive <= from) return { id: newId(), meter, fitted: null };
    const building = await findBuilding(tx, meter.building);
    const series = {
      startsOn: from,
      electricityKwh: hoursOf(await daysOf(tx, [id], from, toExclusive), from, toExclusive),
      outdoorC: await temperaturesOf(tx, building.station, from, toExclusive),
    };
    const kindOfDay = (await calendarsOf(tx, [building.calendar], calendar))(building.calendar);
    return { id: newId(), meter, fitted: fitted(series, kindOfDay) };
  },
  at: ({ meter }) => ({ unit: meter.unit }),
  decide({ id, meter, fitted: found }, { from, toExclusive }) {
    if (found === null) return refuse('period-backwards');
    if (found.status !== 'ok') {
      const [{ code, zh, en }] = found.reasons as [(typeof found.reasons)[number]];
      return refuse('no-baseline', { meter: meter.name, reason: code, why: { zh, en } });
    }
    const { model, training, missingHours } = found.fit;
    const body = {
      baseline: id,
      method: model.method,
      version: model.version,
      from,
      toExclusive,
      hours: model.trainedHours,
      missingHours,
      trainedDays: found.trainedDays,
      cvRmsePercent: rounded(training.cvRmsePercent),
      nmbePercent: rounded(training.nmbePercent),
      r2: training.r2 === null ? null : rounded(training.r2),
    };
    return { facts: [BaselineFitted.of({ object: meterOf(meter), unit: meter.unit, body })], result: body };
  },
  async also(tx, { id, fitted: found }) {
    if (found?.status === 'ok') await keepModel(tx, id, found.fit.model, found.residuals);
  },
});

/** The model and the scale of its daily residuals over the very days it learnt from. */
function fitted(raw: HourSeries, kindOfDay: KindOfDay): MethodResult<Fitted> {
  const series = { ...raw, electricityKwh: trustworthyHours(raw.electricityKwh).kwh };
  const fit = fitTowt(series, { kindOfDay });
  if (fit.status !== 'ok') return fit;
  const { actualKwh, expectedKwh } = expectedDays(series, fit, kindOfDay);
  const residuals = actualKwh.map((actual, i) => {
    const expected = expectedKwh[i] ?? null;
    return actual === null || expected === null ? null : actual - expected;
  });
  const scale = residualScale(residuals, 28);
  if (scale.status !== 'ok') return scale;
  return ok({ fit, residuals: scale, trainedDays: residuals.filter((residual) => residual !== null).length });
}

const rounded = (value: number): number => Number(value.toFixed(4));
