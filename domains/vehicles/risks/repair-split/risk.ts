import { addDays } from '@opengoa/kernel/calendar';
import type { Evidence, Judgement, RiskSubject, Settings, Signal, StandardsInForce } from '@opengoa/kernel/risk-kit';
import { largestSplit, type RepairBill } from '../../methods/split-repairs.ts';

/** A vehicle's repairs of the period and of the days before it; refused and cancelled ones left out. Fen. */
export interface RepairSplitInputs {
  readonly repairs: readonly RepairBill[];
}

export function judge(
  subject: RiskSubject,
  { repairs }: RepairSplitInputs,
  settings: Settings,
  standards: StandardsInForce,
): Judgement {
  const nothing = { value: null, threshold: null, unit: 'fen', evidence: [] } as const;
  const missing = (['limit', 'days'] as const).find((name) => typeof standards[name]?.value !== 'number');
  if (missing)
    return {
      ...nothing,
      status: 'insufficient_data',
      said: { template: 'standard-missing', data: { standard: missing } },
    };
  const limitFen = standards['limit']!.value as number;
  const days = standards['days']!.value as number;
  if (repairs.length < 2)
    return { ...nothing, status: 'not_applicable', said: { template: 'one-repair', data: { count: repairs.length } } };
  const yuan = (fen: number) => (fen / 100).toFixed(0);
  const split = largestSplit(repairs, limitFen, days);
  const evidence: Evidence[] = (split?.bills ?? repairs).map(({ id, amountFen }) => ({
    table: 'vehicles.repair',
    key: id,
    field: 'amountFen',
    value: amountFen,
  }));
  const signal: Signal = {
    rule: 'split',
    found: split !== null,
    value: split?.sumFen ?? 0,
    threshold: limitFen,
    unit: 'fen',
    evidenceClass: 'S',
  };
  if (!split)
    return {
      status: 'clear',
      value: Math.max(...repairs.map(({ amountFen }) => amountFen)),
      threshold: limitFen,
      unit: 'fen',
      said: { template: 'clear', data: { count: repairs.length, limit: yuan(limitFen), days } },
      signals: [signal],
      evidence,
    };
  const first = split.bills[0]!.day;
  const last = split.bills.at(-1)!.day;
  return {
    status: 'flag',
    value: split.sumFen,
    threshold: limitFen,
    unit: 'fen',
    evidenceClass: 'S',
    // The closer the largest comes to the limit, the less it is chance; the setting is what one at the limit weighs.
    llr: (settings['llr'] ?? 0) * Math.min(1, split.maxShare),
    period: [first, addDays(last, 1)],
    loss: { low: 0, mid: Math.round((split.sumFen - limitFen) / 2), high: split.sumFen - limitFen, unit: 'fen' },
    said: {
      template: 'split',
      data: {
        count: split.bills.length,
        garage: split.garage,
        from: first,
        to: last,
        sum: yuan(split.sumFen),
        limit: yuan(limitFen),
        share: (100 * split.maxShare).toFixed(0),
        list: split.bills.map(({ amountFen }) => yuan(amountFen)).join('、'),
      },
    },
    signals: [signal],
    evidence,
  };
}
