import type { Judgement, RiskSubject, Settings } from '@opengoa/kernel/risk-kit';
import { silentIn } from '@opengoa/kernel/risk-kit';
import { identicalBids } from '../../methods/identical-bids.ts';
import { assumedLoss, evidenceOf, type JudgedInquiry, yuan } from '../judged-inquiry.ts';

/** Two suppliers quoted the same amount to the fen (R028). Late quotes may have seen the others and count neither way. */
export function judge(_subject: RiskSubject, { rule, quotes }: JudgedInquiry, settings: Settings): Judgement {
  const silent = silentIn('quotes');
  const inTime = quotes.filter(({ late }) => !late);
  if (rule === 'benchmark') return { ...silent('benchmark', {}), status: 'not_applicable' };
  if (inTime.length < 2) return silent('too-few-quotes', { n: inTime.length });
  const equal = identicalBids(inTime.map(({ amountFen }) => amountFen)).toSorted(
    (one, other) => other.at.length - one.at.length,
  )[0];
  const value = equal?.at.length ?? 1;
  const data = equal
    ? {
        n: inTime.length,
        equal: value,
        amount: yuan(equal.amount),
        suppliers: equal.at.map((i) => inTime[i]!.supplier).join('、'),
      }
    : { n: inTime.length };
  return {
    status: equal ? 'flag' : 'clear',
    value,
    threshold: 2,
    unit: 'quotes',
    ...(equal ? { llr: settings['llr'] ?? 0, loss: assumedLoss(quotes, settings['markup'] ?? 0) } : {}),
    said: { template: equal ? 'identical' : 'clear', data },
    signals: [
      { rule: 'identical', found: equal !== undefined, value, threshold: 2, unit: 'quotes', evidenceClass: 'S' },
    ],
    evidence: evidenceOf(inTime),
  };
}
