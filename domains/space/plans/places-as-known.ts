import type { Id, Tx } from '@opengoa/kernel';
import { bodyOf, factsBefore, type PastFact } from '../facts-before.ts';
import { MeterPlaced, MeterUnplaced } from './contract.ts';

/** Where a meter stands or stood; in no room, it metered the floor. */
export interface PastPlace {
  readonly meter: Id;
  readonly room: Id | null;
  readonly from: string;
  readonly toExclusive: string | null;
}

/** Places of meters as these facts leave them, in the order in which they were entered. Pure. */
export function placesFrom(facts: readonly PastFact[]): readonly PastPlace[] {
  const places = new Map<Id, PastPlace>();
  for (const fact of facts) {
    const placed = bodyOf(MeterPlaced, fact);
    if (placed) {
      const { meter, room, from } = placed;
      places.set(fact.object, { meter, room, from, toExclusive: null });
    }
    const left = bodyOf(MeterUnplaced, fact);
    const was = left && places.get(fact.object);
    if (was) places.set(fact.object, { ...was, toExclusive: left.to });
  }
  return [...places.values()];
}

/** Every place of a meter as the Record had told of it before an instant. */
export const placesAsKnown = async (tx: Tx, before: Date): Promise<readonly PastPlace[]> =>
  placesFrom(await factsBefore(tx, [MeterPlaced, MeterUnplaced], before));
