/** Reports as they come about when nobody reads a meter, made from the totals of real buildings; and honest ones beside them. */
import { perHeadShare } from '../methods/reports/per-head-share.ts';
import { type HeadGroup, reportTruth, type TruthAnswer } from '../methods/reports/report-truth.ts';
import { type ReportPoint, type ReportSeries, seriesOf, yearBefore } from '../methods/reports/report-series.ts';
import { normal, shuffled } from '@opengoa/kernel/seeded';
import { falseOfBaselines, hitsOfBaselines } from './report-baselines.ts';
import { type RealBuilding, wholeYears } from './real-months.ts';

type Random = () => number;
type Batches = readonly (readonly RealBuilding[])[];

const rounded = (value: number, unit: number): number => Math.round(value / unit) * unit;
const honestSeries = ({ name, indicator, months }: RealBuilding, unit: number): ReportSeries =>
  seriesOf(
    name,
    indicator,
    [...months].map(([period, value]) => ({ period, value: rounded(value, unit) })),
  );
/** People in a building: one for about 25 m², more or fewer by a third. */
const headsOf = ({ area }: RealBuilding, random: Random): number =>
  Math.max(3, Math.round((area / 25) * Math.exp(0.3 * normal(random))));

/** Exact tests are those of arithmetic; what is found by dispersion says that it is nearly so. */
const isExact = ({ flag, reason }: TruthAnswer): boolean => flag === 1 && !reason.en.includes('nearly');

function groupsOf(batch: readonly RealBuilding[], random: Random): { group: HeadGroup; buildings: RealBuilding[] }[] {
  const some = shuffled(batch, random);
  return Array.from({ length: Math.floor(some.length / 4) }, (_, g) => {
    const buildings = some.slice(4 * g, 4 * g + 4);
    const members = buildings.map((each) => ({ unit: each.name, heads: headsOf(each, random) }));
    return { group: { group: String(g), members }, buildings };
  });
}

/** Honest files with real area behind their heads: whatever is flagged is wrong. */
export function falseAlarms(batches: Batches, unit: number, random: Random) {
  let series = 0;
  const flagged = { exact: 0, all: 0 };
  const files: ReportSeries[][] = [];
  for (const batch of batches) {
    const file = batch.map((building) => honestSeries(building, unit));
    const groups = groupsOf(batch, random).map(({ group }) => group);
    series += file.length;
    const answers = [...reportTruth(file, groups)];
    flagged.all += new Set(answers.filter(({ flag }) => flag === 1).map((each) => each.unit)).size;
    flagged.exact += new Set(answers.filter(isExact).map((each) => each.unit)).size;
    files.push(file);
  }
  return { series, flagged, baselines: falseOfBaselines(files) };
}

/** A way of making up one year of one group: the values that are reported, by building. */
type Make = (buildings: readonly RealBuilding[], months: readonly string[], random: Random) => number[][] | null;

const totals = (buildings: readonly RealBuilding[], months: readonly string[]) =>
  months.map((month) => buildings.reduce((sum, each) => sum + (each.months.get(month) ?? 0), 0));

const ofLastYear =
  (changed: (month: number) => boolean): Make =>
  (buildings, months, random) => {
    if (!buildings.every((each) => months.every((month) => each.months.has(yearBefore(month))))) return null;
    return buildings.map((each) => {
      const ratio = 0.9 + 0.095 * random();
      return months.map((month, t) =>
        changed(t) ? ratio * Math.round(each.months.get(yearBefore(month))!) : each.months.get(month)!,
      );
    });
  };

const spreadBy = (buildings: readonly RealBuilding[], months: readonly string[], weights: readonly number[]) => {
  const sum = weights.reduce((total, each) => total + each, 0);
  return weights.map((weight) => totals(buildings, months).map((total) => (total * weight) / sum));
};

export const practices = {
  'share per head': (buildings, months, random) =>
    spreadBy(
      buildings,
      months,
      buildings.map((each) => headsOf(each, random)),
    ),
  'fixed share': (buildings, months, random) =>
    spreadBy(
      buildings,
      months,
      buildings.map(() => 0.2 + random()),
    ),
  'last year times a ratio': ofLastYear(() => true),
  'eight of twelve months scaled': ofLastYear((t) => t % 3 !== 2),
  'three months copied forward': (buildings, months, random) =>
    buildings.map((each) => {
      const from = Math.floor(random() * (months.length - 3));
      return months.map((_, t) => each.months.get(months[t > from && t <= from + 3 ? from : t]!)!);
    }),
} as const satisfies Record<string, Make>;
export type Practice = keyof typeof practices;

