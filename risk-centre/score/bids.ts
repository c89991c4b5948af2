/** Arranged tenders on labelled sets, and turns in made-up worlds. No group of a split stands on both sides of it. */
import { learnedFeatures } from '../analyse/bid-collusion.ts';
import { tenderSignals } from '../analyse/tender-signals.ts';
import type { Tender } from '../analyse/bid-rows.ts';
import { rotationLimit } from '../analyse/bid-ties.ts';
import { answerQuality, rocAuc } from '../methods/learning/ranking-quality.ts';
import { collusionChance, fitCollusionModel } from '../methods/procurement/collusion-model.ts';
import { type Features, tenderFeatures } from '../methods/procurement/tender-features.ts';
import { carWash, korea, type LabelledTender, switzerland } from './bid-sets.ts';
import { simpleScreens } from './bid-baselines.ts';
import { crossValidate } from './cross-validate.ts';
import { shareFound, type World } from './rotation-worlds.ts';
import { notThere, type Score, type ScoreLine, scoreLine } from './score-line.ts';

export const bidScore: Score = {
  name: 'bids',
  about: 'are tenders arranged, and do bidders take turns (bid-collusion)',
  *lines() {
    for (const set of sets) yield* ofSet(set);
    yield* turns();
  },
  remarks: [
    'Baselines: AUC of the tender, and balanced accuracy behind / where the way says yes or no. Prices alone are told beside size and ties on purpose.',
    'In Korea the tenders of decided cases were collected firm by firm and the clean ones were not, so that meetings are more frequent among them by the',
    'way the set was made: what ties add there is an upper bound for a new market.',
    'Switzerland: the number of bids alone reaches 0.70 and screens add little; the set names no bidders. Each bid bears the label of its tender, so that',
    'the target is told both by tender and by bid. Tried without gain: forests and mixtures of models, deeper and more trees, shares of close pairs,',
    'tightest runs, distances of ranks, digits and tax-free roundness, ranks among tenders of like size. Likeness to known rows of prices brought 0.005.',
    'Turns: the honest history that the test draws is the strong slow backlog; the other honest worlds are not the one it knows.',
    'Settings of the models were chosen while looking at these sets; they are the same for all but for depth and voice, which go by the number of tenders.',
  ],
};

const three = (value: number | null): string => (value === null ? '—' : value.toFixed(3));

/** What is learned from: `prices` are relative prices alone, `size` adds amounts, `ties` how often the bidders of a tender met elsewhere. */
interface Variant {
  readonly name: string;
  readonly of: (tenders: readonly LabelledTender[]) => Features[];
}

const prices =
  (size: boolean, number: boolean): Variant['of'] =>
  (tenders) =>
    tenders.map((tender) => tenderFeatures(tender, { size, number }));

interface LabelledSet {
  readonly name: string;
  readonly read: () => LabelledTender[] | null;
  readonly split: string;
  readonly splits: readonly number[];
  /** The target is asked of the last. */
  readonly variants: readonly Variant[];
  readonly published: string;
  readonly target: number;
  /** The set is told bid by bid, so that the target may be meant of bids as well. */
  readonly labelsAreOfBids?: boolean;
}

const withoutSizeAndNumber = (features: Features): Features =>
  Object.fromEntries(Object.entries(features).filter(([name]) => name !== 'n' && !name.startsWith('size')));

const sets: readonly LabelledSet[] = [
  {
    name: 'Car Wash',
    read: carWash,
    split: '5-fold by tender, 10 times',
    splits: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
    variants: [
      { name: 'prices, n', of: prices(false, true) },
      { name: 'prices, n, size', of: prices(true, true) },
    ],
    published: 'not readable (SBBD 2024)',
    target: 0.92,
  },
  {
    name: 'Korea',
    read: korea,
    split: '5-fold by linked firms, 3 times',
    splits: [1, 2, 3],
    variants: [
      { name: 'prices', of: prices(false, false) },
      {
        name: 'prices, ties (no n, no size)',
        of: (tenders) =>
          learnedFeatures(tenders.map((tender) => ({ ...tender, bidderNames: tender.firms }))).map(
            withoutSizeAndNumber,
          ),
      },
    ],
    published: 'none that could be checked',
    target: 0.93,
  },
  {
    name: 'Switzerland',
    read: switzerland,
    split: '5-fold by tender, twice',
    splits: [1, 2],
    variants: [
      { name: 'prices, n', of: prices(false, true) },
      { name: 'prices, n, size', of: prices(true, true) },
    ],
    published: 'F1 0.870 (0.866 for always yes); > 84 % right (Huber & Imhof 2019)',
    target: 0.78,
    labelsAreOfBids: true,
  },
];

