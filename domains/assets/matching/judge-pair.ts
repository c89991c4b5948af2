import { type Words, words } from '@opengoa/kernel';
import { conditions, type Demand, type Idle, type MatchRules, type Misfit, type Pair, securities } from './demand.ts';
import { wayKm } from './way.ts';

/** What is asked often for one pair, and said only when somebody looks: numbers first. */
export interface PairFigures extends Pair {
  readonly sameClass: boolean;
  readonly sameItem: boolean | null;
  readonly lifeLacksYears: number;
}

/** Things whose class begins alike may stand for each other; the other buckets are never looked at. */
export const bucketOf = (code: string, { classDigits }: MatchRules): string => code.slice(0, 1 + classDigits);

/** How well each factor does, 0 to 1; their weighted mean is the score. */
const weights = {
  class: 20,
  function: 15,
  condition: 15,
  life: 15,
  distance: 15,
  quantity: 10,
  window: 5,
  standard: 5,
} as const;

export type Points = Readonly<Record<keyof typeof weights, number>>;

/** Points of a pair, each from 0 to 1. */
export function pointsOf(demand: Demand, idle: Idle, pair: PairFigures, rules: MatchRules): Points {
  const step = conditions.indexOf(idle.condition);
  const km = pair.distanceKm ?? rules.unknownKm;
  return {
    class: pair.sameClass ? 1 : 0.6,
    function: pair.sameItem === true ? 1 : pair.sameItem === null ? 0.5 : 0.3,
    condition: 1 - step / (conditions.length - 1),
    life: lifePoints(demand, idle, pair),
    distance: Math.max(0, 1 - km / rules.farthestKm),
    quantity: Math.min(1, pair.pieces / demand.pieces),
    window: idle.freeUntil === null ? 1 : 0.7,
    standard: demand.allowed === null ? 0.5 : 1,
  };
}

/** Nothing where nothing is left of it, whatever was asked for. */
function lifePoints({ leastLifeYears }: Demand, { lifeYearsLeft }: Idle, { lifeLacksYears }: PairFigures): number {
  if (lifeYearsLeft !== null && lifeYearsLeft <= 0) return 0;
  return leastLifeYears > 0 ? Math.max(0, 1 - lifeLacksYears / leastLifeYears) : 1;
}

export function scoreOf(points: Points): number {
  let sum = 0;
  let all = 0;
  for (const [factor, weight] of Object.entries(weights) as [keyof typeof weights, number][]) {
    sum += weight * points[factor];
    all += weight;
  }
  return Math.round((100 * sum) / all);
}

/**
 * Whether an idle thing does for a demand, and what one piece of it is worth: SA-09. The class agrees to the digits of the rules, the specification
 * reaches the least, it is free in time, its security goes to that place, the receiver's standard has room, and it is worth more than it costs.
 */
export function judgePair(demand: Demand, idle: Idle, rules: MatchRules): PairFigures | Misfit {
  const misfit = misfitOf(demand, idle, rules);
  if (misfit) return { why: misfit };
  const km = wayKm(idle.at, demand.at, rules.roadOverLine);
  if (km !== null && km > rules.farthestKm)
    return no(
      `路程约 ${Math.round(km)} 公里，超过 ${rules.farthestKm} 公里`,
      `About ${Math.round(km)} km away, above ${rules.farthestKm} km`,
    );
  const pieces = Math.min(demand.pieces, idle.pieces, demand.allowed ?? Infinity);
  if (pieces < 1) return no('接收单位该类资产已达配置标准', 'The receiver has what its standard allows');
  const sameClass = idle.class === demand.class;
  const sameItem = idle.item === '' || demand.item === '' ? null : idle.item === demand.item;
  const lifeLacksYears = idle.lifeYearsLeft === null ? 0 : Math.max(0, demand.leastLifeYears - idle.lifeYearsLeft);
  const share =
    rules.lifePenalty * lifeLacksYears +
    rules.conditionPenalty * conditions.indexOf(idle.condition) +
    rules.kindPenalty * (Number(!sameClass) + Number(sameItem !== true));
  const penaltyFen = Math.round(demand.newPriceFen * share);
  const transportFen = Math.round(rules.handlingFen + rules.fenPerKm * (km ?? rules.unknownKm));
  const valueFen = demand.newPriceFen - transportFen - idle.refurbishFen - penaltyFen;
  if (valueFen <= 0) return no('调剂花费不低于新购', 'Moving it costs as much as buying');
  const pair = {
    demand: demand.id,
    idle: idle.id,
    score: 0,
    valueFen,
    avoidedFen: demand.newPriceFen,
    transportFen,
    refurbishFen: idle.refurbishFen,
    penaltyFen,
    distanceKm: km,
    pieces,
    sameClass,
    sameItem,
    lifeLacksYears,
  };
  return { ...pair, score: scoreOf(pointsOf(demand, idle, pair, rules)) };
}

const no = (zh: string, en: string): Misfit => ({ why: words(zh, en) });

function misfitOf(demand: Demand, idle: Idle, rules: MatchRules): Words | null {
  if (bucketOf(idle.class, rules) !== bucketOf(demand.class, rules)) return words('分类不同', 'Of another class');
  // What is told of both and differs stays apart where only the wider class agrees.
  if (idle.class !== demand.class && idle.item !== '' && demand.item !== '' && idle.item !== demand.item)
    return words(`用途不同：${idle.item}`, `For something else: ${idle.item}`);
  if (idle.unit === demand.unit) return words('本单位自己的闲置资产，应先自用', 'It is idle in that very unit');
  if (conditions.indexOf(idle.condition) > conditions.indexOf(demand.worstCondition))
    return words('成色达不到要求', 'Its condition does not do');
  if (securities.indexOf(idle.security) > securities.indexOf(demand.security))
    return words('涉密等级不允许调往该处', 'Its security keeps it from going there');
  if (idle.freeFrom > demand.needBy) return words(`${idle.freeFrom} 才可调出`, `Free from ${idle.freeFrom} only`);
  if (idle.freeUntil !== null && idle.freeUntil < (demand.until ?? '9999-12-31'))
    return words(`${idle.freeUntil} 须归还`, `Wanted back on ${idle.freeUntil}`);
  const lacking = Object.entries(demand.least).find(([name, least]) => (idle.specification[name] ?? -Infinity) < least);
  if (lacking)
    return words(
      `规格达不到：${lacking[0]} ≥ ${lacking[1]}，实有 ${idle.specification[lacking[0]] ?? '不详'}`,
      `${lacking[0]} is to be ${lacking[1]} at least, and is ${idle.specification[lacking[0]] ?? 'not known'}`,
    );
  return null;
}
