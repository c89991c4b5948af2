import { endTasksOf, verb } from '@opengoa/kernel';
import { actsOnWorks, cannotNow } from './acts-on-works.ts';
import { CancelRenovation, RenovationCancelled } from './contract.ts';
import { renovationOf } from './renovation.ts';

/** 取消维修项目: what was spent stays spent, and the rooms are again what they were. */
export const cancelRenovation = verb('space.cancel-renovation', {
  ...actsOnWorks,
  title: { zh: '取消项目', en: 'Cancel' },
  input: CancelRenovation,
  who: ['space-clerk'],
  facts: [RenovationCancelled],
  refusals: ['not-now', 'stale-version'],
  decide: ({ works, rooms, tasks }, { version, why }, context) =>
    cannotNow(works, 'space.cancel-renovation', version) ?? [
      RenovationCancelled.of({
        object: renovationOf(works),
        unit: works.unit,
        body: { why, rooms: rooms.map(({ id }) => id) },
      }),
      ...endTasksOf({ object: renovationOf(works), unit: works.unit }, tasks, context, 'withdrawn'),
    ],
});
