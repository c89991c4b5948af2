/** EV-08: how far people's and the machine's judgements agree. Cohen, J. (1968): Weighted kappa; Fleiss, J. L., Cohen, J. (1973); Bland, J. M., Altman, D. G. (1986). */
import { insufficient, type MethodResult, ok } from '../method-result.ts';

/** How much a disagreement counts: all alike, by how many grades, or by their square. To be said beside every kappa. */
export type KappaWeights = 'none' | 'linear' | 'quadratic';

/**
 * Agreement of grades beyond chance. It falls where the two give grades in unlike numbers: the table of grades is shown beside it.
 * @param table how often people gave the row's grade and the machine the column's; square
 */
export function weightedKappa(
  table: readonly (readonly number[])[],
  weights: KappaWeights,
): MethodResult<{ readonly kappa: number }> {
  const grades = table.length;
  if (table.some((row) => row.length !== grades)) throw new RangeError('a square table');
  const rows = table.map((row) => row.reduce((sum, count) => sum + count, 0));
  const columns = table.map((_, j) => table.reduce((sum, row) => sum + row[j]!, 0));
  const all = rows.reduce((sum, count) => sum + count, 0);
  const cost = (i: number, j: number) =>
    weights === 'none' ? Number(i !== j) : weights === 'linear' ? Math.abs(i - j) : (i - j) ** 2;
  let seen = 0;
  let byChance = 0;
  for (const [i, row] of table.entries())
    for (const [j, count] of row.entries()) {
      seen += cost(i, j) * count;
      byChance += (cost(i, j) * rows[i]! * columns[j]!) / all;
    }
  if (all === 0 || byChance === 0)
    return insufficient({ zh: '等次没有区别', en: 'only one grade was given', needed: 2, found: Math.min(1, all) });
  return ok({ kappa: 1 - seen / byChance });
}

export interface LimitsOfAgreement {
  /** Mean of machine less people. */
  readonly bias: number;
  /** Between which 95 of 100 differences are expected. */
  readonly low: number;
  readonly high: number;
}

/** Numbers of both for the same units: bias and limits, since two columns may correlate well and disagree always. */
export function limitsOfAgreement(
  machine: readonly number[],
  people: readonly number[],
): MethodResult<LimitsOfAgreement> {
  const apart = machine.map((value, i) => value - people[i]!);
  if (apart.length < 3)
    return insufficient({ zh: '对象不足三个', en: 'fewer than three units', needed: 3, found: apart.length });
  const bias = apart.reduce((sum, each) => sum + each, 0) / apart.length;
  const sd = Math.sqrt(apart.reduce((sum, each) => sum + (each - bias) ** 2, 0) / (apart.length - 1));
  return ok({ bias, low: bias - 1.96 * sd, high: bias + 1.96 * sd });
}
