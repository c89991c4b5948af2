import { addDays } from '@opengoa/kernel/calendar';
import { levels, type Level } from '../contract.ts';

/** What is at stake, as a range in one unit; money in fen. */
export interface Loss {
  readonly low: number;
  readonly mid: number;
  readonly high: number;
  readonly unit: string;
}

/** What one signal says of its days, from the first to the day after the last. */
export interface ToldLoss {
  readonly period: readonly [from: string, toExclusive: string];
  readonly loss: Loss | null;
}

/**
 * The loss of several signals on one subject (RE-04): of disjoint days the sum, and a day that several speak of counts once, at the dearest of
 * them, spread evenly over each one's days. Where some tell money and some only an amount, the money is told: the level is judged by it.
 * @returns null when none tells a loss
 */
export function mergedLoss(signals: readonly ToldLoss[]): Loss | null {
  const told = signals.flatMap(({ period, loss }) => (loss ? [{ period, loss }] : []));
  const unit = told.some(({ loss }) => loss.unit === 'fen') ? 'fen' : told.at(-1)?.loss.unit;
  if (unit === undefined) return null;
  const dearest = new Map<string, { low: number; mid: number; high: number }>();
  for (const { period, loss } of told.filter((each) => each.loss.unit === unit)) {
    const days = daysIn(period);
    const aDay = { low: loss.low / days.length, mid: loss.mid / days.length, high: loss.high / days.length };
    for (const day of days) if (aDay.mid >= (dearest.get(day)?.mid ?? -Infinity)) dearest.set(day, aDay);
  }
  const sum = (of: 'low' | 'mid' | 'high') => [...dearest.values()].reduce((total, each) => total + each[of], 0);
  const exactly = (amount: number) => (unit === 'fen' ? Math.round(amount) : amount);
  return { low: exactly(sum('low')), mid: exactly(sum('mid')), high: exactly(sum('high')), unit };
}

interface Asked {
  readonly unit: string;
  readonly subject: { readonly kind: string; readonly id: string };
  readonly about: readonly string[];
}

/** Is it the same thing that is being asked about? The same subject, or, of the same unit, something that both are about (RE-04). */
export const belongsTo = (signal: Asked, finding: Asked): boolean =>
  (signal.subject.kind === finding.subject.kind && signal.subject.id === finding.subject.id) ||
  (signal.unit === finding.unit && signal.about.some((each) => finding.about.includes(each)));

/** A finding is as grave as the gravest of what was seen: a later, fainter signal does not make it less. */
export const gravest = (a: Level, b: Level): Level => (levels.indexOf(a) <= levels.indexOf(b) ? a : b);

/** At least the first day: what happened within one day has its day. */
function daysIn([from, toExclusive]: readonly [string, string]): string[] {
  const days = [from];
  for (let day = addDays(from, 1); day < toExclusive; day = addDays(day, 1)) days.push(day);
  return days;
}
