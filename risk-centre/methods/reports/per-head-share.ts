import { largestCovering, roundingOf } from '@opengoa/kernel/exact-identities';
import { chiSquareAtMost } from '../gamma-distribution.ts';
import { rankOneResidual } from './rank-one-residual.ts';
import { type ReportSeries, spansOf } from './report-series.ts';
import { logChoose } from '../patterns/tails.ts';
import { chanceOfMeeting, endsOf, widthOf } from './shared-constant.ts';
import { dispersionLimit, exactLimit, notAble, type Tested, type TruthFinding } from './truth-finding.ts';

/** Metered use per head differs between units by 10 % at the least, and moves from month to month by 3 % (floor of s₀). */
const leastBetweenUnits = 0.1;
export const leastResidual = 0.03;
/** Each part of the evidence must say something by itself: levels that happen to be alike are not enough. */
const eachAtMost = 0.2;

export interface HeadedSeries {
  readonly series: ReportSeries;
  /** People, area, posts: what a total may have been spread over. */
  readonly heads: number;
}

/**
 * AU-01 where the denominators are known: does one constant a month, times each unit's heads, reproduce what the units of one meter reported? To the
 * rounding (exact), or with a little noise on it (dispersion).
 * @param group series of one indicator, one for each unit below one meter; heads above 0
 * @param s0 least residual spread of independent meters, from metered peers where there are some
 * @returns by series; those of the group that are not found keep the p of the whole group
 */
export function perHeadShare(group: readonly HeadedSeries[], s0 = leastResidual): Map<ReportSeries, Tested> {
  const answer = new Map<ReportSeries, Tested>(group.map(({ series }) => [series, notAble]));
  if (group.length < 2) return answer;
  for (const { periods, values } of tablesOf(group)) {
    const exact = exactly(group, periods, values);
    const spread = exact.members.length > 0 ? null : dispersed(group, periods, values, s0);
    const finding = spread?.finding ?? exact.finding;
    for (const [k, { series }] of group.entries()) {
      const before = answer.get(series)!;
      const mine = finding && (spread?.finding !== undefined || exact.members.includes(k)) ? [finding] : [];
      answer.set(series, {
        findings: [...before.findings, ...mine],
        p: Math.min(before.p, exact.p, spread?.p ?? 1),
        able: before.able || exact.able || (spread?.able ?? false),
      });
    }
  }
  return answer;
}

interface Table {
  readonly periods: readonly string[];
  /** By unit, then by period; null where nothing above 0 was reported. */
  readonly values: readonly (readonly (number | null)[])[];
}

function tablesOf(group: readonly HeadedSeries[]): Table[] {
  const periods = [...new Set(group.flatMap(({ series }) => series.points.map(({ period }) => period)))].toSorted();
  const valuesOf = group.map(
    ({ series }) => new Map(series.points.flatMap(({ period, value }) => (value > 0 ? [[period, value]] : []))),
  );
  return spansOf(
    periods.map((period) => ({ period })),
    3,
  ).map((span) => {
    const some = span.map(({ period }) => period);
    return { periods: some, values: valuesOf.map((values) => some.map((period) => values.get(period) ?? null)) };
  });
}

interface Exact {
  readonly members: readonly number[];
  readonly finding?: TruthFinding;
  readonly p: number;
  readonly able: boolean;
}

