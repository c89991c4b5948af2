import { stale, verb } from '@opengoa/kernel';
import { FinishPatrol, PatrolFinished } from './contract.ts';
import { lockPatrol, patrolMoves, patrolOf } from './patrol.ts';

/** 完成巡检: by who walked, or who keeps the building. */
export const finishPatrol = verb('space.finish-patrol', {
  title: { zh: '完成巡检', en: 'Finish a patrol' },
  input: FinishPatrol,
  who: ['space-clerk', 'self'],
  on: 'space.patrol',
  facts: [PatrolFinished],
  refusals: ['not-now', 'stale-version'],
  load: async (tx, { patrol }) => ({ patrol: await lockPatrol(tx, patrol) }),
  at: ({ patrol }) => ({ unit: patrol.unit, person: patrol.person }),
  decide({ patrol }, { version, note }) {
    const closed = patrolMoves.refusal(patrol.state, 'space.finish-patrol');
    if (closed) return closed;
    if (version !== patrol.version) return stale({ version: patrol.version });
    return [PatrolFinished.of({ object: patrolOf(patrol), unit: patrol.unit, body: { note } })];
  },
});
