/** FI-02 on rows: units, and items of units, whose December is far above what it usually is, and the payments behind it that are not paid every month. */
import { type FairYearEnd, fairYearEnd, yearEnd } from '../../methods/ledger/year-end-rush.ts';
import type { LedgerFinding, LedgerRow } from './ledger-rows.ts';

/** Of twelve months one is far from the others by chance: a little below the limit of single amounts, with the times beside it. */
const limitZ = 3;
/** The last days of December from here. */
const lateDay = '21';
/** A December of less than this many usual ones is none that anybody asks about. */
const leastTimes = 1.5;
/** A payee that was paid in so many of eleven months is paid every month. */
const monthly = 6;
/** An item of a unit with fewer payments in its year is looked at within the unit alone. */
const leastOfItem = 24;

interface Part {
  readonly unit: string;
  /** Empty for all items of the unit. */
  readonly category: string;
  readonly year: string;
  readonly rows: readonly number[];
  readonly months: readonly number[];
}

export function yearEndsIn(rows: readonly LedgerRow[]): LedgerFinding[] {
  const parts = partsOf(rows);
  const ratios = new Map(parts.map((part) => [part, ratioOf(part)]));
  const best = new Map<number, LedgerFinding>();
  const whole: LedgerFinding[] = [];
  for (const part of parts) {
    const { unit, category, year, months } = part;
    const known = (others: readonly Part[]) => others.flatMap((other) => ratios.get(other) ?? []);
    const earlier = parts.filter((each) => each.unit === unit && each.category === category && each.year < year);
    const peers = parts.filter((each) => each.unit !== unit && each.category === category && each.year === year);
    const found = fairYearEnd(months, known(earlier), known(peers));
    const name = nameOf(part);
    if (found.status !== 'ok') {
      if (category === '')
        whole.push({
          at: null,
          pattern: 'year-end-rush',
          score: null,
          flag: 0,
          reason: {
            zh: `${name.zh}：数据不足，${found.reasons[0]!.zh}`,
            en: `${name.en}: insufficient data, ${found.reasons[0]!.en}`,
          },
        });
      continue;
    }
    const isRush = found.fairZ >= limitZ && found.decemberRatio >= leastTimes * found.usualRatio;
    const reason = reasonOf(name, found);
    const score = Math.max(0, Math.min(1, found.fairZ / (found.fairZ + limitZ)));
    if (category === '' || isRush)
      whole.push({ at: null, pattern: 'year-end-rush', score, flag: isRush ? 1 : 0, reason });
    if (!isRush) continue;
    const sumOf = (some: readonly number[]) => some.reduce((total, i) => total + rows[i]!.amount, 0);
    const seldom = notMonthly(rows, part);
    const late = seldom.filter((i) => rows[i]!.date.slice(8) >= lateDay);
    // Where the last days alone make up the excess, the days before them are left alone.
    const behind = sumOf(late) >= 0.8 * found.excess ? late : seldom;
    const sum = sumOf(behind);
    // Of the payments that are left, as much as the excess is more than usual.
    const share = Math.min(1, found.excess / Math.max(sum, 1e-9));
    const documentScore = score * share;
    for (const at of behind)
      if (documentScore > (best.get(at)?.score ?? -1))
        best.set(at, { at, pattern: 'year-end-rush', score: documentScore, flag: share >= 0.5 ? 1 : 0, reason });
  }
  return [...whole, ...best.values()];
}

/** Units with all their items, then each item of each unit, by year; what was paid back counts against its month. */
function partsOf(rows: readonly LedgerRow[]): Part[] {
  const years = Map.groupBy(rows.keys(), (i) => `${rows[i]!.unit}\u0000${rows[i]!.date.slice(0, 4)}`);
  return [...years.values()].flatMap((own) => {
    const { unit, date } = rows[own[0]!]!;
    const part = (category: string, some: readonly number[]): Part => {
      const months = Array.from({ length: 12 }, () => 0);
      for (const i of some) months[Number(rows[i]!.date.slice(5, 7)) - 1]! += rows[i]!.amount;
      return { unit, category, year: date.slice(0, 4), rows: some, months: months.map((sum) => Math.max(0, sum)) };
    };
    const items = [...Map.groupBy(own, (i) => rows[i]!.category)].filter(
      ([category, some]) => category !== '' && some.length >= leastOfItem,
    );
    return [part('', own), ...items.map(([category, some]) => part(category, some))];
  });
}

function ratioOf({ months }: Part): number[] {
  if (months.slice(0, 11).filter((each) => each > 0).length < 9) return [];
  const { decemberRatio } = yearEnd(months);
  return decemberRatio > 0 ? [decemberRatio] : [];
}

/** December's payments, without those to payees of every month at no more than half above what they were paid before. */
function notMonthly(rows: readonly LedgerRow[], { rows: own }: Part): number[] {
  const before = new Map<string, { months: Set<string>; most: number }>();
  for (const i of own) {
    const { payeeKey, date, amount } = rows[i]!;
    const month = date.slice(5, 7);
    if (month === '12' || amount <= 0) continue;
    const seen = before.get(payeeKey) ?? { months: new Set(), most: 0 };
    before.set(payeeKey, seen);
    seen.months.add(month);
    seen.most = Math.max(seen.most, amount);
  }
  return own.filter((i) => {
    const { payeeKey, date, amount } = rows[i]!;
    const seen = before.get(payeeKey);
    const isUsual = seen !== undefined && seen.months.size >= monthly && amount <= 1.5 * seen.most;
    return date.slice(5, 7) === '12' && amount > 0 && !isUsual;
  });
}

const nameOf = ({ unit, category, year }: Part) => ({
  zh: [year, unit || '全部', category].filter(Boolean).join(' '),
  en: [year, unit || 'all', category].filter(Boolean).join(' '),
});

function reasonOf(name: ReturnType<typeof nameOf>, found: FairYearEnd) {
  const known = {
    'own-years': { zh: '按本单位往年', en: 'by its own earlier years' },
    peers: { zh: '按同年其他单位同类支出', en: 'by the same item of other units' },
    'own-months': { zh: '无往年可比，按本年其他月份', en: 'no earlier year to ask; by its other months' },
  }[found.known];
  const [share, ratio, usual] = [100 * found.decemberShare, found.decemberRatio, found.usualRatio];
  return {
    zh: `${name.zh}：12月支出占全年${share.toFixed(1)}%，为1至11月平均的${ratio.toFixed(2)}倍；${known.zh}通常为${usual.toFixed(2)}倍（z ${found.fairZ.toFixed(1)}）`,
    en: `${name.en}: December is ${share.toFixed(1)} % of the year, ${ratio.toFixed(2)} times the mean of the other months; ${known.en} it usually is ${usual.toFixed(2)} (z ${found.fairZ.toFixed(1)})`,
  };
}
