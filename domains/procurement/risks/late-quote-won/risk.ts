import type { Judgement, RiskSubject, Settings } from '@opengoa/kernel/risk-kit';
import { evidenceOf, type JudgedInquiry, validOf, yuan } from '../judged-inquiry.ts';

/** A quote that came after the deadline, or was entered when the others were open, won (R030). */
export function judge(_subject: RiskSubject, { quotes }: JudgedInquiry, settings: Settings): Judgement {
  const winner = quotes.find(({ won }) => won);
  const late = quotes.filter((quote) => quote.late).length;
  const counted = { unit: 'quotes', threshold: 0, evidence: evidenceOf(quotes) };
  if (!winner)
    return { ...counted, status: 'insufficient_data', value: null, said: { template: 'no-winner', data: {} } };
  const found = winner.late;
  const inTime = validOf(quotes).filter((quote) => !quote.late);
  const signal = { rule: 'late-won', found, value: found ? 1 : 0, threshold: 0, unit: 'quotes' };
  return {
    ...counted,
    status: found ? 'flag' : 'clear',
    value: found ? 1 : 0,
    ...(found ? { llr: settings['llr'] ?? 0 } : {}),
    said: {
      template: found ? 'late-won' : 'clear',
      data: found
        ? { supplier: winner.supplier, amount: yuan(winner.amountFen), inTime: inTime.length }
        : { late, quotes: quotes.length },
    },
    signals: [{ ...signal, evidenceClass: 'D' }],
  };
}
