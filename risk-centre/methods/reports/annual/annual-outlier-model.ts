/** Annual reports like those that were marked before: limits by kind are learned from marks, so that what a reviewer holds for usual is left alone. */
import { type BoostedTrees, boostedChance, fitBoostedTrees } from '../../learning/boosted-trees.ts';
import { type AnnualPlace, annualPlaces } from './annual-places.ts';
import type { AnnualReport } from './annual-report.ts';

export interface AnnualOutlierModel {
  readonly kinds: readonly string[];
  readonly trees: BoostedTrees;
}

/** A kind with fewer reports than this is not told apart by name. */
const leastOfKind = 40;
/** Robust standard deviations from which a distance is told finely: features are cut at quantiles, and outliers are few. */
const tail = 1.2;
const shape = {
  depth: 4,
  rounds: 200,
  rate: 0.04,
  featureShare: 0.4,
  rowShare: 0.7,
  leastLeaf: 0.5,
  ridge: 1,
} as const;

/** Features of every report of one year, before names of kinds; NaN where there is nothing. No mark, id, place or date is among them. */
export function annualFeatures(reports: readonly AnnualReport[]): { kind: string; features: number[] }[] {
  return annualPlaces(reports).places.map((place) => ({ kind: place.report.kind, features: featuresOf(place) }));
}

type Described = ReturnType<typeof annualFeatures>[number];

function featuresOf({ report, identities, reported, electricity, primary, amongAll }: AnnualPlace): number[] {
  const nothing = Number.NaN;
  const z = reported?.z ?? nothing;
  const { area, uses, parts, total, standing } = report;
  return [
    z,
    Math.abs(z),
    z > tail ? z : nothing,
    z < -tail ? z : nothing,
    reported?.logRatio ?? nothing,
    reported ? reported.logRatio + reported.peers.middle : nothing,
    reported ? Math.log(Math.min(reported.below, 1 - reported.below)) : nothing,
    reported && !reported.peers.widened ? Math.log(reported.peers.logs.length) : 0,
    reported?.peers.spread ?? nothing,
    amongAll?.z ?? nothing,
    electricity?.z ?? nothing,
    primary?.z ?? nothing,
    standing ?? nothing,
    area !== null && area > 0 ? Math.log(area) : nothing,
    uses.length,
    uses[0] && area ? uses[0].area / area : nothing,
    total ? (parts.gas ?? 0) / total : nothing,
    identities.normalToActual ?? nothing,
    identities.usesToArea ?? nothing,
    identities.intensityToTotal ?? nothing,
    identities.partsToTotal ?? nothing,
  ];
}

const rowOf = (kinds: readonly string[], { kind, features }: Described): Float64Array =>
  Float64Array.from([...features, ...kinds.map((each) => Number(each === kind))]);

/**
 * @param described by `annualFeatures` of a whole year; the model may be shown some of them
 * @param labels 1 where a reviewer marked the report
 * @throws RangeError where all labels are the same
 */
export function fitAnnualOutlierModel(
  described: readonly Described[],
  labels: readonly number[],
  seed = 3,
): AnnualOutlierModel {
  if (new Set(labels).size < 2) throw new RangeError('a model needs reports with a mark and reports without');
  const sizes = Map.groupBy(described, ({ kind }) => kind);
  const kinds = [...sizes].filter(([, own]) => own.length >= leastOfKind).map(([kind]) => kind);
  const rows = described.map((each) => rowOf(kinds, each));
  return { kinds, trees: fitBoostedTrees(rows, labels, { ...shape, seed }) };
}

/** The chance, in [0, 1], that a reviewer would mark the report. */
export const markChance = ({ kinds, trees }: AnnualOutlierModel, described: Described): number =>
  boostedChance(trees, rowOf(kinds, described));
