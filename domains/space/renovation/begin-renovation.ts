import { refuse, verb } from '@opengoa/kernel';
import { actsOnWorks, cannotNow } from './acts-on-works.ts';
import { BeginRenovation, RenovationBegun } from './contract.ts';
import { placeOfWorks, renovationOf, yuan } from './renovation.ts';

/** 开工: who builds, for how much, within the budget. From then on the rooms are under repair. */
export const beginRenovation = verb('space.begin-renovation', {
  ...actsOnWorks,
  title: { zh: '开工', en: 'Begin' },
  input: BeginRenovation,
  who: ['space-clerk'],
  facts: [RenovationBegun],
  refusals: ['not-now', 'stale-version', 'time-not-yet', 'over-budget', 'works-room-let'],
  decide({ works, rooms }, { renovation: _id, version, ...begun }, { today }) {
    const refused = cannotNow(works, 'space.begin-renovation', version);
    if (refused) return refused;
    if (begun.on > today) return refuse('time-not-yet');
    if (begun.contractFen > works.budgetFen)
      return refuse('over-budget', { sumYuan: yuan(begun.contractFen), budgetYuan: yuan(works.budgetFen) });
    const taken = rooms.filter(({ state }) => state !== 'in-use' && state !== 'vacant');
    if (taken.length > 0)
      return refuse('works-room-let', { rooms: taken.map(({ name }) => name).join('、') }, { status: 409 });
    const body = { ...begun, rooms: rooms.map(({ id }) => id) };
    return [RenovationBegun.of({ object: renovationOf(works), unit: works.unit, body, facets: placeOfWorks(works) })];
  },
});
