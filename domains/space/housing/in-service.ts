import type { Context, Id } from '@opengoa/kernel';

type Organisation = Context['organisation'];

/** The institution of a unit and whatever took it over since: somebody whose unit was merged has not left its service. */
export function serviceOf(organisation: Organisation, unit: Id): ReadonlySet<Id> {
  const found = new Set<Id>([organisation.institutionOf(unit)?.id ?? unit, unit]);
  for (const each of found)
    for (const heir of organisation.unit(each)?.successors ?? [])
      found.add(heir).add(organisation.institutionOf(heir)?.id ?? heir);
  return found;
}

/** Does somebody who holds posts at these units still serve where they did, or in what became of it? */
export const stillServes = (organisation: Organisation, unit: Id, heldAt: readonly Id[]): boolean => {
  const there = serviceOf(organisation, unit);
  return heldAt.some((held) => there.has(held) || there.has(organisation.institutionOf(held)?.id ?? held));
};
