import { sql, TaskEnded, verb } from '@opengoa/kernel';
import { RegulationStopped, StopRegulation } from './contract.ts';
import { returnsOf } from './entry-store.ts';
import { lockPlan } from './plan-store.ts';
import { planMoves, planOf, planPlace, stoppers } from './plan.ts';
import { lockPoints } from './point-store.ts';
import { openTaskOf } from './unanswered.ts';

/** 立即停止: by anybody responsible, alone. What the plan holds is told to go back in the same act. */
export const stopRegulation = verb('energy.stop-regulation', {
  title: { zh: '立即停止', en: 'Stop now' },
  input: StopRegulation,
  who: stoppers,
  on: 'energy.regulation-plan',
  facts: [RegulationStopped],
  refusals: ['not-now'],
  object: ({ plan }) => plan,
  async load(tx, { plan: id }, { now }) {
    const plan = await lockPlan(tx, id);
    const points = await lockPoints(tx, sql`id = any (${[...plan.points]}::uuid[])`);
    return {
      plan,
      returns: await returnsOf(tx, points, (by) => by === id, 'plan-stopped', now),
      task: await openTaskOf(tx, id),
    };
  },
  at: ({ plan }) => planPlace(plan),
  decide({ plan, returns, task }, { why }, { actor }) {
    const refused = planMoves.refusal(plan.state, 'energy.stop-regulation');
    if (refused) return refused;
    const object = planOf(plan);
    return [
      RegulationStopped.of({ object, unit: plan.unit, body: { why, returns } }),
      ...(task
        ? [
            TaskEnded.of({
              object,
              unit: plan.unit,
              body: { id: task.id, state: 'done' as const, by: actor.person, answer: 'stopped' },
            }),
          ]
        : []),
    ];
  },
});
