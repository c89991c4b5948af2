import { fences } from './fences.ts';

export interface PriceGap {
  /** The share of comparable gaps that are as small, the own one counted among them. */
  readonly p: number;
  /** Above it a gap lies far from the middle half of its market. */
  readonly upper: number;
  readonly isClose: boolean;
  readonly isWide: boolean;
}

/**
 * R024 and R058: the distance of the second lowest from the lowest, (b₂ − b₁) / b₁, in its own market. The lower fence of the catalogue lies below zero in
 * most markets and can never be crossed, so that a fixed tail stands in for it; the upper one is Tukey's. A market whose upper fence is its middle half has
 * no wide gaps to tell.
 * @param gap of the one that is judged. @param comparable gaps of the others, some at least. @param tail share of a market that is told as close
 */
export function priceGap(gap: number, comparable: readonly number[], tail = 0.02): PriceGap {
  const p = (comparable.filter((other) => other <= gap).length + 1) / (comparable.length + 1);
  const { q1, q3, upper } = fences(comparable);
  return { p, upper, isClose: p <= tail, isWide: q3 > q1 && gap > upper };
}
