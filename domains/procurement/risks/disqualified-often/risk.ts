import { type Judgement, type RiskSubject, type Settings, silentIn } from '@opengoa/kernel/risk-kit';
import { fences } from '../../methods/fences.ts';

/** A unit's awarded inquiries of the time: quotes that came in time, and how many of them were judged not valid. */
export interface Judged {
  readonly inquiries: number;
  readonly quotes: number;
  readonly out: number;
}

/** The unit itself, with what was paid above the lowest quotes judged not valid. */
export interface OwnJudged extends Judged {
  readonly aboveFen: number;
}

export interface DisqualifiedOftenInputs {
  readonly own: OwnJudged;
  readonly others: readonly Judged[];
}

const share = ({ quotes, out }: Judged): number => out / quotes;
const percent = (part: number): string => (100 * part).toFixed(0);

/** A unit that judges an unusually large share of quotes not valid (R038): from Q3 + 1.5 × IQR of all units on. */
export function judge(subject: RiskSubject, { own, others }: DisqualifiedOftenInputs, settings: Settings): Judgement {
  const silent = silentIn('share');
  const leastInquiries = settings['least-inquiries'] ?? 2;
  const leastUnits = settings['least-units'] ?? 8;
  const counts = ({ inquiries, quotes }: Judged) => inquiries >= leastInquiries && quotes > 0;
  if (!counts(own)) return silent('too-few-inquiries', { inquiries: own.inquiries, least: leastInquiries });
  const units = [own, ...others.filter(counts)];
  if (units.length < leastUnits) return silent('too-few-units', { units: units.length, least: leastUnits });
  const { upper } = fences(units.map(share));
  const value = share(own);
  // Where hardly anybody judges a quote not valid the fence is nothing: one such quote is no excess.
  const found = own.out > 1 && value >= upper;
  const data = { out: own.out, quotes: own.quotes, share: percent(value), fence: percent(upper), units: units.length };
  return {
    status: found ? 'flag' : 'clear',
    value,
    threshold: upper,
    unit: 'share',
    ...(found
      ? {
          llr: settings['llr'] ?? 0,
          loss: { low: 0, mid: Math.round(own.aboveFen / 2), high: own.aboveFen, unit: 'fen' as const },
        }
      : {}),
    said: { template: found ? 'often' : 'clear', data },
    signals: [{ rule: 'often', found, value, threshold: upper, unit: 'share', evidenceClass: 'S' }],
    evidence: [
      { table: 'procurement.quote', key: subject.id, field: 'quotesInTime', value: own.quotes },
      { table: 'procurement.quote', key: subject.id, field: 'judgedNotValid', value: own.out },
    ],
  };
}
