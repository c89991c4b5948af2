/**
 * An occupancy term (EN-01): schools, training centres and colleges are used otherwise while they teach, which neither weekday nor weather tells. By how much a
 * baseline was off is learned apart for days in session and others, worked and not, for each hour of the day.
 */
import { hoursOfDay } from '@opengoa/energy/hour-series';

/** Readings of a kind beside which nothing is taken to be known of it: with as many, half of what was seen is believed. */
const doubtHours = 20;
const kinds = 4 * hoursOfDay;

/**
 * @param learned @param expected one a place, NaN where unknown; places that hold NaN in either teach nothing
 * @param inSession @param working 1 where so
 * @returns what is to be added to each place, 0 where days in session or out of it were never seen
 */
export function sessionShift(
  learned: Float64Array,
  expected: Float64Array,
  inSession: Uint8Array,
  working: Uint8Array,
): Float64Array {
  const kindAt = (i: number) => (2 * inSession[i]! + working[i]!) * hoursOfDay + (i % hoursOfDay);
  const sums = new Float64Array(kinds);
  const counts = new Float64Array(kinds);
  const seen = [0, 0];
  for (let i = 0; i < learned.length; i++) {
    const off = learned[i]! - expected[i]!;
    if (Number.isNaN(off)) continue;
    sums[kindAt(i)]! += off;
    counts[kindAt(i)]! += 1;
    seen[inSession[i]!]! += 1;
  }
  const told = seen[0]! > 0 && seen[1]! > 0;
  return Float64Array.from(learned, (_, i) => (told ? sums[kindAt(i)]! / (counts[kindAt(i)]! + doubtHours) : 0));
}
