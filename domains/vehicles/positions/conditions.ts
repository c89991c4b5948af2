import type { Category } from '../contract.ts';

/** Whom a fence is for and what it tells. */
export interface Conditions {
  /** Categories of vehicles and single vehicles that it is for; both empty: all vehicles of its units. */
  readonly categories: readonly Category[];
  readonly vehicles: readonly string[];
  readonly tells: 'both' | 'entered' | 'left' | 'stayed';
  readonly stayMinutes: number | null;
}