const expected: Readonly<Record<Practice, readonly string[]>> = {
  'share per head': ['per-head-share'],
  'fixed share': ['fixed-share'],
  'last year times a ratio': ['last-year-ratio'],
  'eight of twelve months scaled': ['last-year-ratio'],
  'three months copied forward': ['copied-forward'],
};

/** Groups of four with their last year in common, of which no month comes to less than 500 roundings. */
function* yearsOf(batches: Batches, unit: number, random: Random) {
  for (const batch of batches)
    for (const { group, buildings } of groupsOf(batch, random)) {
      const year = wholeYears(buildings[0]!)
        .filter((each) => buildings.every((other) => wholeYears(other).includes(each)))
        .at(-1);
      if (year === undefined) continue;
      const months = [...buildings[0]!.months.keys()].filter((month) => month.startsWith(year)).toSorted();
      const isLarge = (value: number | undefined) => value === undefined || value >= 500 * unit;
      const before = months.map(yearBefore);
      if (buildings.every((each) => [...months, ...before].every((month) => isLarge(each.months.get(month)))))
        yield { group, buildings, months };
    }
}

/** What is found of one practice: each made series is one case. */
export function found(practice: Practice, batches: Batches, unit: number, random: Random) {
  let [cases, hits, right] = [0, 0, 0];
  const files: ReportSeries[][] = [];
  for (const { buildings, months } of yearsOf(batches, unit, random)) {
    const heads = seededAgain(random);
    const made: Make = practices[practice];
    const values = made(buildings, months, heads());
    if (values === null) continue;
    const file = buildings.map((each, k) => {
      const before = [...each.months].flatMap(([period, value]): ReportPoint[] =>
        period < months[0]! ? [{ period, value: Math.round(value) }] : [],
      );
      const now = months.map((period, t) => ({ period, value: rounded(values[k]![t]!, unit) }));
      return seriesOf(each.name, each.indicator, [...before, ...now]);
    });
    const again = heads();
    const members = buildings.map((each) => ({ unit: each.name, heads: headsOf(each, again) }));
    const groups = practice === 'share per head' ? [{ group: 'one meter', members }] : [];
    const answers = [...reportTruth(file, groups)];
    files.push(file);
    for (const { unit: own } of file) {
      const mine = answers.filter((each) => each.unit === own && each.flag === 1);
      cases += 1;
      if (mine.length > 0) hits += 1;
      if (mine.some(({ pattern }) => expected[practice].includes(pattern))) right += 1;
    }
  }
  return { cases, hits, right, baselines: hitsOfBaselines(files) };
}

/** The same numbers twice: heads that a total was spread by are the heads that are told. */
function seededAgain(random: Random): () => Random {
  const drawn = Array.from({ length: 64 }, () => random());
  return () => {
    let at = 0;
    return () => drawn[at++ % drawn.length]!;
  };
}

/** Per-head share with 2 % of noise on each value, and honest groups beside it; each building takes part in many groups. */
export function jitteredShare(batches: Batches, random: Random) {
  let [cases, hits, honestGroups, wrong, adverse] = [0, 0, 0, 0, 0];
  while (honestGroups < 2_000)
    for (const { buildings, months } of yearsOf(batches, 1, random)) {
      const heads = buildings.map((each) => headsOf(each, random));
      const shared = spreadBy(buildings, months, heads).map((row) =>
        row.map((value) => value * (1 + 0.02 * normal(random))),
      );
      const honest = buildings.map((each) => months.map((month) => each.months.get(month)!));
      const isFlagged = (values: readonly number[][], of: readonly number[]) => {
        const group = buildings.map(({ name, indicator }, k) => ({
          series: seriesOf(
            name,
            indicator,
            months.map((period, t) => ({ period, value: Math.round(values[k]![t]!) })),
          ),
          heads: of[k]!,
        }));
        return [...perHeadShare(group).values()].some(({ findings }) => findings.length > 0);
      };
      cases += 1;
      honestGroups += 1;
      if (isFlagged(shared, heads)) hits += 1;
      if (isFlagged(honest, heads)) wrong += 1;
      // The hardest honest case: heads that happen to be in proportion to what each used.
      if (
        isFlagged(
          honest,
          honest.map((row) => row.reduce((sum, value) => sum + value, 0) / 3_000),
        )
      )
        adverse += 1;
    }
  return { cases, hits, honestGroups, wrong, adverse: adverse / honestGroups };
}
