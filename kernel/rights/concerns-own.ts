import type { Context } from '../context.ts';
import type { Id } from '../id.ts';

/** 回避: what one’s own institution reports, or what one submitted oneself, is for others to review. */
export function concernsOwn(
  { unit, submittedBy }: { readonly unit: Id; readonly submittedBy: Id | null },
  { actor, organisation }: Pick<Context, 'actor' | 'organisation'>,
): boolean {
  if (actor.person !== null && actor.person === submittedBy) return true;
  const own = actor.unit === null ? undefined : organisation.institutionOf(actor.unit);
  return own !== undefined && own.id === organisation.institutionOf(unit)?.id;
}
