import { reconciled } from '@opengoa/kernel/exact-identities';
import { copiedForward } from './copied-forward.ts';
import { fixedShares } from './fixed-share.ts';
import { lastYearRatio, pairsWithLastYear } from './last-year-ratio.ts';
import { meterMultiples } from './meter-multiple.ts';
import { type HeadedSeries, leastResidual, perHeadShare } from './per-head-share.ts';
import { scaledTogether } from './scaled-together.ts';
import { rankOneResidual } from './rank-one-residual.ts';
import type { ReportSeries } from './report-series.ts';
import { terminalDigits } from './terminal-digits.ts';
import {
  dispersionLimit,
  exactLimit,
  joined,
  notAble,
  type Tested,
  type TruthFinding,
  type TruthPattern,
} from './truth-finding.ts';

/** Units that share one meter, and what a total may have been spread over. */
export interface HeadGroup {
  readonly group: string;
  readonly members: readonly { readonly unit: string; readonly heads: number }[];
}

/** What is known of the meter behind a unit's indicator. */
export interface MeterOf {
  readonly unit: string;
  readonly indicator: string;
  /** Multiplier times resolution of the register: what the meter counts in; null where it is not known. */
  readonly step: number | null;
  /** What was read of it, by period. */
  readonly readings: ReadonlyMap<string, number>;
}

export interface TruthAnswer {
  readonly unit: string;
  readonly indicator: string;
  readonly from: string;
  readonly to: string;
  /** Empty where nothing was found. */
  readonly pattern: TruthPattern | '' | 'insufficient_data';
  readonly parameter: number | null;
  /** 0.5 is where a flag begins, 1 where the chance is the square of that; null where there is too little data. */
  readonly score: number | null;
  readonly flag: 0 | 1;
  readonly reason: { readonly zh: string; readonly en: string };
}

/**
 * Were these reports measured? Every series is answered: with each pattern found, with a clear word, or with what is missing. The strongest evidence is
 * arithmetic; a test that cannot tell (too few values, too coarse a rounding) is not counted as one that found nothing.
 */
export function* reportTruth(
  all: readonly ReportSeries[],
  groups: readonly HeadGroup[] = [],
  meters: readonly MeterOf[] = [],
  leastUnits = 3,
): Generator<TruthAnswer> {
  const tests = new Map<ReportSeries, Tested[]>(
    all.map((series) => [series, [lastYearRatio(series), copiedForward(series)]]),
  );
  const take = (found: ReadonlyMap<ReportSeries, Tested>) => {
    for (const [series, tested] of found) tests.get(series)?.push(tested);
  };
  for (const same of Map.groupBy(all, ({ indicator }) => indicator).values()) {
    const byUnit = new Map(same.map((series) => [series.unit, series]));
    const s0 = residualOfMeters(meters.filter(({ indicator }) => indicator === same[0]!.indicator));
    for (const { members } of groups) {
      const headed = members.flatMap(({ unit, heads }): HeadedSeries[] => {
        const series = byUnit.get(unit);
        return series && heads > 0 ? [{ series, heads }] : [];
      });
      take(perHeadShare(headed, s0));
      const sharing = headed.map(({ series }) => series);
      take(scaledTogether(sharing));
      take(fixedShares(sharing, Math.min(3, sharing.length)));
    }
    take(fixedShares(same, leastUnits));
  }
  const meterOf = new Map(meters.map((meter) => [`${meter.unit}\u0000${meter.indicator}`, meter]));
  for (const own of Map.groupBy(all, ({ unit }) => unit).values()) {
    if (own.every((series) => pairsWithLastYear(series).length < 3)) take(scaledTogether(own));
    const digits = digitsOf(own);
    for (const series of own) {
      const some = tests.get(series)!;
      some.push(digits, againstMeter(series, meterOf.get(`${series.unit}\u0000${series.indicator}`)));
      yield* answersOf(series, joined(some));
    }
  }
}

function* answersOf(series: ReportSeries, { findings, p, able }: Tested): Generator<TruthAnswer> {
  const { unit, indicator, points } = series;
  const [from, to] = [points[0]?.period ?? '', points.at(-1)?.period ?? ''];
  const told = findings.filter((each) => !isToldOtherwise(each, findings));
  for (const { pattern, from: since, to: until, parameter, p: chance, said } of told)
    yield {
      unit,
      indicator,
      from: since,
      to: until,
      pattern,
      parameter,
      score: scoreOf(chance, limitOf(pattern, chance)),
      flag: 1,
      reason: {
        zh: `待核实异常：${said.zh}。请提供原始读数或账单。`,
        en: `To be verified: ${said.en}. Please show readings or bills.`,
      },
    };
  if (told.length > 0) return;
  const same = { unit, indicator, from, to, parameter: null, flag: 0 } as const;
  if (!able) {
    const { zh, en } = {
      zh: `数据不足：共${points.length}期，取整${series.rounding}；至少需要连续4期、4期上年同期，或同一总表下3家单位，且取整足够细`,
      en: `not enough data: ${points.length} periods, rounded to ${series.rounding}; four in a row are needed, or four with the same period of last year, or three units of one meter, and a rounding fine enough`,
    };
    yield { ...same, pattern: 'insufficient_data', score: null, reason: { zh, en } };
    return;
  }
  const score = Math.min(0.49, scoreOf(p, exactLimit));
  const reason = {
    zh: `${points.length}期填报值没有固定分摊、固定比例或照抄，不作提示。`,
    en: `${points.length} periods follow no share, no ratio and no copy: nothing is said.`,
  };
  yield { ...same, pattern: '', score, reason };
}

