import type { Id } from '../id.ts';
import type { Organisation } from './organisation.ts';

/** Who holds this role for the unit: at the unit itself or at the nearest unit above that has such a holder; whoever is left out counts as none. */
export function nearestHolders(
  organisation: Organisation,
  role: string,
  unit: Id,
  leftOut: Id | null = null,
): readonly Id[] {
  for (const each of organisation.chain(unit)) {
    const found = organisation.holdersOfRole(role, each.id).filter((person) => person !== leftOut);
    if (found.length > 0) return found;
  }
  return [];
}
