import { endTasksOf, verb } from '@opengoa/kernel';
import { openTasksOf } from '../decision-task.ts';
import { HandBackWithdrawn, WithdrawHandBack } from './contract.ts';
import { handBackMoves, handBackOf, handBackPlace, lockHandBack } from './hand-back.ts';

/** 撤回退还: the unit keeps its rooms after all. */
export const withdrawHandBack = verb('space.withdraw-hand-back', {
  title: { zh: '撤回', en: 'Withdraw' },
  input: WithdrawHandBack,
  who: ['self'],
  on: 'space.hand-back',
  facts: [HandBackWithdrawn],
  refusals: ['not-now'],
  object: ({ handBack }) => handBack,
  load: async (tx, { handBack }) => ({
    handBack: await lockHandBack(tx, handBack),
    tasks: await openTasksOf(tx, handBack),
  }),
  at: ({ handBack }) => handBackPlace(handBack),
  decide({ handBack, tasks }, _input, context) {
    const closed = handBackMoves.refusal(handBack.state, 'space.withdraw-hand-back');
    if (closed) return closed;
    const about = { object: handBackOf(handBack), unit: handBack.unit };
    return [HandBackWithdrawn.of({ ...about, body: {} }), ...endTasksOf(about, tasks, context, 'withdrawn')];
  },
});
