/** EV-05: how far places in an order hang on the weights. Units whose intervals overlap share a grade: what the weights cannot tell apart is not told apart. */
import { normal, seeded } from '@opengoa/kernel/seeded';

export interface RankInterval {
  /** 1 is the best; the fifth and the ninety-fifth of a hundred draws. */
  readonly from: number;
  readonly to: number;
  /** 1 is the best grade. */
  readonly grade: number;
}

/**
 * Places of units over draws of the weights (Dirichlet around those given).
 * @param weights of sum 1, above 0. @param scoresUnder what units score under some weights; higher is better
 * @param firmness how close draws keep to the weights: a weight w strays by √(w (1 − w) / (firmness + 1))
 */
export function rankIntervals(
  weights: readonly number[],
  scoresUnder: (weights: readonly number[]) => readonly number[],
  { firmness = 50, draws = 1_000, seed = 1 } = {},
): RankInterval[] {
  const random = seeded(seed);
  const places: number[][] = scoresUnder(weights).map(() => []);
  for (let draw = 0; draw < draws; draw++) {
    const parts = weights.map((weight) => gammaDraw(weight * firmness, random));
    const sum = parts.reduce((total, part) => total + part, 0);
    const scores = scoresUnder(parts.map((part) => part / sum));
    for (const [unit, own] of scores.entries()) {
      const [above, alike] = [
        scores.filter((score) => score > own).length,
        scores.filter((score) => score === own).length,
      ];
      places[unit]!.push(above + (alike + 1) / 2);
    }
  }
  const intervals = places.map((each) => {
    const sorted = each.toSorted((a, b) => a - b);
    return { from: sorted[Math.floor(0.05 * draws)]!, to: sorted[Math.ceil(0.95 * draws) - 1]! };
  });
  const grades = gradesOf(intervals);
  return intervals.map((interval, unit) => ({ ...interval, grade: grades[unit]! }));
}

/** Intervals that overlap, or are joined by others that do, have one grade. */
function gradesOf(intervals: readonly { readonly from: number; readonly to: number }[]): number[] {
  const grades = intervals.map(() => 0);
  let grade = 0;
  let reach = Number.NEGATIVE_INFINITY;
  for (const unit of [...intervals.keys()].toSorted((a, b) => intervals[a]!.from - intervals[b]!.from)) {
    if (intervals[unit]!.from > reach) grade += 1;
    reach = Math.max(reach, intervals[unit]!.to);
    grades[unit] = grade;
  }
  return grades;
}

/** A gamma number of that shape and scale 1 (Marsaglia and Tsang 2000). */
function gammaDraw(shape: number, random: () => number): number {
  if (shape < 1) return gammaDraw(shape + 1, random) * (1 - random()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normal(random);
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - random()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}
