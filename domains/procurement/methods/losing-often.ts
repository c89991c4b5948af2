/** R025: bids often and hardly ever wins. The lower fence of the share won is below zero in most markets, so a fixed tail stands in for it. */
import { quantile } from './fences.ts';
import { betaAtMost } from '@opengoa/kernel/beta-distribution';

export interface BiddingRecord {
  readonly bidder: string;
  readonly bids: number;
  readonly wins: number;
  /** Wins to be expected: Σ 1/n over its tenders. */
  readonly expectedWins: number;
}

export interface LosesOften extends BiddingRecord {
  /** The chance of so few wins at the share expected. */
  readonly p: number;
}

/** Bidders among the quarter with most bids, with so few wins as `tail` of the like have by chance. */
export function losingOften(records: readonly BiddingRecord[], tail = 0.02, least = 8): LosesOften[] {
  if (records.length === 0) return [];
  const many = Math.max(
    least,
    quantile(
      records.map(({ bids }) => bids),
      0.75,
    ),
  );
  return records
    .filter(({ bids }) => bids >= many)
    .map((record) => {
      const share = Math.min(0.999, record.expectedWins / record.bids);
      // P(X ≤ wins) of a binomial.
      const p = record.wins >= record.bids ? 1 : 1 - betaAtMost(share, record.wins + 1, record.bids - record.wins);
      return { ...record, p };
    })
    .filter(({ p }) => p <= tail);
}
