import { type Judgement, type RiskSubject, type Settings, silentIn } from '@opengoa/kernel/risk-kit';
import type { AwardRule } from '../../contract.ts';
import { priceScreens } from '../../methods/price-screens.ts';
import { assumedLoss, evidenceOf, type JudgedQuote } from '../judged-inquiry.ts';

/** The quotes of one inquiry that came in time, and the CV of other inquiries of the same kind, award rule and number of quotes. */
export interface ClosePricesInputs {
  readonly rule: AwardRule;
  readonly quotes: readonly JudgedQuote[];
  readonly comparable: readonly number[];
}

/**
 * Quotes that lie closer together than those of nearly all comparable inquiries (PR-01). The limit is the tail of the own market: figures of
 * the literature hold in the markets they were found in.
 */
export function judge(
  _subject: RiskSubject,
  { rule, quotes, comparable }: ClosePricesInputs,
  settings: Settings,
): Judgement {
  const silent = silentIn('cv');
  const tail = settings['tail'] ?? 0.05;
  const least = settings['least-comparable'] ?? 20;
  const { n, cv, diffp, rd } = priceScreens(quotes.map(({ amountFen }) => amountFen));
  if (rule === 'benchmark') return { ...silent('benchmark', {}), status: 'not_applicable' };
  if (cv === null) return silent('too-few-quotes', { n });
  if (comparable.length < least) return silent('too-few-comparable', { k: comparable.length, least });
  // The own inquiry counts among those that are as close: so few can never be rarer than one in their number.
  const p = (comparable.filter((other) => other <= cv).length + 1) / (comparable.length + 1);
  const found = p <= tail;
  const data = {
    n,
    cv: (100 * cv).toFixed(2),
    k: comparable.length,
    percentile: Math.ceil(100 * p),
    diffp: diffp === null ? '—' : (100 * diffp).toFixed(1),
    rd: rd === null ? '—' : rd.toFixed(2),
  };
  return {
    status: found ? 'flag' : 'clear',
    value: cv,
    threshold: tail,
    unit: 'cv',
    p,
    ...(found ? { llr: settings['llr'] ?? 0, loss: assumedLoss(quotes, settings['markup'] ?? 0) } : {}),
    said: { template: found ? 'close' : 'clear', data },
    signals: [{ rule: 'close', found, value: p, threshold: tail, unit: 'tail probability', evidenceClass: 'S' }],
    evidence: evidenceOf(quotes),
  };
}
