/** One count beside those that others kept of the same thing (DQ-04): people in an energy form, in personnel, at desks, in the canteen. Pure. */
import { largestCovering } from './exact-identities.ts';
import { median } from './robust-statistics.ts';

export interface BesideOthers {
  /** The most of the other counts that agree with one another, as their places; the first of several such groups. */
  readonly agreeing: readonly number[];
  /** Their middle. */
  readonly middle: number;
  /** Own count less the middle. */
  readonly gap: number;
  /** How far two counts may lie apart and still be one, at the middle. */
  readonly room: number;
  readonly isApart: boolean;
}

/**
 * Two counts agree where they lie within `share` of the middle between them, or within `least`. Which of two that differ is wrong cannot be told: own is
 * apart where others agree and it lies outside.
 * @param others above 0, at least one
 * @throws RangeError without other counts
 */
export function besideOthers(own: number, others: readonly number[], share: number, least: number): BesideOthers {
  if (others.length === 0) throw new RangeError('no other count');
  const roomOf = (count: number): number => Math.max(least, share * count);
  // Two counts agree where the halves of their rooms meet.
  const agreeing = largestCovering(
    others.map((count) => ({ lo: count - roomOf(count) / 2, hi: count + roomOf(count) / 2 })),
  );
  const middle = median(agreeing.map((i) => others[i]!));
  const [gap, room] = [own - middle, roomOf(middle)];
  return { agreeing, middle, gap, room, isApart: Math.abs(gap) > room };
}
