import type { Judgement, RiskSubject, Settings } from '@opengoa/kernel/risk-kit';
import { yearsLater } from '../../equipment/years.ts';
import { decided, silent, upTo, yuan } from '../judgement.ts';

/** A card that was disposed of, with the fewest years of its item. */
export interface EarlyDisposalInputs {
  readonly acquiredOn: string;
  readonly disposedOn: string;
  /** Null where no standard names the item. */
  readonly leastYears: number | null;
  readonly valueFen: number;
  /** The paper rests on a technical opinion, a loss, or a force beyond anybody. */
  readonly excused: boolean;
  /** It was not scrapped but goes on serving: transferred, donated, exchanged. */
  readonly servesOn: boolean;
}

const yearsBetween = (from: string, to: string): number =>
  (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / (365.2425 * 86_400_000);

export function judge(
  subject: RiskSubject,
  { acquiredOn, disposedOn, leastYears, valueFen, excused, servesOn }: EarlyDisposalInputs,
  settings: Settings,
): Judgement {
  if (leastYears === null) return silent('not_applicable', 'no-years');
  const age = yearsBetween(acquiredOn, disposedOn);
  const left = Math.max(0, 1 - age / leastYears);
  return decided(
    {
      rule: 'before-its-years',
      found: disposedOn < yearsLater(acquiredOn, leastYears) && !excused && !servesOn,
      value: Math.round(age * 10) / 10,
      threshold: leastYears,
      unit: 'years',
      evidenceClass: 'D',
    },
    settings['llr'] ?? 0,
    upTo(Math.round(valueFen * left)),
    [
      { table: 'assets.card', key: subject.id, field: 'acquired_on', value: acquiredOn },
      { table: 'assets.card', key: subject.id, field: 'disposed_on', value: disposedOn },
    ],
    { age: age.toFixed(1), years: leastYears, from: acquiredOn, to: disposedOn, value: yuan(valueFen) },
  );
}
