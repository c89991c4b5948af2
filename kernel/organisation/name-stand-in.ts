import { sql } from '../database/sql.ts';
import { newId } from '../id.ts';
import { refuse } from '../refusal.ts';
import { verb } from '../verbs/verb.ts';
import { NameStandIn, StandInNamed } from './contract.ts';

/** 指定代理: during leave another person acts, until a day that must be named; every act of theirs carries both names. */
export const nameStandIn = verb('kernel.name-stand-in', {
  title: { zh: '指定代理', en: 'Name a stand-in' },
  input: NameStandIn,
  who: ['self', 'system-admin'],
  facts: [StandInNamed],
  refusals: [
    'person-unknown',
    'stand-in-for-oneself',
    'ends-before-it-begins',
    'officers-have-no-stand-in',
    'stand-in-away',
  ],
  async load(tx, { forPerson, person, from, to }, { organisation }) {
    // Two who name each other at the same moment wait for one another here.
    await tx.run(sql`select pg_advisory_xact_lock(hashtextextended('kernel.stand_in', 0))`);
    const postsOf = (who: string) =>
      organisation.holdings.filter((holding) => holding.person === who).map((holding) => holding.post);
    const officer = (who: string) =>
      organisation.postRoles.some((grant) => postsOf(who).includes(grant.post) && grant.role.endsWith('-admin'));
    const [post] = postsOf(forPerson);
    return {
      unit: post === undefined ? undefined : organisation.post(post)?.unit,
      known: organisation.personName(person) !== undefined,
      officer: officer(person) || officer(forPerson),
      away: await tx.maybe<{ from: string; to: string }>(sql`
        select valid_from::text as from, valid_to::text as to from kernel.stand_in
         where for_person_id = ${person} and valid_from < ${to}::date and valid_to > ${from}::date order by valid_from limit 1`),
      id: newId(),
    };
  },
  // Named by oneself, never by who stands in: a stand-in who names the next one would never have to leave.
  at: ({ unit }, { forPerson }, { actor }) => ({
    unit: unit ?? actor.unit ?? '',
    person: actor.standInFor === null ? forPerson : null,
  }),
  decide({ unit, known, officer, away, id }, input, { organisation }) {
    if (!unit || !known) return refuse('person-unknown', {}, { status: 404 });
    if (input.person === input.forPerson) return refuse('stand-in-for-oneself');
    if (input.to <= input.from) return refuse('ends-before-it-begins', { from: input.from, to: input.to });
    if (officer) return refuse('officers-have-no-stand-in');
    // Work handed to somebody who is away as well would lie there.
    if (away)
      return refuse('stand-in-away', { name: organisation.personName(input.person) ?? '', ...away }, { status: 409 });
    return [StandInNamed.of({ object: { kind: 'person', id: input.forPerson }, unit, body: { ...input, id } })];
  },
});
