import type { Id } from '../id.ts';
import type { Organisation } from './organisation.ts';

/** Who holds this role for the unit: at the unit itself or at the nearest unit above that has such a holder. */
export function nearestHolders(organisation: Organisation, role: string, unit: Id): readonly Id[] {
  for (const each of organisation.chain(unit)) {
    const found = organisation.holdersOfRole(role, each.id);
    if (found.length > 0) return found;
  }
  return [];
}
