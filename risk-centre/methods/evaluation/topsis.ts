/** EV-05: how near units are to the best and how far from the worst (TOPSIS). Hwang, C. L., Yoon, K. (1981): Multiple Attribute Decision Making. */

/** The best and the worst of each indicator. Fixed beforehand, no unit that joins or leaves can swap two others. */
export interface IdealPoints {
  readonly best: readonly number[];
  readonly worst: readonly number[];
}

export interface Closeness {
  readonly toBest: number;
  readonly toWorst: number;
  /** 0 at the worst, 1 at the best; null where best and worst are one point. */
  readonly closeness: number | null;
}

/**
 * @param rows units by indicators, as measured. @param moreIsBetter for each indicator. @param weights of sum 1
 * @param ideal fixed points in the indicators' own units; left out, those of the sample, and then the order of two units may hang on a third. With fixed
 *   points the scale is fixed as well: the longer of best and worst, not the length of the sample's column
 */
export function topsis(
  rows: readonly (readonly number[])[],
  moreIsBetter: readonly boolean[],
  weights: readonly number[],
  ideal?: IdealPoints,
): Closeness[] {
  if (rows.some((row) => row.length !== weights.length) || moreIsBetter.length !== weights.length)
    throw new RangeError('a weight and a direction for each indicator');
  const lengths = weights.map((_, j) =>
    ideal ? Math.max(Math.abs(ideal.best[j]!), Math.abs(ideal.worst[j]!)) : Math.hypot(...rows.map((row) => row[j]!)),
  );
  const weighted = (row: readonly number[]) =>
    row.map((value, j) => (lengths[j]! > 0 ? (weights[j]! * value) / lengths[j]! : 0));
  const all = rows.map(weighted);
  const end = (best: boolean) =>
    ideal
      ? weighted(best ? ideal.best : ideal.worst)
      : moreIsBetter.map((more, j) => Math[more === best ? 'max' : 'min'](...all.map((row) => row[j]!)));
  const [best, worst] = [end(true), end(false)];
  const away = (row: readonly number[], point: readonly number[]) =>
    Math.hypot(...row.map((value, j) => value - point[j]!));
  return all.map((row) => {
    const [toBest, toWorst] = [away(row, best), away(row, worst)];
    return { toBest, toWorst, closeness: toBest + toWorst > 0 ? toWorst / (toBest + toWorst) : null };
  });
}
