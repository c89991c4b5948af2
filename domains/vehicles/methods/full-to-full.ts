/**
 * VE-06, litres per 100 km between full tanks. A partial fill says nothing by itself — a single-fill ratio is the commonest
 * error — so its litres are added up until the tank is full again.
 */

export interface Fill {
  readonly id: string;
  readonly at: string;
  readonly litres: number;
  /** Filled to the brim. */
  readonly full: boolean;
  readonly odometerKm: number;
}

export interface FullToFull {
  /** The full fill that closes the stretch. */
  readonly fillId: string;
  readonly litres: number;
  readonly km: number;
  readonly litresPer100Km: number;
  readonly fills: number;
}

/** Stretches between full fills, in the order of the fills given. A stretch over which the odometer did not rise is left out. */
export function fullToFull(fills: readonly Fill[]): FullToFull[] {
  const stretches: FullToFull[] = [];
  let start: Fill | null = null;
  let litres = 0;
  let count = 0;
  for (const fill of fills) {
    litres += fill.litres;
    count += 1;
    if (!fill.full) continue;
    const km = start ? fill.odometerKm - start.odometerKm : 0;
    if (start && km > 0)
      stretches.push({ fillId: fill.id, litres, km, litresPer100Km: (100 * litres) / km, fills: count });
    start = fill;
    litres = 0;
    count = 0;
  }
  return stretches;
}

/** What a distance takes at a usual consumption, and what is left unexplained of the litres bought for it. */
export function unexplainedLitres(given: { litres: number; km: number; litresPer100Km: number }) {
  const expectedLitres = (given.km * given.litresPer100Km) / 100;
  return { expectedLitres, unexplainedLitres: given.litres - expectedLitres };
}
