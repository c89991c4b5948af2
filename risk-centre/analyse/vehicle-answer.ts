import type { Words } from '@opengoa/kernel/words';
import type { CleanFix } from '../methods/vehicles/clean-track.ts';
import type { Journeys } from '../methods/vehicles/legs.ts';
import type { Span } from '../methods/vehicles/spans.ts';

export type VehicleKind =
  | 'stay'
  | 'trip'
  | 'tracker-gap'
  | 'out-of-hours'
  | 'without-approval'
  | 'overrun'
  | 'not-driven'
  | 'off-route'
  | 'fuel-mismatch'
  | 'odometer-mismatch'
  | 'insufficient_data';

/** One answer of `vehicle-use` on one vehicle. */
export interface VehicleAnswer extends Span {
  readonly kind: VehicleKind;
  /** Null where no way belongs to it, or none is known. */
  readonly km: number | null;
  readonly score: number | null;
  readonly flag: 0 | 1;
  readonly reason: Words;
}

/** What the answers of one vehicle are made from. */
export interface Track extends Journeys {
  /** Those that count, in the order of time. */
  readonly fixes: readonly CleanFix[];
}

/** Movement below is too little to ask about (VE-02). */
export const leastMove = { km: 1, seconds: 300 } as const;

/** How far something is beyond its limit, as a share: 0.5 at the limit, towards 1 far above. */
export const beyond = (value: number, limit: number): number => (value <= 0 ? 0 : value / (value + limit));

/** To one decimal, as people read kilometres and litres. */
export const one = (value: number): string => value.toFixed(1);
