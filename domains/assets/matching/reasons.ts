import { type Words, words } from '@opengoa/kernel';
import type { Demand, Idle, MatchRules, Reason } from './demand.ts';
import { type PairFigures, pointsOf } from './judge-pair.ts';

const conditionWords: Readonly<Record<Idle['condition'], Words>> = {
  new: words('全新', 'New'),
  good: words('成色良好', 'In good condition'),
  worn: words('成色一般', 'Worn'),
  repairable: words('修复后可用', 'Usable after repair'),
  unusable: words('不可用', 'Unusable'),
};

const overdue = (years: number): Words =>
  rounded(years) === 0
    ? words('已到使用年限', 'Its years of service are over')
    : words(`已超过使用年限 ${rounded(years)} 年`, `${rounded(years)} years past its years of service`);

const rounded = (value: number): number => Math.round(10 * value) / 10;

/** The sentences of a pair, one for each factor, best first as the reader asks: is it the right kind, is it good, can it come. */
export function reasonsOf(demand: Demand, idle: Idle, pair: PairFigures, rules: MatchRules): Reason[] {
  const points = pointsOf(demand, idle, pair, rules);
  const said: Readonly<Record<Reason['factor'], Words>> = {
    class: pair.sameClass
      ? words(`分类一致（${demand.class}）`, `Of the very class (${demand.class})`)
      : words(
          `同属 ${idle.class.slice(0, 1 + rules.classDigits)}`,
          `Both of ${idle.class.slice(0, 1 + rules.classDigits)}`,
        ),
    function:
      pair.sameItem === true
        ? words(`用途一致：${idle.item}`, `For the same: ${idle.item}`)
        : pair.sameItem === null
          ? words('用途未写明，请核对', 'What it is for is not told; please look')
          : words(`登记用途为${idle.item}，请核对`, `Registered for ${idle.item}; please look`),
    condition: conditionWords[idle.condition],
    life:
      idle.lifeYearsLeft === null
        ? words('无使用年限', 'No years of service are set')
        : idle.lifeYearsLeft <= 0
          ? overdue(-idle.lifeYearsLeft)
          : pair.lifeLacksYears > 0
            ? words(
                `还可用约 ${rounded(idle.lifeYearsLeft)} 年，比期望少 ${rounded(pair.lifeLacksYears)} 年`,
                `Good for ${rounded(idle.lifeYearsLeft)} more years, ${rounded(pair.lifeLacksYears)} short`,
              )
            : words(`还可用约 ${rounded(idle.lifeYearsLeft)} 年`, `Good for ${rounded(idle.lifeYearsLeft)} more years`),
    distance:
      pair.distanceKm === null
        ? words(`路程不详，按 ${rules.unknownKm} 公里估`, `The way is not known, taken as ${rules.unknownKm} km`)
        : words(`路程约 ${Math.round(pair.distanceKm)} 公里`, `About ${Math.round(pair.distanceKm)} km`),
    quantity:
      pair.pieces >= demand.pieces
        ? words(`数量够：需 ${demand.pieces}，可给 ${pair.pieces}`, `Enough: ${demand.pieces} wanted`)
        : words(`需 ${demand.pieces}，可给 ${pair.pieces}`, `${pair.pieces} of the ${demand.pieces} wanted`),
    window:
      idle.freeUntil === null
        ? words('可长期调剂', 'For good')
        : words(`可用至 ${idle.freeUntil}`, `Until ${idle.freeUntil}`),
    standard:
      demand.allowed === null
        ? words('该类未设配置标准', 'No standard is set for it')
        : words(`标准内还可配 ${demand.allowed}`, `The standard has room for ${demand.allowed}`),
  };
  return (Object.keys(said) as Reason['factor'][]).map((factor) => ({
    factor,
    points: rounded(points[factor]),
    words: said[factor],
  }));
}
