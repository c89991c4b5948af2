/** Columns made comparable: middle 0, spread 1, far values drawn in. A missing value stands as NaN in, and in the middle out. */

export interface Standard {
  readonly centre: number;
  readonly scale: number;
}

/** Median and the quartile range over 1.349, or the standard deviation where more than half of the values are equal. */
export function standardOf(values: readonly number[]): Standard {
  const sorted = values.filter((value) => !Number.isNaN(value)).toSorted((a, b) => a - b);
  if (sorted.length === 0) return { centre: 0, scale: 1 };
  const at = (q: number) => {
    const place = q * (sorted.length - 1);
    const below = Math.floor(place);
    return sorted[below]! + (place - below) * ((sorted[below + 1] ?? sorted[below]!) - sorted[below]!);
  };
  const robust = (at(0.75) - at(0.25)) / 1.349;
  const mean = sorted.reduce((sum, value) => sum + value, 0) / sorted.length;
  const deviation = Math.sqrt(sorted.reduce((sum, value) => sum + (value - mean) ** 2, 0) / sorted.length);
  const scale = robust > 0 ? robust : deviation;
  return { centre: at(0.5), scale: scale > 0 ? scale : 1 };
}

/** @param limit beyond so many spreads a value counts as that far and no farther */
export const standardised = (value: number, { centre, scale }: Standard, limit = 4): number =>
  Number.isNaN(value) ? 0 : Math.max(-limit, Math.min(limit, (value - centre) / scale));
