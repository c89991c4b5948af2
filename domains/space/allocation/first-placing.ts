import { areaOf, partsOf } from './floor-model.ts';
import { type AllocationQuestion, type Placing, suits } from './question.ts';

/**
 * A plan from which the search begins, and the answer where there is no time: each unit keeps of its rooms what it may, floor by floor, and who is
 * short is given what is vacant, on its own floors first. It keeps all rules; units may be short.
 */
export function firstPlacing(question: AllocationQuestion): Placing {
  const { units, rooms } = question;
  const { free, fixedOf, lackOf, roomFor } = partsOf(question);
  const placing = new Map<string, string>();
  for (const unit of units) for (const room of fixedOf(unit.id)) placing.set(room.id, unit.id);
  const given = new Map(units.map(({ id }) => [id, 0]));
  const floorsOf = new Map(units.map(({ id }) => [id, new Set(fixedOf(id).map(({ floor }) => floor))]));
  const give = (unit: string, room: (typeof rooms)[number]) => {
    placing.set(room.id, unit);
    given.set(unit, given.get(unit)! + room.areaM2);
    floorsOf.get(unit)!.add(room.floor);
  };
  for (const unit of units) {
    const own = free.filter(({ today, zone }) => today === unit.id && suits(unit.zone, zone));
    const byFloor = [...Map.groupBy(own, ({ floor }) => floor).values()].toSorted((a, b) => areaOf(b) - areaOf(a));
    for (const room of byFloor.flatMap((list) => list.toSorted((a, b) => b.areaM2 - a.areaM2))) {
      const have = given.get(unit.id)!;
      if (have < lackOf(unit) && have + room.areaM2 <= roomFor(unit)) give(unit.id, room);
    }
  }
  for (const unit of units.toSorted((a, b) => b.needM2 - a.needM2)) {
    const open = free.filter(({ id, zone }) => !placing.has(id) && suits(unit.zone, zone));
    const near = (room: (typeof rooms)[number]) => Number(floorsOf.get(unit.id)!.has(room.floor));
    for (const room of open.toSorted(
      (a, b) => near(b) - near(a) || a.floor.localeCompare(b.floor) || b.areaM2 - a.areaM2,
    )) {
      const have = given.get(unit.id)!;
      if (have >= lackOf(unit)) break;
      if (have + room.areaM2 <= roomFor(unit)) give(unit.id, room);
    }
  }
  return placing;
}
