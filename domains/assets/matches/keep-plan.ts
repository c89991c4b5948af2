import { newId, refuse, verb } from '@opengoa/kernel';
import { KeepPlan, PlanFound } from './contract.ts';
import { planOf } from './demand.ts';
import { lockPlan } from './match-store.ts';

/** 保存撮合方案: what the search found, with its gap and what going down the list would give. */
export const keepPlan = verb('assets.keep-plan', {
  title: { zh: '保存撮合方案', en: 'Keep a plan' },
  input: KeepPlan,
  who: ['job'],
  internal: true,
  facts: [PlanFound],
  refusals: ['plan-stopped'],
  load: async (tx, { plan }) => ({ plan: await lockPlan(tx, plan) }),
  at: ({ plan }) => ({ unit: plan.unit }),
  decide: ({ plan }, { summary, lines }) =>
    plan.state === 'working'
      ? [
          PlanFound.of({
            object: planOf(plan.id),
            unit: plan.unit,
            body: { summary, lines: lines.map((line) => ({ ...line, id: newId() })) },
          }),
        ]
      : refuse('plan-stopped', {}, { status: 409 }),
});
