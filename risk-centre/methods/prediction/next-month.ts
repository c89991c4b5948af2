/** RE-13, the probability that something happens to a subject in the next month: a logistic regression with shrinkage on what is known by the end of this one. */
import { fitLogistic, type LogisticModel, logisticChance } from '../learning/logistic.ts';
import { type Standard, standardised, standardOf } from '../learning/standardise.ts';
import { type MethodResult, insufficient, ok } from '../method-result.ts';
import { featureNames, featuresOf, type SubjectMonth } from './history-features.ts';

export interface NextMonthModel {
  readonly measures: readonly string[];
  readonly names: readonly string[];
  readonly standards: readonly Standard[];
  readonly logistic: LogisticModel;
  /** Months foretold in learning, and how often it happened in them. */
  readonly learned: number;
  readonly happened: number;
  /** Last month whose outcome was learned from. */
  readonly until: number;
}

export interface Foretold {
  readonly subject: string;
  readonly month: number;
  readonly probability: number;
  /** What moves it most from the usual, in log odds, up to three. */
  readonly because: readonly { readonly feature: string; readonly logOdds: number }[];
}

/** Fewest happenings, and fewest months without, to learn from. */
export const fewestToLearn = 30;
const ridge = 2;

export function bySubject(rows: readonly SubjectMonth[]): Map<string, SubjectMonth[]> {
  const groups = Map.groupBy(rows, ({ subject }) => subject);
  for (const group of groups.values()) group.sort((a, b) => a.month - b.month);
  return groups;
}

/** @param until outcomes of later months are not read */
export function learnNextMonth(
  subjects: ReadonlyMap<string, readonly SubjectMonth[]>,
  until: number,
  measures: readonly string[],
): MethodResult<NextMonthModel> {
  const rows: number[][] = [];
  const labels: number[] = [];
  for (const months of subjects.values())
    for (const { month, happened } of months) {
      if (month > until || happened === null) continue;
      const past = months.filter((each) => each.month < month);
      if (past.length === 0) continue;
      rows.push(featuresOf(past, month - 1, measures));
      labels.push(happened);
    }
  const times = labels.filter((label) => label === 1).length;
  const found = Math.min(times, labels.length - times);
  if (found < fewestToLearn)
    return insufficient({
      zh: `历史月份中发生与未发生各至少${fewestToLearn}次，较少的一类为${found}次`,
      en: `${fewestToLearn} months of either outcome are needed; the rarer has ${found}`,
      needed: fewestToLearn,
      found,
    });
  const names = featureNames(measures);
  const standards = names.map((_, j) => standardOf(rows.map((row) => row[j]!)));
  const logistic = fitLogistic(
    rows.map((row) => row.map((value, j) => standardised(value, standards[j]!))),
    labels,
    ridge,
  );
  return ok({ measures, names, standards, logistic, learned: labels.length, happened: times, until });
}

/** @param month the last one known; foretold is the one after it. Subjects of which nothing is known are left out */
export function foretell(
  { measures, names, standards, logistic }: NextMonthModel,
  subjects: ReadonlyMap<string, readonly SubjectMonth[]>,
  month: number,
): Foretold[] {
  return [...subjects].flatMap(([subject, months]) => {
    const past = months.filter((each) => each.month <= month);
    if (past.length === 0) return [];
    const row = featuresOf(past, month, measures).map((value, j) => standardised(value, standards[j]!));
    const because = row
      .map((value, j) => ({ feature: names[j]!, logOdds: value * logistic.slopes[j]! }))
      .filter(({ logOdds }) => logOdds !== 0)
      .toSorted((a, b) => Math.abs(b.logOdds) - Math.abs(a.logOdds));
    return { subject, month: month + 1, probability: logisticChance(logistic, row), because: because.slice(0, 3) };
  });
}