/** One practice of one span is told once, by the test that comes first; a share per head keeps fixed proportions as well, and is the more telling one. */
function isToldOtherwise(one: TruthFinding, all: readonly TruthFinding[]): boolean {
  const meeting = all.filter((other) => other !== one && other.from <= one.to && other.to >= one.from);
  const before = all.slice(0, all.indexOf(one));
  return meeting.some(
    (other) =>
      (other.pattern === one.pattern && before.includes(other)) ||
      (one.pattern === 'fixed-share' && other.pattern === 'per-head-share'),
  );
}

/** 0.5 at the limit, 1 at its square, 0 at 1. */
const scoreOf = (p: number, limit: number): number =>
  Math.min(1, Math.log(Math.max(p, 1e-300)) / (2 * Math.log(limit)));

const limitOf = (pattern: TruthPattern, p: number): number =>
  p > exactLimit || pattern === 'digits' ? dispersionLimit : exactLimit;

/** Pooled over all a unit reported: below 240 values the test has no power and is not made. */
function digitsOf(own: readonly ReportSeries[]): Tested {
  const found = terminalDigits(
    own.flatMap(({ points, rounding }) => points.map(({ value }) => ({ value, unit: rounding }))),
  );
  if (found.status !== 'ok') return notAble;
  const p = Math.min(1, 2 * Math.min(found.zeroFiveP, found.p));
  if (p > exactLimit) return { findings: [], p, able: true };
  const periods = own.flatMap(({ points }) => points.map(({ period }) => period)).toSorted();
  const share = (100 * found.zeroFiveShare).toFixed(1);
  const said = {
    zh: `${found.n}个填报值的末位数字分布异常（0和5占${share}%，计量数据约20%）`,
    en: `the last digits of ${found.n} values are unusual (${share} % are 0 or 5; of metered ones about 20 %)`,
  };
  const finding = {
    pattern: 'digits' as const,
    from: periods[0]!,
    to: periods.at(-1)!,
    parameter: found.zeroFiveShare,
    p,
    said,
  };
  return { findings: [finding], p, able: true };
}

/** Accuracy class and a day or so of misalignment at both ends, relative. */
const meterSd = 0.04;

/** AU-07 and AU-08: the meter's steps, and what was read of it. */
function againstMeter(series: ReportSeries, meter: MeterOf | undefined): Tested {
  if (!meter) return notAble;
  const tested: Tested[] = [];
  if (meter.step !== null) {
    const multiples = meterMultiples(
      series.points.map(({ value }) => value),
      meter.step,
    );
    const wrong = series.points.filter((_, i) => multiples[i] === false);
    const able = multiples.some((each) => each !== null);
    // A reading that the meter cannot show is a matter of fact, not of chance; two of them are no slip of the pen.
    const p = wrong.length === 0 ? 1 : exactLimit ** (wrong.length / 2);
    const said = {
      zh: `有${wrong.length}期不是表计最小计量${meter.step}的整数倍（如${wrong[0]?.value}）`,
      en: `${wrong.length} periods are no multiple of the ${meter.step} that the meter counts in (${wrong[0]?.value} for one)`,
    };
    const finding = {
      pattern: 'precision' as const,
      from: wrong[0]?.period ?? '',
      to: wrong.at(-1)?.period ?? '',
      parameter: meter.step,
      p,
      said,
    };
    tested.push({ findings: wrong.length >= 2 ? [finding] : [], p, able });
  }
  const both = series.points.filter(({ period, value }) => value > 0 && (meter.readings.get(period) ?? 0) > 0);
  if (both.length > 0) {
    const { mean, z } = reconciled(
      both.map(({ value }) => value),
      both.map(({ period }) => meter.readings.get(period)!),
      meterSd,
    );
    const p = Math.min(1, 2 * Math.exp(-(z * z) / 2));
    const said = {
      zh: `${both.length}期填报值平均比表计读数${mean < 0 ? '低' : '高'}${Math.abs(100 * mean).toFixed(1)}%`,
      en: `over ${both.length} periods the report is ${Math.abs(100 * mean).toFixed(1)} % ${mean < 0 ? 'below' : 'above'} the meter`,
    };
    const finding = {
      pattern: 'meter-gap' as const,
      from: both[0]!.period,
      to: both.at(-1)!.period,
      parameter: mean,
      p,
      said,
    };
    tested.push({ findings: p <= exactLimit ? [finding] : [], p, able: true });
  }
  return joined(tested);
}

/** The 5th percentile of what pairs of metered peers leave as residual, and the floor of 3 % where fewer than 20 pairs are there. */
export function residualOfMeters(meters: readonly MeterOf[]): number {
  const residuals = meters.flatMap((one, i) =>
    meters.slice(i + 1, i + 40).flatMap((other) => {
      const months = [...one.readings.keys()].filter(
        (period) => one.readings.get(period)! > 0 && (other.readings.get(period) ?? 0) > 0,
      );
      if (months.length < 6) return [];
      const table = [one, other].map(({ readings }) => months.map((period) => readings.get(period)!));
      return [rankOneResidual(table, leastResidual).residualSd];
    }),
  );
  if (residuals.length < 20) return leastResidual;
  const sorted = residuals.toSorted((a, b) => a - b);
  return Math.max(leastResidual, sorted[Math.floor(0.05 * sorted.length)]!);
}
