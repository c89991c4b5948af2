import {
  silentIn,
  type Judgement,
  type RiskSubject,
  type Settings,
  type StandardsInForce,
} from '@opengoa/kernel/risk-kit';

const silent = silentIn('m2');

/** One office on a day. Whose names stand on its seats is no input: how many sit there and what their standards are together is. */
export interface OverStandardRoomInputs {
  readonly day: string;
  readonly areaM2: number;
  readonly bound: boolean;
  readonly people: number;
  /** People whose standard cannot be told, and those who wait to vacate. */
  readonly unknown: number;
  readonly toVacate: number;
  /** The standards together; null where one cannot be told. */
  readonly capM2: number | null;
}

export function judge(
  { id }: RiskSubject,
  { day, areaM2, bound, people, unknown, toVacate, capM2 }: OverStandardRoomInputs,
  settings: Settings,
  standards: StandardsInForce,
): Judgement {
  const tolerance = standards['tolerance']?.value;
  if (typeof tolerance !== 'number') return silent('standard-missing', { standard: 'tolerance' });
  if (toVacate > 0) return silent('not-vacated', {});
  if (capM2 === null || unknown > 0) return silent('standard-unknown', { unknown });
  const excess = Math.round((areaM2 - capM2) * 100) / 100;
  const data = { area: areaM2, people, cap: capM2, excess };
  const judged = {
    value: excess,
    threshold: tolerance,
    unit: 'm2',
    evidence: [{ table: 'space.room', key: id, field: 'excess', value: excess }],
  };
  if (excess <= tolerance) return { status: 'clear', ...judged, said: { template: 'clear', data } };
  if (bound) return { status: 'clear', ...judged, said: { template: 'bound', data } };
  return {
    status: 'flag',
    ...judged,
    evidenceClass: 'D',
    llr: settings['llr'] ?? 0,
    loss: { low: 0, mid: excess, high: excess, unit: 'm2' },
    said: { template: 'over', data: { ...data, day } },
  };
}
