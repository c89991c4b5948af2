/** Isotonic calibration (Zadrozny & Elkan 2002): the share that came true as a rising function of what was stated, by pooling adjacent violators. */
import { fromLogit } from '../evidence-to-probability.ts';
import type { LookedInto } from './calibrate.ts';

/** Levels from left to right: up to `until` (log odds as stated) the share is `share`; between two levels a straight line joins their middles. */
export interface OrderCalibration {
  readonly levels: readonly { readonly middle: number; readonly share: number; readonly cases: number }[];
}

interface Pool {
  sum: number;
  came: number;
  cases: number;
}

/** A level of fewer cases is joined with the one below it: at the ends a single case would be a level of its own, and a certainty. */
export const fewestInLevel = 15;

/** @param cases at least one. Each level is drawn toward what was stated by half a case, so that none is 0 or 1 */
export function calibrateByOrder(cases: readonly LookedInto[]): OrderCalibration {
  const pools: Pool[] = [];
  for (const { logOdds, came } of cases.toSorted((a, b) => a.logOdds - b.logOdds)) {
    pools.push({ sum: logOdds, came, cases: 1 });
    for (let last = pools.length - 1; last > 0; last--) {
      const [before, after] = [pools[last - 1]!, pools[last]!];
      const alike = before.sum / before.cases === after.sum / after.cases;
      if (!alike && before.came / before.cases < after.came / after.cases) break;
      pools.splice(last - 1, 2, joined(before, after));
    }
  }
  for (let at = pools.length - 1; at > 0; at--)
    if (pools[at]!.cases < fewestInLevel || (at === 1 && pools[0]!.cases < fewestInLevel))
      pools.splice(at - 1, 2, joined(pools[at - 1]!, pools[at]!));
  let least = 0;
  return {
    levels: pools.map(({ sum, came, cases: n }) => {
      const middle = sum / n;
      least = Math.max(least, (came + 0.5 * fromLogit(middle)) / (n + 0.5));
      return { middle, share: least, cases: n };
    }),
  };
}

const joined = (a: Pool, b: Pool): Pool => ({ sum: a.sum + b.sum, came: a.came + b.came, cases: a.cases + b.cases });

export function calibratedByOrder({ levels }: OrderCalibration, logOdds: number): number {
  const at = levels.findIndex(({ middle }) => middle >= logOdds);
  if (at === 0) return levels[0]!.share;
  if (at < 0) return levels.at(-1)!.share;
  const [left, right] = [levels[at - 1]!, levels[at]!];
  return left.share + ((right.share - left.share) * (logOdds - left.middle)) / (right.middle - left.middle);
}
