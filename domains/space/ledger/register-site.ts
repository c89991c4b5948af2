import { newId, refuse, verb } from '@opengoa/kernel';
import { isSiteNameTaken } from './building-store.ts';
import { RegisterSite, SiteRegistered } from './contract.ts';
import { siteOf } from './premises.ts';

/** 登记宗地: a piece of land, how it is held and how large it is. */
export const registerSite = verb('space.register-site', {
  title: { zh: '登记宗地', en: 'Register a site' },
  input: RegisterSite,
  who: ['space-clerk'],
  facts: [SiteRegistered],
  refusals: ['name-taken'],
  load: async (tx, { unit, name }) => ({ id: newId(), taken: await isSiteNameTaken(tx, unit, name) }),
  at: (_known, { unit }) => ({ unit }),
  decide({ id, taken }, { unit, ...body }) {
    if (taken) return refuse('name-taken', { name: body.name }, { status: 409 });
    return [
      SiteRegistered.of({
        object: siteOf({ id }),
        unit,
        body,
        facets: { place: { kind: 'site', id, name: body.name } },
      }),
    ];
  },
});
