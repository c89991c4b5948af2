import { assignAtOnce, costsOf } from '@opengoa/kernel/solve';

/** Somebody whose room goes to another unit. */
export interface Displaced {
  readonly person: string;
  readonly unit: string;
  readonly floor: string;
  /** Square metres that are reckoned for a person of the unit. */
  readonly needM2: number;
}

/** A room of the plan and how many sit in it already, who stay. */
export interface Seatable {
  readonly room: string;
  readonly unit: string;
  readonly floor: string;
  readonly areaM2: number;
  readonly sitting: number;
  /** Square metres that the standard gives those who stay; null where it was not reckoned. Who may have a room alone keeps it. */
  readonly keptM2: number | null;
}

/** A place nobody fits in is taken only when there is no other. */
const noPlace = 1_000;
/** Floors apart, in square metres’ worth. */
const otherFloor = 5;

/**
 * Where people could sit whose room goes to another unit: in rooms of their own unit, one to each place that a room’s area has room for, on their floor
 * where it can be, with the least area over. A proposal: seating them is an act of its own.
 * @returns room by person; who finds none is not in it
 */
export function proposeSeats(displaced: readonly Displaced[], rooms: readonly Seatable[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [unit, people] of Map.groupBy(displaced, (each) => each.unit)) {
    const places = rooms
      .filter((room) => room.unit === unit)
      .flatMap((room) => {
        const need = Math.max(1, ...people.map(({ needM2 }) => needM2));
        const kept = Math.max(room.keptM2 ?? 0, room.sitting * need);
        const many = Math.floor((room.areaM2 - kept) / need + 0.3);
        return Array.from({ length: Math.max(0, Math.min(many, people.length)) }, () => room);
      });
    const columns = places.length + people.length;
    const costs = costsOf(people.length, columns);
    people.forEach((person, i) => {
      for (let j = 0; j < columns; j += 1) {
        const room = places[j];
        costs.values[i * columns + j] = room
          ? Math.abs(room.areaM2 / (room.sitting + 1) - person.needM2) + (room.floor === person.floor ? 0 : otherFloor)
          : noPlace;
      }
    });
    assignAtOnce(costs).columnOf.forEach((column, i) => {
      const room = places[column];
      if (room) found.set(people[i]!.person, room.room);
    });
  }
  return found;
}
