/** FI-03 on rows: the same paper twice, the same amount to the same payee within days, and to a payee whose name is written almost the same. */
import { type DuplicatePayment, duplicatePayments } from '../../methods/ledger/duplicate-payments.ts';
import { textLikeness } from '../../methods/ledger/text-likeness.ts';
import { type LedgerFinding, type LedgerRow, money } from './ledger-rows.ts';

/** So many equal payments by chance at most where one is told. */
const mostByChance = 0.1;
/** Where chance makes so few, the amount alone says it. */
const hardlyByChance = 0.01;
/** Names are alike from here. */
const leastLikeness = 0.6;
const withinDays = 7;

/** The later payment bears the finding, and names the earlier one. */
export function duplicatesIn(rows: readonly LedgerRow[]): LedgerFinding[] {
  const papers = samePapers(rows);
  const told = new Set(papers.map(({ at }) => at));
  const near = duplicatePayments(rows.map(({ payeeKey, day, amount }) => ({ payee: payeeKey, day, amount })));
  const close = near.filter(({ later }) => !told.has(later)).map((pair) => ofPair(rows, pair));
  for (const { at } of close) told.add(at);
  return [...papers, ...close, ...likeNames(rows, told)];
}

/** One number, payee and amount twice. Where papers of several lines are usual, two equal lines of one day may be two things. */
function samePapers(rows: readonly LedgerRow[]): LedgerFinding[] {
  const byPaper = [...Map.groupBy(rows.keys(), (i) => `${rows[i]!.id}\u0000${rows[i]!.payeeKey}`).values()];
  const several = byPaper.filter((own) => new Set(own.map((i) => rows[i]!.amount)).size > 1).length;
  const hasLines = several > 0.02 * byPaper.length;
  return byPaper.flatMap((own) =>
    [...Map.groupBy(own, (i) => rows[i]!.amount)].flatMap(([amount, same]) => {
      const back = own.filter((i) => rows[i]!.amount === -amount).length;
      if (amount < 0 || same.length - back < 2) return [];
      const [first, ...later] = same.toSorted((a, b) => rows[a]!.day - rows[b]!.day || a - b);
      return later.map((at): LedgerFinding => {
        const { id, date } = rows[at]!;
        const isLine = hasLines && date === rows[first!]!.date;
        return {
          at,
          pattern: 'duplicate',
          score: isLine ? 0.4 : 1,
          flag: isLine ? 0 : 1,
          reason: {
            zh: `凭证${id}同一收款人同一金额${money(amount)}已在${rows[first!]!.date}出现`,
            en: `${id} stands at ${rows[first!]!.date} already, with the same payee and amount ${money(amount)}`,
          },
        };
      });
    }),
  );
}

function ofPair(rows: readonly LedgerRow[], { later, earlier, daysApart, expected }: DuplicatePayment): LedgerFinding {
  const [one, other] = [rows[later]!, rows[earlier]!];
  const second = secondField(one, other) ?? (expected <= hardlyByChance ? { zh: '', en: '' } : null);
  const score = Math.exp(-expected) * (second === null ? 0.6 : 1);
  const across = one.unit === other.unit ? null : { zh: `，付款单位为${other.unit}`, en: `, paid by ${other.unit}` };
  return {
    at: later,
    pattern: 'duplicate',
    score,
    flag: expected <= mostByChance && second !== null ? 1 : 0,
    reason: {
      zh: `与${other.id}（${other.date}${across?.zh ?? ''}）收款人、金额${money(one.amount)}相同，相隔${daysApart}天${second?.zh ?? ''}；按该收款人的付款规律偶然出现约${expected.toFixed(3)}笔`,
      en: `same payee and amount ${money(one.amount)} as ${other.id} (${other.date}${across?.en ?? ''}), ${daysApart} days apart${second?.en ?? ''}; by chance about ${expected.toFixed(3)} such payments beside it at this payee`,
    },
  };
}

/** An equal amount alone is a price: a further field must agree, or the amount be none that anybody rounds to. */
function secondField(one: LedgerRow, other: LedgerRow): { readonly zh: string; readonly en: string } | null {
  if (one.date === other.date) return { zh: '，日期相同', en: ', on the same day' };
  if (one.category !== '' && one.category === other.category) return { zh: '，科目相同', en: ', of the same category' };
  return isRound(one.amount) ? null : { zh: '，金额不是整数', en: ', no round amount' };
}

const isRound = (amount: number): boolean => Math.round(amount * 100) % 10_000 === 0;

/** The same odd amount within days to another payee whose name is nearly the same: one payee entered twice. */
function likeNames(rows: readonly LedgerRow[], told: ReadonlySet<number | null>): LedgerFinding[] {
  const odd = [...rows.keys()].filter((i) => rows[i]!.amount > 0 && !isRound(rows[i]!.amount));
  return [...Map.groupBy(odd, (i) => rows[i]!.amount).values()].flatMap((same) => {
    // An amount that many payees have is a tariff.
    if (same.length < 2 || same.length > 20) return [];
    const own = same.toSorted((a, b) => rows[a]!.day - rows[b]!.day || a - b);
    return own.flatMap((at, k): LedgerFinding[] => {
      const row = rows[at]!;
      if (told.has(at)) return [];
      for (const before of own.slice(0, k).toReversed()) {
        const other = rows[before]!;
        if (row.day - other.day > withinDays) return [];
        if (row.payeeKey === other.payeeKey) continue;
        const likeness = textLikeness(row.payeeKey, other.payeeKey);
        if (likeness <= leastLikeness) continue;
        const reason = {
          zh: `与${other.id}（${other.date}）金额${money(row.amount)}相同，收款人“${other.payee}”名称相近（${likeness.toFixed(2)}）`,
          en: `same amount ${money(row.amount)} as ${other.id} (${other.date}), whose payee “${other.payee}” is written alike (${likeness.toFixed(2)})`,
        };
        return [{ at, pattern: 'duplicate', score: likeness, flag: 1, reason }];
      }
      return [];
    });
  });
}
