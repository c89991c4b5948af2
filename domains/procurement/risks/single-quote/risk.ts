import type { Judgement, RiskSubject, Settings } from '@opengoa/kernel/risk-kit';
import { evidenceOf, type JudgedInquiry, validOf } from '../judged-inquiry.ts';

/** One valid quote where several were asked for (R018). */
export function judge(
  _subject: RiskSubject,
  { method, invited, quotes }: JudgedInquiry,
  settings: Settings,
): Judgement {
  const valid = validOf(quotes).length;
  const data = { valid, quotes: quotes.length, invited };
  const counted = { value: valid, threshold: 2, unit: 'quotes', evidence: evidenceOf(quotes) };
  if (method === 'direct') return { ...counted, status: 'not_applicable', said: { template: 'direct', data: {} } };
  const found = valid === 1;
  return {
    ...counted,
    status: found ? 'flag' : 'clear',
    ...(found ? { llr: settings['llr'] ?? 0 } : {}),
    said: { template: found ? 'single' : 'clear', data },
    signals: [{ rule: 'single', found, value: valid, threshold: 2, unit: 'quotes', evidenceClass: 'S' }],
  };
}
