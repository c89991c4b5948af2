import { refuse, stale, verb } from '@opengoa/kernel';
import { isSiteNameTaken, lockSite } from './building-store.ts';
import { ChangeSite, SiteChanged } from './contract.ts';
import { given, siteOf } from './premises.ts';

/** 变更宗地. */
export const changeSite = verb('space.change-site', {
  title: { zh: '变更宗地', en: 'Change a site' },
  input: ChangeSite,
  who: ['space-clerk'],
  on: 'space.site',
  facts: [SiteChanged],
  refusals: ['stale-version', 'name-taken'],
  async load(tx, { site: id, name }) {
    const site = await lockSite(tx, id);
    return { site, taken: name !== undefined && (await isSiteNameTaken(tx, site.unit, name, id)) };
  },
  at: ({ site }) => ({ unit: site.unit }),
  decide({ site, taken }, { site: _id, version, ...change }) {
    if (version !== site.version) return stale({ version: site.version });
    if (taken) return refuse('name-taken', { name: change.name }, { status: 409 });
    const { id, unit, version: _version, ...before } = site;
    return [SiteChanged.of({ object: siteOf({ id }), unit, body: { ...before, ...given(change) } })];
  },
});
