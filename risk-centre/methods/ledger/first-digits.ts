/**
 * AU-06 and FI-10: digits of payments against Benford's law. Only of pooled payments that span orders of magnitude: rents, tariffs and the months of
 * one building are honest and never follow it. What is told are over-represented digits with their documents, no pass and no fail.
 * Source: Nigrini, Benford's Law (2012).
 */
import { chiSquareAtMost } from '../gamma-distribution.ts';
import { insufficient, type MethodResult, ok } from '../method-result.ts';

/** The law holds for pooled payments of at least so many, over so many powers of ten, with so wide a spread of ln. */
export const leastPayments = 500;
const leastMagnitudes = 3;
const leastSpread = 1.5;

export const digitPlaces = ['first', 'second', 'first-two'] as const;
export type DigitPlace = (typeof digitPlaces)[number];

/** Nigrini's bounds of the mean absolute deviation: close, acceptable and marginal conformity end here. They were drawn from large tables; see `madByChance`. */
export const madBounds: Readonly<Record<DigitPlace, readonly [close: number, acceptable: number, marginal: number]>> = {
  first: [0.006, 0.012, 0.015],
  second: [0.008, 0.01, 0.012],
  'first-two': [0.0012, 0.0018, 0.0022],
};

export type Conformity = 'close' | 'acceptable' | 'marginal' | 'nonconformity';

/** The first two digits, 10 … 99, read from the decimal digits as written: products of floats would misplace some. Null for 0 and below. */
export function firstTwoDigits(amount: number): number | null {
  if (!(amount > 0)) return null;
  const [digits = ''] = amount.toExponential(14).split('e');
  return Number(digits.slice(0, 1)) * 10 + Number(digits.slice(2, 3));
}

const digitOf = (pair: number, place: DigitPlace): number =>
  place === 'first' ? Math.floor(pair / 10) : place === 'second' ? pair % 10 : pair;

/** The share of each digit, or pair of digits, by the law, in ascending order. */
export function benfordShares(place: DigitPlace): { readonly digit: number; readonly share: number }[] {
  const shares = new Map<number, number>();
  for (let pair = 10; pair < 100; pair++) {
    const digit = digitOf(pair, place);
    shares.set(digit, (shares.get(digit) ?? 0) + Math.log10(1 + 1 / pair));
  }
  return [...shares].toSorted(([a], [b]) => a - b).map(([digit, share]) => ({ digit, share }));
}

export interface DigitCount {
  readonly digit: number;
  readonly count: number;
  readonly expected: number;
  /** (observed share − expected share) over its standard error, with the continuity correction where that is the smaller term. */
  readonly z: number;
}

export interface DigitTest {
  readonly place: DigitPlace;
  readonly n: number;
  readonly counts: readonly DigitCount[];
  /** Mean absolute deviation of shares. */
  readonly mad: number;
  /** What it comes to on average where the law holds and so many are drawn. */
  readonly madByChance: number;
  readonly conformity: Conformity;
  readonly chi2: number;
  readonly df: number;
  readonly p: number;
}

/** @param amounts those above 0 are counted, each as often as it stands there; at least one */
export function digitTest(amounts: readonly number[], place: DigitPlace): DigitTest {
  const found = new Float64Array(100);
  let n = 0;
  for (const amount of amounts) {
    const pair = firstTwoDigits(amount);
    if (pair === null) continue;
    n += 1;
    found[digitOf(pair, place)]! += 1;
  }
  const shares = benfordShares(place);
  const counts = shares.map(({ digit, share }): DigitCount => {
    const [count, expected] = [found[digit]!, n * share];
    const apart = Math.abs(count - expected);
    const corrected = apart > 0.5 ? apart - 0.5 : apart;
    const z = (Math.sign(count - expected) * corrected) / Math.sqrt(n * share * (1 - share));
    return { digit, count, expected, z };
  });
  const mean = (values: readonly number[]) => values.reduce((sum, each) => sum + each, 0) / values.length;
  const mad = mean(counts.map(({ count, expected }) => Math.abs(count - expected) / n));
  const chi2 = counts.reduce((sum, { count, expected }) => sum + (count - expected) ** 2 / expected, 0);
  const df = counts.length - 1;
  const [close, acceptable, marginal] = madBounds[place];
  return {
    place,
    n,
    counts,
    mad,
    madByChance: mean(shares.map(({ share }) => Math.sqrt((2 * share * (1 - share)) / (Math.PI * n)))),
    conformity:
      mad <= close ? 'close' : mad <= acceptable ? 'acceptable' : mad <= marginal ? 'marginal' : 'nonconformity',
    chi2,
    df,
    p: 1 - chiSquareAtMost(chi2, df),
  };
}

/** Mantissas laid on a circle: squared length of their mean, 0 where they are spread evenly, and how likely so much is by chance. */
export function mantissaArc(amounts: readonly number[]): { readonly l2: number; readonly p: number } {
  let [n, x, y] = [0, 0, 0];
  for (const amount of amounts) {
    if (!(amount > 0)) continue;
    const angle = 2 * Math.PI * (Math.log10(amount) % 1);
    n += 1;
    x += Math.cos(angle);
    y += Math.sin(angle);
  }
  const l2 = (x / n) ** 2 + (y / n) ** 2;
  return { l2, p: Math.exp(-l2 * n) };
}

/** @returns `insufficient_data` where the law is not to be expected: too few payments, or of one size */
export function benfordOf(
  amounts: readonly number[],
): MethodResult<{ readonly tests: readonly DigitTest[]; readonly arc: ReturnType<typeof mantissaArc> }> {
  const logs = amounts.filter((amount) => amount > 0).map(Math.log);
  if (logs.length < leastPayments)
    return insufficient({
      zh: `首位数字检验需要${leastPayments}笔大于零的付款，现有${logs.length}笔`,
      en: `first digits need ${leastPayments} payments above 0; there are ${logs.length}`,
      needed: leastPayments,
      found: logs.length,
    });
  const sorted = logs.toSorted((a, b) => a - b);
  const at = (q: number) => sorted[Math.floor(q * (sorted.length - 1))]!;
  // One stray cent must not widen what nearly all payments span.
  const magnitudes = (at(0.999) - at(0.001)) / Math.LN10;
  const mean = logs.reduce((sum, each) => sum + each, 0) / logs.length;
  const spread = Math.sqrt(logs.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (logs.length - 1));
  if (magnitudes < leastMagnitudes || spread < leastSpread)
    return insufficient({
      zh: `付款金额跨度不足（${magnitudes.toFixed(1)}个数量级，须${leastMagnitudes}个；对数标准差${spread.toFixed(2)}，须${leastSpread}）`,
      en: `amounts span ${magnitudes.toFixed(1)} orders of magnitude with a spread of ln of ${spread.toFixed(2)}; ${leastMagnitudes} and ${leastSpread} are needed`,
      needed: leastMagnitudes,
      found: magnitudes,
    });
  return ok({ tests: digitPlaces.map((place) => digitTest(amounts, place)), arc: mantissaArc(amounts) });
}
