import type { Context, Id } from '@opengoa/kernel';

type Organisation = Context['organisation'];
const byName = new WeakMap<Organisation, Map<string, { readonly person: Id; readonly unit: Id }[]>>();

/** Everybody by name, read once for each picture of the organisation: a file of a hundred thousand rows asks as often. */
function peopleOf(organisation: Organisation) {
  const known = byName.get(organisation);
  if (known) return known;
  const found = new Map<string, { readonly person: Id; readonly unit: Id }[]>();
  for (const { person, personName, post } of organisation.holdings) {
    const unit = organisation.post(post)?.unit;
    if (unit === undefined) continue;
    const same = found.get(personName) ?? [];
    if (!same.some((each) => each.person === person && each.unit === unit)) same.push({ person, unit });
    found.set(personName, same);
  }
  byName.set(organisation, found);
  return found;
}

/**
 * The one person of this name in the unit's institution, or else in the whole house; nobody where several answer to it.
 * @param unit whose ledger the card stands in
 */
export function personByName(name: string, unit: Id, { organisation }: Pick<Context, 'organisation'>): Id | undefined {
  const same = peopleOf(organisation).get(name) ?? [];
  const institution = organisation.institutionOf(unit)?.id;
  const near = same.filter((each) => organisation.institutionOf(each.unit)?.id === institution);
  const persons = new Set((near.length > 0 ? near : same).map(({ person }) => person));
  return persons.size === 1 ? [...persons][0] : undefined;
}
