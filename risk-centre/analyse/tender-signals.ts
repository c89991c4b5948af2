/**
 * What stands out in one tender without any label: its prices against those of the same file. Limits of the literature (CV < 0.06, RD > 1) hold in
 * the markets they were found in, so every figure is a rank in the own market.
 */
import { quantile } from '@opengoa/procurement/fences';
import { acquaintances } from '../methods/procurement/acquaintance.ts';
import { type Features, tenderFeatures } from '../methods/procurement/tender-features.ts';
import type { Tender } from './bid-rows.ts';

export type SignalKind = 'close-prices' | 'close-group' | 'prices-apart' | 'high-price' | 'known-bidders';

export interface TenderSignal {
  readonly kind: SignalKind;
  /** Rank in the own market, in (0, 1): 1 stands out most. */
  readonly rank: number;
  readonly value: number;
}

export interface SignalledTender {
  readonly tender: Tender;
  readonly features: Features;
  readonly signals: readonly TenderSignal[];
  /** The joint rank, in (0, 1); 0.5 where nothing is known. */
  readonly score: number;
}

/**
 * A market whose middle CV lies below this has a floor or a benchmark that honest bids cluster at: closeness says nothing there, and what stands out
 * is the tender whose prices keep off the cluster.
 */
const clusteredBelow = 0.02;

/** How much a signal counts. Groups of three find partial agreement, and by chance a close three is found in every large tender. */
const weightOf: Readonly<Record<SignalKind, number>> = {
  'close-prices': 1,
  'close-group': 0.5,
  'prices-apart': 1,
  'high-price': 1,
  'known-bidders': 1,
};

export function isClustered(features: readonly Features[]): boolean {
  const known = features.map(({ lnCv }) => lnCv!).filter((value) => !Number.isNaN(value));
  return known.length > 0 && Math.exp(quantile(known, 0.5)) < clusteredBelow;
}

export function tenderSignals(tenders: readonly Tender[]): SignalledTender[] {
  const features = tenders.map((tender) => tenderFeatures(tender, { size: false, number: true }));
  const clustered = isClustered(features);
  const met = acquaintances(tenders.map(({ bidders }) => bidders)).map((each) => each?.mean ?? Number.NaN);
  const column = (of: (each: Features) => number) => features.map((each) => of(each));
  const cvOf = (each: Features) => (Number.isNaN(each['cv3Middle']!) ? Math.exp(each['lnCv']!) : each['cv3Middle']!);
  const least = (each: Features) => (Number.isNaN(each['cv3Least']!) ? Math.exp(each['lnCv']!) : each['cv3Least']!);
  const columns: [SignalKind, number[], sign: 1 | -1][] = [
    ...(clustered
      ? ([['prices-apart', column((each) => each['diffp']!), 1]] satisfies [SignalKind, number[], 1][])
      : ([
          ['close-prices', column(cvOf), -1],
          ['close-group', column(least), -1],
        ] satisfies [SignalKind, number[], -1][])),
    ['high-price', column((each) => each['winnerToEstimate']!), 1],
    ['known-bidders', met, 1],
  ];
  const ranked = columns.map(([kind, values, sign]) => ({ kind, values, ranks: ranksOf(values.map((v) => sign * v)) }));
  return tenders.map((tender, i) => {
    const signals = ranked.flatMap(({ kind, values, ranks }) => {
      const rank = ranks[i]!;
      return rank === null ? [] : [{ kind, rank, value: values[i]! }];
    });
    const logit = signals.reduce((sum, { kind, rank }) => sum + weightOf[kind] * Math.log(rank / (1 - rank)), 0);
    return { tender, features: features[i]!, signals, score: 1 / (1 + Math.exp(-logit)) };
  });
}

/** Middle ranks in (0, 1), ties alike; null where there is no value, or where all values are one. */
function ranksOf(values: readonly number[]): (number | null)[] {
  const known = values.filter((value) => !Number.isNaN(value)).toSorted((a, b) => a - b);
  if (known.length < 3 || known[0] === known.at(-1)) return values.map(() => null);
  const first = new Map<number, number>();
  const last = new Map<number, number>();
  for (const [i, value] of known.entries()) {
    if (!first.has(value)) first.set(value, i);
    last.set(value, i);
  }
  return values.map((value) =>
    Number.isNaN(value) ? null : ((first.get(value)! + last.get(value)!) / 2 + 1) / (known.length + 1),
  );
}
