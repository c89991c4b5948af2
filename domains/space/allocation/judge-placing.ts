import { type Words, words } from '@opengoa/kernel';
import {
  type AllocationQuestion,
  type AskingUnit,
  closeness,
  emptiable,
  mayHave,
  peopleIn,
  type Placing,
  wishes,
} from './question.ts';

/** What a plan costs, part by part, in square metres that each is worth. */
export interface PlacingCost {
  readonly usedM2: number;
  readonly lacking: number;
  readonly floors: number;
  readonly moves: number;
  readonly apart: number;
  readonly emptyFloors: number;
  readonly sum: number;
}

export interface UnitPlace {
  readonly unit: string;
  readonly needM2: number;
  readonly givenM2: number;
  readonly shortM2: number;
  /** Above the cap. */
  readonly overM2: number;
  readonly rooms: number;
  readonly floors: number;
  readonly newRooms: number;
  readonly leftRooms: number;
  /** People who change rooms, by the area that is new to the unit. */
  readonly movers: number;
}

/** A rule that a plan does not keep: which, of which unit, and in words. */
export interface Broken {
  readonly rule: 'short' | 'above-cap' | 'zone' | 'fixed' | 'unknown';
  readonly unit: string;
  readonly room: string | null;
  readonly words: Words;
}

export interface Judged {
  readonly cost: PlacingCost;
  readonly units: readonly UnitPlace[];
  readonly broken: readonly Broken[];
  readonly emptyFloors: readonly string[];
  /** Pairs of units that wished to be near and are not. */
  readonly apart: readonly (readonly [string, string])[];
}

const cents = (value: number): number => Math.round(100 * value) / 100;
/** To a hundredth, as areas are written. */
export const m2 = (value: number): string => String(cents(value));

/** What a plan comes to and what it does not keep: for the plan that was found, for today, and for each change by hand. */
export function judgePlacing(question: AllocationQuestion, placing: Placing): Judged {
  const { units, rooms, floors, weights, surplusCap } = question;
  const known = new Map(units.map((unit) => [unit.id, unit]));
  const buildingOf = new Map(floors.map(({ id, building }) => [id, building]));
  const nameOf = new Map(floors.map(({ id, name }) => [id, name]));
  const has = Map.groupBy(
    rooms.filter(({ id }) => placing.has(id)),
    ({ id }) => placing.get(id)!,
  );
  const broken: Broken[] = [];
  for (const room of rooms) {
    const unit = known.get(placing.get(room.id) ?? '');
    if (room.fixed !== null && placing.get(room.id) !== room.fixed && known.has(room.fixed))
      broken.push({
        rule: 'fixed',
        unit: room.fixed,
        room: room.id,
        words: words(
          `${room.number} 是${known.get(room.fixed)!.name}的固定用房`,
          `${room.number} stays with ${known.get(room.fixed)!.name}`,
        ),
      });
    else if (unit && !mayHave(unit, room))
      broken.push({ rule: 'zone', unit: unit.id, room: room.id, words: zoneWords(unit, room.number, room.zone) });
  }
  const placed = units.map((unit) => placeOf(unit, has.get(unit.id) ?? [], rooms, surplusCap));
  for (const { unit, needM2, givenM2, shortM2, overM2 } of placed) {
    const { name } = known.get(unit)!;
    if (shortM2 > 0)
      broken.push({
        rule: 'short',
        unit,
        room: null,
        words: words(
          `${name}需 ${m2(needM2)} ㎡，给 ${m2(givenM2)} ㎡，差 ${m2(shortM2)} ㎡`,
          `${name} needs ${m2(needM2)} m² and has ${m2(givenM2)}: ${m2(shortM2)} short`,
        ),
      });
    if (overM2 > 0)
      broken.push({
        rule: 'above-cap',
        unit,
        room: null,
        words: words(
          `${name}最多可用 ${m2(needM2 * surplusCap)} ㎡，给 ${m2(givenM2)} ㎡，超 ${m2(overM2)} ㎡`,
          `${name} may have ${m2(needM2 * surplusCap)} m² and has ${m2(givenM2)}: ${m2(overM2)} above`,
        ),
      });
  }
  const onFloor = new Map(floors.map(({ id }) => [id, new Set<string>()]));
  const floorM2 = new Map<string, number>();
  for (const room of rooms) {
    floorM2.set(room.floor, (floorM2.get(room.floor) ?? 0) + room.areaM2);
    const unit = placing.get(room.id);
    if (unit !== undefined) onFloor.get(room.floor)?.add(unit);
  }
  const empty = emptiable(question).filter(({ id }) => onFloor.get(id)!.size === 0);
  const inBuilding = new Map(
    units.map(({ id }) => [id, new Set((has.get(id) ?? []).map(({ floor }) => buildingOf.get(floor)))]),
  );
  const apart = wishes(units).filter(([a, b]) => inBuilding.get(a)!.isDisjointFrom(inBuilding.get(b)!));
  const part = {
    usedM2: placed.reduce((sum, { givenM2 }) => sum + givenM2, 0),
    lacking: weights.lackingM2 * placed.reduce((sum, { shortM2, overM2 }) => sum + shortM2 + overM2, 0),
    floors: weights.floor * placed.reduce((sum, each) => sum + each.floors, 0),
    moves: weights.move * placed.reduce((sum, { movers }) => sum + movers, 0),
    apart: weights.apart * apart.length,
    emptyFloors: -weights.emptyFloor * empty.reduce((sum, { id }) => sum + (floorM2.get(id) ?? 0), 0),
  };
  return {
    cost: { ...part, sum: Object.values(part).reduce((sum, each) => sum + each, 0) },
    units: placed,
    broken,
    emptyFloors: empty.map(({ id }) => nameOf.get(id)!),
    apart,
  };
}

