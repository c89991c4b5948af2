import type { Context, Id, Tx } from '@opengoa/kernel';
import { heldPosts } from './held-posts.ts';
import { type RoomExcess, roomExcess, type SeatCap } from './excess.ts';
import { type HeldPost, type PersonCap, personCap } from './person-cap.ts';
import type { Seating } from './seating.ts';
import { seatedOn, seatsOf } from './seating-store.ts';
import type { SeatMark } from './words.zh.ts';

export interface JudgedSeat extends SeatCap {
  readonly seat: Seating;
  readonly cap: PersonCap;
  readonly marks: readonly SeatMark[];
}
export interface JudgedRoom extends RoomExcess {
  readonly room: Id;
  readonly seats: readonly JudgedSeat[];
}

/** Ended or merged before that day. */
const hasEnded = (unit: Id, day: string, { organisation }: Pick<Context, 'organisation'>) => {
  const validTo = organisation.unit(unit)?.validTo ?? null;
  return validTo !== null && validTo <= day;
};

function marksOf(
  seat: Seating,
  others: number,
  seats: readonly Seating[],
  posts: readonly HeldPost[],
  day: string,
  context: Pick<Context, 'organisation'>,
): SeatMark[] {
  const { organisation } = context;
  const home = organisation.institutionOf(seat.unit)?.id ?? seat.unit;
  const here = posts.some(({ unit }) => (organisation.institutionOf(unit)?.id ?? unit) === home);
  return [
    ...(posts.some(({ kind }) => kind === 'concurrent') ? (['concurrent-post'] as const) : []),
    ...(others > 0 ? (['shared-room'] as const) : []),
    ...(seats.length > 1 ? (['several-rooms'] as const) : []),
    ...(posts.length === 0 ? (['no-post-now'] as const) : []),
    ...(posts.length > 0 && !here ? (['other-unit'] as const) : []),
    ...(hasEnded(seat.unit, day, context) ? (['merged-unit'] as const) : []),
  ];
}

/** Which of a person's seats the standard is for: the first that is neither a second office nor a secondment. */
const firstOf = (seats: readonly Seating[]) =>
  seats.find(({ standing }) => standing !== 'second-office' && standing !== 'seconded') ?? seats[0];

/**
 * Rooms beside the standards of a day (SA-01). The standard of a person counts once, in the first of their rooms; it counts again only in a second
 * office with its paper, and where somebody is lent to.
 * @param knownBefore seats and posts as the Record had told of them before this instant; as they stand today where left out
 */
export async function judgedRooms(
  tx: Tx,
  rooms: readonly { readonly id: Id; readonly areaM2: number; readonly bound: boolean }[],
  day: string,
  context: Pick<Context, 'organisation' | 'standards'>,
  knownBefore?: Date,
): Promise<readonly JudgedRoom[]> {
  const { organisation, standards } = context;
  const seated = await seatedOn(
    tx,
    rooms.map(({ id }) => id),
    day,
    knownBefore,
  );
  const persons = [...new Set(seated.map(({ person }) => person))];
  const bySeat = Map.groupBy(await seatsOf(tx, persons, day, knownBefore), ({ person }) => person);
  const posts = await heldPosts(tx, persons, day, knownBefore);
  const caps = new Map(
    persons.map((person) => [
      person,
      personCap(posts.get(person) ?? [], day, standards, (unit) => organisation.place(unit)),
    ]),
  );
  const tolerance = standards.numberOn('space.room-check', day, [], { item: 'tolerance' });
  const inRoom = Map.groupBy(seated, ({ room }) => room);
  return rooms.map((room) => {
    const here = inRoom.get(room.id) ?? [];
    const seats = here.map((seat): JudgedSeat => {
      const all = bySeat.get(seat.person) ?? [seat];
      const cap = caps.get(seat.person)!;
      const counts =
        firstOf(all)?.id === seat.id ||
        seat.standing === 'seconded' ||
        (seat.standing === 'second-office' && seat.paper !== '');
      const toVacate = seat.standing === 'retired' || seat.standing === 'left' || cap.lacks === 'no-post';
      const marks = marksOf(seat, here.length - 1, all, posts.get(seat.person) ?? [], day, context);
      return { seat, cap, marks, capM2: counts ? cap.capM2 : 0, toVacate };
    });
    return { room: room.id, seats, ...roomExcess(room, seats, tolerance) };
  });
}
