/**
 * EN-10 (a), why a period's use differs from last year's: one fixed baseline, moved factor by factor from last year's circumstances to this year's.
 * Which factor is moved first matters where they multiply; the mean over all orders (Shapley) favours none. What the baseline did not explain of
 * either year stands apart, and all terms add up to the difference exactly.
 */

/**
 * The mean effect of each factor over every order in which they can be moved.
 * @param f the expected use with factor `k` at this year's level where `now[k]`, and at last year's otherwise
 */
export function shapley(factors: number, f: (now: readonly boolean[]) => number): number[] {
  const known = new Map<number, number>();
  const at = (set: number): number => {
    const found = known.get(set);
    if (found !== undefined) return found;
    const value = f(Array.from({ length: factors }, (_, k) => (set & (1 << k)) !== 0));
    known.set(set, value);
    return value;
  };
  const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));
  const bits = (set: number): number => (set === 0 ? 0 : (set & 1) + bits(set >> 1));
  return Array.from({ length: factors }, (_, k) => {
    let effect = 0;
    for (let set = 0; set < 1 << factors; set += 1) {
      if (set & (1 << k)) continue;
      const before = bits(set);
      const weight = (factorial(before) * factorial(factors - before - 1)) / factorial(factors);
      effect += weight * (at(set | (1 << k)) - at(set));
    }
    return effect;
  });
}

export interface Attribution {
  /** One for each factor, in their order. */
  readonly effects: readonly number[];
  /** What last year's use was below its baseline, and this year's above it: both as they add to the difference. */
  readonly lastYearResidual: number;
  readonly thisYearResidual: number;
}

/** `effects + lastYearResidual + thisYearResidual = thisYear − lastYear`, exactly. */
export function attribute(
  factors: number,
  f: (now: readonly boolean[]) => number,
  lastYear: number,
  thisYear: number,
): Attribution {
  const all = (now: boolean) => f(Array.from({ length: factors }, () => now));
  return {
    effects: shapley(factors, f),
    lastYearResidual: all(false) - lastYear,
    thisYearResidual: thisYear - all(true),
  };
}

/** A change of cost as what another price made of it and what another amount did; they add up to it. */
export function costChange(
  lastYear: { readonly amount: number; readonly cost: number },
  thisYear: { readonly amount: number; readonly cost: number },
): { readonly byPrice: number; readonly byAmount: number } {
  const price = ({ amount, cost }: { amount: number; cost: number }) => (amount === 0 ? 0 : cost / amount);
  const [p0, p1] = [price(lastYear), price(thisYear)];
  return {
    byPrice: ((p1 - p0) * (lastYear.amount + thisYear.amount)) / 2,
    byAmount: ((thisYear.amount - lastYear.amount) * (p0 + p1)) / 2,
  };
}
