import { type Context, endTasksOf, verb } from '@opengoa/kernel';
import { applicationOf, type HomeApplication } from './application.ts';
import { ApproveHomeApplication, HomeApplicationApproved } from './contract.ts';
import { cannotDecideOn, decidesApplication } from './decide-application.ts';
import { taskForKeeper } from './task-for-keeper.ts';

/** 同意: from then on whoever keeps the homes looks for one. */
export const approveHomeApplication = verb('space.approve-home-application', {
  ...decidesApplication,
  title: { zh: '同意', en: 'Approve' },
  input: ApproveHomeApplication,
  facts: [HomeApplicationApproved],
  refusals: ['not-now', 'stale-version', 'home-own-application'],
  decide(known, { version, opinion }, context) {
    const refused = cannotDecideOn(known, 'space.approve-home-application', version, context);
    if (refused) return refused;
    const { application, tasks } = known;
    const about = { object: applicationOf(application), unit: application.unit };
    return [
      HomeApplicationApproved.of({ ...about, body: { opinion } }),
      ...endTasksOf(about, tasks, context),
      ...taskToAssign(application, context),
    ];
  },
});

/** 安排住房, on the desk of whoever keeps the homes. */
export const taskToAssign = (application: HomeApplication, context: Context) =>
  taskForKeeper(
    application,
    {
      kind: 'space.assign-home',
      title: { zh: '安排周转住房', en: 'Assign a home' },
      verbs: ['space.assign-home', 'space.decline-home-application'],
    },
    context,
  );
