/** EV-02: an indicator on a scale of 0 to 1 by bounds that were fixed beforehand. Bounds from the sample rewrite everybody's score when a member joins. */

/** What is better: more, less, or to lie within `from` and `to`. `worst` and `best` are fixed beforehand: a policy's value, best practice, a floor. */
export type Scale =
  | { readonly better: 'more' | 'less'; readonly low: number; readonly high: number }
  | {
      readonly better: 'within';
      readonly low: number;
      readonly from: number;
      readonly to: number;
      readonly high: number;
    };

/**
 * The value between 0 (worst) and 1 (best), cut off at both ends; within a span it is a trapezoid.
 * @throws RangeError where the bounds do not rise, or a number is not finite
 */
export function scaled(value: number, scale: Scale): number {
  const bounds = scale.better === 'within' ? [scale.low, scale.from, scale.to, scale.high] : [scale.low, scale.high];
  if (![value, ...bounds].every(Number.isFinite)) throw new RangeError('values and bounds are finite');
  const risesAt = (i: number) =>
    bounds[i]! < bounds[i + 1]! || (scale.better === 'within' && i === 1 && scale.from === scale.to);
  if (!bounds.slice(1).every((_, i) => risesAt(i))) throw new RangeError('bounds rise');
  const cut = (share: number) => Math.min(1, Math.max(0, share));
  if (scale.better === 'within')
    return Math.min(
      cut((value - scale.low) / (scale.from - scale.low)),
      cut((scale.high - value) / (scale.high - scale.to)),
    );
  const share = cut((value - scale.low) / (scale.high - scale.low));
  return scale.better === 'more' ? share : 1 - share;
}

/**
 * By the lowest and highest of the sample: for description of one sample only.
 * @param rows units by indicators. @param moreIsBetter for each indicator
 * @returns rows of 0 to 1; a column in which all are alike is 0
 */
export function scaledBySample(rows: readonly (readonly number[])[], moreIsBetter: readonly boolean[]): number[][] {
  const bounds = moreIsBetter.map((_, j) => {
    const column = rows.map((row) => row[j]!);
    return [Math.min(...column), Math.max(...column)] as const;
  });
  return rows.map((row) =>
    row.map((value, j) => {
      const [low, high] = bounds[j]!;
      if (low === high) return 0;
      return moreIsBetter[j] ? (value - low) / (high - low) : (high - value) / (high - low);
    }),
  );
}
