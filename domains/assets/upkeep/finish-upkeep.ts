import { stale, verb } from '@opengoa/kernel';
import { FinishUpkeep, UpkeepDone } from './contract.ts';
import { monthsLater, orderMoves, orderOf } from './upkeep.ts';
import { lockOrder } from './upkeep-store.ts';

/** 维护完成: what was found and what it cost; the plan counts its months from this day. */
export const finishUpkeep = verb('assets.finish-upkeep', {
  title: { zh: '完成', en: 'Done' },
  input: FinishUpkeep,
  who: ['assets-clerk'],
  on: 'assets.upkeep-order',
  facts: [UpkeepDone],
  refusals: ['not-now', 'stale-version'],
  load: async (tx, { order }) => ({ order: await lockOrder(tx, order) }),
  at: ({ order }) => ({ unit: order.unit }),
  decide({ order }, { version, order: _order, ...body }, { today }) {
    const closed = orderMoves.refusal(order.state, 'assets.finish-upkeep');
    if (closed) return closed;
    if (version !== order.version) return stale({ version: order.version });
    const { unit, number, card, plan, everyMonths } = order;
    const cost = [{ amountFen: body.costFen, unit, day: today, item: 'upkeep' }];
    return [
      UpkeepDone.of({
        object: orderOf(order.id),
        unit,
        body: {
          ...body,
          card,
          plan,
          number,
          day: today,
          nextDue: everyMonths === null ? null : monthsLater(today, everyMonths),
        },
        ...(body.costFen === 0 ? {} : { facets: { cost } }),
      }),
    ];
  },
});
