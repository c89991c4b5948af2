/**
 * VE-02, how far a trip and its approval are one: the time they share, over both and over the trip.
 */

export interface Span {
  readonly fromMinute: number;
  readonly toMinute: number;
}

export interface Cover {
  /** |A∩B| / |A∪B| */
  readonly overlapOverUnion: number;
  /** |A∩B| / |trip|; 0 for a trip without length. */
  readonly coveredShare: number;
  readonly sharedMinutes: number;
}

export function coverOf(trip: Span, approved: Span): Cover {
  const length = ({ fromMinute, toMinute }: Span): number => Math.max(0, toMinute - fromMinute);
  const sharedMinutes = Math.max(
    0,
    Math.min(trip.toMinute, approved.toMinute) - Math.max(trip.fromMinute, approved.fromMinute),
  );
  const union = length(trip) + length(approved) - sharedMinutes;
  return {
    overlapOverUnion: union > 0 ? sharedMinutes / union : 0,
    coveredShare: length(trip) > 0 ? sharedMinutes / length(trip) : 0,
    sharedMinutes,
  };
}

/** Minutes since 1970 of an instant with its offset ('2026-03-02T08:30:00+08:00'). Throws on anything else. */
export function minuteOf(instant: string): number {
  const ms = Date.parse(instant);
  if (Number.isNaN(ms)) throw new Error(`not an instant: ${instant}`);
  return ms / 60_000;
}