function placeOf(
  unit: AskingUnit,
  own: AllocationQuestion['rooms'],
  rooms: AllocationQuestion['rooms'],
  surplusCap: number,
): UnitPlace {
  const givenM2 = cents(own.reduce((sum, { areaM2 }) => sum + areaM2, 0));
  const fresh = own.filter(({ today, fixed }) => today !== unit.id && fixed !== unit.id);
  const kept = new Set(own.map(({ id }) => id));
  return {
    unit: unit.id,
    needM2: unit.needM2,
    givenM2,
    shortM2: cents(Math.max(0, unit.needM2 - givenM2)),
    overM2: cents(Math.max(0, givenM2 - surplusCap * unit.needM2)),
    rooms: own.length,
    floors: new Set(own.map(({ floor }) => floor)).size,
    newRooms: fresh.length,
    leftRooms: rooms.filter(({ id, today }) => today === unit.id && !kept.has(id)).length,
    movers: fresh.reduce((sum, { areaM2 }) => sum + peopleIn(unit, areaM2), 0),
  };
}

const zoneNames: Readonly<Record<(typeof closeness)[number], Words>> = {
  open: words('开放区', 'open'),
  restricted: words('受限区', 'restricted'),
  secret: words('涉密区', 'secret'),
};

function zoneWords({ name, zone: need }: AskingUnit, number: string, zone: (typeof closeness)[number]): Words {
  return words(
    `${number} 在${zoneNames[zone].zh}，${name}须用${zoneNames[need].zh}${need === 'restricted' ? '或涉密区' : ''}`,
    `${number} is ${zoneNames[zone].en}; ${name} needs ${zoneNames[need].en} rooms`,
  );
}

/** By what part of itself a plan may cost more than the best there can be; null where no bound was proved. */
export const gapTo = (bound: number | null, cost: number): number | null =>
  bound === null ? null : Math.max(0, (cost - bound) / Math.max(1, Math.abs(cost)));
