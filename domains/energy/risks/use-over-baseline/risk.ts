import { addDays, daysBetween } from '@opengoa/kernel/calendar';
import {
  silentIn,
  type Evidence,
  type Judgement,
  type RiskSubject,
  type Settings,
  type Signal,
  type StandardsInForce,
} from '@opengoa/kernel/risk-kit';
import { cusum, driftEpisodes, preWhiten } from '../../methods/cusum.ts';
import { fractionalSavingsUncertainty } from '../../methods/fit-statistics.ts';

const silent = silentIn('sigma');

/** One meter's days beside what its own baseline expected of them. */
export interface UseOverBaselineInputs {
  readonly baseline: {
    readonly trainedFrom: string;
    readonly trainedToExclusive: string;
    /** Days of the training span with use and temperature. */
    readonly trainedDays: number;
    /** Hourly, over the training hours. */
    readonly cvRmsePercent: number;
    /** Middle, spread and lag-one correlation of the daily training residuals (`residualScale`). */
    readonly residualMiddleKwh: number;
    readonly residualSpreadKwh: number;
    readonly lagOneCorrelation: number;
    /** With their tails, and how far they lean on one another over weeks. */
    readonly residualRmseKwh: number;
    readonly longRunCorrelation: number;
    /** Raised or lowered to the level after a declared change, as so many days since it showed (`adjustedFor`); null where there was none. */
    readonly adjusted: { readonly changeDay: string; readonly factor: number; readonly days: number } | null;
  };
  /** Judged days in order, none left out; null where use or expectation is not known. */
  readonly days: {
    readonly startsOn: string;
    readonly actualKwh: readonly (number | null)[];
    readonly expectedKwh: readonly (number | null)[];
  };
  /** Changes that the unit declared: a new tenant, a renovation, equipment taken into use. */
  readonly declaredChanges: readonly { readonly day: string; readonly what: string }[];
  readonly priceFenPerKwh: number | null;
}

const asked = ['cv-max', 'cusum-k', 'cusum-h', 'min-days', 'exceed-multiple', 'exceed-days'] as const;

