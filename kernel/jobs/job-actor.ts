import { jobActor, type Actor } from '../actor.ts';
import type { Organisation } from '../organisation/organisation.ts';

/** A job under its own name, with the role `job` at every root of the tree: it comes to the doors that name `job`, and to no other. */
export function jobActorAtRoots(name: string, organisation: Organisation): Actor {
  const roots = organisation.units.filter((unit) => unit.parent === null && unit.successors.length === 0);
  return jobActor(
    name,
    roots.map(({ id }) => ({ role: 'job', unit: id, below: true })),
    roots[0]?.id ?? null,
  );
}
