import { logChoose } from '../patterns/tails.ts';
import { type Ends, largestCovering, roundingOf } from '@opengoa/kernel/exact-identities';

/** A value beside the base it might be a constant times of; both rounded. */
export interface Pair {
  readonly value: number;
  readonly base: number;
  /** What the value was rounded to. */
  readonly unit: number;
  /** What the base was rounded to; 0 for one that is exactly what it says. */
  readonly baseUnit: number;
}

export interface SharedConstant {
  /** Places in the list of those that one constant reproduces. */
  readonly members: readonly number[];
  readonly constant: number;
  /** How likely so many of so many honest values agree so closely; 1 below two members. */
  readonly chance: number;
  /** The same if all had agreed: where this is not small, the rounding is too coarse or the values are too few to tell. */
  readonly atBest: number;
}

/**
 * The largest set of values that one constant times their bases reproduces to the rounding (AU-01 to AU-03), and how likely that is by chance.
 * The chance is that of every member's interval to meet the widest one where ln(value / base) is spread normally, times the ways to choose the members.
 * @param spread of honest ln(value / base), at the least; pairs hold values and bases above 0
 */
export function sharedConstant(pairs: readonly Pair[], spread: number): SharedConstant {
  const ends = pairs.map(endsOf);
  const members = largestCovering(ends);
  const among = members.map((i) => ends[i]!);
  const lo = Math.max(...among.map((each) => each.lo));
  const hi = Math.min(...among.map((each) => each.hi));
  const all = pairs.map(widthOf);
  return {
    members,
    constant: members.length === 0 ? Number.NaN : (lo + hi) / 2,
    chance: chanceOfSharing(
      members.map((i) => all[i]!),
      pairs.length,
      spread,
    ),
    atBest: chanceOfSharing(all, pairs.length, spread),
  };
}

/**
 * The same where not all values are rounded alike: each rounding that some of them have is tried on those that are whole multiples of it, and the chance
 * counts the tries.
 */
export function sharedConstantRounded(
  pairs: readonly Omit<Pair, 'unit'>[],
  spread: number,
): SharedConstant & { readonly unit: number } {
  const own = pairs.map(({ value }) => roundingOf([value]));
  const units = [...new Set(own)].toSorted((a, b) => a - b);
  const finest = units[0] ?? 1;
  const first = sharedConstant(
    pairs.map((pair) => ({ ...pair, unit: finest })),
    spread,
  );
  let best = { ...first, unit: finest };
  for (const unit of units.slice(1)) {
    const places = own.flatMap((each, i) => (each >= unit ? [i] : []));
    const some = places.map((i) => ({ ...pairs[i]!, unit }));
    const { members, constant } = sharedConstant(some, spread);
    const widths = members.map((i) => widthOf(some[i]!));
    const chance = Math.min(1, chanceOfSharing(widths, pairs.length, spread) * units.length);
    if (chance < best.chance)
      best = { members: members.map((i) => places[i]!), constant, chance, atBest: first.atBest, unit };
  }
  return best;
}

/** Between which the constant lies if the value is it times the base. */
export function endsOf({ value, base, unit, baseUnit }: Pair): Ends {
  return {
    lo: Math.max(0, value - unit / 2) / (base + baseUnit / 2),
    hi: base > baseUnit / 2 ? (value + unit / 2) / (base - baseUnit / 2) : Infinity,
  };
}

/** Width of that interval, relative. */
export const widthOf = ({ value, base, unit, baseUnit }: Pair): number => unit / value + baseUnit / base;

/** @param widths relative, of those that agree; @param of how many they were taken from */
export function chanceOfSharing(widths: readonly number[], of: number, spread: number): number {
  if (widths.length < 2) return 1;
  const widest = Math.max(...widths);
  const first = widths.indexOf(widest);
  let log = logChoose(of, widths.length);
  for (const [i, width] of widths.entries()) if (i !== first) log += Math.log(chanceOfMeeting(width + widest, spread));
  return Math.min(1, Math.exp(log));
}

/** That two intervals of widths that come to `sum` meet, where what they measure is spread normally. */
export const chanceOfMeeting = (sum: number, spread: number): number =>
  Math.min(1, sum / (spread * Math.sqrt(2 * Math.PI)));