export function judge(
  subject: RiskSubject,
  inputs: UseOverBaselineInputs,
  settings: Settings,
  standards: StandardsInForce,
): Judgement {
  const { baseline } = inputs;
  const missing = asked.find((name) => typeof standards[name]?.value !== 'number');
  if (missing) return silent('standard-missing', { standard: missing });
  const limit = (name: (typeof asked)[number]): number => standards[name]!.value as number;
  const known = { cvRmse: baseline.cvRmsePercent.toFixed(1) };

  if (baseline.trainedDays < limit('min-days'))
    return silent('baseline-too-short', { trained: baseline.trainedDays, needed: limit('min-days') });
  if (baseline.cvRmsePercent > 100 * limit('cv-max'))
    return silent('baseline-too-loose', { ...known, limit: 100 * limit('cv-max') });
  const change = firstChangeSince(inputs);
  const days = change ? daysBefore(inputs.days, change.day) : inputs.days;
  const needed = settings['judged-days'] ?? 1;
  if (change && days.actualKwh.length < needed)
    return silent('baseline-before-change', {
      what: change.what,
      declaredDay: change.day,
      trainedTo: baseline.trainedToExclusive,
      least: limit('min-days'),
    });
  const residuals = days.actualKwh.map((actual, i) => {
    const expected = days.expectedKwh[i] ?? null;
    return actual === null || expected === null ? null : actual - expected;
  });
  const read = residuals.filter((residual) => residual !== null).length;
  if (read < needed || read < 0.75 * residuals.length)
    return silent('too-few-days', { read, days: residuals.length, needed });

  const alarm = { k: limit('cusum-k'), h: limit('cusum-h') };
  const z = residuals.map((residual) =>
    residual === null ? null : (residual - baseline.residualMiddleKwh) / baseline.residualSpreadKwh,
  );
  const path = cusum(preWhiten(z, baseline.lagOneCorrelation), alarm);
  const measured = (stretch: Stretch): Measured => {
    const size = sizeOf(stretch, days);
    return { ...stretch, ...size, doubt: doubtOf(size, baseline, settings['certainty-t'] ?? 0) };
  };
  const byKwh = (a: Measured, b: Measured) => b.overKwh - a.overKwh;
  const drifts = driftEpisodes(path, alarm)
    .filter(({ side, from, toExclusive }) => side === 'over' && toExclusive - from >= (settings['run-days'] ?? 1))
    .map(measured)
    .filter(({ share }) => share >= (settings['least-share'] ?? 0))
    .toSorted(byKwh);
  const runs = runsFarOver(days, limit('exceed-multiple'), limit('exceed-days')).map(measured).toSorted(byKwh);
  const sure = ({ share, doubt }: Measured) => share > doubt;
  const [drift] = drifts.filter(sure);
  const [far] = runs.filter(sure);

  const signals: Signal[] = [
    signalOf('lasting-drift', drift !== undefined, Math.max(0, ...path.over), alarm.h, 'sigma'),
    signalOf('days-far-over', far !== undefined, far ? 1 + far.share : 1, limit('exceed-multiple'), 'ratio'),
  ];
  const worst = drift ?? far;
  if (!worst) {
    const { value, threshold, unit } = signals[0]!;
    const doubtful = drifts[0] ?? runs[0];
    const about = doubtful ? { share: percent(doubtful.share), doubt: percent(doubtful.doubt) } : {};
    return {
      status: 'clear',
      value,
      threshold,
      unit,
      said: { template: doubtful ? 'within-doubt' : 'clear', data: { ...known, read, ...about } },
      signals,
      evidence: [],
    };
  }
  const deciding = signals[drift ? 0 : 1]!;

  const from = addDays(days.startsOn, worst.from);
  const last = addDays(days.startsOn, worst.toExclusive - 1);
  const span = { from, last, days: worst.toExclusive - worst.from };
  const common = {
    value: deciding.value,
    threshold: deciding.threshold,
    unit: deciding.unit,
    signals,
    evidence: evidenceOf(subject, baseline, `${from}..${last}`, worst),
  };
  // Works begin before the day on their paper.
  if (change && daysBetween(from, change.day) <= (settings['lead-days'] ?? 0)) {
    const data = { ...span, what: change.what, declaredDay: change.day };
    return { ...common, status: 'not_applicable', said: { template: 'declared-change', data } };
  }
  return {
    ...common,
    status: 'flag',
    llr: settings['llr'] ?? 0,
    period: [from, addDays(last, 1)],
    loss: lossOf(worst.overKwh, span.days, inputs),
    said: {
      template: deciding.rule,
      data: {
        ...known,
        ...span,
        overKwh: Math.round(worst.overKwh),
        share: percent(worst.share),
        doubt: percent(worst.doubt),
        peak: deciding.value.toFixed(1),
        limit: deciding.threshold,
      },
    },
  };
}

interface Stretch {
  readonly from: number;
  readonly toExclusive: number;
}
type Days = UseOverBaselineInputs['days'];
/** `doubt` is the share by which a stretch of so many days may be over without anything having changed. */
type Measured = Stretch & ReturnType<typeof sizeOf> & { readonly doubt: number };

const percent = (share: number): string => (100 * share).toFixed(1);

/** The first declared change that this baseline has not learnt, or has learnt only in part. */
const firstChangeSince = ({ baseline, days, declaredChanges }: UseOverBaselineInputs) =>
  declaredChanges
    .filter(
      ({ day }) =>
        day > (baseline.adjusted?.changeDay ?? baseline.trainedFrom) &&
        day < addDays(days.startsOn, days.actualKwh.length),
    )
    .toSorted((a, b) => (a.day < b.day ? -1 : 1))[0];

function daysBefore({ startsOn, actualKwh, expectedKwh }: Days, day: string): Days {
  const count = Math.max(0, daysBetween(startsOn, day));
  return { startsOn, actualKwh: actualKwh.slice(0, count), expectedKwh: expectedKwh.slice(0, count) };
}

/**
 * ASHRAE Guideline 14: the uncertainty of a sum over so many days, as a share of what was expected of them. A baseline that was adjusted carries
 * the doubt of the days it was adjusted by as well.
 */
