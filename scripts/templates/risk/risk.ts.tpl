import type { Judgement, RiskSubject, Settings } from '@opengoa/kernel/risk-kit';

/** The number of a period and the limit on file; null where there is none. */
export interface {{Name}}Inputs {
  readonly count: number;
  readonly limit: number | null;
}

export function judge(subject: RiskSubject, { count, limit }: {{Name}}Inputs, settings: Settings): Judgement {
  const evidence = [{ table: '{{room}}', key: subject.id, field: 'count', value: count }];
  if (limit === null)
    return {
      status: 'insufficient_data',
      value: null,
      threshold: null,
      unit: 'items',
      said: { template: 'no-limit', data: {} },
      evidence: [],
    };
  const over = Math.max(0, count - limit);
  return {
    status: over > 0 ? 'flag' : 'clear',
    value: count,
    threshold: limit,
    unit: 'items',
    said: { template: over > 0 ? 'over-limit' : 'clear', data: { count, limit } },
    evidence,
    ...(over > 0 ? { llr: settings['llr'] ?? 0, loss: { low: 0, mid: over, high: over, unit: 'fen' } } : {}),
  };
}
