import { median } from '@opengoa/kernel/robust-statistics';
import { insufficient, type MethodResult, ok } from '../method-result.ts';

export interface RhythmRule {
  /** A fix is a mark where it comes earlier than this share of the usual interval. */
  readonly early: number;
  /** Least share of intervals within a quarter of the usual one: below, the terminal keeps no rhythm. */
  readonly regular: number;
  /** Most share of fixes that are marks: above, they mark nothing. */
  readonly marked: number;
}

export const rhythmRule: RhythmRule = { early: 0.4, regular: 0.5, marked: 0.2 };

/**
 * Moments that a terminal marks by itself: one that reports by the clock sends a fix out of turn when something is switched (the ignition, a door, the
 * meter of a cab). Read from the times of fixes alone; no place and no status is looked at.
 * @param timesS in the order of time, seconds
 * @returns the moments of the marks, and the usual interval
 */
export function rhythmMarks(
  timesS: readonly number[],
  { early, regular, marked }: RhythmRule = rhythmRule,
): MethodResult<{ readonly marksS: readonly number[]; readonly usualS: number }> {
  const none = (zh: string, en: string, needed: number, found: number) => insufficient({ zh, en, needed, found });
  const intervals = timesS.slice(1).map((at, i) => at - timesS[i]!);
  if (intervals.length < 20) return none('定位点太少', 'too few fixes', 20, intervals.length);
  const usualS = median(intervals);
  const inTurn = intervals.filter((interval) => Math.abs(interval - usualS) <= usualS / 4).length / intervals.length;
  if (!(inTurn >= regular)) return none('终端没有固定的报送间隔', 'the terminal keeps no rhythm', regular, inTurn);
  const marksS = timesS.filter((_, i) => i > 0 && intervals[i - 1]! <= early * usualS);
  if (marksS.length > marked * timesS.length)
    return none('不按间隔报送的点太多', 'too many fixes come out of turn', marked * timesS.length, marksS.length);
  return ok({ marksS, usualS });
}
