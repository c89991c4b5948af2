import type { Id, Tx } from '@opengoa/kernel';
import { factsBefore } from '../facts-before.ts';
import { kindsOfSeats, seatsFrom } from './seats-from-facts.ts';
import type { Seating } from './seating.ts';

/** Every seat of whatever day as the Record had told of it before an instant. */
export const seatsAsKnown = async (tx: Tx, before: Date): Promise<readonly Seating[]> =>
  seatsFrom(await factsBefore(tx, kindsOfSeats, before));

/** Those that somebody had on a day, in these rooms or of these people. */
export function seatsAmong(
  seats: readonly Seating[],
  day: string,
  by: 'room' | 'person',
  ids: readonly Id[],
): Seating[] {
  const asked = new Set(ids);
  return seats.filter(
    (seat) => asked.has(seat[by]) && seat.from <= day && (seat.toExclusive === null || seat.toExclusive > day),
  );
}
