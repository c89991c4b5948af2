import type { Judgement, RiskSubject, Settings, StandardsInForce } from '@opengoa/kernel/risk-kit';
import { type DriftEpisode, cusum, driftEpisodes, preWhiten } from '../../methods/cusum.ts';

/** One meter's days beside what its own baseline expected of them, in order and without a day left out. */
export interface UseOverBaselineInputs {
  readonly baseline: {
    readonly trainedFrom: string;
    readonly trainedToExclusive: string;
    /** Hourly, over the training hours. */
    readonly cvRmsePercent: number;
    /** Middle, spread and lag-one correlation of the daily training residuals (`residualScale`). */
    readonly residualMiddleKwh: number;
    readonly residualSpreadKwh: number;
    readonly lagOneCorrelation: number;
  };
  readonly days: {
    readonly startsOn: string;
    readonly actualKwh: readonly (number | null)[];
    readonly expectedKwh: readonly (number | null)[];
  };
  /** Changes that the unit declared beforehand: a new tenant, a renovation, equipment taken into use. */
  readonly declaredChanges: readonly { readonly day: string; readonly what: string }[];
  readonly priceFenPerKwh: number | null;
}

export function judge(
  subject: RiskSubject,
  inputs: UseOverBaselineInputs,
  settings: Settings,
  standards: StandardsInForce,
): Judgement {
  const { baseline, days, declaredChanges, priceFenPerKwh } = inputs;
  const { k = 0.5, h = 5 } = settings;
  const silent = (template: string, data: Judgement['said']['data']): Judgement => ({
    status: 'insufficient_data',
    value: null,
    threshold: h,
    unit: 'sigma',
    said: { template, data },
    evidence: [],
  });

  const limit = standards['cv-rmse-max'];
  if (typeof limit?.value !== 'number') return silent('standard-missing', { standard: 'cv-rmse-max' });
  if (baseline.cvRmsePercent > limit.value)
    return silent('baseline-too-loose', { cvRmse: baseline.cvRmsePercent.toFixed(1), limit: limit.value });
  const residuals = days.actualKwh.map((actual, i) => {
    const expected = days.expectedKwh[i] ?? null;
    return actual === null || expected === null ? null : actual - expected;
  });
  const read = residuals.filter((residual) => residual !== null).length;
  const needed = settings['minimum-days'] ?? 28;
  if (read < needed || read < 0.75 * residuals.length)
    return silent('too-few-days', { read, days: residuals.length, needed });

  const z = residuals.map((residual) =>
    residual === null ? null : (residual - baseline.residualMiddleKwh) / baseline.residualSpreadKwh,
  );
  const path = cusum(preWhiten(z, baseline.lagOneCorrelation), { k, h });
  const episodes = driftEpisodes(path, { k, h })
    .filter((episode) => episode.side === 'over')
    .map((episode) => ({ ...episode, ...sizeOf(episode, inputs) }))
    .filter(
      (episode) =>
        episode.share >= (settings['minimum-share'] ?? 0) &&
        episode.toExclusive - episode.from >= (settings['minimum-run-days'] ?? 1),
    )
    .toSorted((a, b) => b.overKwh - a.overKwh);
  const [worst] = episodes;
  const known = { cvRmse: baseline.cvRmsePercent.toFixed(1) };
  if (!worst) {
    const value = Math.max(0, ...path.over);
    return {
      status: 'clear',
      value,
      threshold: h,
      unit: 'sigma',
      said: { template: 'clear', data: { ...known, read } },
      evidence: [],
    };
  }

  const from = dayAfter(days.startsOn, worst.from);
  const last = dayAfter(days.startsOn, worst.toExclusive - 1);
  const span = { from, last, days: worst.toExclusive - worst.from };
  const evidence = [
    {
      table: 'energy.baseline',
      key: subject.id,
      field: 'trained',
      value: [baseline.trainedFrom, baseline.trainedToExclusive],
    },
    { table: 'energy.baseline', key: subject.id, field: 'residualSpreadKwh', value: baseline.residualSpreadKwh },
    { table: 'energy.baseline', key: subject.id, field: 'lagOneCorrelation', value: baseline.lagOneCorrelation },
    { table: 'energy.day', key: `${subject.id}/${from}..${last}`, field: 'actualKwh', value: worst.actualKwh },
    { table: 'energy.day', key: `${subject.id}/${from}..${last}`, field: 'expectedKwh', value: worst.expectedKwh },
  ];
  const common = { value: worst.peak, threshold: h, unit: 'sigma', evidence } as const;
  const declared = declaredChanges.find(({ day }) => day <= last && day >= dayAfter(from, -14));
  if (declared)
    return {
      ...common,
      status: 'not_applicable',
      said: { template: 'declared-change', data: { ...span, what: declared.what, declaredDay: declared.day } },
    };

  // Days lean on one another: so many correlated days say as much as this many independent ones less.
  const inflation = (1 + baseline.lagOneCorrelation) / (1 - Math.min(baseline.lagOneCorrelation, 0.95));
  const doubt = 1.645 * baseline.residualSpreadKwh * Math.sqrt(span.days * Math.max(1, inflation));
  const perKwh = priceFenPerKwh ?? 1;
  const amount = (kwh: number): number => Math.round(Math.max(0, kwh) * perKwh);
  return {
    ...common,
    status: 'flag',
    llr: settings['llr'] ?? 0,
    period: [from, dayAfter(last, 1)],
    loss: {
      low: amount(worst.overKwh - doubt),
      mid: amount(worst.overKwh),
      high: amount(worst.overKwh + doubt),
      unit: priceFenPerKwh === null ? 'kWh' : 'fen',
    },
    said: {
      template: 'use-over-baseline',
      data: {
        ...known,
        ...span,
        overKwh: Math.round(worst.overKwh),
        share: (100 * worst.share).toFixed(1),
        peak: worst.peak.toFixed(1),
        h,
      },
    },
  };
}

function sizeOf(episode: DriftEpisode, { days }: UseOverBaselineInputs) {
  let actualKwh = 0;
  let expectedKwh = 0;
  for (let i = episode.from; i < episode.toExclusive; i++) {
    const actual = days.actualKwh[i] ?? null;
    const expected = days.expectedKwh[i] ?? null;
    if (actual === null || expected === null) continue;
    actualKwh += actual;
    expectedKwh += expected;
  }
  const overKwh = actualKwh - expectedKwh;
  return { actualKwh, expectedKwh, overKwh, share: expectedKwh > 0 ? overKwh / expectedKwh : 0 };
}

const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
