import { atLeast } from '@opengoa/kernel/exact-identities';

/** AU-10: p that so many of the units near a target lie just above it. It speaks of the system, never of one unit. */
export const targetHugging = (above: number, below: number): number => atLeast(above, above + below, 0.5);
