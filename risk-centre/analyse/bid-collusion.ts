/**
 * `bid-collusion`: rows of bids in, one answer for each tender out, and further ones on bidders, pairs and groups. Without labels every figure is a rank
 * in the file's own market; with a labelled file the answer is that of a model learned from it. An answer is an anomaly to be verified (待核实异常).
 */
import { acquaintances } from '../methods/procurement/acquaintance.ts';
import {
  collusionChance,
  type CollusionModel,
  fitCollusionModel,
  pulls,
} from '../methods/procurement/collusion-model.ts';
import { identicalBids } from '@opengoa/procurement/identical-bids';
import { patternedBids } from '@opengoa/procurement/patterned-bids';
import { type Features, type TenderPrices, tenderFeatures } from '../methods/procurement/tender-features.ts';
import type { BidAnswer } from './bid-answer.ts';
import { bidShape, bidsOf, type BidRow, labelledBidShape, type Tender, tendersOf } from './bid-rows.ts';
import { tiesOf } from './bid-ties.ts';
import { gapPatterns } from './gap-patterns.ts';
import { type AnalysisMethod, SettingRefused } from './method.ts';
import { type SignalledTender, tenderSignals } from './tender-signals.ts';
import { reasonOfModel, reasonOfSignals } from './tender-reasons.ts';

/** Which tenders stand out, and which bidders keep meeting, take turns or lose for others. See `methods/procurement`. */
export const bidCollusion: AnalysisMethod = {
  name: 'bid-collusion',
  about: {
    zh: '投标串通线索：报价离散、相同或等差、轮流中标、结伴投标、只投不中；每个项目一行，另有投标人、成对与成组各行',
    en: 'Signs of arranged bids: close, equal or patterned prices, turns, bidders that enter together or always lose',
  },
  input: bidShape,
  files: { labelled: labelledBidShape },
  output: ['tender', 'bidder', 'pattern'],
  async *run(rows, files, _settings, tools) {
    const known = files['labelled'] && (await bidsOf(files['labelled'], tools));
    const model = known && learnedOrRefused(known);
    const answers = analyseBids(await bidsOf(rows, tools), model);
    for (const { tender, bidder, pattern, score, flag, reason } of answers)
      yield { values: { tender, bidder, pattern }, score, flag, reason };
  },
};

function learnedOrRefused(known: readonly BidRow[]): CollusionModel {
  try {
    return learnFromBids(known);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new SettingRefused({
      zh: '--labelled 须同时有标为1和标为0的项目。',
      en: '--labelled needs tenders labelled 1 and tenders labelled 0.',
    });
  }
}

/** Share of the file's tenders that are flagged where nothing was learned, and tenders below which none is. */
const tail = 0.05;
const leastTenders = 20;

/** What a model is told of each tender: prices, size, and how well its bidders know each other where they are named. */
export function learnedFeatures(
  tenders: readonly (TenderPrices & { readonly bidderNames: readonly string[] })[],
): Features[] {
  const met = acquaintances(tenders.map(({ bidderNames }) => bidderNames));
  return tenders.map((tender, i) => ({
    ...tenderFeatures(tender, { size: true, number: true }),
    metMost: met[i]?.most ?? Number.NaN,
    metMean: met[i]?.mean ?? Number.NaN,
    metShare: met[i]?.share ?? Number.NaN,
    metTie: met[i]?.tie ?? Number.NaN,
  }));
}

/**
 * Learns from rows with labels: a tender is of kind 1 where any of its rows is.
 * @throws RangeError where the file has tenders of one kind only
 */
export function learnFromBids(rows: readonly BidRow[]): CollusionModel {
  const tenders = tendersOf(rows).filter(({ bids }) => bids.some(({ label }) => label !== null));
  const labels = tenders.map(({ bids }) => Number(bids.some(({ label }) => label === 1)));
  return fitCollusionModel(
    learnedFeatures(tenders.map(asNamed)),
    labels,
    tenders.map(({ id }) => id),
  );
}

/** @param model learned from another file, where there is one */
export function analyseBids(rows: readonly BidRow[], model?: CollusionModel): BidAnswer[] {
  const tenders = tendersOf(rows);
  const signalled = tenderSignals(tenders);
  const whole = model ? modelAnswers(tenders, model) : signalAnswers(signalled);
  return [...whole, ...patternAnswers(tenders), ...tiesOf(tenders)];
}

const asNamed = ({ bidders, amounts, winning, estimate }: Tender) => ({
  amounts,
  winning,
  estimate,
  bidderNames: bidders,
});

function modelAnswers(tenders: readonly Tender[], model: CollusionModel): BidAnswer[] {
  const features = learnedFeatures(tenders.map(asNamed));
  return tenders.map(({ id, amounts }, i) => {
    const score = collusionChance(model, features[i]!);
    const reason = reasonOfModel(id, amounts.length, score, pulls(model, features[i]!));
    return { tender: id, bidder: '', pattern: 'learned', score, flag: score >= 0.5 ? 1 : 0, reason };
  });
}

function signalAnswers(signalled: readonly SignalledTender[]): BidAnswer[] {
  const enough = signalled.length >= leastTenders;
  const limit = signalled.map(({ score }) => score).toSorted((a, b) => b - a)[Math.floor(tail * signalled.length)] ?? 1;
  return signalled.map(({ tender, signals, features, score }) => {
    const strongest = signals.toSorted((a, b) => b.rank - a.rank)[0];
    const flag = enough && strongest && score > limit ? 1 : 0;
    return {
      tender: tender.id,
      bidder: '',
      pattern: strongest && enough ? (flag ? strongest.kind : 'none') : 'insufficient_data',
      score,
      flag,
      reason: reasonOfSignals(tender, signals, features, signalled.length, enough),
    };
  });
}

/** Bids that are equal or follow a line, told where few tenders of the file have such: at a floor price equal bids are nothing. */
function patternAnswers(tenders: readonly Tender[]): BidAnswer[] {
  const equal = tenders.flatMap((tender) =>
    identicalBids(tender.amounts).map(({ amount, at }) => ({
      tender,
      pattern: 'identical-bids' as const,
      names: at.map((i) => tender.bids[i]!.bidder),
      reason: {
        zh: `${at.length}个报价同为${amount}。待核实异常`,
        en: `${at.length} bids are all ${amount}. To be verified`,
      },
    })),
  );
  const lined = tenders.flatMap((tender) => {
    const found = patternedBids(tender.amounts);
    if (found.status !== 'ok' || !found.reason) return [];
    const names = tender.bids.map(({ bidder }) => bidder);
    return [{ tender, pattern: 'progression' as const, names, reason: found.reason }];
  });
  const gaps = gapPatterns(tenders);
  const wide = gaps.filter(({ pattern }) => pattern === 'heavily-discounted');
  const close = gaps.filter(({ pattern }) => pattern === 'close-to-winner');
  return [equal, lined, close, wide].flatMap((found) => {
    const share = new Set(found.map(({ tender }) => tender.id)).size / Math.max(1, tenders.length);
    const rare = share <= tail || tenders.length < leastTenders;
    return found.map(({ tender, pattern, names, reason }) => ({
      tender: tender.id,
      bidder: names.filter(Boolean).join('|') || '*',
      pattern,
      score: 1 - share / 2,
      flag: rare ? (1 as const) : (0 as const),
      reason,
    }));
  });
}
