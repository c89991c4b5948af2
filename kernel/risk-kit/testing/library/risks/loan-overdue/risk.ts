import type { Judgement, RiskSubject, Settings, StandardsInForce } from '../../../../kit.ts';

export function judge(
  _subject: RiskSubject,
  inputs: { daysOut: number; template?: string },
  settings: Settings,
  standards: StandardsInForce,
): Judgement {
  const limit = Number(standards['loan-days']?.value) + (settings['grace-days'] ?? 0);
  const found = inputs.daysOut > limit;
  return {
    status: found ? 'flag' : 'clear',
    value: inputs.daysOut,
    threshold: limit,
    unit: 'days',
    said: { template: inputs.template ?? (found ? 'overdue' : 'clear'), data: { days: inputs.daysOut, limit } },
    evidence: [{ table: 'library.loan', key: 'l-1', field: 'daysOut', value: inputs.daysOut }],
    excluded: ['not-entered'],
  };
}
