import { endTasksOf, verb } from '@opengoa/kernel';
import { actsOnWorks, cannotDecide } from './acts-on-works.ts';
import { ApproveRenovation, RenovationApproved } from './contract.ts';
import { renovationOf } from './renovation.ts';

/** 同意维修项目: by whoever answers for the unit that keeps the building. */
export const approveRenovation = verb('space.approve-renovation', {
  ...actsOnWorks,
  title: { zh: '同意', en: 'Approve' },
  input: ApproveRenovation,
  who: ['head', 'leader'],
  facts: [RenovationApproved],
  refusals: ['not-now', 'stale-version', 'works-by-yourself'],
  decide: ({ works, tasks }, { version, opinion }, context) =>
    cannotDecide(works, 'space.approve-renovation', version, context) ?? [
      RenovationApproved.of({ object: renovationOf(works), unit: works.unit, body: { opinion } }),
      ...endTasksOf({ object: renovationOf(works), unit: works.unit }, tasks, context),
    ],
});
