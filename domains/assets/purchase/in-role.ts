import type { Context, Id } from '@opengoa/kernel';

/** Whether the actor's right of this role covers the unit. */
export const inRole = (
  role: string,
  unit: Id,
  { actor, organisation }: Pick<Context, 'actor' | 'organisation'>,
): boolean => actor.grants.some((grant) => grant.role === role && organisation.covers(grant.unit, unit, grant.below));
