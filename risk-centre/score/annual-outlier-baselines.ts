/** Simple ways of finding odd annual reports. */
import type { AnnualReport } from '../methods/reports/annual/annual-report.ts';

export interface SimpleDistance {
  readonly name: string;
  /** Not below 0; 0 where there is nothing to measure. */
  readonly scores: readonly number[];
}

/** @param past reports of the year before; without them change is not told */
export function outlierBaselines(reports: readonly AnnualReport[], past: readonly AnnualReport[]): SimpleDistance[] {
  const kinds = Map.groupBy(reports, ({ kind }) => kind);
  const before = new Map(past.map((report) => [report.id, report.intensity ?? 0]));
  const ways = [
    { name: 'z of all', scores: zScores(reports, () => reports) },
    { name: 'IQR of all', scores: fenceScores(reports, () => reports) },
    { name: 'z of the kind', scores: zScores(reports, ({ kind }) => kinds.get(kind)!) },
    { name: 'IQR of the kind', scores: fenceScores(reports, ({ kind }) => kinds.get(kind)!) },
    {
      name: 'z of logarithms of the kind',
      scores: zScores(reports, ({ kind }) => kinds.get(kind)!, Math.log),
    },
  ];
  if (past.length === 0) return ways;
  const change = reports.map(({ id, intensity }) => {
    const was = before.get(id) ?? 0;
    return was > 0 && (intensity ?? 0) > 0 ? Math.abs(intensity! / was - 1) : 0;
  });
  return [...ways, { name: 'change on last year', scores: change }];
}

type Group = (report: AnnualReport) => readonly AnnualReport[];

/** What was reported, on a scale; a scale that does not take a value leaves it out. */
const known = (reports: readonly AnnualReport[], scale = (value: number) => value): number[] =>
  reports.flatMap(({ intensity }) => (intensity === null ? [] : scale(intensity))).filter(Number.isFinite);

/** Work once for each group, since many reports share one. */
function byGroup<Fact>(
  reports: readonly AnnualReport[],
  group: Group,
  of: (own: readonly AnnualReport[]) => Fact,
): Fact[] {
  const facts = new Map<readonly AnnualReport[], Fact>();
  return reports.map((report) => {
    const own = group(report);
    const fact = facts.get(own) ?? of(own);
    facts.set(own, fact);
    return fact;
  });
}

function zScores(reports: readonly AnnualReport[], group: Group, scale = (value: number) => value): number[] {
  const facts = byGroup(reports, group, (own) => {
    const values = known(own, scale);
    const mean = values.reduce((sum, each) => sum + each, 0) / values.length;
    return { mean, sd: Math.sqrt(values.reduce((sum, each) => sum + (each - mean) ** 2, 0) / values.length) };
  });
  return reports.map(({ intensity }, i) => {
    const { mean, sd } = facts[i]!;
    const value = intensity === null ? Number.NaN : scale(intensity);
    return Number.isFinite(value) && sd > 0 ? Math.abs(value - mean) / sd : 0;
  });
}

/** Distance beyond the middle half, in widths of it. */
function fenceScores(reports: readonly AnnualReport[], group: Group): number[] {
  const facts = byGroup(reports, group, (own) => {
    const sorted = known(own).toSorted((a, b) => a - b);
    const at = (q: number) => sorted[Math.round(q * (sorted.length - 1))] ?? 0;
    return { low: at(0.25), high: at(0.75) };
  });
  return reports.map(({ intensity }, i) => {
    const { low, high } = facts[i]!;
    return intensity !== null && high > low ? Math.max(0, low - intensity, intensity - high) / (high - low) : 0;
  });
}
