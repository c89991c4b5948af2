import type { Actor, Grant } from '../actor.ts';
import type { Id } from '../id.ts';
import type { Organisation } from '../organisation/organisation.ts';
import type { Place, WhoWord } from '../verbs/verb.ts';

/** Rights judged without a role: by who the thing belongs to, or by a task. */
const withoutRole = new Set(['anyone', 'signed-in', 'self', 'holder']);

/**
 * Does a role answer to a word of `who`? `any-role`: whoever has a right at all; `room-clerk`: whoever keeps the ledger of a room, `<room>-clerk`.
 */
export const answersTo = (role: string, word: WhoWord): boolean =>
  word === role || word === 'any-role' || (word === 'room-clerk' && role.endsWith('-clerk'));

/** The actor and whoever the actor stands in for right now. */
export const personsOf = (actor: Actor): Id[] => [actor.person, actor.standInFor].filter((person) => person !== null);

/** The grants that could open a door declared for `who`. */
export const grantsFor = (actor: Actor, who: readonly WhoWord[]): readonly Grant[] =>
  actor.grants.filter((grant) => who.some((word) => answersTo(grant.role, word)));

/**
 * May this actor come to the door at all, wherever the thing lies? False answers 403 before anything is read.
 * A job comes to every door with what its grants cover.
 */
export function mayCome(actor: Actor, who: readonly WhoWord[]): boolean {
  if (who.includes('anyone')) return true;
  if (actor.kind === 'nobody') return false;
  if (who.some((word) => word !== 'anyone' && withoutRole.has(word)))
    return actor.kind === 'person' || grantsFor(actor, who).length > 0 || who.includes('signed-in');
  return grantsFor(actor, who).length > 0;
}

/** What else the kernel found out about this very request. */
export interface Known {
  /** An open task on the object is held by the actor. */
  readonly holds: boolean;
}

/** The one sentence of authorisation: some word of `who` holds at this place (SEC-AC-02). */
export function mayAt(
  actor: Actor,
  who: readonly WhoWord[],
  place: Place,
  organisation: Organisation,
  known: Known,
): boolean {
  return who.some((word) => {
    if (word === 'anyone') return true;
    if (actor.kind === 'nobody') return false;
    if (word === 'signed-in') return true;
    if (word === 'self') return place.person != null && personsOf(actor).includes(place.person);
    if (word === 'holder') return known.holds && place.object != null;
    return actor.grants.some(
      (grant) => answersTo(grant.role, word) && organisation.covers(grant.unit, place.unit, grant.below),
    );
  });
}

/** What row-level security is told: units exactly, units with all below, and whose tasks count. */
export interface Scope {
  readonly exact: readonly Id[];
  readonly below: readonly Id[];
}

export function scopeOf(actor: Actor, who: readonly WhoWord[]): Scope {
  const grants = grantsFor(actor, who);
  return {
    exact: [...new Set(grants.filter((grant) => !grant.below).map((grant) => grant.unit))],
    below: [...new Set(grants.filter((grant) => grant.below).map((grant) => grant.unit))],
  };
}
