/** From rules to persons. Nobody ever holds a step of their own request: their next superior does. */
import { own, runOf, type Case, type PlainRule, type StepsWorld, type Via } from './case.ts';
import type { HolderRule, Mode, PersonId } from './definition.ts';

export type Found = { person: PersonId; via: Via };

/** How far up a chain of superiors is followed; deeper than any organisation. */
const HIGHEST = 30;

/**
 * The holders of a step, or [] when neither its rules nor the fallback find anybody.
 * @param decidersOf who decided a step, for rules that name one; taken from the case unless a forecast says otherwise
 */
export function findHolders(
  rules: readonly HolderRule[],
  mode: Mode,
  fallback: readonly HolderRule[],
  of: Case,
  world: StepsWorld,
  decidersOf: (step: string) => readonly PersonId[] = (step) => deciders(of, step),
): Found[] {
  const named = followed(rules, mode, of, world, decidersOf);
  if (named.found.length > 0 && !named.gap) return named.found;
  const instead = firstFound(fallback, of, world, decidersOf);
  return once([...named.found, ...instead.map(({ person }) => ({ person, via: 'fallback' as const }))]);
}

/** The fallback's rules are asked in their order; the first that finds somebody counts. */
function firstFound(
  fallback: readonly HolderRule[],
  of: Case,
  world: StepsWorld,
  decidersOf: (step: string) => readonly PersonId[],
): Found[] {
  for (const rule of fallback) {
    const { found } = followed([rule], 'any', of, world, decidersOf);
    if (found.length > 0) return found;
  }
  return [];
}

/** `gap`: an asker was named, everybody is asked, and nobody above could take the place. */
function followed(
  rules: readonly HolderRule[],
  mode: Mode,
  of: Case,
  world: StepsWorld,
  decidersOf: (step: string) => readonly PersonId[],
): { found: Found[]; gap: boolean } {
  const persons = rules.flatMap((rule) => plainRules(rule, of, decidersOf)).flatMap((rule) => world.resolve(rule, of));
  const askers = own(of);
  const others = persons
    .filter((person) => !askers.includes(person))
    .map((person) => ({ person, via: 'rule' as const }));
  const named = persons.filter((person) => askers.includes(person));
  // Where one of several suffices, the others will do; where all are asked, nobody may be missing.
  if (named.length === 0 || (mode === 'any' && others.length > 0)) return { found: once(others), gap: false };
  const above = named.map((person) => superiorsOf(person, of, world)[0]);
  const replaced = above
    .filter((person) => person !== undefined)
    .map((person) => ({ person, via: 'superior' as const }));
  return { found: once([...others, ...replaced]), gap: above.includes(undefined) };
}

/** The nearest superiors of a person who are not the asker. */
export function superiorsOf(person: PersonId, of: Case, world: StepsWorld): PersonId[] {
  const askers = own(of);
  const seen = new Set<PersonId>([person]);
  let below = [person];
  for (let height = 0; height < HIGHEST && below.length > 0; height += 1) {
    const above = below.flatMap((one) => world.resolve({ superiorOf: one }, of)).filter((one) => !seen.has(one));
    const free = [...new Set(above.filter((one) => !askers.includes(one)))];
    if (free.length > 0) return free;
    for (const one of above) seen.add(one);
    below = above;
  }
  return [];
}

function plainRules(rule: HolderRule, of: Case, decidersOf: (step: string) => readonly PersonId[]): PlainRule[] {
  if ('superiorOf' in rule) {
    const persons = rule.superiorOf === 'asker' ? [of.asker] : decidersOf(rule.superiorOf.step);
    return persons.map((superiorOf) => ({ superiorOf }));
  }
  if ('field' in rule) {
    const value = of.attributes[rule.field];
    const persons = Array.isArray(value) ? value : typeof value === 'string' ? [value] : [];
    return persons.map((person: PersonId) => ({ person }));
  }
  return [rule];
}

/** Whose seats were approved in the step. */
function deciders(of: Case, step: string): PersonId[] {
  const seats = runOf(of, step)?.sittings.flatMap(({ seats: all }) => all) ?? [];
  return seats.filter(({ decided }) => decided?.outcome === 'approved').map(({ person }) => person);
}

function once(found: readonly Found[]): Found[] {
  return found.filter(({ person }, i) => found.findIndex((other) => other.person === person) === i);
}
