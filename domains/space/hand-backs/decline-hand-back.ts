import { endTasksOf, verb } from '@opengoa/kernel';
import { openTasksOf } from '../decision-task.ts';
import { DeclineHandBack, HandBackDeclined } from './contract.ts';
import { handBackMoves, handBackOf, lockHandBack } from './hand-back.ts';

/** 不接收: the rooms stay with the unit, and why. */
export const declineHandBack = verb('space.decline-hand-back', {
  title: { zh: '不接收', en: 'Do not take' },
  input: DeclineHandBack,
  who: ['space-clerk'],
  on: 'space.hand-back',
  facts: [HandBackDeclined],
  refusals: ['not-now'],
  object: ({ handBack }) => handBack,
  load: async (tx, { handBack }) => ({
    handBack: await lockHandBack(tx, handBack),
    tasks: await openTasksOf(tx, handBack),
  }),
  at: ({ handBack }) => ({ unit: handBack.unit }),
  decide({ handBack, tasks }, { reason }, context) {
    const closed = handBackMoves.refusal(handBack.state, 'space.decline-hand-back');
    if (closed) return closed;
    const about = { object: handBackOf(handBack), unit: handBack.unit };
    return [HandBackDeclined.of({ ...about, body: { reason }, why: reason }), ...endTasksOf(about, tasks, context)];
  },
});
