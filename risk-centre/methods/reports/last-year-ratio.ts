import { roundingOf } from '@opengoa/kernel/exact-identities';
import { type ReportSeries, spansOf, yearBefore } from './report-series.ts';
import { type Pair, sharedConstantRounded } from './shared-constant.ts';
import { exactLimit, joined, notAble, type Tested } from './truth-finding.ts';

/** Honest buildings vary against last year by 2 % a month at the very least; most by 5 % and more. */
const leastSpread = 0.02;

interface DatedPair extends Omit<Pair, 'unit'> {
  readonly period: string;
}

/** Each month beside the same month a year before, where both were reported and neither is 0. */
export function pairsWithLastYear({ points }: ReportSeries): DatedPair[] {
  const valueOf = new Map(points.map(({ period, value }) => [period, value]));
  return points.flatMap(({ period, value }) => {
    const base = valueOf.get(yearBefore(period)) ?? 0;
    return value > 0 && base > 0 ? [{ period, value, base, baseUnit: 0 }] : [];
  });
}

/**
 * AU-02 and AU-03, exact: one ratio times last year's months reproduces all of this year's, or more of them than chance allows.
 * The ratio may have been applied to last year's value before its rounding: where the strict form does not hold, that is tried too.
 */
export function lastYearRatio(series: ReportSeries): Tested {
  const pairs = pairsWithLastYear(series);
  if (pairs.length < 3) return notAble;
  return joined(spansOf(pairs, 4).map(ratioOf));
}

function ratioOf(span: readonly DatedPair[]): Tested {
  const lastRounding = roundingOf(span.map(({ base }) => base));
  const strict = sharedConstantRounded(span, leastSpread);
  const loose = sharedConstantRounded(
    span.map((pair) => ({ ...pair, baseUnit: lastRounding })),
    leastSpread,
  );
  const best = loose.chance < strict.chance ? loose : strict;
  const able = strict.atBest <= exactLimit;
  const fine = best.members.every((i) => best.unit / span[i]!.value <= 0.001);
  const enough = best.members.length >= (fine ? 3 : 4);
  if (!enough || best.chance > exactLimit) return { findings: [], p: best.chance, able };
  const months = best.members.map((i) => span[i]!).toSorted((a, b) => (a.period < b.period ? -1 : 1));
  const [from, to] = [months[0]!.period, months.at(-1)!.period];
  const ratio = best.constant;
  const copied = months.every(({ value, base }) => value === base);
  const change = (100 * (ratio - 1)).toFixed(2);
  const some = `${months.length}/${span.length}`;
  const finding = {
    from,
    to,
    parameter: copied ? 1 : ratio,
    p: best.chance,
    ...(copied
      ? {
          pattern: 'copied-forward' as const,
          said: {
            zh: `${from}至${to}有${some}期与上年同期完全相同`,
            en: `${some} periods from ${from} to ${to} repeat the same period of last year exactly`,
          },
        }
      : {
          pattern: 'last-year-ratio' as const,
          said: {
            zh: `${from}至${to}有${some}期等于上年同期乘${ratio.toPrecision(6)}（${change}%），偏差不超过取整${best.unit}`,
            en: `${some} periods from ${from} to ${to} are last year’s times ${ratio.toPrecision(6)} (${change} %), all to the rounding of ${best.unit}`,
          },
        }),
  };
  return { findings: [finding], p: best.chance, able: true };
}
