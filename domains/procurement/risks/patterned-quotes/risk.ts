import { type Judgement, type RiskSubject, type Settings, silentIn } from '@opengoa/kernel/risk-kit';
import { patternedBids } from '../../methods/patterned-bids.ts';
import { assumedLoss, evidenceOf, type JudgedInquiry } from '../judged-inquiry.ts';

/** Four quotes or more that stand on one line: the same step, or the same factor, from each to the next (PR-04). */
export function judge(_subject: RiskSubject, { rule, quotes }: JudgedInquiry, settings: Settings): Judgement {
  const silent = silentIn('share');
  const within = settings['within'] ?? 0.0005;
  const inTime = quotes.filter(({ late }) => !late);
  if (rule === 'benchmark') return { ...silent('benchmark', {}), status: 'not_applicable' };
  const found = patternedBids(
    inTime.map(({ amountFen }) => amountFen),
    within,
  );
  if (found.status !== 'ok') return silent('too-few-quotes', { n: inTime.length });
  const { pattern, maxResidual, step, factor } = found;
  const data = {
    n: inTime.length,
    step: (step / 100).toFixed(2),
    factor: factor.toFixed(4),
    off: (100 * maxResidual).toFixed(3),
  };
  return {
    status: pattern ? 'flag' : 'clear',
    value: maxResidual,
    threshold: within,
    unit: 'share',
    ...(pattern ? { llr: settings['llr'] ?? 0, loss: assumedLoss(quotes, settings['markup'] ?? 0) } : {}),
    said: { template: pattern ?? 'clear', data },
    signals: (['arithmetic', 'geometric'] as const).map((each) => ({
      rule: each,
      found: pattern === each,
      value: maxResidual,
      threshold: within,
      unit: 'share',
      evidenceClass: 'S',
    })),
    evidence: evidenceOf(inTime),
  };
}
