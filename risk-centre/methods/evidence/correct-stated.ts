/** Which correction of stated probabilities a risk type's closed cases bear: none, a line in log odds, or a rising curve; whichever foretells left-out cases best. */
import { fromLogit } from '../evidence-to-probability.ts';
import { calibrate, calibrated, type LookedInto } from './calibrate.ts';
import { calibrateByOrder, calibratedByOrder } from './calibrate-by-order.ts';

export interface Correction {
  readonly way: 'as-stated' | 'line' | 'order';
  readonly cases: number;
  /** Mean −ln of the probability that was given to what came, for each way over left-out cases; null where it could not be fitted. */
  readonly surprise: Readonly<Record<'as-stated' | 'line' | 'order', number | null>>;
  /** Probability from log odds as stated. */
  readonly probability: (logOdds: number) => number;
}

/** A curve has many parameters: it is asked for from so many cases on. */
const fewestForOrder = 200;
const clearly = 0.98;

const ways = {
  'as-stated': () => fromLogit,
  line: (cases: readonly LookedInto[]) => {
    const found = calibrate(cases);
    return found.status === 'ok' ? (logOdds: number) => calibrated(found, logOdds) : null;
  },
  order: (cases: readonly LookedInto[]) => {
    if (cases.length < fewestForOrder * 0.8) return null;
    const found = calibrateByOrder(cases);
    return (logOdds: number) => calibratedByOrder(found, logOdds);
  },
} as const;

/** Five folds, dealt along the stated order, so that each has its share of high ones. */
export function correctStated(cases: readonly LookedInto[]): Correction {
  const order = cases.toSorted((a, b) => a.logOdds - b.logOdds);
  const foretold = (fit: (some: readonly LookedInto[]) => ((logOdds: number) => number) | null): number | null => {
    let sum = 0;
    for (let held = 0; held < 5; held++) {
      const answer = fit(order.filter((_, i) => i % 5 !== held));
      if (answer === null) return null;
      for (const [i, { logOdds, came }] of order.entries())
        if (i % 5 === held) {
          const p = Math.min(1 - 1e-6, Math.max(1e-6, answer(logOdds)));
          sum -= came * Math.log(p) + (1 - came) * Math.log(1 - p);
        }
    }
    return order.length > 0 ? sum / order.length : null;
  };
  const surprise = { 'as-stated': foretold(ways['as-stated']), line: foretold(ways.line), order: foretold(ways.order) };
  // The line is held to what was stated and costs little where nothing is wrong; a curve has to beat it clearly.
  const best =
    surprise.order !== null && surprise.order < (surprise.line ?? surprise['as-stated']!) * clearly
      ? 'order'
      : surprise.line === null
        ? 'as-stated'
        : 'line';
  return { way: best, cases: cases.length, surprise, probability: ways[best](order) ?? fromLogit };
}
