import {
  type Judgement,
  type RiskSubject,
  type Settings,
  silentIn,
  type StandardsInForce,
} from '@opengoa/kernel/risk-kit';
import { assumedLoss, type JudgedInquiry } from '../judged-inquiry.ts';

export interface ShortNoticeInputs extends Pick<JudgedInquiry, 'method' | 'quotes'> {
  /** Working days after the day of publishing up to and with that of the deadline. */
  readonly workdays: number;
  /** False where the holidays of the year are not known: a weekend is then all that is left out. */
  readonly calendarKnown: boolean;
}

/** Fewer working days to quote in than the standard asks for (R003). */
export function judge(
  subject: RiskSubject,
  { method, quotes, workdays, calendarKnown }: ShortNoticeInputs,
  settings: Settings,
  standards: StandardsInForce,
): Judgement {
  const silent = silentIn('workdays');
  const least = standards['least']?.value;
  if (method === 'direct') return { ...silent('direct', {}), status: 'not_applicable' };
  if (typeof least !== 'number') return silent('standard-missing', { standard: 'least' });
  if (!calendarKnown) return silent('calendar-unknown', {});
  const found = workdays < least;
  return {
    status: found ? 'flag' : 'clear',
    value: workdays,
    threshold: least,
    unit: 'workdays',
    ...(found ? { llr: settings['llr'] ?? 0, loss: assumedLoss(quotes, settings['markup'] ?? 0) } : {}),
    said: { template: found ? 'short' : 'clear', data: { workdays, least, quotes: quotes.length } },
    signals: [{ rule: 'short', found, value: workdays, threshold: least, unit: 'workdays', evidenceClass: 'S' }],
    evidence: [{ table: 'procurement.inquiry', key: subject.id, field: 'workdays', value: workdays }],
  };
}
