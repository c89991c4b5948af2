/** FI-04 on rows: payments of one unit to one payee for one thing that stay below an approval limit each and reach it together within days. */
import { splitPayments } from '../../methods/ledger/split-payments.ts';
import { type LedgerFinding, type LedgerRow, money } from './ledger-rows.ts';

export interface SplitLimits {
  /** In the unit of the amounts, each looked at for itself. */
  readonly limits: readonly number[];
  readonly days: number;
  /** Where the limits come from. */
  readonly source: { readonly zh: string; readonly en: string };
}

/** So many windows by the payee's own pace at most where one is told. */
const mostByPace = 0.2;

export function splitsIn(rows: readonly LedgerRow[], { limits, days, source }: SplitLimits): LedgerFinding[] {
  if (rows.length === 0) return [];
  let [first, last] = [Infinity, -Infinity];
  for (const { day } of rows) [first, last] = [Math.min(first, day), Math.max(last, day)];
  const span = Math.max(days, last - first + 1);
  const payments = rows.map(({ payeeKey, unit, category, day, amount }) => ({
    payee: [payeeKey, unit, category].join('\u0000'),
    day,
    amount,
  }));
  const best = new Map<number, LedgerFinding>();
  for (const limit of limits)
    for (const { at, sum, expected } of splitPayments(payments, limit, days, span)) {
      const nearest = Math.max(...at.map((i) => rows[i]!.amount)) / limit;
      // The closer the largest comes to the limit, the less it is chance.
      const score = Math.exp(-expected) * Math.min(1, nearest + 0.2);
      const others = at.map((i) => `${rows[i]!.id} ${money(rows[i]!.amount)}`).join(', ');
      const reason = {
        zh: `${days}天内向同一收款人付款${at.length}笔（${others}），单笔均低于${money(limit)}（${source.zh}），合计${money(sum)}；按该收款人付款节奏偶然出现约${expected.toFixed(2)}次`,
        en: `${at.length} payments to one payee within ${days} days (${others}), each below ${money(limit)} (${source.en}), together ${money(sum)}; by this payee’s pace about ${expected.toFixed(2)} times`,
      };
      const flag = expected <= mostByPace && score >= 0.5 ? 1 : 0;
      for (const i of at)
        if (score > (best.get(i)?.score ?? -1)) best.set(i, { at: i, pattern: 'split', score, flag, reason });
    }
  return [...best.values()];
}
