/** FI-07 on rows: amounts far from those of the same payee and item, or of the same item where the payee has few, and with money at stake. */
import { outlierLimit, peerDistances } from '../../methods/ledger/cost-outliers.ts';
import { type LedgerFinding, type LedgerRow, money } from './ledger-rows.ts';

/** @param floor least distance from the middle of the group, in the unit of the amounts */
export function outliersIn(rows: readonly LedgerRow[], floor: number): LedgerFinding[] {
  const amounts = rows.map(({ amount }) => amount);
  const byPayee = peerDistances(
    amounts,
    rows.map(({ payeeKey, category }) => `${payeeKey}\u0000${category}`),
  );
  const byItem = peerDistances(
    amounts,
    rows.map(({ category }) => category),
  );
  return rows.flatMap((row, at): LedgerFinding[] => {
    const own = byPayee[at] ?? byItem[at];
    if (!own) return [];
    const far = Math.abs(own.z);
    const stake = Math.abs(row.amount - own.middle);
    const group = byPayee[at]
      ? { zh: '同一收款人同类', en: 'of this payee and item' }
      : { zh: row.category ? '同科目' : '全部', en: row.category ? 'of this category' : 'of all' };
    const reason = {
      zh: `金额${money(row.amount)}为${group.zh}${own.peers}笔中位数${money(own.middle)}的${(row.amount / own.middle).toFixed(2)}倍（修正z ${own.z.toFixed(1)}）`,
      en: `${money(row.amount)} is ${(row.amount / own.middle).toFixed(2)} times the middle ${money(own.middle)} of ${own.peers} ${group.en} (modified z ${own.z.toFixed(1)})`,
    };
    const flag = far > outlierLimit && stake >= floor ? 1 : 0;
    return [{ at, pattern: 'outlier', score: (far / (far + outlierLimit)) * (stake >= floor ? 1 : 0.5), flag, reason }];
  });
}
