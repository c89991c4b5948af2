import { endTasksOf, verb } from '@opengoa/kernel';
import { actsOnWorks, cannotDecide } from './acts-on-works.ts';
import { RefuseRenovation, RenovationRefused } from './contract.ts';
import { renovationOf } from './renovation.ts';

/** 不同意维修项目, with the reason. */
export const refuseRenovation = verb('space.refuse-renovation', {
  ...actsOnWorks,
  title: { zh: '不同意', en: 'Refuse' },
  input: RefuseRenovation,
  who: ['head', 'leader'],
  facts: [RenovationRefused],
  refusals: ['not-now', 'stale-version', 'works-by-yourself'],
  decide: ({ works, tasks }, { version, opinion }, context) =>
    cannotDecide(works, 'space.refuse-renovation', version, context) ?? [
      RenovationRefused.of({ object: renovationOf(works), unit: works.unit, body: { opinion } }),
      ...endTasksOf({ object: renovationOf(works), unit: works.unit }, tasks, context),
    ],
});
