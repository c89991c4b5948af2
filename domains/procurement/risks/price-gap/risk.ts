import { type Judgement, type RiskSubject, type Settings, silentIn } from '@opengoa/kernel/risk-kit';
import type { AwardRule } from '../../contract.ts';
import { priceGap } from '../../methods/price-gap.ts';
import { priceScreens } from '../../methods/price-screens.ts';
import { assumedLoss, evidenceOf, type JudgedQuote } from '../judged-inquiry.ts';

/** The quotes of one inquiry that came in time, and the gap between the two lowest of other inquiries of the same kind, award rule and number of quotes. */
export interface PriceGapInputs {
  readonly rule: AwardRule;
  readonly quotes: readonly JudgedQuote[];
  readonly comparable: readonly number[];
}

/** The second lowest lies closer to the lowest than in nearly all comparable inquiries (R024), or far beyond what is usual there (R058). */
export function judge(
  _subject: RiskSubject,
  { rule, quotes, comparable }: PriceGapInputs,
  settings: Settings,
): Judgement {
  const silent = silentIn('diffp');
  const tail = settings['tail'] ?? 0.02;
  const least = settings['least-comparable'] ?? 50;
  const { n, diffp } = priceScreens(quotes.map(({ amountFen }) => amountFen));
  if (rule === 'benchmark') return { ...silent('benchmark', {}), status: 'not_applicable' };
  if (diffp === null) return silent('too-few-quotes', { n });
  if (comparable.length < least) return silent('too-few-comparable', { k: comparable.length, least });
  const { p, upper, isClose, isWide } = priceGap(diffp, comparable, tail);
  const found = isClose || isWide;
  const data = {
    n,
    diffp: (100 * diffp).toFixed(2),
    k: comparable.length,
    percentile: Math.ceil(100 * p),
    upper: (100 * upper).toFixed(1),
  };
  return {
    status: found ? 'flag' : 'clear',
    value: diffp,
    threshold: isWide ? upper : tail,
    unit: 'diffp',
    p,
    ...(found ? { llr: settings['llr'] ?? 0, loss: assumedLoss(quotes, settings['markup'] ?? 0) } : {}),
    said: { template: isClose ? 'next-close' : isWide ? 'discounted' : 'clear', data },
    signals: [
      { rule: 'next-close', found: isClose, value: p, threshold: tail, unit: 'tail probability', evidenceClass: 'S' },
      { rule: 'discounted', found: isWide, value: diffp, threshold: upper, unit: 'diffp', evidenceClass: 'S' },
    ],
    evidence: evidenceOf(quotes),
  };
}
