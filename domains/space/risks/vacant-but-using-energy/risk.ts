import { type Judgement, type RiskSubject, type Settings, silentIn } from '@opengoa/kernel/risk-kit';
import { cappedEvidence, fittedStates, likelihoodOfUse, posteriorOfUse } from '../../methods/vacancy-likelihood.ts';

/** What the meters of a zone read in one month, by its area: kWh/m². */
export interface MonthOfUse {
  readonly month: string;
  readonly kwhPerM2: number;
}

/** A room that is declared vacant and has a meter of its own, and the monthly means of other metered rooms by their declared state. */
export interface VacantUseInputs {
  readonly areaM2: number;
  readonly meters: readonly string[];
  readonly months: readonly MonthOfUse[];
  readonly usedZones: readonly number[];
  readonly vacantZones: readonly number[];
}

/** A room that is declared vacant and draws like one that is used (SA-03). */
export function judge(
  subject: RiskSubject,
  { areaM2, meters, months, usedZones, vacantZones }: VacantUseInputs,
  settings: Settings,
): Judgement {
  const silent = silentIn('kWh/m2');
  const fewest = settings['least-months'] ?? 2;
  if (meters.length === 0) return silent('no-meter', {});
  if (months.length < fewest) return silent('too-few-months', { n: months.length, least: fewest });
  const fitted = fittedStates(usedZones, vacantZones, settings['least-zones'] ?? 8);
  const states = fitted ?? {
    usedMedian: settings['used-median'] ?? 6,
    vacantMedian: settings['vacant-median'] ?? 1.2,
    logSpread: settings['log-spread'] ?? 0.45,
  };
  const ratios = months.map(({ kwhPerM2 }) => likelihoodOfUse(kwhPerM2, states));
  const llr = cappedEvidence(ratios, settings['cap'] ?? 3);
  const posterior = posteriorOfUse(settings['prior-used'] ?? 0.1, llr);
  const threshold = settings['posterior'] ?? 0.5;
  const found = posterior >= threshold;
  const mean = months.reduce((sum, { kwhPerM2 }) => sum + kwhPerM2, 0) / months.length;
  const data = {
    months: months.length,
    mean: mean.toFixed(2),
    used: states.usedMedian.toFixed(2),
    vacant: states.vacantMedian.toFixed(2),
    posterior: Math.round(100 * posterior),
  };
  return {
    status: found ? 'flag' : 'clear',
    value: posterior,
    threshold,
    unit: 'probability',
    ...(found ? { llr, loss: { low: 0, mid: areaM2 / 2, high: areaM2, unit: 'm2' as const } } : {}),
    said: { template: found ? 'looks-used' : 'clear', data },
    signals: [{ rule: 'looks-used', found, value: posterior, threshold, unit: 'probability', evidenceClass: 'S' }],
    evidence: [
      { table: 'space.room', key: subject.id, field: 'state', value: 'vacant' },
      ...months.map(({ month, kwhPerM2 }) => ({
        table: 'space.room',
        key: `${subject.id} ${month}`,
        field: 'kwhPerM2',
        value: kwhPerM2,
      })),
    ],
  };
}
