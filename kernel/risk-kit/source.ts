import type { Context } from '../context.ts';
import type { Tx } from '../database/tx.ts';
import type { Id } from '../id.ts';
import type { Words } from '../words.ts';
import type { LooksAgain, RiskSubject } from './kit.ts';

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
  /**
   * What else it is about, in the room's own words (`vehicle-day <id> 2026-03-05`): two kits of one risk that speak of the same thing are one
   * finding, whatever each calls its subject (RE-04). The subject itself is always meant.
   */
  readonly about?: readonly string[];
}

/** Where a kit's inputs come from. The rule is pure and lies in `risks/<kit>/`; reading is the room's own affair. */
export interface RiskSource {
  /** Folder below the room's `risks/`. */
  readonly kit: string;
  /** Which facts call for a look at once, and at what; without it the kit looks at night. */
  readonly looksAgain?: LooksAgain;
  /**
   * It can answer as of a past day: what of its rows is read as it was known then, and what is not, in words for the reader of a try on history.
   * Without it every row is read as it stands today.
   */
  readonly asKnown?: Words;
  /**
   * Cases of one period, read under the asking job's rights; one that lacks data is handed over too, so that silence is counted.
   * @param only where a fact called for it: the things that `looksAgain` named, and no others
   * @param knownBefore where the source says `asKnown`: no row that was entered at this instant or later is read
   */
  gather(
    tx: Tx,
    period: readonly [from: string, toExclusive: string],
    context: Context,
    only?: readonly Id[],
    knownBefore?: Date,
  ): Promise<readonly RiskCase[]>;
}
