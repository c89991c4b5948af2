import { type Context, type Id, read } from '@opengoa/kernel';
import { z } from 'zod';
import { OwnInstitutionAnswer } from './contract.ts';
import { readers } from '../readers.ts';

/** 本单位: the institution whose pages open first - one's own, or the only one below what one's rights reach. */
export const ownInstitution = read('energy.own-institution', {
  title: { zh: '本单位', en: 'One’s own institution' },
  query: z.strictObject({}),
  answer: OwnInstitutionAnswer,
  who: readers,
  async fetch(_tx, _query, context) {
    const institution = institutionOf(context);
    return {
      unit: context.actor.unit ?? '',
      institution,
      name: institution === null ? null : (context.organisation.unit(institution)?.name ?? ''),
    };
  },
});

function institutionOf({ actor, organisation }: Context): Id | null {
  const rights = actor.grants.filter(({ role }) => (readers as readonly string[]).includes(role));
  const own = actor.unit === null ? undefined : organisation.institutionOf(actor.unit);
  if (own?.kind === 'institution' && rights.some(({ unit, below }) => organisation.covers(unit, own.id, below)))
    return own.id;
  const reached = new Set(
    rights
      .flatMap(({ unit, below }) => (below ? organisation.unitsBelow(unit) : [unit]))
      .filter((unit) => organisation.unit(unit)?.kind === 'institution'),
  );
  return reached.size === 1 ? [...reached][0]! : null;
}
