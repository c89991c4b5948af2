import type { SearchOptions, Solving } from '@opengoa/kernel/solve';
import { judgePlacing } from './judge-placing.ts';
import type { AllocationQuestion, AskingUnit, Placing } from './question.ts';
import { roomModel } from './room-model.ts';

/** Units whose rooms are searched anew together, while the others stay. */
const together = 5;
const secondsEach = 3;
/** So many floors beyond their own are looked at in a turn. */
const otherFloors = 8;
/** Gives up after so many groups in a row that became no better. */
const patience = 24;

/**
 * Makes a plan better group by group: some units with what they have and what nobody has. What the whole costs never rises.
 */
export async function regroup(
  question: AllocationQuestion,
  begin: Placing,
  solving: Solving,
  { until, options }: { until: () => number; options: SearchOptions },
): Promise<Placing> {
  let placing = begin;
  let cost = judgePlacing(question, placing).cost.sum;
  let idle = 0;
  for (let turn = 0; until() > 0.5 && idle < patience; turn += 1) {
    const group = groupOf(question, placing, turn);
    const inside = new Set(group.map(({ id }) => id));
    const reach = reachOf(question, placing, inside, turn);
    const rooms = question.rooms.filter(({ id, floor }) => {
      const has = placing.get(id);
      return has === undefined ? reach.has(floor) : inside.has(has);
    });
    const others = question.rooms.filter(({ id }) => placing.has(id) && !inside.has(placing.get(id)!));
    const floors = new Set(rooms.map(({ floor }) => floor));
    const part: AllocationQuestion = {
      ...question,
      units: group,
      rooms,
      floors: question.floors.filter(({ id }) => floors.has(id)),
      // Nothing is won by leaving a floor that others use as well.
      occupied: new Set([...(question.occupied ?? []), ...others.map(({ floor }) => floor)]),
    };
    const model = roomModel(part, () => true);
    const found = await solving(model.program, model.startOf(placing), Math.min(secondsEach, until()), options);
    const next = new Map(placing);
    for (const { id } of rooms) next.delete(id);
    for (const [room, unit] of model.placingOf(found.values)) next.set(room, unit);
    const nextCost = judgePlacing(question, next).cost.sum;
    if (nextCost < cost - 1e-6) {
      placing = next;
      cost = nextCost;
      idle = 0;
    } else idle += 1;
  }
  return placing;
}

/** Turn by turn another unit, with those that share its floors: these can exchange rooms. */
function groupOf({ units, rooms }: AllocationQuestion, placing: Placing, turn: number): AskingUnit[] {
  const first = units[turn % units.length]!;
  const floorsOf = new Map(units.map(({ id }) => [id, new Set<string>()]));
  for (const { id, floor } of rooms) floorsOf.get(placing.get(id) ?? '')?.add(floor);
  const shared = (other: AskingUnit) => floorsOf.get(other.id)!.intersection(floorsOf.get(first.id)!).size;
  const beside = units.filter((other) => other !== first).toSorted((a, b) => shared(b) - shared(a));
  // Each second turn of a unit others come along, so that groups do not repeat.
  const round = Math.floor(turn / units.length);
  const from = beside.slice(0, together - 1 - (round % 3));
  const far = Array.from({ length: round % 3 }, (_, i) => beside[(turn * 7 + i * 13) % beside.length]!);
  return [...new Set([first, ...from, ...far])];
}

/** Floors whose vacant rooms come into play: the group’s own, and turn by turn some others. */
function reachOf(
  { rooms, floors }: AllocationQuestion,
  placing: Placing,
  inside: ReadonlySet<string>,
  turn: number,
): ReadonlySet<string> {
  const own = rooms.filter(({ id }) => inside.has(placing.get(id) ?? '')).map(({ floor }) => floor);
  const others = Array.from({ length: otherFloors }, (_, i) => floors[(turn * otherFloors + i) % floors.length]!.id);
  return new Set([...own, ...others]);
}
