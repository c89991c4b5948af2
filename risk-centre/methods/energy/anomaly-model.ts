/**
 * Learned from readings that people have judged: what unusualness alone says, as a logistic curve, and boosted trees on top of it that may correct it and
 * not throw it away. Along every figure that is a size the trees only rise. Each meter counts the same, however many anomalies it has.
 */
import { type BoostedTrees, boostedChance, fitBoostedTrees } from '../learning/boosted-trees.ts';
import { fitLogistic, type LogisticModel } from '../learning/logistic.ts';
import { seeded } from '@opengoa/kernel/seeded';
import type { ReadingFeatures } from './reading-features.ts';

export interface AnomalyModel {
  readonly names: readonly string[];
  readonly curve: LogisticModel;
  readonly trees: BoostedTrees;
  /** Log odds by which ones were over-counted in learning; taken off again. */
  readonly overcount: number;
}

export interface JudgedMeter {
  readonly features: ReadingFeatures;
  /** For each place of the grid 1 for an anomaly, 0 for none, null where nobody said. */
  readonly labels: readonly (0 | 1 | null)[];
}

const settings = {
  rounds: 30,
  rate: 0.05,
  depth: 3,
  leastLeaf: 5,
  featureShare: 0.3,
  ridge: 200,
  rowShare: 0.6,
  seed: 1,
};
const withSign = /^(?:liveliness|movement|beyond)/;
/** What all ones of a meter weigh together, and how many ordinary readings of it are learned from. */
const onesWeight = 300;
/** Anomalies are 2 to 5 of 100 readings (EN-04); of a handful of meters the own share says little of the next. */
const usualShare = 0.03;
const ordinaryMost = 1_000;

/** @throws RangeError where there are only anomalies, or none */
export function fitAnomalyModel(meters: readonly JudgedMeter[]): AnomalyModel {
  const names = Object.keys(meters[0]?.features ?? {});
  const next = seeded(7);
  const rows: Float64Array[] = [];
  const labels: number[] = [];
  const weights: number[] = [];
  let [onesWeighed, zerosWeighed] = [0, 0];
  for (const meter of meters) {
    const own = { ones: 0, zeros: 0 };
    for (const label of meter.labels) if (label !== null) own[label === 1 ? 'ones' : 'zeros'] += 1;
    for (const [place, label] of meter.labels.entries()) {
      if (label === null || (label === 0 && next() >= ordinaryMost / own.zeros)) continue;
      const row = rowAt(names, meter.features, place);
      if (Number.isNaN(row[names.indexOf('score')]!)) continue;
      rows.push(row);
      labels.push(label);
      weights.push(label === 1 ? onesWeight / own.ones : 1);
      if (label === 1) onesWeighed += onesWeight / own.ones;
      else zerosWeighed += 1;
    }
  }
  if (onesWeighed === 0 || zerosWeighed === 0) throw new RangeError('readings of both kinds are needed');
  const score = names.indexOf('score');
  const curve = fitLogistic(
    rows.map((row) => [Math.log1p(row[score]!)]),
    labels,
    0.1,
    weights,
  );
  const rising = new Set([...names.keys()].filter((j) => !withSign.test(names[j]!)));
  const offsets = rows.map((row) => offsetOf(curve, row[score]!));
  const trees = fitBoostedTrees(rows, labels, { ...settings, rising }, weights, offsets);
  const overcount = Math.log((onesWeighed * (1 - usualShare)) / (zerosWeighed * usualShare));
  return { names, curve, trees, overcount };
}

/** The chance that people would call a reading an anomaly; NaN where nothing was read. */
export function anomalyChance(
  { names, curve, trees, overcount }: AnomalyModel,
  features: ReadingFeatures,
  place: number,
): number {
  const score = features['score']![place]!;
  if (Number.isNaN(score)) return Number.NaN;
  return boostedChance(trees, rowAt(names, features, place), offsetOf(curve, score) - overcount);
}

const offsetOf = ({ intercept, slopes }: LogisticModel, score: number): number =>
  intercept + slopes[0]! * Math.log1p(score);

const rowAt = (names: readonly string[], features: ReadingFeatures, place: number): Float64Array =>
  Float64Array.from(names, (name) => features[name]![place]!);
