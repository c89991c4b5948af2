import type { Judgement, RiskSubject, Settings } from '@opengoa/kernel/risk-kit';

/** Rooms that stand as let: with the lease they are let by, or without one. Fen. */
export interface LettingInputs {
  readonly lease: {
    readonly id: string;
    readonly dueFen: number;
    readonly paidFen: number;
    readonly overdueFen: number;
    /** Days since the oldest open period was due. */
    readonly lateDays: number;
  } | null;
  /** Area that is let, m². */
  readonly areaM2: number;
}

const yuan = (fen: number): string => (fen / 100).toFixed(2);

/** Rent of let rooms that did not come in, and rooms that stand as let without a lease (SA-11). */
export function judge(subject: RiskSubject, { lease, areaM2 }: LettingInputs, settings: Settings): Judgement {
  const late = settings['late-days'] ?? 60;
  if (lease === null)
    return {
      status: 'flag',
      value: areaM2,
      threshold: 0,
      unit: 'm2',
      llr: settings['llr-unregistered'] ?? 0,
      loss: { low: 0, mid: areaM2 / 2, high: areaM2, unit: 'm2' },
      said: { template: 'unregistered', data: { area: areaM2.toFixed(1) } },
      signals: [{ rule: 'unregistered', found: true, value: areaM2, threshold: 0, unit: 'm2', evidenceClass: 'D' }],
      evidence: [{ table: 'space.room', key: subject.id, field: 'state', value: 'rented-out' }],
    };
  const { dueFen, paidFen, overdueFen, lateDays } = lease;
  const evidence = [
    { table: 'space.lease', key: lease.id, field: 'dueFen', value: dueFen },
    { table: 'space.lease', key: lease.id, field: 'paidFen', value: paidFen },
    { table: 'space.lease', key: lease.id, field: 'lateDays', value: lateDays },
  ];
  const data = { due: yuan(dueFen), paid: yuan(paidFen), overdue: yuan(overdueFen), days: lateDays };
  const found = overdueFen > 0 && lateDays >= late;
  const rule = paidFen === 0 ? 'nothing-in' : 'behind';
  return {
    status: found ? 'flag' : 'clear',
    value: overdueFen / 100,
    threshold: 0,
    unit: 'yuan',
    ...(found
      ? { llr: settings['llr'] ?? 0, loss: { low: 0, mid: overdueFen, high: overdueFen, unit: 'fen' as const } }
      : {}),
    said: { template: found ? rule : 'clear', data },
    signals: [{ rule, found, value: lateDays, threshold: late, unit: 'days', evidenceClass: 'D' }],
    evidence,
  };
}
