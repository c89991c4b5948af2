import { addDays } from '@opengoa/kernel/calendar';
import {
  silentIn,
  type Judgement,
  type RiskSubject,
  type Settings,
  type StandardsInForce,
} from '@opengoa/kernel/risk-kit';

const silent = silentIn('stretches');

/** A vehicle's stretches above its limits in one period. Where they were is not in it. */
export interface OverSpeedInputs {
  readonly from: string;
  /** The day after the last. */
  readonly toExclusive: string;
  /** Days of the period with fixes that count. */
  readonly days: number;
  readonly stretches: readonly {
    readonly id: string;
    readonly day: string;
    readonly seconds: number;
    readonly mostKmh: number;
    readonly limitKmh: number;
    /** On a trip in an emergency, which is told beside the others and not counted. */
    readonly emergency: boolean;
  }[];
}

export function judge(
  _subject: RiskSubject,
  { from, toExclusive, days, stretches: all }: OverSpeedInputs,
  settings: Settings,
  standards: StandardsInForce,
): Judgement {
  const allowed = standards['stretches']?.value;
  if (typeof allowed !== 'number') return silent('standard-missing', { standard: 'stretches' });
  const span = { from, to: addDays(toExclusive, -1) };
  if (days === 0) return silent('no-track', span);
  const stretches = all.filter(({ emergency }) => !emergency);
  const last = stretches.at(-1);
  const data = {
    ...span,
    stretches: stretches.length,
    urgent: all.length - stretches.length,
    last: last?.day ?? '-',
    seconds: last?.seconds ?? 0,
    most: Math.max(0, ...stretches.map(({ mostKmh }) => mostKmh)),
    limit: last?.limitKmh ?? 0,
  };
  const evidence = stretches.map(({ id, seconds }) => ({
    table: 'vehicles.over_speed',
    key: id,
    field: 'seconds',
    value: seconds,
  }));
  const judged = { value: stretches.length, threshold: allowed, unit: 'stretches', evidence };
  if (stretches.length <= allowed) return { status: 'clear', ...judged, said: { template: 'clear', data } };
  return {
    status: 'flag',
    ...judged,
    evidenceClass: 'S',
    llr: settings['llr'] ?? 0,
    period: [stretches[0]!.day, addDays(last!.day, 1)],
    loss: { low: 0, mid: 0, high: 0, unit: 'km' },
    said: { template: 'over', data },
    signals: [
      {
        rule: 'over',
        found: true,
        value: stretches.length,
        threshold: allowed,
        unit: 'stretches',
        evidenceClass: 'S',
      },
    ],
  };
}
