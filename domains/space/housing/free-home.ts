import { endTasksOf, verb } from '@opengoa/kernel';
import { taskToAssign } from './approve-home-application.ts';
import { applicationOf } from './application.ts';
import { onAssigned } from './assigned-home.ts';
import { FreeHome, HomeFreed } from './contract.ts';
import { notOpen, onApplication } from './decide-application.ts';

/** 取消安排: nobody moved in; the home is vacant and the application waits for another. */
export const freeHome = verb('space.free-home', {
  ...onApplication,
  ...onAssigned,
  title: { zh: '取消安排', en: 'Undo the assignment' },
  input: FreeHome,
  who: ['space-clerk'],
  facts: [HomeFreed],
  refusals: ['not-now', 'stale-version'],
  decide({ application, home, tasks }, { version, why }, context) {
    const closed = notOpen(application, 'space.free-home', version);
    if (closed) return closed;
    const about = { object: applicationOf(application), unit: application.unit };
    return [
      HomeFreed.of({ ...about, body: { home: home!.id, why } }),
      ...endTasksOf(about, tasks, context),
      ...taskToAssign({ ...application, homeName: null }, context),
    ];
  },
});