function doubtOf(
  { days, expectedKwh }: ReturnType<typeof sizeOf>,
  { residualRmseKwh, longRunCorrelation: rho, trainedDays, adjusted }: UseOverBaselineInputs['baseline'],
  t: number,
): number {
  if (!(expectedKwh > 0)) return Infinity;
  const over = (reportingPeriods: number): number => {
    // A few days cannot lean on weeks.
    const times = Math.min((1 + rho) / (1 - rho), reportingPeriods);
    const found = fractionalSavingsUncertainty({
      cvRmse: residualRmseKwh / (expectedKwh / days),
      baselinePeriods: trainedDays,
      reportingPeriods,
      lagOneCorrelation: (times - 1) / (times + 1),
      savedShare: 1,
      t,
      months: reportingPeriods / 30.4,
    });
    return found.status === 'ok' ? found.uncertaintyShare : Infinity;
  };
  return adjusted ? Math.hypot(over(days), over(adjusted.days)) : over(days);
}

function sizeOf({ from, toExclusive }: Stretch, days: Days) {
  let actualKwh = 0;
  let expectedKwh = 0;
  let known = 0;
  for (let i = from; i < toExclusive; i++) {
    const actual = days.actualKwh[i] ?? null;
    const expected = days.expectedKwh[i] ?? null;
    if (actual === null || expected === null) continue;
    actualKwh += actual;
    expectedKwh += expected;
    known += 1;
  }
  const overKwh = actualKwh - expectedKwh;
  return { days: known, actualKwh, expectedKwh, overKwh, share: expectedKwh > 0 ? overKwh / expectedKwh : 0 };
}

/** Days in a row, each more than `multiple` times its expectation. A missing day ends the run. */
function runsFarOver(days: Days, multiple: number, least: number): Stretch[] {
  const runs: Stretch[] = [];
  let from = 0;
  for (let i = 0; i <= days.actualKwh.length; i++) {
    const actual = days.actualKwh[i] ?? null;
    const expected = days.expectedKwh[i] ?? null;
    if (actual !== null && expected !== null && actual > multiple * expected) continue;
    if (i - from >= least) runs.push({ from, toExclusive: i });
    from = i + 1;
  }
  return runs;
}

/** Days lean on one another: correlated days say less than as many independent ones, which widens the range. */
function lossOf(overKwh: number, days: number, { baseline, priceFenPerKwh }: UseOverBaselineInputs) {
  const rho = Math.min(Math.max(baseline.lagOneCorrelation, 0), 0.95);
  const doubt = 1.645 * baseline.residualSpreadKwh * Math.sqrt((days * (1 + rho)) / (1 - rho));
  const told = (per: number, unit: 'kWh' | 'fen') => {
    const amount = (kwh: number): number => Math.round(Math.max(0, kwh) * per);
    return { low: amount(overKwh - doubt), mid: amount(overKwh), high: amount(overKwh + doubt), unit };
  };
  return priceFenPerKwh === null ? told(1, 'kWh') : { ...told(priceFenPerKwh, 'fen'), amount: told(1, 'kWh') };
}

function evidenceOf(
  { id }: RiskSubject,
  baseline: UseOverBaselineInputs['baseline'],
  span: string,
  size: ReturnType<typeof sizeOf>,
): Evidence[] {
  const { trainedFrom, trainedToExclusive, residualSpreadKwh, lagOneCorrelation, residualRmseKwh, longRunCorrelation } =
    baseline;
  return [
    { table: 'energy.baseline', key: id, field: 'trained', value: [trainedFrom, trainedToExclusive] },
    { table: 'energy.baseline', key: id, field: 'residualSpreadKwh', value: residualSpreadKwh },
    { table: 'energy.baseline', key: id, field: 'lagOneCorrelation', value: lagOneCorrelation },
    { table: 'energy.baseline', key: id, field: 'residualRmseKwh', value: residualRmseKwh },
    { table: 'energy.baseline', key: id, field: 'longRunCorrelation', value: longRunCorrelation },
    { table: 'energy.day', key: `${id}/${span}`, field: 'actualKwh', value: size.actualKwh },
    { table: 'energy.day', key: `${id}/${span}`, field: 'expectedKwh', value: size.expectedKwh },
  ];
}

const signalOf = (rule: string, found: boolean, value: number, threshold: number, unit: string): Signal => ({
  rule,
  found,
  value,
  threshold,
  unit,
  evidenceClass: 'S',
});
