import { type Demand, type Idle, type MatchRules, type Pair, pairKey } from './demand.ts';
import { bucketOf, judgePair, type PairFigures } from './judge-pair.ts';

export interface MatchQuestion {
  readonly demands: readonly Demand[];
  readonly idle: readonly Idle[];
  readonly rules: MatchRules;
  /** `pairKey` of pairs that somebody refused, with a reason; they are not offered again. */
  readonly refused: ReadonlySet<string>;
}

const best = (a: Pair, b: Pair): number => b.score - a.score || b.valueFen - a.valueFen || (a.idle < b.idle ? -1 : 1);

/** What lies idle and would do for one demand, best first. */
export function suitingDemand(demand: Demand, { idle, rules, refused }: Omit<MatchQuestion, 'demands'>): PairFigures[] {
  return idle.flatMap((each) => fitting(demand, each, rules, refused)).toSorted(best);
}

/** Who needs what lies idle, best first: the other direction. */
export function suitingIdle(idle: Idle, { demands, rules, refused }: Omit<MatchQuestion, 'idle'>): PairFigures[] {
  return demands.flatMap((each) => fitting(each, idle, rules, refused)).toSorted((a, b) => best(a, b));
}

function fitting(demand: Demand, idle: Idle, rules: MatchRules, refused: ReadonlySet<string>): PairFigures[] {
  const pair = judgePair(demand, idle, rules);
  return 'why' in pair || refused.has(pairKey(pair)) ? [] : [pair];
}

/** All pairs that would do, demand by demand; only things of one bucket of classes are ever compared. */
export function* pairsByDemand({ demands, idle, rules, refused }: MatchQuestion): Generator<PairFigures[]> {
  const buckets = Map.groupBy(idle, (each) => bucketOf(each.class, rules));
  for (const demand of demands)
    yield (buckets.get(bucketOf(demand.class, rules)) ?? []).flatMap((each) => fitting(demand, each, rules, refused));
}
