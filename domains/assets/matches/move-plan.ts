import { refuse, verb } from '@opengoa/kernel';
import { MovePlan, PlanMoved } from './contract.ts';
import { planOf } from './demand.ts';
import { lockPlan } from './match-store.ts';

/** 撮合进度: how far the search is; refused once somebody stopped it, and then the search ends. */
export const movePlan = verb('assets.move-plan', {
  title: { zh: '记录撮合进度', en: 'Note how far a plan is' },
  input: MovePlan,
  who: ['job'],
  internal: true,
  facts: [PlanMoved],
  refusals: ['plan-stopped'],
  load: async (tx, { plan }) => ({ plan: await lockPlan(tx, plan) }),
  at: ({ plan }) => ({ unit: plan.unit }),
  decide: ({ plan }, { done, of }) =>
    plan.state === 'working'
      ? [PlanMoved.of({ object: planOf(plan.id), unit: plan.unit, body: { done, of } })]
      : refuse('plan-stopped', {}, { status: 409 }),
});
