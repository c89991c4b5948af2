import { endTasksOf, verb } from '@opengoa/kernel';
import { applicationOf } from './application.ts';
import { HomeApplicationRefused, RefuseHomeApplication } from './contract.ts';
import { cannotDecideOn, decidesApplication } from './decide-application.ts';

/** 不同意, with the reason. */
export const refuseHomeApplication = verb('space.refuse-home-application', {
  ...decidesApplication,
  title: { zh: '不同意', en: 'Refuse' },
  input: RefuseHomeApplication,
  facts: [HomeApplicationRefused],
  refusals: ['not-now', 'stale-version', 'home-own-application'],
  decide(known, { version, opinion }, context) {
    const refused = cannotDecideOn(known, 'space.refuse-home-application', version, context);
    if (refused) return refused;
    const about = { object: applicationOf(known.application), unit: known.application.unit };
    return [HomeApplicationRefused.of({ ...about, body: { opinion } }), ...endTasksOf(about, known.tasks, context)];
  },
});
