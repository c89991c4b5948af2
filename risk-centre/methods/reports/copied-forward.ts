import { chanceOfAgreement, roundingOf } from '@opengoa/kernel/exact-identities';
import { follows, type ReportPoint, type ReportSeries } from './report-series.ts';
import { logChoose } from '../patterns/tails.ts';
import { exactLimit, notAble, type Tested } from './truth-finding.ts';

/** Honest months differ from each other by 5 % of their size at the least. */
const leastSpread = 0.05;

interface Repeat {
  readonly of: ReportPoint;
  readonly at: ReportPoint;
}

/**
 * AU-04: months that repeat the month before exactly, or failing that any other month. A round number weighs less,
 * since it repeats for good reasons. Zeros are left out.
 */
export function copiedForward({ points, rounding }: ReportSeries): Tested {
  const some = points.filter(({ value }) => value > 0);
  const next = some.flatMap((at, i): Repeat[] => {
    const of = some[i - 1];
    return of && follows(at.period, of.period) ? [{ of, at }] : [];
  });
  if (next.length < 3) return notAble;
  const repeated = next.filter(({ of, at }) => of.value === at.value);
  const forward = chanceOf(repeated, next.length, rounding);
  const able = chanceOf(next.slice(0, 3), next.length, rounding) <= exactLimit;
  if (forward <= exactLimit) {
    const [from, to] = [repeated[0]!.of.period, repeated.at(-1)!.at.period];
    const count = repeated.length;
    const said = {
      zh: `${from}至${to}有${count}期与上一期完全相同，偶然出现的可能为${forward.toExponential(1)}`,
      en: `${count} periods from ${from} to ${to} repeat the period before exactly; by chance ${forward.toExponential(1)}`,
    };
    const finding = { pattern: 'copied-forward' as const, from, to, parameter: 1, p: forward, said };
    return { findings: [finding], p: forward, able: true };
  }
  const anywhere = repeatsAnywhere(some);
  const far = chanceOf(anywhere, (some.length * (some.length - 1)) / 2, rounding);
  if (far > exactLimit) return { findings: [], p: Math.min(forward, far), able };
  const periods = anywhere.flatMap(({ of, at }) => [of.period, at.period]).toSorted();
  const [from, to] = [periods[0]!, periods.at(-1)!];
  const said = {
    zh: `${from}至${to}有${anywhere.length}期与另一期完全相同，偶然出现的可能为${far.toExponential(1)}`,
    en: `${anywhere.length} periods from ${from} to ${to} repeat another one exactly; by chance ${far.toExponential(1)}`,
  };
  return {
    findings: [{ pattern: 'copied-forward', from, to, parameter: anywhere.length, p: far, said }],
    p: far,
    able: true,
  };
}

function repeatsAnywhere(points: readonly ReportPoint[]): Repeat[] {
  const first = new Map<number, ReportPoint>();
  return points.flatMap((at) => {
    const of = first.get(at.value);
    if (of) return [{ of, at }];
    first.set(at.value, at);
    return [];
  });
}

/** That these and no fewer of so many pairs agree; one run of repeats lies in one place, however long it is. */
function chanceOf(repeats: readonly Repeat[], pairs: number, rounding: number): number {
  // One repeat may always be chance: of many series some have one.
  if (repeats.length < 2) return 1;
  const opens = repeats.map(({ of }, i) => repeats[i - 1]?.at !== of);
  let log = logChoose(pairs, opens.filter(Boolean).length);
  for (const [i, { at }] of repeats.entries()) {
    // A round number, one of a hundred, may have been meant as one: a run of it weighs as much less as ten times the rounding.
    const unit = opens[i] && roundingOf([at.value]) >= 100 * rounding ? 10 * rounding : rounding;
    log += Math.log(Math.min(1, chanceOfAgreement(unit, leastSpread * at.value)));
  }
  return Math.min(1, Math.exp(log));
}
