import { endTasksOf, verb } from '@opengoa/kernel';
import { applicationOf } from './application.ts';
import { HomeApplicationWithdrawn, WithdrawHomeApplication } from './contract.ts';
import { notOpen, onApplication } from './decide-application.ts';

/** 撤回: by whoever asked, until a home is assigned. */
export const withdrawHomeApplication = verb('space.withdraw-home-application', {
  ...onApplication,
  title: { zh: '撤回', en: 'Withdraw' },
  input: WithdrawHomeApplication,
  who: ['self'],
  facts: [HomeApplicationWithdrawn],
  refusals: ['not-now', 'stale-version'],
  decide({ application, tasks }, { version, why }, context) {
    const closed = notOpen(application, 'space.withdraw-home-application', version);
    if (closed) return closed;
    const about = { object: applicationOf(application), unit: application.unit };
    return [
      HomeApplicationWithdrawn.of({ ...about, body: { why } }),
      ...endTasksOf(about, tasks, context, 'withdrawn'),
    ];
  },
});
