import type { RoomStatus } from './words.zh.ts';

/** What one seat counts for in its room. */
export interface SeatCap {
  /** Square metres; null where the standard of the person cannot be told. */
  readonly capM2: number | null;
  /** Entered as retired or left, or without any post that day: the room waits to be vacated. */
  readonly toVacate: boolean;
}

export interface RoomExcess {
  readonly capM2: number | null;
  /** Usable area less the sum of caps; negative where there is room to spare. */
  readonly excessM2: number | null;
  readonly status: RoomStatus;
}

const tidy = (m2: number) => Math.round(m2 * 100) / 100;

/**
 * SA-01: usable area of a room less the caps of its people together, in square metres.
 * @param toleranceM2 excess up to this is an error of measuring
 * @param bound its walls cannot be moved: over standard is then told apart
 */
export function roomExcess(
  { areaM2, bound }: { readonly areaM2: number; readonly bound: boolean },
  seats: readonly SeatCap[],
  toleranceM2: number,
): RoomExcess {
  if (seats.length === 0) return { capM2: null, excessM2: null, status: 'empty' };
  if (seats.some(({ toVacate }) => toVacate)) return { capM2: null, excessM2: null, status: 'not-vacated' };
  if (seats.some(({ capM2 }) => capM2 === null)) return { capM2: null, excessM2: null, status: 'insufficient' };
  const capM2 = tidy(seats.reduce((sum, seat) => sum + (seat.capM2 ?? 0), 0));
  const excessM2 = tidy(areaM2 - capM2);
  if (excessM2 <= toleranceM2) return { capM2, excessM2, status: 'within' };
  return { capM2, excessM2, status: bound ? 'bound' : 'over' };
}
