import type { Judgement, RiskSubject, Settings } from '@opengoa/kernel/risk-kit';
import { disqualified, evidenceOf, type JudgedInquiry, yuan } from '../judged-inquiry.ts';

/** Where the lowest price wins, the lowest quote that came in time was judged not valid (R036). */
export function judge(_subject: RiskSubject, { rule, quotes }: JudgedInquiry, settings: Settings): Judgement {
  const winner = quotes.find(({ won }) => won);
  const nothing = { value: null, threshold: null, unit: 'fen', evidence: [] };
  if (rule !== 'lowest') return { ...nothing, status: 'not_applicable', said: { template: 'not-by-price', data: {} } };
  if (!winner) return { ...nothing, status: 'insufficient_data', said: { template: 'no-winner', data: {} } };
  const evidence = evidenceOf(quotes);
  const lowest = disqualified(quotes)
    .filter(({ amountFen }) => amountFen < winner.amountFen)
    .toSorted((one, other) => one.amountFen - other.amountFen)[0];
  const inTime = quotes.filter(({ late }) => !late);
  const least = Math.min(...inTime.map(({ amountFen }) => amountFen));
  const found = lowest !== undefined && lowest.amountFen === least;
  const difference = found ? winner.amountFen - lowest.amountFen : 0;
  const counted = { value: difference, threshold: 0, unit: 'fen', evidence };
  const signal = { rule: 'lowest-out', found, value: difference, threshold: 0, unit: 'fen' };
  return {
    ...counted,
    status: found ? 'flag' : 'clear',
    ...(found
      ? {
          llr: settings['llr'] ?? 0,
          loss: { low: 0, mid: Math.round(difference / 2), high: difference, unit: 'fen' as const },
        }
      : {}),
    said: found
      ? {
          template: 'lowest-out',
          data: {
            lowest: lowest.supplier,
            lowestAmount: yuan(lowest.amountFen),
            supplier: winner.supplier,
            amount: yuan(winner.amountFen),
            difference: yuan(difference),
          },
        }
      : { template: 'clear', data: { amount: yuan(winner.amountFen), quotes: quotes.length } },
    signals: [{ ...signal, evidenceClass: 'S' }],
  };
}
