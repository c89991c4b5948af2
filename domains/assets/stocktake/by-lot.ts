import { createHash } from 'node:crypto';
import type { Id } from '@opengoa/kernel';

/** Draws so many by lot: whoever knows the stocktake's id can draw the same again, and nobody can choose. */
export function byLot(ids: readonly Id[], count: number, seed: string): ReadonlySet<Id> {
  if (count === 0) return new Set();
  const lots = ids.map((id) => [createHash('sha256').update(`${seed} ${id}`).digest('hex'), id] as const);
  lots.sort(([a], [b]) => (a < b ? -1 : 1));
  return new Set(lots.slice(0, count).map(([, id]) => id));
}
