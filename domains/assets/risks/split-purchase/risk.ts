import type { Judgement, RiskSubject, Settings, StandardsInForce } from '@opengoa/kernel/risk-kit';
import { decided, listed, silent, upTo, yuan } from '../judgement.ts';

/** Purchases of one unit and kind. Fen. */
export interface SplitPurchaseInputs {
  readonly kind: string;
  readonly bills: readonly {
    readonly id: string;
    readonly number: string;
    readonly day: string;
    readonly amountFen: number;
  }[];
}

type Bill = SplitPurchaseInputs['bills'][number];

/** The window of so many days, of bills each within the limit, that adds up to most. */
export function largestWindow(bills: readonly Bill[], limitFen: number, days: number): readonly Bill[] {
  const small = bills.filter(({ amountFen }) => amountFen <= limitFen).toSorted((a, b) => a.day.localeCompare(b.day));
  const sum = (of: readonly Bill[]) => of.reduce((all, { amountFen }) => all + amountFen, 0);
  let best: readonly Bill[] = [];
  for (const [at, first] of small.entries()) {
    const until = Date.parse(`${first.day}T00:00:00Z`) + days * 86_400_000;
    const window = small.slice(at).filter(({ day }) => Date.parse(`${day}T00:00:00Z`) <= until);
    if (sum(window) > sum(best)) best = window;
  }
  return best;
}

export function judge(
  subject: RiskSubject,
  { kind, bills }: SplitPurchaseInputs,
  settings: Settings,
  standards: StandardsInForce,
): Judgement {
  const [limit, days] = [standards['limit']?.value, standards['days']?.value];
  if (typeof limit !== 'number' || typeof days !== 'number')
    return silent('insufficient_data', 'standard-missing', { standard: typeof limit === 'number' ? 'days' : 'limit' });
  if (bills.length < 2) return silent('not_applicable', 'one-bill', { kind });
  const window = largestWindow(bills, limit, days);
  const sum = window.reduce((all, { amountFen }) => all + amountFen, 0);
  const most = Math.max(0, ...window.map(({ amountFen }) => amountFen));
  return decided(
    {
      rule: 'split',
      found: window.length > 1 && sum > limit,
      value: sum,
      threshold: limit,
      unit: 'fen',
      evidenceClass: 'S',
    },
    // The closer the largest comes to the limit, the less it is chance.
    (settings['llr'] ?? 0) * Math.min(1, most / limit),
    upTo(Math.max(0, sum - limit)),
    window.map(({ id, amountFen }) => ({ table: 'assets.purchase', key: id, field: 'amountFen', value: amountFen })),
    {
      kind,
      days,
      count: window.length,
      sum: yuan(sum),
      limit: yuan(limit),
      share: ((100 * most) / limit).toFixed(0),
      list: listed(window.map(({ number, amountFen }) => `${number}（${yuan(amountFen)}元）`)),
    },
  );
}
