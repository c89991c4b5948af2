import { roundingOf } from '@opengoa/kernel/exact-identities';
import { type ReportSeries, spansOf } from './report-series.ts';
import { type Pair, sharedConstant } from './shared-constant.ts';
import { exactLimit, notAble, type Tested, type TruthFinding } from './truth-finding.ts';

/** The use of two metered buildings moves against each other by 3 % a month at the very least (chapter AU-01, floor of s₀). */
const leastSpread = 0.03;
const leastMonths = 3;

/** A year of one unit: what it reported by period, zeros left out. */
interface Span {
  readonly series: ReportSeries;
  readonly valueOf: ReadonlyMap<string, number>;
  readonly rounding: number;
}

/**
 * AU-01, exact, for weights that nobody told: units whose values keep one proportion to each other in all months are shares of one total. Every pair
 * of units is looked at; the chance counts how many pairs there are.
 * @param all series of one indicator: of the units that share a meter, or of all there are
 * @param leastUnits how many must keep one proportion: two buildings behind one meter are common where nobody said that they share one, three are not
 * @returns by series
 */
export function fixedShares(all: readonly ReportSeries[], leastUnits = 3): Map<ReportSeries, Tested> {
  const found = new Map<ReportSeries, Tested>();
  const years = new Map<string, Span[]>();
  for (const series of all)
    for (const points of spansOf(
      series.points.filter(({ value }) => value > 0),
      leastMonths,
    )) {
      // A series that never moves keeps every proportion to another one like it: that is copying, and told of as such.
      if (new Set(points.map(({ value }) => value)).size < leastMonths) continue;
      const year = points[0]!.period.slice(0, 4);
      const valueOf = new Map(points.map(({ period, value }) => [period, value]));
      const span = { series, valueOf, rounding: roundingOf([...valueOf.values()]) };
      years.set(year, [...(years.get(year) ?? []), span]);
    }
  for (const spans of years.values())
    for (const [series, tested] of sharesOf(spans, leastUnits)) {
      const before = found.get(series) ?? notAble;
      found.set(series, {
        findings: [...before.findings, ...tested.findings],
        p: Math.min(before.p, tested.p),
        able: before.able || tested.able,
      });
    }
  return found;
}

function sharesOf(spans: readonly Span[], leastUnits: number): Map<ReportSeries, Tested> {
  const pairs = (spans.length * (spans.length - 1)) / 2;
  const least = spans.map(() => 1);
  const able = spans.map(() => false);
  const sharesWith = spans.map((): { readonly other: number; readonly periods: readonly string[] }[] => []);
  for (let i = 0; i < spans.length; i += 1)
    for (let j = i + 1; j < spans.length; j += 1) {
      const both = together(spans[i]!, spans[j]!);
      if (both.length < leastMonths) continue;
      able[i] = able[j] = true;
      if (!neighboursAgree(both)) continue;
      const { members, chance } = sharedConstant(both, leastSpread);
      const p = Math.min(1, chance * pairs);
      least[i] = Math.min(least[i]!, p);
      least[j] = Math.min(least[j]!, p);
      // Two series of which most months do not agree may both follow something else.
      if (p > exactLimit || members.length < leastMonths || members.length * 2 <= both.length) continue;
      const periods = members.map((m) => both[m]!.period).toSorted();
      sharesWith[i]!.push({ other: j, periods });
      sharesWith[j]!.push({ other: i, periods });
    }
  return new Map(
    spans.map(({ series }, i): [ReportSeries, Tested] => {
      // All of them share with each other, or it is no one total.
      const others = sharesWith[i]!.filter(
        ({ other }) =>
          sharesWith[i]!.filter((third) => sharesWith[other]!.some((each) => each.other === third.other)).length >=
          leastUnits - 2,
      );
      if (others.length === 0 || others.length + 1 < leastUnits)
        return [series, { findings: [], p: 1, able: able[i]! }];
      return [series, { findings: [findingOf(spans, i, others, least[i]!)], p: least[i]!, able: able[i]! }];
    }),
  );
}

function findingOf(
  spans: readonly Span[],
  own: number,
  others: readonly { readonly other: number; readonly periods: readonly string[] }[],
  p: number,
): TruthFinding {
  const periods = others[0]!.periods;
  const [from, to] = [periods[0]!, periods.at(-1)!];
  const sumOf = ({ valueOf }: Span) => periods.reduce((sum, period) => sum + (valueOf.get(period) ?? 0), 0);
  const mine = sumOf(spans[own]!);
  const share = mine / others.reduce((sum, { other }) => sum + sumOf(spans[other]!), mine);
  const names = others.map(({ other }) => spans[other]!.series.unit);
  const beside = `${names.slice(0, 3).join('、')}${names.length > 3 ? `…(${names.length})` : ''}`;
  const percent = (100 * share).toFixed(3);
  return {
    pattern: 'fixed-share',
    from,
    to,
    parameter: share,
    p,
    said: {
      zh: `${from}至${to}有${periods.length}期与${beside}保持固定比例（占其合计${percent}%），偏差不超过取整误差`,
      en: `${periods.length} periods from ${from} to ${to} keep one proportion to ${beside} (${percent} % of their sum), all to the rounding`,
    },
  };
}

interface DatedPair extends Pair {
  readonly period: string;
}

function together(a: Span, b: Span): DatedPair[] {
  const both: DatedPair[] = [];
  for (const [period, value] of a.valueOf) {
    const base = b.valueOf.get(period);
    if (base !== undefined) both.push({ period, value, base, unit: a.rounding, baseUnit: b.rounding });
  }
  return both;
}

/** Where more than half of the months agree, some neighbours do: most pairs of honest units end here. */
function neighboursAgree(both: readonly Pair[]): boolean {
  return both.some((one, i) => {
    const next = both[(i + 1) % both.length]!;
    const ratio = (one.value * next.base) / (one.base * next.value);
    const width = one.unit / one.value + one.baseUnit / one.base + next.unit / next.value + next.baseUnit / next.base;
    return Math.abs(ratio - 1) <= width;
  });
}
