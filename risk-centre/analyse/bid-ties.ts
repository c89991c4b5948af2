/** Findings on bidders, pairs and groups across the tenders of a file: who keeps meeting, who takes turns, who bids often and hardly wins. */
import { discoveries } from '../methods/false-discovery.ts';
import { biddingGroups } from '../methods/procurement/bidding-groups.ts';
import { coBiddingPairs } from '@opengoa/procurement/co-bidding';
import { losingOften } from '@opengoa/procurement/losing-often';
import { type NearTie, marginalBids } from '../methods/procurement/marginal-bids.ts';
import { rotation, rotationReason } from '@opengoa/procurement/rotation';
import type { BidAnswer } from './bid-answer.ts';
import type { Tender } from './bid-rows.ts';

/** At or below it, turns are told (power and false alarms: `score/bids.ts`). */
export const rotationLimit = 0.05;
const falseShare = 0.1;
const between = '|';

/** Groups and pairs that keep meeting, and the turns they take; nothing where bidders are not named. */
export function tiesOf(tenders: readonly Tender[], seed = 1): BidAnswer[] {
  const attendance = tenders.map(({ bidders }) => bidders).filter((bidders) => bidders.length > 1);
  if (attendance.length < 8) return [];
  const pairs = coBiddingPairs(attendance);
  const found = discoveries(
    pairs.map(({ p }) => p),
    falseShare,
    'any',
  );
  const close = pairs.filter(({ jaccard, both }, i) => found.flagged[i] && jaccard >= 0.5 && both >= 5);
  const groups = biddingGroups(attendance, 3, 49, seed);
  const together = [
    ...groups.map(({ members }) => members),
    ...close
      .map(({ pair }) => pair)
      .filter((pair) => !groups.some(({ members }) => pair.every((each) => members.includes(each)))),
  ];
  return [
    ...close.map(({ pair, both, jaccard, p }): BidAnswer => ({
      tender: '',
      bidder: pair.join(between),
      pattern: 'co-bidding-pair',
      score: 1 - p,
      flag: 1,
      reason: {
        zh: `${pair.join('、')}共同投标${both}次，占双方参与项目的${percent(jaccard)}；各自随机参与时不低于此数的概率为${p.toExponential(1)}。待核实异常`,
        en: `${pair.join(' and ')} met in ${both} tenders, ${percent(jaccard)} of those either took part in; entering at random this or more has probability ${p.toExponential(1)}. To be verified`,
      },
    })),
    ...groups.map(({ members, coherence, exclusivity, p }): BidAnswer => ({
      tender: '',
      bidder: members.join(between),
      pattern: 'co-bidding-group',
      score: 1 - p,
      flag: p <= 0.05 ? 1 : 0,
      reason: {
        zh: `${members.length}家常在一起投标：内聚度${coherence.toFixed(2)}，排他度${exclusivity.toFixed(2)}；打乱参与关系后出现同样紧密组合的概率为${p.toFixed(2)}。待核实异常`,
        en: `${members.length} bidders keep to each other: coherence ${coherence.toFixed(2)}, exclusivity ${exclusivity.toFixed(2)}; in rewired networks a group as tight has probability ${p.toFixed(2)}. To be verified`,
      },
    })),
    ...turnsOf(tenders, together, seed),
    ...losersOf(tenders),
  ];
}

function turnsOf(tenders: readonly Tender[], groups: readonly (readonly string[])[], seed: number): BidAnswer[] {
  const told = groups.map((members) => {
    const met = tenders.filter(
      ({ bidders, winner }) => members.includes(winner) && bidders.filter((each) => members.includes(each)).length > 1,
    );
    const winners = met.map(({ winner }) => members.indexOf(winner));
    const values = met.map(({ winning }) => winning!);
    return { members, met, found: rotation({ winners, values, members: members.length }, seed) };
  });
  const judged = told.flatMap(({ members, met, found }) => (found.status === 'ok' ? [{ members, met, found }] : []));
  const among = discoveries(
    judged.map(({ found }) => found.p),
    falseShare,
  );
  return [
    ...judged.map(({ members, met, found }, i): BidAnswer => {
      const words = rotationReason(found, members);
      const ties = marginalBids(nearTies(met, members));
      const margin = ties.status === 'ok' ? ties : null;
      return {
        tender: '',
        bidder: members.join(between),
        pattern: 'rotation',
        score: found.score,
        flag: among.flagged[i] && found.p <= rotationLimit ? 1 : 0,
        reason: {
          zh:
            words.zh +
            (margin
              ? `；接近报价${margin.ties}组中近期中标方再次中标${margin.recentWinnerWon}组（概率${margin.p.toFixed(3)}）`
              : '；接近报价不足，边际检验未做'),
          en:
            words.en +
            (margin
              ? `; among ${margin.ties} near ties the recent winner won ${margin.recentWinnerWon} (p ${margin.p.toFixed(3)})`
              : '; too few near ties for the marginal check'),
        },
      };
    }),
    ...told.flatMap(({ members, found }): BidAnswer[] =>
      found.status === 'ok'
        ? []
        : [
            {
              tender: '',
              bidder: members.join(between),
              pattern: 'insufficient_data',
              score: 0.5,
              flag: 0,
              reason: { zh: found.reasons[0]!.zh, en: found.reasons[0]!.en },
            },
          ],
    ),
  ];
}

/** The lowest two of a tender where both are members and one of them won more lately than the other. */
function nearTies(met: readonly Tender[], members: readonly string[]): NearTie[] {
  const lastWin = new Map<string, number>();
  return met.flatMap((tender, t) => {
    const ties: NearTie[] = [];
    const won = tender.bids.find(({ winner }) => winner)!;
    const next = tender.bids
      .filter(({ bidder, amount }) => bidder !== won.bidder && amount >= won.amount && members.includes(bidder))
      .toSorted((a, b) => a.amount - b.amount)[0];
    if (next) {
      const [own, other] = [lastWin.get(won.bidder) ?? -1, lastWin.get(next.bidder) ?? -1];
      if (own !== other) ties.push({ recentWinnerWon: own > other, distance: next.amount / won.amount - 1 });
    }
    lastWin.set(won.bidder, t);
    return ties;
  });
}

function losersOf(tenders: readonly Tender[]): BidAnswer[] {
  const records = new Map<string, { bidder: string; bids: number; wins: number; expectedWins: number }>();
  for (const { bidders, winner } of tenders) {
    if (!winner) continue;
    for (const bidder of bidders) {
      const record = records.get(bidder) ?? { bidder, bids: 0, wins: 0, expectedWins: 0 };
      record.bids += 1;
      record.wins += Number(bidder === winner);
      record.expectedWins += 1 / bidders.length;
      records.set(bidder, record);
    }
  }
  return losingOften([...records.values()]).map(({ bidder, bids, wins, expectedWins, p }) => ({
    tender: '',
    bidder,
    pattern: 'loses-often',
    score: 1 - p,
    flag: 1,
    reason: {
      zh: `参与${bids}次仅中标${wins}次，按各项目参与家数应约${expectedWins.toFixed(1)}次（概率${p.toFixed(4)}）。待核实异常`,
      en: `${wins} wins in ${bids} bids where about ${expectedWins.toFixed(1)} were to be expected (p ${p.toFixed(4)}). To be verified`,
    },
  }));
}

const percent = (share: number): string => `${Math.round(100 * share)}%`;