function* ofSet({
  name,
  read,
  split,
  splits,
  variants,
  published,
  target,
  labelsAreOfBids,
}: LabelledSet): Generator<ScoreLine> {
  const tenders = read()?.filter(({ amounts }) => amounts.length > 0);
  if (!tenders) return yield notThere(name);
  const labels = tenders.map(({ label }) => label);
  const set = `${name}, ${tenders.length} tenders`;
  const screens = simpleScreens(tenders)
    .map((screen) => {
      const right = screen.flags && answerQuality(screen.flags, labels).balancedAccuracy;
      return `${screen.name} ${three(rocAuc(screen.scores, labels))}${right === null ? '' : ` / ${three(right)}`}`;
    })
    .join(', ');
  const unlabelled = tenderSignals(tenders.map(asTender)).map(({ score }) => score);
  yield scoreLine({
    set,
    metric: `tender AUC, no labels used (by bid ${three(bidAuc(tenders, unlabelled))})`,
    ours: three(rocAuc(unlabelled, labels)),
    baselines: screens,
  });
  for (const variant of variants) {
    const found = scored(tenders, variant, splits);
    const isLast = variant === variants.at(-1);
    const right = found.scores.map(
      (scores) =>
        answerQuality(
          scores.map((score) => score >= 0.5),
          labels,
        ).balancedAccuracy,
    );
    yield scoreLine({
      set,
      split,
      metric: `tender AUC, learned from ${variant.name} (balanced accuracy ${three(meanOf(right))})`,
      ours: three(found.auc) + (splits.length > 1 ? ` (${three(found.from)}-${three(found.to)})` : ''),
      published,
      target: isLast ? `>= ${target}` : '',
      ok: found.auc >= target,
    });
    const byBid = meanOf(found.scores.map((scores) => bidAuc(tenders, scores)));
    yield scoreLine({
      set,
      split,
      metric: `AUC counted by bid, learned from ${variant.name}`,
      ours: three(byBid),
      target: isLast && labelsAreOfBids ? `>= ${target}` : '',
      ok: byBid >= target,
    });
  }
}

function scored(tenders: readonly LabelledTender[], variant: Variant, splits: readonly number[]) {
  const labels = tenders.map(({ label }) => label);
  const groups = tenders.map(({ group }) => group);
  const features = variant.of(tenders);
  return crossValidate(
    labels,
    groups,
    (rows) => {
      const model = fitCollusionModel(
        rows.map((i) => features[i]!),
        rows.map((i) => labels[i]!),
        rows.map((i) => groups[i]!),
      );
      return (row) => collusionChance(model, features[row]!);
    },
    splits,
  );
}

const worlds: readonly (readonly [name: string, world: Omit<World, 'members' | 'tenders'>, target: string])[] = [
  ['perfect scheme (least won so far)', { kind: 'scheme' }, '>= 0.75'],
  ['scheme in 80 % of tenders', { kind: 'scheme', agreed: 0.8 }, ''],
  ['round robin', { kind: 'round-robin' }, ''],
  ['each once a round, any order', { kind: 'shuffled-rounds' }, ''],
  ['honest', { kind: 'honest' }, '<= 0.10'],
  ['honest, each twice the one before', { kind: 'unequal' }, '<= 0.10'],
  ['honest, capacity by count, odds x 0.61', { kind: 'count-capacity', strength: 0.5 }, '<= 0.10'],
  ['honest, capacity by count, odds x 0.37', { kind: 'count-capacity', strength: 1 }, '<= 0.10'],
  ['honest, capacity by count, odds x 0.14', { kind: 'count-capacity', strength: 2 }, '<= 0.10'],
  ['honest, slow backlog in value, mild', { kind: 'value-capacity', strength: 0.5 }, '<= 0.10'],
  ['honest, slow backlog in value, strong', { kind: 'value-capacity', strength: 1 }, '<= 0.10'],
  ['honest, backlog in value, strong, worked off faster', { kind: 'value-capacity', left: 0.7 }, '<= 0.10'],
  ['honest, backlog in value, half as strong again', { kind: 'value-capacity', strength: 1.5 }, ''],
];

function* turns(): Generator<ScoreLine> {
  for (const tenders of [8, 20]) {
    const groups = tenders === 8 ? 1000 : 200;
    for (const [name, world, wanted] of worlds) {
      const share = shareFound({ members: 4, tenders, ...world }, groups, rotationLimit, 5);
      const target = tenders === 20 && wanted.startsWith('>') ? '' : wanted;
      yield scoreLine({
        set: `made-up groups of 4 with ${tenders} tenders, ${name}; ${groups} groups`,
        metric: `share found at p <= ${rotationLimit}`,
        ours: three(share.ours),
        baselines: `value balance alone ${three(share.valueBalance)}, repeats alone ${three(share.repeats)}`,
        target,
        ok: target.startsWith('>') ? share.ours >= 0.75 : share.ours <= 0.1,
      });
    }
  }
}

function asTender(tender: LabelledTender, i: number): Tender {
  return {
    id: String(i),
    bids: [],
    amounts: tender.amounts,
    winning: tender.winning,
    estimate: tender.estimate,
    bidders: tender.firms,
    winner: '',
    region: '',
  };
}

/** Every bid answered by its tender's score: large tenders count more. */
function bidAuc(tenders: readonly LabelledTender[], scores: readonly number[]): number {
  const of = (values: readonly number[]) => tenders.flatMap(({ amounts }, i) => amounts.map(() => values[i]!));
  return rocAuc(of(scores), of(tenders.map(({ label }) => label))) ?? Number.NaN;
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
