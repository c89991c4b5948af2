import { stale, verb } from '@opengoa/kernel';
import { CancelPatrol, PatrolCancelled } from './contract.ts';
import { lockPatrol, patrolMoves, patrolOf } from './patrol.ts';

/** 取消巡检: what was found on it before stays. */
export const cancelPatrol = verb('space.cancel-patrol', {
  title: { zh: '取消巡检', en: 'Cancel a patrol' },
  input: CancelPatrol,
  who: ['space-clerk'],
  on: 'space.patrol',
  facts: [PatrolCancelled],
  refusals: ['not-now', 'stale-version'],
  load: async (tx, { patrol }) => ({ patrol: await lockPatrol(tx, patrol) }),
  at: ({ patrol }) => ({ unit: patrol.unit }),
  decide({ patrol }, { version, why }) {
    const closed = patrolMoves.refusal(patrol.state, 'space.cancel-patrol');
    if (closed) return closed;
    if (version !== patrol.version) return stale({ version: patrol.version });
    return [PatrolCancelled.of({ object: patrolOf(patrol), unit: patrol.unit, body: { why } })];
  },
});
