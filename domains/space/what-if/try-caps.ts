/**
 * A draft of the standard tried out on the rooms there are: which rooms would be over, by how much, and which moves would settle it. Pure; areas in m².
 * What is proposed is a proposal: nobody is moved by it. Rooms whose walls cannot be moved are told, and left where they are.
 */

export interface Occupant {
  readonly person: string;
  /** What the person may have today and by the draft. Null where the standard knows no value: the room is not judged. */
  readonly capM2: number | null;
  readonly draftM2: number | null;
}

export interface TriedRoom {
  readonly id: string;
  readonly building: string;
  readonly zone: string;
  readonly areaM2: number;
  readonly bound: boolean;
  readonly occupants: readonly Occupant[];
}

export interface FreeRoom {
  readonly id: string;
  readonly building: string;
  readonly zone: string;
  readonly areaM2: number;
}

export interface Over {
  readonly room: string;
  readonly areaM2: number;
  readonly mayM2: number;
  readonly excessM2: number;
  /** By today's standard; 0 or less where it was within. */
  readonly excessTodayM2: number;
  readonly bound: boolean;
  /** What settles it, or why nothing does. */
  readonly outcome: Outcome;
}

/** Settled by a move, or not: walls that cannot be moved, no other office in the building and zone, or none of a fitting size. */
export type Outcome = 'vacant' | 'swap' | 'bound' | 'no-other' | 'none-fits';

/** Into a vacant room, or two rooms change their people. */
export type Move =
  | { readonly kind: 'vacant'; readonly room: string; readonly to: string; readonly savedM2: number }
  | { readonly kind: 'swap'; readonly room: string; readonly with: string; readonly savedM2: number };

export interface Tried {
  readonly rooms: number;
  readonly people: number;
  /** Rooms that cannot be judged, since a rank has no value. */
  readonly notJudged: number;
  readonly today: { readonly rooms: number; readonly excessM2: number };
  readonly draft: { readonly rooms: number; readonly excessM2: number };
  readonly over: readonly Over[];
  readonly moves: readonly Move[];
  readonly unsettled: number;
}

const capsOf = (room: TriedRoom, which: 'capM2' | 'draftM2'): number | null => {
  let sum = 0;
  for (const occupant of room.occupants) {
    const cap = occupant[which];
    if (cap === null) return null;
    sum += cap;
  }
  return sum;
};
const place = ({ building, zone }: { readonly building: string; readonly zone: string }) => `${building} ${zone}`;
const cents = (area: number): number => Math.round(area * 100) / 100;

type OverAt = Omit<Over, 'outcome'> & { readonly at: TriedRoom };

/**
 * @param toleranceM2 how much over is an error of measuring
 * @param leastShare a vacant room smaller than this share of what its new people may have is no fair offer
 */
export function tryCaps(
  rooms: readonly TriedRoom[],
  vacant: readonly FreeRoom[],
  toleranceM2: number,
  leastShare: number,
): Tried {
  const over: OverAt[] = [];
  let notJudged = 0;
  let people = 0;
  const today = { rooms: 0, excessM2: 0 };
  for (const room of rooms) {
    if (room.occupants.length === 0) continue;
    people += room.occupants.length;
    const may = capsOf(room, 'draftM2');
    const mayToday = capsOf(room, 'capM2');
    if (may === null) {
      notJudged += 1;
      continue;
    }
    const excess = room.areaM2 - may;
    const excessToday = mayToday === null ? 0 : room.areaM2 - mayToday;
    if (excessToday > toleranceM2) {
      today.rooms += 1;
      today.excessM2 += excessToday;
    }
    if (excess > toleranceM2)
      over.push({
        at: room,
        room: room.id,
        areaM2: room.areaM2,
        mayM2: cents(may),
        excessM2: cents(excess),
        excessTodayM2: cents(excessToday),
        bound: room.bound,
      });
  }
  over.sort((a, b) => b.excessM2 - a.excessM2 || a.room.localeCompare(b.room));
  const moves = movesFor(over, rooms, vacant, toleranceM2, leastShare);
  const outcomes = outcomesOf(over, rooms, vacant, moves);
  return {
    rooms: rooms.length,
    people,
    notJudged,
    today: { rooms: today.rooms, excessM2: cents(today.excessM2) },
    draft: { rooms: over.length, excessM2: cents(over.reduce((sum, { excessM2 }) => sum + excessM2, 0)) },
    over: over.map(({ at: _at, ...each }) => ({ ...each, outcome: outcomes(each.room) })),
    moves,
    unsettled: over.filter(({ bound }) => !bound).length - settledBy(moves, over),
  };
}

