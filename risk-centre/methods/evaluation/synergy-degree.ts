/**
 * EV-10: how far subsystems improve together (复合系统协同度). 孟庆松、韩文秀 (1998). It tells joint change and not the level: what is good already cannot score.
 * Order degrees and the coupling of levels are shown beside it.
 */

/** One order parameter: its value, and bounds that were fixed beforehand (bounds of the sample rewrite history each year). */
export interface OrderParameter {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** Within the subsystem, of sum 1. */
  readonly weight: number;
  /** Where less is better; left out, more is. */
  readonly lessIsBetter?: boolean;
}

/**
 * Order degree of a subsystem, 0 to 1.
 * @param how `linear`: weighted sum. `geometric`: weighted product, 0 if one part is 0
 * @throws RangeError where a value lies outside its bounds: bounds are widened by a person, once, and for all years
 */
export function orderDegree(parameters: readonly OrderParameter[], how: 'linear' | 'geometric' = 'linear'): number {
  const parts = parameters.map(({ value, low, high, lessIsBetter = false }) => {
    if (!(low < high && value >= low && value <= high))
      throw new RangeError(`${value} is not within ${low} and ${high}`);
    const share = (value - low) / (high - low);
    return lessIsBetter ? 1 - share : share;
  });
  return how === 'linear'
    ? parts.reduce((sum, part, i) => sum + part * parameters[i]!.weight, 0)
    : parts.reduce((product, part, i) => product * part ** parameters[i]!.weight, 1);
}

export interface Synergy {
  /** Change of each subsystem; below its measuring error it is 0. */
  readonly changes: readonly number[];
  /** −1 where any subsystem declined, 0 where one stayed and none declined, else 1. */
  readonly sign: -1 | 0 | 1;
  /** θ · (Π |δ|)^(1/k), −1 to 1. 0 as soon as one subsystem stays as it was, whatever the others do. */
  readonly degree: number;
  /** θ · Σ w |δ|: does not fall to 0 where one stays; the sign is −1 only where one declined. */
  readonly linear: number;
}

/** @param weights of subsystems for the linear form, of sum 1; left out, equal. @param error below which a change is none */
export function synergyOf(changes: readonly number[], { weights, error = 0 }: SynergyRule = {}): Synergy {
  if (changes.length === 0) throw new RangeError('at least one subsystem');
  const kept = changes.map((change) => (Math.abs(change) <= error ? 0 : change));
  const least = Math.min(...kept);
  const sign = least < 0 ? -1 : least > 0 ? 1 : 0;
  const product = kept.reduce((all, change) => all * Math.abs(change), 1);
  const sum = kept.reduce((all, change, j) => all + Math.abs(change) * (weights?.[j] ?? 1 / kept.length), 0);
  return {
    changes: kept,
    sign,
    degree: product === 0 ? 0 : sign * product ** (1 / kept.length),
    linear: sign < 0 ? -sum : sum,
  };
}

export interface SynergyRule {
  readonly weights?: readonly number[];
  readonly error?: number;
}

export interface SynergyOverTime {
  /** From each period to the next. */
  readonly adjacent: readonly Synergy[];
  /** From the first period to each later one. The base matters: both are published. */
  readonly fixedBase: readonly Synergy[];
}

/** @param degrees subsystems by periods: order degrees */
export function synergyOverTime(degrees: readonly (readonly number[])[], rule: SynergyRule = {}): SynergyOverTime {
  const between = (from: number, to: number) =>
    synergyOf(
      degrees.map((own) => own[to]! - own[from]!),
      rule,
    );
  const later = Array.from({ length: (degrees[0]?.length ?? 0) - 1 }, (_, i) => i + 1);
  return { adjacent: later.map((to) => between(to - 1, to)), fixedBase: later.map((to) => between(0, to)) };
}
