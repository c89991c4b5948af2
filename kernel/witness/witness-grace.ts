import type { StandardSet } from '../standards/standards.ts';

/** How this Record stands with its witness. Null where none is configured: then no act depends on one. */
export interface WitnessStanding {
  /** When the newest countersignature came back, or when the witness was configured. */
  readonly lastAt: Date;
}

/**
 * May acts with legal effect go on? When the witness has not answered for longer than the grace of the standard they stop; other acts go
 * on with a warning (SEC-RE-08).
 */
export function witnessOverdue(
  standing: WitnessStanding | null,
  { standards, today, now }: { standards: StandardSet; today: string; now: Date },
): boolean {
  if (standing === null) return false;
  const hours = standards.numberOn('kernel.federation', today, [], { item: 'witness-grace' });
  return now.getTime() - standing.lastAt.getTime() > hours * 3_600_000;
}
