import { FaultReportFollowed, followReport, newId, refuse, reportToFollow, verb } from '@opengoa/kernel';
import { z } from 'zod';
import { assetFacet } from '../cards/card.ts';
import { nextNumber } from '../papers/next-number.ts';
import { OrderUpkeep, UpkeepOrdered } from './contract.ts';
import { orderOf, planMoves } from './upkeep.ts';
import { findThing, lockPlan } from './upkeep-store.ts';

/** 开维护工单: by the plan, because of a fault that somebody reported, or once. One open order of a plan at a time. */
export const orderUpkeep = verb('assets.order-upkeep', {
  title: { zh: '开维护工单', en: 'Order upkeep' },
  input: OrderUpkeep,
  who: ['assets-clerk'],
  on: 'assets.card',
  facts: [UpkeepOrdered, FaultReportFollowed],
  refusals: ['not-now', 'upkeep-not-this-thing', 'upkeep-thing-gone', 'upkeep-day-over', 'upkeep-ordered-before'],
  result: z.strictObject({ order: z.uuid(), number: z.string() }),
  load: async (tx, { card, plan, report }, { today }) => ({
    id: newId(),
    thing: await findThing(tx, card),
    plan: plan === null ? null : await lockPlan(tx, plan),
    report: await reportToFollow(tx, report, card),
    number: await nextNumber(tx, 'upkeep', 'WH', today),
  }),
  at: ({ thing }) => ({ unit: thing.unit }),
  decide({ id, thing, plan, report, number }, input, { today }) {
    if (plan) {
      const closed = planMoves.refusal(plan.state, 'assets.order-upkeep');
      if (closed) return closed;
      if (plan.card !== thing.id) return refuse('upkeep-not-this-thing', {}, { status: 409 });
      if (plan.openOrder !== null) return refuse('upkeep-ordered-before', { number: plan.openOrder }, { status: 409 });
    }
    if (thing.state === 'disposed') return refuse('upkeep-thing-gone', { number: thing.number }, { status: 409 });
    if (input.dueDay < today) return refuse('upkeep-day-over', { day: input.dueDay });
    const begun = {
      kind: 'assets.upkeep-order',
      thing: id,
      title: `维护工单 ${number} ${input.what}`.slice(0, 200),
      opens: '/assets/upkeep-orders',
    };
    return {
      facts: [
        UpkeepOrdered.of({
          object: orderOf(id),
          unit: thing.unit,
          body: { ...input, number },
          facets: assetFacet(thing.id, thing.state),
        }),
        ...followReport(report, begun),
      ],
      result: { order: id, number },
    };
  },
});
