import { refuse, stale, verb } from '@opengoa/kernel';
import { EndUpkeep, UpkeepEnded } from './contract.ts';
import { planMoves, planOf } from './upkeep.ts';
import { lockPlan } from './upkeep-store.ts';

/** 停止维护计划: nothing more falls due by it. */
export const endUpkeep = verb('assets.end-upkeep', {
  title: { zh: '停止计划', en: 'End the plan' },
  input: EndUpkeep,
  who: ['assets-clerk'],
  on: 'assets.upkeep-plan',
  facts: [UpkeepEnded],
  refusals: ['not-now', 'stale-version', 'upkeep-ordered-before'],
  load: async (tx, { plan }) => ({ plan: await lockPlan(tx, plan) }),
  at: ({ plan }) => ({ unit: plan.unit }),
  decide({ plan }, { version, why }) {
    const closed = planMoves.refusal(plan.state, 'assets.end-upkeep');
    if (closed) return closed;
    if (version !== plan.version) return stale({ version: plan.version });
    if (plan.openOrder !== null) return refuse('upkeep-ordered-before', { number: plan.openOrder }, { status: 409 });
    return [UpkeepEnded.of({ object: planOf(plan.id), unit: plan.unit, body: { why } })];
  },
});