/** A swap between two rooms that are both over settles two. */
function settledBy(moves: readonly Move[], over: readonly OverAt[]): number {
  const named = new Set(over.map(({ room }) => room));
  return moves.reduce((sum, move) => sum + 1 + (move.kind === 'swap' && named.has(move.with) ? 1 : 0), 0);
}

/**
 * The largest excess first: into the largest vacant room of the building and zone that is within; else a change of rooms with people who may have
 * the larger one. Each room takes part once; a room that is left stands open to whoever may have it.
 */
function movesFor(
  over: readonly OverAt[],
  rooms: readonly TriedRoom[],
  vacant: readonly FreeRoom[],
  toleranceM2: number,
  leastShare: number,
): Move[] {
  const free = sortedBy(vacant, place);
  const others = sortedBy(
    rooms.flatMap((room) => {
      const may = room.bound || room.occupants.length === 0 ? null : capsOf(room, 'draftM2');
      return may === null ? [] : [{ ...room, may }];
    }),
    place,
  );
  const settled = new Set<string>();
  const moves: Move[] = [];
  for (const { at: room, mayM2 } of over) {
    if (room.bound || settled.has(room.id)) continue;
    const here = free.get(place(room)) ?? [];
    const to = here.findLastIndex(({ areaM2 }) => areaM2 <= mayM2 + toleranceM2 && areaM2 >= mayM2 * leastShare);
    if (to >= 0) {
      const [taken] = here.splice(to, 1);
      insert(here, { id: room.id, building: room.building, zone: room.zone, areaM2: room.areaM2 });
      settled.add(room.id);
      moves.push({ kind: 'vacant', room: room.id, to: taken!.id, savedM2: cents(room.areaM2 - taken!.areaM2) });
      continue;
    }
    const other = (others.get(place(room)) ?? []).findLast(
      (each) =>
        each.id !== room.id &&
        !settled.has(each.id) &&
        each.areaM2 <= mayM2 + toleranceM2 &&
        each.may + toleranceM2 >= room.areaM2,
    );
    if (!other) continue;
    settled.add(room.id).add(other.id);
    moves.push({ kind: 'swap', room: room.id, with: other.id, savedM2: cents(room.areaM2 - mayM2) });
  }
  return moves;
}

/** Of each room that is over: which move settles it, or why none does. */
function outcomesOf(
  over: readonly OverAt[],
  rooms: readonly TriedRoom[],
  vacant: readonly FreeRoom[],
  moves: readonly Move[],
): (room: string) => Outcome {
  const settled = new Map<string, Outcome>();
  for (const move of moves) {
    settled.set(move.room, move.kind);
    if (move.kind === 'swap') settled.set(move.with, 'swap');
  }
  const offices = Map.groupBy([...vacant, ...rooms], place);
  const at = new Map(over.map((each) => [each.room, each.at]));
  return (id) => {
    const room = at.get(id)!;
    if (room.bound) return 'bound';
    return settled.get(id) ?? (offices.get(place(room))!.length < 2 ? 'no-other' : 'none-fits');
  };
}

/** By place, the smallest room first. */
function sortedBy<Room extends { readonly areaM2: number; readonly id: string }>(
  rooms: readonly Room[],
  place: (room: Room) => string,
): Map<string, Room[]> {
  const found = Map.groupBy(rooms, place);
  for (const each of found.values()) each.sort((a, b) => a.areaM2 - b.areaM2 || a.id.localeCompare(b.id));
  return found;
}

function insert(rooms: FreeRoom[], room: FreeRoom): void {
  const at = rooms.findIndex(({ areaM2 }) => areaM2 > room.areaM2);
  rooms.splice(at < 0 ? rooms.length : at, 0, room);
}
