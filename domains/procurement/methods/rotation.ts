/**
 * PR-05: do members of a group that keep meeting take turns? Each statistic is small when they do; its chance is that of the same winners in
 * another order. Value balance decides, together with the chance that honest firms with full order books would follow the least-won rule as closely. The
 * order tests are told beside it and decide nothing: they call almost every second honest group with limited capacity a rotation at 40 tenders.
 */
import { chiSquareAtMost } from '@opengoa/kernel/gamma-distribution';
import { insufficient, type MethodResult, ok } from '@opengoa/kernel/method-result';
import { arrangementChance, type ArrangementChance } from './arrangements.ts';
import { type FixedOrder, fixedOrder } from './fixed-order.ts';
import { type FullOrderBooks, fullOrderBooks } from './full-order-books.ts';

export interface GroupTenders {
  /** For each tender of the group, in order of time, the number of the member that won it, 0 … members − 1. */
  readonly winners: readonly number[];
  /** What each was worth, in one unit; without it value balance counts every tender alike. */
  readonly values?: readonly number[] | undefined;
  readonly members: number;
}

export interface Rotation {
  readonly tenders: number;
  readonly valueBalance: ArrangementChance & { readonly statistic: number };
  readonly repeats: ArrangementChance & { readonly statistic: number };
  /** Null where nobody won three times. */
  readonly gaps: (ArrangementChance & { readonly statistic: number }) | null;
  readonly equalShares: { readonly chi2: number; readonly pLower: number };
  readonly fullOrderBooks: FullOrderBooks;
  /** Null for fewer than three rounds or members. */
  readonly fixedOrder: FixedOrder | null;
  /**
   * Two ways of taking turns, the smaller chance of the two: value shared out, where neither luck nor full order books explain it (the larger of value
   * balance and full order books), or a fixed order.
   */
  readonly p: number;
  /** 1 − p. */
  readonly score: number;
}

/** How often the winner of one tender wins the next. */
export function repeatsOf(winners: ArrayLike<number>): number {
  let found = 0;
  for (let t = 1; t < winners.length; t++) if (winners[t] === winners[t - 1]) found += 1;
  return found;
}

/** Σ over tenders of the variance over members of the value won so far. */
export function valueBalanceOf(winners: ArrayLike<number>, values: ArrayLike<number>, members: number): number {
  const won = new Float64Array(members);
  let sum = 0;
  let squares = 0;
  let found = 0;
  for (let t = 0; t < winners.length; t++) {
    const before = won[winners[t]!]!;
    const after = before + values[t]!;
    won[winners[t]!] = after;
    sum += values[t]!;
    squares += after * after - before * before;
    found += squares / members - (sum / members) ** 2;
  }
  return found;
}

/** Mean over members with three wins or more of the spread of the gaps between own wins over their mean; null where there is none. */
export function gapUnevenness(winners: ArrayLike<number>, members: number): number | null {
  let total = 0;
  let counted = 0;
  for (let member = 0; member < members; member++) {
    const gaps: number[] = [];
    let last = -1;
    for (let t = 0; t < winners.length; t++) {
      if (winners[t] !== member) continue;
      if (last >= 0) gaps.push(t - last);
      last = t;
    }
    if (gaps.length < 2) continue;
    const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
    total += Math.sqrt(gaps.reduce((sum, gap) => sum + (gap - mean) ** 2, 0) / (gaps.length - 1)) / mean;
    counted += 1;
  }
  return counted ? total / counted : null;
}

/** Win counts against equal ones: a small lower tail means too equal. */
export function equalShares(wins: readonly number[]): { chi2: number; pLower: number } {
  const expected = wins.reduce((sum, count) => sum + count, 0) / wins.length;
  const chi2 = wins.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
  return { chi2, pLower: chiSquareAtMost(chi2, wins.length - 1) };
}

/** @param least tenders below which nothing can be said */
export function rotation(group: GroupTenders, seed = 1, least = 8): MethodResult<Rotation> {
  const { winners, members } = group;
  const tenders = winners.length;
  if (tenders < least)
    return insufficient({
      zh: `该组共同参与的项目${tenders}个，至少需要${least}个才能判断轮次`,
      en: `the group met in ${tenders} tenders; ${least} are needed to speak of turns`,
      needed: least,
      found: tenders,
    });
  if (new Set(winners).size < 2)
    return insufficient({
      zh: '中标人只有一家，不存在轮次',
      en: 'one member won all: there are no turns',
      needed: 2,
      found: new Set(winners).size,
    });
  const values = group.values ?? winners.map(() => 1);
  const balance = (order: ArrayLike<number>) => valueBalanceOf(order, values, members);
  const unevenness = gapUnevenness(winners, members);
  const wins = Array.from({ length: members }, (_, member) => winners.filter((winner) => winner === member).length);
  const valueBalance = { statistic: balance(winners), ...arrangementChance(winners, balance, 1999, seed) };
  const orderBooks = fullOrderBooks(winners, values, members, seed);
  const inOrder = fixedOrder(winners, members, seed);
  const p = Math.min(Math.max(valueBalance.p, orderBooks.p), inOrder?.p ?? 1);
  return ok({
    tenders,
    valueBalance,
    fullOrderBooks: orderBooks,
    fixedOrder: inOrder,
    p,
    repeats: { statistic: repeatsOf(winners), ...arrangementChance(winners, repeatsOf, 1999, seed) },
    gaps:
      unevenness === null
        ? null
        : {
            statistic: unevenness,
            ...arrangementChance(
              winners,
              (order) => gapUnevenness(order, members) ?? Number.POSITIVE_INFINITY,
              1999,
              seed,
            ),
          },
    equalShares: equalShares(wins),
    score: 1 - p,
  });
}

/** The finding in words. @param names of the members */
export function rotationReason(found: Rotation, names: readonly string[]): { zh: string; en: string } {
  const { tenders, valueBalance, fullOrderBooks: books, repeats } = found;
  const p = valueBalance.p.toFixed(4);
  const order = found.fixedOrder;
  const told = order
    ? [
        `；偏离固定次序${order.breaks}次（产能受限的正常投标人达到此程度的概率${order.p.toFixed(4)}）`,
        `; ${order.breaks} breaks of a fixed order (honest firms with limited capacity: p ${order.p.toFixed(4)})`,
      ]
    : ['', ''];
  return {
    zh: `${names.join('、')}近${tenders}次共同投标中，中标金额轮次均衡程度在随机情形下出现的概率为${p}；产能受限的正常投标人同样接近“谁中得少谁中”的概率为${books.p.toFixed(4)}；连续中标${repeats.statistic}次（概率${repeats.p.toFixed(3)}）${told[0]}。以上为异常线索，需核对投标文件与关联关系`,
    en: `${names.join(', ')}: over ${tenders} common tenders the value won is balanced to a degree that chance reaches with probability ${p}; honest firms with full order books let the least-won win next as often with probability ${books.p.toFixed(4)}; ${repeats.statistic} wins in a row (p ${repeats.p.toFixed(3)})${told[1]}. To be verified against bid documents and ties`,
  };
}
