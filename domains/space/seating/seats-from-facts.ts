/** Who sat where, told by facts alone: the same moves that the saves make of rows. Pure. */
import type { Id } from '@opengoa/kernel';
import { RoomFollowed } from '../changes/contract.ts';
import { bodyOf, type PastFact } from '../facts-before.ts';
import { PersonMoved, PersonSeated, SeatingEnded, StandingChanged } from './contract.ts';
import type { Seating } from './seating.ts';

export const kindsOfSeats = [PersonSeated, PersonMoved, SeatingEnded, StandingChanged, RoomFollowed] as const;

/**
 * Seats as these facts leave them, in the order of a seating plan. An end that was told later is none yet; what did not last a day was no seat.
 * @param facts the oldest first, and all of them from the first on
 */
export function seatsFrom(facts: readonly PastFact[]): Seating[] {
  const seats = new Map<Id, Seating>();
  const leave = (id: Id, day: string) => {
    const seat = seats.get(id);
    if (!seat) return;
    if (seat.from >= day) seats.delete(id);
    else if (seat.toExclusive === null) seats.set(id, { ...seat, toExclusive: day, version: seat.version + 1 });
  };
  const take = (seat: Omit<Seating, 'toExclusive' | 'version'>) =>
    seats.set(seat.id, { ...seat, toExclusive: null, version: 1 });
  for (const fact of facts) {
    const { object, unit } = fact;
    const moved = bodyOf(PersonMoved, fact);
    if (moved) leave(moved.was, moved.from);
    const taken = moved ?? bodyOf(PersonSeated, fact);
    if (taken) {
      const { room, person, from, standing, paper } = taken;
      take({ id: object, unit, room, person, from, standing, paper });
    }
    const ended = bodyOf(SeatingEnded, fact);
    if (ended) leave(object, ended.day);
    const changed = bodyOf(StandingChanged, fact);
    const seat = changed && seats.get(object);
    if (seat)
      seats.set(object, { ...seat, standing: changed.standing, paper: changed.paper, version: seat.version + 1 });
    const followed = bodyOf(RoomFollowed, fact);
    for (const { was, now, person, standing, paper } of followed?.seats ?? []) {
      leave(was, followed!.from);
      take({ id: now, unit, room: object, person, from: followed!.from, standing, paper });
    }
  }
  return [...seats.values()].toSorted((a, b) => order(a.from, b.from) || order(a.id, b.id));
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