function exactly(group: readonly HeadedSeries[], periods: readonly string[], values: Table['values']): Exact {
  const roundings = values.map((row) => roundingOf(row.filter((value) => value !== null)));
  const pairOf = (k: number, t: number) => ({
    value: values[k]![t]!,
    base: group[k]!.heads,
    unit: roundings[k]!,
    baseUnit: 0,
  });
  const present = periods.map((_, t) => [...group.keys()].filter((k) => values[k]![t] !== null));
  const covering = present.map((some, t) =>
    largestCovering(some.map((k) => endsOf(pairOf(k, t)))).map((at) => some[at]!),
  );
  const usual = [...group.keys()].filter((k) => {
    const months = present.filter((some) => some.includes(k)).length;
    return 2 * covering.filter((some) => some.length > 1 && some.includes(k)).length > months;
  });
  const months = [...periods.keys()].filter((t) => {
    const some = usual.filter((k) => values[k]![t] !== null);
    return some.length > 1 && largestCovering(some.map((k) => endsOf(pairOf(k, t)))).length === some.length;
  });
  const chanceOver = (members: readonly number[], over: readonly number[]) => {
    let log = logChoose(group.length, members.length) + logChoose(periods.length, over.length);
    for (const [nth, t] of over.entries()) {
      const widths = members.flatMap((k) => (values[k]![t] === null ? [] : [widthOf(pairOf(k, t))]));
      const widest = Math.max(...widths);
      const first = widths.indexOf(widest);
      for (const [i, width] of widths.entries())
        if (i !== first)
          log += Math.log(chanceOfMeeting(width + widest, nth === 0 ? leastBetweenUnits : leastResidual));
    }
    return Math.min(1, Math.exp(log));
  };
  const everybody = [...group.keys()].filter((k) => values[k]!.some((value) => value !== null));
  const able = (everybody.length > 2 || periods.length > 2) && chanceOver(everybody, [...periods.keys()]) <= exactLimit;
  const enough = usual.length > 2 || (usual.length === 2 && months.length > 2);
  const p = usual.length > 1 && months.length > 0 ? chanceOver(usual, months) : 1;
  if (!enough || p > exactLimit) return { members: [], p, able };
  const per = meanOf(
    months.map(
      (t) =>
        sumOf(usual, (k) => values[k]![t] ?? 0) / sumOf(usual, (k) => (values[k]![t] === null ? 0 : group[k]!.heads)),
    ),
  );
  const [from, to] = [periods[months[0]!]!, periods[months.at(-1)!]!];
  const said = {
    zh: `${from}至${to}有${months.length}期，${usual.length}家单位的填报值与人数（分母）完全成比例（平均每人${per.toPrecision(6)}），偏差不超过取整误差`,
    en: `in ${months.length} periods from ${from} to ${to} what ${usual.length} units reported is exactly in proportion to their heads (${per.toPrecision(6)} each on the average), all to the rounding`,
  };
  return { members: usual, finding: { pattern: 'per-head-share', from, to, parameter: per, p, said }, p, able: true };
}

interface Dispersed {
  readonly finding?: TruthFinding;
  readonly p: number;
  readonly able: boolean;
}

/**
 * The same with noise: ln(value / heads), less the mean of each month, splits into how far the units' levels lie apart and what is left; both are far
 * smaller than independent meters allow. Where the heads do not fit, the residual alone may still be too small: a fixed share with other weights.
 */
function dispersed(
  group: readonly HeadedSeries[],
  periods: readonly string[],
  values: Table['values'],
  s0: number,
): Dispersed {
  const whole = [...periods.keys()].filter((t) => values.every((row) => row[t] !== null));
  const [units, months] = [group.length, whole.length];
  if (months < 3 || (units < 3 && months < 6)) return { p: 1, able: false };
  const perHead = values.map((row, k) => whole.map((t) => row[t]! / group[k]!.heads));
  const { residualSd, unitEffects, p: ofResidual } = rankOneResidual(perHead, s0, dispersionLimit);
  const between = unitEffects.reduce((sum, each) => sum + each ** 2, 0);
  const ofLevels = chiSquareAtMost(between / leastBetweenUnits ** 2, units - 1);
  const product = Math.max(ofResidual * ofLevels, 1e-300);
  // Fisher's combination of two independent p.
  const both = product * (1 - Math.log(product));
  const [from, to] = [periods[whole[0]!]!, periods[whole.at(-1)!]!];
  const spread = (100 * residualSd).toFixed(2);
  if (both <= dispersionLimit && ofResidual <= eachAtMost && ofLevels <= eachAtMost) {
    const per = meanOf(perHead.flat());
    const said = {
      zh: `${from}至${to}的${months}期，${units}家单位的填报值几乎与人数（分母）成比例（平均每人${per.toPrecision(4)}，离散${spread}%），各自计量时很少如此一致`,
      en: `over ${months} periods from ${from} to ${to} what ${units} units reported is nearly in proportion to their heads (${per.toPrecision(4)} each, spread ${spread} %); meters of their own rarely agree so well`,
    };
    return { finding: { pattern: 'per-head-share', from, to, parameter: per, p: both, said }, p: both, able: true };
  }
  if (ofResidual <= dispersionLimit) {
    const said = {
      zh: `${from}至${to}的${months}期，${units}家单位的填报值几乎保持固定比例（离散${spread}%），各自计量时很少如此一致`,
      en: `over ${months} periods from ${from} to ${to} what ${units} units reported keeps nearly one proportion (spread ${spread} %); meters of their own rarely agree so well`,
    };
    const finding = { pattern: 'fixed-share' as const, from, to, parameter: residualSd, p: ofResidual, said };
    return { finding, p: ofResidual, able: true };
  }
  return { p: Math.min(ofResidual, both), able: true };
}

const sumOf = (members: readonly number[], each: (k: number) => number): number =>
  members.reduce((sum, k) => sum + each(k), 0);
const meanOf = (values: readonly number[]): number => values.reduce((sum, each) => sum + each, 0) / values.length;
