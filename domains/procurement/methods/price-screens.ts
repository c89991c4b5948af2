/**
 * Screens of the prices of one inquiry: how far quotes lie apart, and how far the lowest lies below the others.
 * Definitions as in the literature on screens (PR-01): CV with n − 1, SKEW and KURT bias-adjusted, KSTEST against the uniform on [min, max].
 * Prices are comparable inside one inquiry only.
 */
export interface PriceScreens {
  readonly n: number;
  /** Spread over mean; from three quotes on. */
  readonly cv: number | null;
  /** (highest − lowest) / lowest; from two on, as `diffp`. */
  readonly spd: number | null;
  /** (second − lowest) / lowest. */
  readonly diffp: number | null;
  /** (second − lowest) over the spread of the losing quotes; from three on, as all below. Null where the losing ones are equal. */
  readonly rd: number | null;
  readonly altRd: number | null;
  readonly normRd: number | null;
  readonly skew: number | null;
  /** From four on. */
  readonly kurt: number | null;
  readonly ks: number | null;
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Standard deviation with n − 1. */
function deviation(values: readonly number[]): number {
  const middle = mean(values);
  return Math.sqrt(values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / (values.length - 1));
}

/** A ratio, or null where there is nothing to divide by: quotes that are all equal have no ratio, and no NaN. */
const over = (above: number, below: number): number | null => (below > 0 ? above / below : null);

/** @param amounts more than zero each, in any one unit and any order */
export function priceScreens(amounts: readonly number[]): PriceScreens {
  const b = amounts.toSorted((one, other) => one - other);
  const n = b.length;
  const none = {
    cv: null,
    spd: null,
    diffp: null,
    rd: null,
    altRd: null,
    normRd: null,
    skew: null,
    kurt: null,
    ks: null,
  };
  if (n < 2) return { n, ...none };
  const [lowest, second, highest] = [b[0]!, b[1]!, b.at(-1)!];
  const gap = second - lowest;
  const two = { spd: over(highest - lowest, lowest), diffp: over(gap, lowest) };
  if (n < 3) return { n, ...none, ...two };
  const m = mean(b);
  const s = deviation(b);
  const power = (k: number) => (s > 0 ? b.reduce((sum, value) => sum + ((value - m) / s) ** k, 0) : null);
  const [third, fourth] = [power(3), power(4)];
  const range = highest - lowest;
  const distances = b.map((value, at) => {
    const u = (value - lowest) / range;
    return Math.max((at + 1) / n - u, u - at / n);
  });
  return {
    n,
    ...two,
    cv: s / m,
    rd: over(gap, deviation(b.slice(1))),
    altRd: over(gap * (n - 2), highest - second),
    normRd: over(gap * (n - 1), range),
    skew: third === null ? null : (n / ((n - 1) * (n - 2))) * third,
    kurt:
      n < 4 || fourth === null
        ? null
        : ((n * (n + 1)) / ((n - 1) * (n - 2) * (n - 3))) * fourth - (3 * (n - 1) ** 2) / ((n - 2) * (n - 3)),
    ks: range > 0 ? Math.max(...distances) : null,
  };
}
