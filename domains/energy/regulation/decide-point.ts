/**
 * What is to be done with one point now: the heart of the loop. Pure, and the one place where anything that changes a device comes from, but for
 * the return that stopping a plan sends at once.
 */
import type { Id } from '@opengoa/kernel';
import type { EntryKind, PlanState, Reason } from './contract.ts';
import type { Wanted } from './wanted.ts';

/** Hard limits that hold just now: the point's own, narrowed by confirmed law. */
export interface Bounds {
  readonly least: number;
  readonly most: number;
}

export interface PointLimits extends Bounds {
  readonly step: number;
  readonly safe: number;
  readonly pauseMinutes: number;
  readonly ttlMinutes: number;
  readonly staleMinutes: number;
  readonly running: boolean;
}

/** What a plan needs to act, beside its rules. */
export interface Standing {
  readonly state: PlanState;
  readonly proposedBy: Id;
  readonly approvedBy: Id | null;
  readonly from: string;
  readonly to: string;
}

export type EntryState =
  | 'to-send'
  | 'sent'
  | 'applied'
  | 'returned'
  | 'declined'
  | 'unanswered'
  | 'withdrawn'
  | 'noted';

/** The newest row of a point that was a command, a return or a lapse. */
export interface LastEntry {
  readonly kind: EntryKind;
  readonly state: EntryState;
  /** When the value was last changed, sent or not: renewals do not count. */
  readonly changedAt: Date;
}

/** What the device may hold of ours: a command that may have reached it and was not returned since. */
export interface Held {
  readonly value: number;
  readonly until: Date;
}

export interface PointNow {
  readonly limits: PointLimits;
  readonly bounds: Bounds;
  /** The plan that acts on the point; null where none does. */
  readonly plan: Standing | null;
  readonly switchedOn: boolean;
  /** Local day of `now`. */
  readonly today: string;
  readonly wanted: Wanted | null;
  /** End of the last interval that was measured and counts; null where nothing did in the time it may be old. */
  readonly readAt: Date | null;
  /** What the device last said stands. */
  readonly present: number | null;
  readonly last: LastEntry | null;
  readonly held: Held | null;
}

export interface Decided {
  readonly kind: EntryKind;
  readonly value: number | null;
  readonly reason: Reason;
  readonly until: Date | null;
}

const minuteMs = 60_000;
/** Binary fractions of hundredths. */
const tiny = 1e-9;
/** A device may be a few seconds fast. */
const aheadMs = minuteMs;
/** A return is tried for so long at least. */
const returnMinutes = 10;

const after = (from: Date, minutes: number): Date => new Date(from.getTime() + minutes * minuteMs);
const hundredths = (value: number): number => Math.round(value * 100) / 100;

/** Why the plan may not act just now, or null. */
export function restOf({ plan, switchedOn, limits, today }: PointNow): Reason | null {
  if (!switchedOn) return 'switched-off';
  if (!limits.running) return 'point-off';
  if (plan === null || plan.state !== 'active') return 'plan-stopped';
  if (plan.approvedBy === null || plan.approvedBy === plan.proposedBy) return 'two-persons-missing';
  if (today < plan.from || today > plan.to) return 'plan-over';
  return null;
}

/** Is what was read fresh? Nothing from before the loop began counts, nothing too old, and nothing from the future. */
export function staleness(
  { readAt, limits }: Pick<PointNow, 'readAt' | 'limits'>,
  now: Date,
  since: Date,
): Reason | null {
  if (readAt === null || now.getTime() - readAt.getTime() > limits.staleMinutes * minuteMs) return 'data-stale';
  if (readAt.getTime() - now.getTime() > aheadMs) return 'data-stale';
  return readAt < since ? 'data-before-start' : null;
}

/** One step towards what is wanted, inside the limits. */
export function stepTowards(
  current: number,
  wanted: number,
  { step }: Pick<PointLimits, 'step'>,
  bounds: Bounds,
): number {
  const walked = current + Math.max(-step, Math.min(step, wanted - current));
  return hundredths(Math.max(bounds.least, Math.min(bounds.most, walked)));
}

/**
 * @param since when the loop's process began
 * @returns null where nothing is to be done or said
 */
export function decidePoint(at: PointNow, now: Date, since: Date): Decided | null {
  const { limits, bounds, last, wanted } = at;
  if (at.held && at.held.until <= now) return { kind: 'lapsed', value: limits.safe, reason: 'time-over', until: null };
  const { held } = at;
  const refused = (reason: Reason, value: number): Decided => ({ kind: 'refused', value, reason, until: null });
  /** Back to the safe value, or not begun at all. One return is enough: after it the device goes back by itself. */
  const leave = (reason: Reason, value: number | null): Decided | null => {
    if (!held) return value === null ? null : refused(reason, value);
    if (last?.kind === 'return' && last.state !== 'returned') return null;
    const until = later(held.until, after(now, returnMinutes));
    return { kind: 'return', value: limits.safe, reason, until };
  };
  const rest = restOf(at);
  if (rest) return leave(rest, null);
  if (wanted === null) return leave('no-rule', null);
  // One on its way is waited for; the loop sends it again or gives it up.
  if (last && (last.state === 'to-send' || last.state === 'sent')) return null;

  const stale = staleness(at, now, since);
  if (stale) return leave(stale, wanted.value);
  const sensible =
    Number.isFinite(wanted.value) && wanted.value >= bounds.least - tiny && wanted.value <= bounds.most + tiny;
  if (!sensible) return leave('outside-limits', wanted.value);
  // Whether it took the last one is not known: it is left alone until it has gone back by itself.
  if (held && last?.state === 'unanswered') return leave('not-answered', wanted.value);

  const standing = held ? (at.present ?? held.value) : limits.safe;
  const next = stepTowards(standing, wanted.value, limits, bounds);
  // Said the other way round, so that what is no number is no small step.
  if (!(Math.abs(next - standing) <= limits.step + tiny)) return leave('step-too-big', wanted.value);
  const changes = Math.abs(next - standing) > tiny;
  const soon = last !== null && now < after(last.changedAt, limits.pauseMinutes);
  const until = after(now, limits.ttlMinutes);
  if (changes && !soon) return { kind: 'set', value: next, reason: wanted.reason, until };
  if (held) {
    // What is held was inside the limits when it was sent; the law may have been tightened since.
    if (standing < bounds.least - tiny || standing > bounds.most + tiny) return leave('outside-limits', null);
    if (held.until.getTime() - now.getTime() <= (limits.ttlMinutes * minuteMs) / 2)
      return { kind: 'renew', value: hundredths(standing), reason: wanted.reason, until };
  }
  return changes ? refused('too-soon', next) : null;
}

const later = (a: Date, b: Date): Date => (a > b ? a : b);

/** Is this refusal said already? The same words of the same value are logged once within so many minutes. */
export function saidAlready(
  refusal: Pick<Decided, 'reason' | 'value'>,
  before: {
    readonly kind: EntryKind;
    readonly reason: Reason;
    readonly value: number | null;
    readonly decidedAt: Date;
  } | null,
  now: Date,
  againMinutes: number,
): boolean {
  return (
    before !== null &&
    before.kind === 'refused' &&
    before.reason === refusal.reason &&
    before.value === refusal.value &&
    now < after(before.decidedAt, againMinutes)
  );
}
