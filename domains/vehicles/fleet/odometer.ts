import { refuse, type Refusal } from '@opengoa/kernel';
import { localTime } from '../trips/trip.ts';

export interface OdometerReading {
  readonly at: Date;
  readonly km: number;
  readonly source: 'registered' | 'departed' | 'returned' | 'fuel' | 'replaced';
}

/** The readings of one vehicle just before and just after a moment. */
export interface Neighbours {
  readonly before: OdometerReading | null;
  readonly after: OdometerReading | null;
}

/**
 * An instrument never runs backwards, and paper entered late must fit between what was read before and after it (VE-07).
 * An exchanged instrument begins again: its first reading stands for the one before.
 */
export function odometerRefusal({ before, after }: Neighbours, km: number): Refusal | undefined {
  if (before && km < before.km)
    return refuse('odometer-goes-back', { now: km, last: before.km, at: localTime(before.at) });
  if (after && after.source !== 'replaced' && km > after.km) {
    return refuse('odometer-beyond-next', { now: km, next: after.km, at: localTime(after.at) });
  }
  return undefined;
}
