/**
 * How much the kits of one group repeat each other: the mean correlation of what they say about subjects that are alike in truth.
 *
 * Measured on every subject that all of them looked at, flagged or not: few subjects have the risk, so that what moves together there is the shared cause and not the truth.
 * Subjects people found true are taken from their own mean. By ranks, so that a few far values decide nothing (Pearson's r of a normal pair is 2 sin(π ρ_S / 6)).
 */
import { meanRanks } from '../mean-ranks.ts';
import { type MethodResult, insufficient, ok } from '../method-result.ts';

export interface Repeating {
  /** Mean over pairs of kits, 0 where they move against each other, drawn toward `usual` by so many subjects as `weightOfUsual`. */
  readonly rho: number;
  readonly pairs: number;
  readonly subjects: number;
}

/** Below so many subjects nothing is told; the usual weight of one half stands. */
export const fewestSubjects = 50;

/**
 * @param said one row for each subject: what each kit of the group says, in the same order
 * @param foundTrue rows that people found true; they are left out, since the truth moves all kits at once
 * @param usual correlation that stands for kits nobody has measured: 1/2
 */
export function correlationOfGroup(
  said: readonly (readonly number[])[],
  foundTrue: ReadonlySet<number> = new Set(),
  { usual = 0.5, weightOfUsual = 20 }: { readonly usual?: number; readonly weightOfUsual?: number } = {},
): MethodResult<Repeating> {
  const rows = said.filter((_, i) => !foundTrue.has(i));
  const kits = rows[0]?.length ?? 0;
  if (rows.length < fewestSubjects || kits < 2)
    return insufficient({
      zh: `同一组规则共同看过的对象${rows.length}个、规则${kits}条，至少需要${fewestSubjects}个、2条`,
      en: `${rows.length} subjects seen by ${kits} kits of the group; ${fewestSubjects} and 2 are needed`,
      needed: fewestSubjects,
      found: rows.length,
    });
  const columns = Array.from({ length: kits }, (_, k) => meanRanks(rows.map((row) => row[k]!)));
  let [sum, pairs] = [0, 0];
  for (let a = 0; a < kits; a++)
    for (let b = a + 1; b < kits; b++) {
      const r = correlation(columns[a]!, columns[b]!);
      // A kit that says the same of everybody moves with nobody.
      if (r === null) continue;
      sum += 2 * Math.sin((Math.PI * r) / 6);
      pairs += 1;
    }
  if (pairs === 0)
    return insufficient({ zh: '规则的说法没有差别', en: 'the kits say the same of everybody', needed: 1, found: 0 });
  const shrunk = (sum / pairs) * rows.length + usual * weightOfUsual;
  const rho = Math.min(1, Math.max(0, shrunk / (rows.length + weightOfUsual)));
  return ok({ rho, pairs, subjects: rows.length });
}

function correlation(x: readonly number[], y: readonly number[]): number | null {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [mx, my] = [mean(x), mean(y)];
  let [xx, yy, xy] = [0, 0, 0];
  for (const [i, value] of x.entries()) {
    xx += (value - mx) ** 2;
    yy += (y[i]! - my) ** 2;
    xy += (value - mx) * (y[i]! - my);
  }
  return xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : null;
}
