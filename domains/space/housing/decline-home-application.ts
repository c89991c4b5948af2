import { endTasksOf, verb } from '@opengoa/kernel';
import { applicationOf } from './application.ts';
import { DeclineHomeApplication, HomeApplicationRefused } from './contract.ts';
import { notOpen, onApplication } from './decide-application.ts';

/** 不予安排: approved, and there is no home for it; with the reason. */
export const declineHomeApplication = verb('space.decline-home-application', {
  ...onApplication,
  title: { zh: '不予安排', en: 'Decline' },
  input: DeclineHomeApplication,
  who: ['space-clerk'],
  facts: [HomeApplicationRefused],
  refusals: ['not-now', 'stale-version'],
  decide({ application, tasks }, { version, opinion }, context) {
    const closed = notOpen(application, 'space.decline-home-application', version);
    if (closed) return closed;
    const about = { object: applicationOf(application), unit: application.unit };
    return [HomeApplicationRefused.of({ ...about, body: { opinion } }), ...endTasksOf(about, tasks, context)];
  },
});
