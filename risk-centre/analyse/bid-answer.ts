import type { Words } from '@opengoa/kernel/words';
import type { SignalKind } from './tender-signals.ts';

export type BidPattern =
  | SignalKind
  | 'none'
  | 'insufficient_data'
  | 'learned'
  | 'identical-bids'
  | 'progression'
  | 'close-to-winner'
  | 'heavily-discounted'
  | 'co-bidding-pair'
  | 'co-bidding-group'
  | 'rotation'
  | 'loses-often';

/** One answer of `bid-collusion`: on a tender, or on bidders across tenders. */
export interface BidAnswer {
  /** Empty where the answer is on bidders across tenders. */
  readonly tender: string;
  /** Empty where the answer is on the whole tender; several names are parted by `|`. */
  readonly bidder: string;
  readonly pattern: BidPattern;
  /** In [0, 1]. */
  readonly score: number;
  readonly flag: 0 | 1;
  readonly reason: Words;
}
