import { refuse, verb } from '@opengoa/kernel';
import { actsOnWorks, cannotNow } from './acts-on-works.ts';
import { AcceptRenovation, RenovationAccepted } from './contract.ts';
import { placeOfWorks, renovationOf } from './renovation.ts';

/** 验收: with its paper for the archive; the rooms are again what they were before. */
export const acceptRenovation = verb('space.accept-renovation', {
  ...actsOnWorks,
  title: { zh: '验收', en: 'Accept' },
  input: AcceptRenovation,
  who: ['space-clerk'],
  facts: [RenovationAccepted],
  refusals: ['not-now', 'stale-version', 'works-day-outside', 'acceptance-paper-needed'],
  decide({ works, rooms }, { version, on, opinion, files }, { today }) {
    const refused = cannotNow(works, 'space.accept-renovation', version);
    if (refused) return refused;
    if (on < works.begunOn! || on > today) return refuse('works-day-outside', { from: works.begunOn!, to: today });
    if (files.length === 0) return refuse('acceptance-paper-needed');
    const body = { on, opinion, files, rooms: rooms.map(({ id }) => id) };
    return [
      RenovationAccepted.of({ object: renovationOf(works), unit: works.unit, body, facets: placeOfWorks(works) }),
    ];
  },
});
