import { pairsWithLastYear } from './last-year-ratio.ts';
import type { ReportSeries } from './report-series.ts';
import { sharedConstantRounded } from './shared-constant.ts';
import { exactLimit, notAble, type Tested } from './truth-finding.ts';

const leastSpread = 0.02;

/**
 * AU-02 where each series alone is too short, as with reports by year: one ratio of last year over several series of one period, such as all that one
 * unit reports, or one indicator of all units of a group.
 */
export function scaledTogether(some: readonly ReportSeries[]): Map<ReportSeries, Tested> {
  const found = new Map<ReportSeries, Tested>(some.map((series) => [series, notAble]));
  const pairs = some.flatMap((series) => pairsWithLastYear(series).map((pair) => ({ ...pair, series })));
  for (const [period, at] of Map.groupBy(pairs, (pair) => pair.period)) {
    if (at.length < 3) continue;
    const { members, constant, chance, atBest } = sharedConstantRounded(at, leastSpread);
    const flagged = members.length >= 3 && chance <= exactLimit;
    const isCopy = members.every((i) => at[i]!.value === at[i]!.base);
    const change = (100 * (constant - 1)).toFixed(2);
    const said = {
      zh: `${period}有${members.length}项（共${at.length}项）填报值都等于上年同期乘${constant.toPrecision(6)}（${change}%），偏差不超过取整误差`,
      en: `${members.length} of ${at.length} reports of ${period} are last year’s times ${constant.toPrecision(6)} (${change} %), all to the rounding`,
    };
    const pattern = isCopy ? ('copied-forward' as const) : ('last-year-ratio' as const);
    const finding = { pattern, from: period, to: period, parameter: isCopy ? 1 : constant, p: chance, said };
    for (const [i, { series }] of at.entries()) {
      const before = found.get(series)!;
      const mine = flagged && members.includes(i);
      found.set(series, {
        findings: mine ? [...before.findings, finding] : before.findings,
        p: Math.min(before.p, mine ? chance : 1),
        able: before.able || atBest <= exactLimit,
      });
    }
  }
  return found;
}
