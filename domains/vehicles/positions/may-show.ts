import type { Calendar } from '@opengoa/kernel/calendar';

/** A time for which a vehicle's use was approved, or during which it is out. */
export interface DutySpan {
  readonly from: number;
  readonly to: number;
}

/**
 * F10: a vehicle's place at a moment is shown while it is out on a trip or booked for one, and in office hours, 调休 counted; at any other time where it
 * stands says where somebody lives, and is nobody's affair without break-glass.
 */
export const mayShow = (at: number, duty: readonly DutySpan[], calendar: Pick<Calendar, 'isOfficeTime'>): boolean =>
  duty.some(({ from, to }) => at >= from && at <= to) || calendar.isOfficeTime(new Date(at));

export type TrackGround = 'in-progress' | 'finding';

/** On which ground a trip's track is shown point by point; none once it is over and nothing about it is open. */
export function groundFor(trip: { readonly state: string }, openFindings: number): TrackGround | null {
  if (trip.state === 'departed') return 'in-progress';
  return openFindings > 0 ? 'finding' : null;
}
