import { type Words, words } from '@opengoa/kernel';
import type { Solving } from '@opengoa/kernel/solve';
import { areaOf, floorModel } from './floor-model.ts';
import { judgePlacing, m2, type UnitPlace } from './judge-placing.ts';
import { type AllocationQuestion, type AskingUnit, mayHave, type Placing } from './question.ts';

/** Which rule stands in the way of a unit. */
export const obstacles = [
  'fixed-too-large',
  'zone',
  'rooms-too-large',
  'too-little',
  'fixed-rooms',
  'cap',
  'sizes',
] as const;
export type Obstacle = (typeof obstacles)[number];

export interface Lack {
  readonly unit: string;
  readonly obstacle: Obstacle;
  readonly words: Words;
}

const probeSeconds = 3;
/** So many units are probed; what is in the way of the others is much the same. */
const mostProbed = 6;

/**
 * Why units are short or above their cap: which rule, in words, and what would settle it. First what a count of rooms tells; then one rule after the
 * other is taken away, and the one without which the unit is no longer short is named.
 */
export async function explainLacks(
  question: AllocationQuestion,
  placing: Placing,
  solving: Solving,
  signal?: AbortSignal,
): Promise<Lack[]> {
  const places = judgePlacing(question, placing).units.filter(({ shortM2, overM2 }) => shortM2 > 0 || overM2 > 0);
  const lacks: Lack[] = [];
  let probed = 0;
  for (const place of places) {
    const unit = question.units.find(({ id }) => id === place.unit)!;
    const counted = countedLack(question, unit, place);
    if (counted) lacks.push(counted);
    else
      lacks.push(probed++ < mostProbed ? await probedLack(question, unit, place, solving, signal) : sizes(unit, place));
  }
  return lacks;
}

function countedLack(question: AllocationQuestion, unit: AskingUnit, place: UnitPlace): Lack | undefined {
  const { rooms, units, surplusCap } = question;
  const cap = surplusCap * unit.needM2;
  const fixed = areaOf(rooms.filter((room) => room.fixed === unit.id));
  if (place.overM2 > 0)
    return {
      unit: unit.id,
      obstacle: 'fixed-too-large',
      words: words(
        `${unit.name}的固定用房共 ${m2(fixed)} ㎡，已超过上限 ${m2(cap)} ㎡；取消部分固定即可`,
        `Rooms fixed to ${unit.name} come to ${m2(fixed)} m², above its cap of ${m2(cap)}; free some of them`,
      ),
    };
  const may = rooms.filter((room) => mayHave(unit, room));
  const notOthers = rooms.filter((room) => room.fixed === null || room.fixed === unit.id);
  if (areaOf(may) < unit.needM2 && areaOf(notOthers) >= unit.needM2)
    return {
      unit: unit.id,
      obstacle: 'zone',
      words: words(
        `${unit.name}需 ${m2(unit.needM2)} ㎡，符合其分区要求的房间只有 ${m2(areaOf(may))} ㎡；调整房间分区或该单位的要求`,
        `${unit.name} needs ${m2(unit.needM2)} m², and rooms of its zone come to ${m2(areaOf(may))}; change the zone of rooms, or what it asks`,
      ),
    };
  const smallest = Math.min(...may.map(({ areaM2 }) => areaM2));
  if (fixed === 0 && may.length > 0 && smallest > cap)
    return {
      unit: unit.id,
      obstacle: 'rooms-too-large',
      words: words(
        `${unit.name}最多可用 ${m2(cap)} ㎡，最小的可用房间也有 ${m2(smallest)} ㎡；放宽上限系数或与其他单位合用`,
        `${unit.name} may have ${m2(cap)} m² at most, and the smallest room is ${m2(smallest)}; raise the cap, or let it share`,
      ),
    };
  const all = units.reduce((sum, { needM2 }) => sum + needM2, 0);
  if (areaOf(rooms) < all)
    return {
      unit: unit.id,
      obstacle: 'too-little',
      words: words(
        `可分配的房间共 ${m2(areaOf(rooms))} ㎡，各单位共需 ${m2(all)} ㎡；${unit.name}差 ${m2(place.shortM2)} ㎡，须另找房源`,
        `All rooms come to ${m2(areaOf(rooms))} m², all needs to ${m2(all)}; ${unit.name} is ${m2(place.shortM2)} short`,
      ),
    };
  return undefined;
}

async function probedLack(
  question: AllocationQuestion,
  unit: AskingUnit,
  place: UnitPlace,
  solving: Solving,
  signal?: AbortSignal,
): Promise<Lack> {
  const probes: readonly (readonly [Obstacle, AllocationQuestion, Words])[] = [
    [
      'fixed-rooms',
      { ...question, rooms: question.rooms.map((room) => ({ ...room, fixed: null })) },
      words(
        `${unit.name}差 ${m2(place.shortM2)} ㎡：其他单位的固定用房占着；取消部分固定即可满足`,
        `${unit.name} is ${m2(place.shortM2)} m² short: rooms fixed to others are in the way`,
      ),
    ],
    [
      'zone',
      { ...question, rooms: question.rooms.map((room) => ({ ...room, zone: unit.zone })) },
      words(
        `${unit.name}差 ${m2(place.shortM2)} ㎡：符合分区的房间给了同区的其他单位；调整分区即可满足`,
        `${unit.name} is ${m2(place.shortM2)} m² short: other units of its zone have the rooms`,
      ),
    ],
    [
      'cap',
      { ...question, surplusCap: 2 * question.surplusCap },
      words(
        `${unit.name}差 ${m2(place.shortM2)} ㎡：余下的房间会使其超过上限系数 ${question.surplusCap}；放宽系数即可满足`,
        `${unit.name} is ${m2(place.shortM2)} m² short: what is left would put it above the cap of ${question.surplusCap}`,
      ),
    ],
  ];
  const shortIn = async (asked: AllocationQuestion): Promise<number> => {
    const model = floorModel(asked);
    const linear = { ...model.program, whole: new Uint8Array(model.program.whole.length) };
    const solved = await solving(linear, null, probeSeconds, signal ? { signal } : {});
    return solved.values.length === 0 ? Infinity : model.shortOf(solved.values).get(unit.id)!;
  };
  if ((await shortIn(question)) > 0.01)
    for (const [obstacle, asked, said] of probes)
      if ((await shortIn(asked)) <= 0.01) return { unit: unit.id, obstacle, words: said };
  return sizes(unit, place);
}

const sizes = (unit: AskingUnit, place: UnitPlace): Lack => ({
  unit: unit.id,
  obstacle: 'sizes',
  words: words(
    `${unit.name}差 ${m2(place.shortM2)} ㎡：房间大小凑不合适；可分隔房间、放宽上限系数或再次求解`,
    `${unit.name} is ${m2(place.shortM2)} m² short: the sizes of rooms do not add up; split a room, raise the cap, or search again`,
  ),
});
