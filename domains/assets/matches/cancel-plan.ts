import { verb } from '@opengoa/kernel';
import { CancelPlan, PlanStopped } from './contract.ts';
import { planMoves, planOf } from './demand.ts';
import { lockPlan } from './match-store.ts';

/** 停止撮合: the search ends at its next step; a plan that was found is laid aside. */
export const cancelPlan = verb('assets.cancel-plan', {
  title: { zh: '停止', en: 'Stop' },
  input: CancelPlan,
  who: ['assets-clerk', 'leader', 'superior'],
  on: 'assets.pool-plan',
  facts: [PlanStopped],
  refusals: ['not-now'],
  load: async (tx, { plan }) => ({ plan: await lockPlan(tx, plan) }),
  at: ({ plan }) => ({ unit: plan.unit }),
  decide: ({ plan }) =>
    planMoves.refusal(plan.state, 'assets.cancel-plan') ?? [
      PlanStopped.of({ object: planOf(plan.id), unit: plan.unit, body: {} }),
    ],
});
