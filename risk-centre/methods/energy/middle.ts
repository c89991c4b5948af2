/** Middles and shares of numbers; NaN is passed over. */

/** Median; NaN where there is nothing. */
export function medianOf(values: ArrayLike<number>): number {
  return quantileOf(values, 0.5);
}

/** @param share 0 to 1. @returns the value that this share lies below, linear between neighbours; NaN where there is nothing */
export function quantileOf(values: ArrayLike<number>, share: number): number {
  const sorted = ascending(values);
  if (sorted.length === 0) return Number.NaN;
  const at = share * (sorted.length - 1);
  const below = Math.floor(at);
  const low = sorted[below]!;
  return low + (at - below) * ((sorted[below + 1] ?? low) - low);
}

/** The values that are numbers, ascending. */
export const ascending = (values: ArrayLike<number>): Float64Array =>
  Float64Array.from(values)
    .filter((value) => !Number.isNaN(value))
    .sort();

/** The share of ascending values below a value, ties counted half. */
export function rankAmong(sorted: ArrayLike<number>, value: number): number {
  if (sorted.length === 0 || Number.isNaN(value)) return Number.NaN;
  return (firstAtLeast(sorted, value, false) + firstAtLeast(sorted, value, true)) / (2 * sorted.length);
}

function firstAtLeast(sorted: ArrayLike<number>, value: number, above: boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value || (above && sorted[middle]! === value)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** 1.4826 times the median distance from the middle: the standard deviation, were the values normal. */
export function madOf(values: ArrayLike<number>, centre = medianOf(values)): number {
  return 1.4826 * medianOf(Float64Array.from(values, (value) => Math.abs(value - centre)));
}
