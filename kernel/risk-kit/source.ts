import type { Context } from '../context.ts';
import type { Tx } from '../database/tx.ts';
import type { Id } from '../id.ts';
import type { RiskSubject } from './kit.ts';

/** One thing to be judged, with everything its kit's rule needs and nothing else. */
export interface RiskCase {
  readonly subject: RiskSubject;
  /** The unit that answers for it. */
  readonly unit: Id;
  readonly inputs: unknown;
  /** From the first day to the day after the last. */
  readonly period: readonly [from: string, toExclusive: string];
  /** The page where the thing itself opens. */
  readonly opens: string;
}

/** Where a kit's inputs come from. The rule is pure and lies in `risks/<kit>/`; reading is the room's own affair. */
export interface RiskSource {
  /** Folder below the room's `risks/`. */
  readonly kit: string;
  /** Cases of one period, read under the asking job's rights; one that lacks data is handed over too, so that silence is counted. */
  gather(tx: Tx, period: readonly [from: string, toExclusive: string], context: Context): Promise<readonly RiskCase[]>;
}
