import type { Judgement, RiskSubject, Settings } from '@opengoa/kernel/risk-kit';
import { disqualified, evidenceOf, type JudgedInquiry, validOf, yuan } from '../judged-inquiry.ts';

/** Exactly one valid quote, at least one other judged not valid, and the one won (R035). */
export function judge(_subject: RiskSubject, { quotes }: JudgedInquiry, settings: Settings): Judgement {
  const valid = validOf(quotes);
  const out = disqualified(quotes);
  const winner = quotes.find(({ won }) => won);
  const counted = { value: out.length, threshold: 1, unit: 'quotes', evidence: evidenceOf(quotes) };
  if (quotes.length < 2)
    return { ...counted, status: 'not_applicable', said: { template: 'one-quote', data: { quotes: quotes.length } } };
  const found = valid.length === 1 && out.length > 0 && winner !== undefined && valid[0]!.id === winner.id;
  const signal = { rule: 'others-out', found, value: out.length, threshold: 1, unit: 'quotes' };
  const lowest = Math.min(...out.map(({ amountFen }) => amountFen));
  const lost = found ? Math.max(0, winner.amountFen - lowest) : 0;
  return {
    ...counted,
    status: found ? 'flag' : 'clear',
    ...(found
      ? {
          llr: settings['llr'] ?? 0,
          loss: { low: 0, mid: Math.round(lost / 2), high: lost, unit: 'fen' as const },
        }
      : {}),
    said: found
      ? {
          template: 'others-out',
          data: { out: out.length, supplier: winner.supplier, amount: yuan(winner.amountFen), lowest: yuan(lowest) },
        }
      : { template: 'clear', data: { valid: valid.length, out: out.length } },
    signals: [{ ...signal, evidenceClass: 'S' }],
  };
}
