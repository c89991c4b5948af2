import { endTasksOf, refuse, verb } from '@opengoa/kernel';
import { openTasksOf } from '../decision-task.ts';
import { applicationOf, applicationPlace } from './application.ts';
import { AssignHome, HomeAssigned } from './contract.ts';
import { notOpen, onApplication } from './decide-application.ts';
import { lockApplication, lockHome } from './housing-store.ts';
import { taskForKeeper } from './task-for-keeper.ts';
import { homeStates } from './words.zh.ts';

/** 安排住房: a vacant home for an approved application. The home is locked: of two clerks at once the second is told that it is let. */
export const assignHome = verb('space.assign-home', {
  ...onApplication,
  title: { zh: '安排住房', en: 'Assign a home' },
  input: AssignHome,
  who: ['space-clerk'],
  facts: [HomeAssigned],
  refusals: ['not-now', 'stale-version', 'home-taken'],
  load: async (tx, { application: id, home }) => ({
    application: await lockApplication(tx, id),
    home: await lockHome(tx, home),
    tasks: await openTasksOf(tx, id),
  }),
  at: ({ application, home }) => [applicationPlace(application), { unit: home.unit }],
  decide({ application, home, tasks }, { version }, context) {
    const closed = notOpen(application, 'space.assign-home', version);
    if (closed) return closed;
    if (home.state !== 'vacant')
      return refuse('home-taken', { home: home.name, state: homeStates[home.state] }, { status: 409 });
    const about = { object: applicationOf(application), unit: application.unit };
    return [
      HomeAssigned.of({ ...about, body: { home: home.id, name: home.name } }),
      ...endTasksOf(about, tasks, context),
      ...taskForKeeper(
        { ...application, homeName: home.name },
        {
          kind: 'space.move-in',
          title: { zh: '办理入住', en: 'Have somebody move in' },
          verbs: ['space.move-in', 'space.free-home'],
        },
        context,
      ),
    ];
  },
});
