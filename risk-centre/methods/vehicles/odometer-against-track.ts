export interface OdometerCheck {
  /** Readings lower than the one before, as places in the list from 0. */
  readonly rollbacks: readonly number[];
  /** Rise over kilometres by positions, stretch by stretch from the second reading on; null where an end of it is a rollback or nothing was driven. */
  readonly ratios: readonly (number | null)[];
}

/**
 * VE-07: an odometer never falls, and what it rose is near what the positions say.
 * @param readings km in the order of time
 * @param trackKm km by positions between each reading and the next, one fewer than readings; none where not known
 */
export function odometerAgainstTrack(readings: readonly number[], trackKm: readonly number[] = []): OdometerCheck {
  const rollbacks = readings.flatMap((km, i) => (i > 0 && km < readings[i - 1]! ? [i] : []));
  const ratios = trackKm.map((km, i) => {
    const [from, to] = [readings[i], readings[i + 1]];
    if (from === undefined || to === undefined || rollbacks.includes(i) || rollbacks.includes(i + 1)) return null;
    return km > 0 ? (to - from) / km : null;
  });
  return { rollbacks, ratios };
}
