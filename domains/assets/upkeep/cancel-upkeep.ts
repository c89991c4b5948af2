import { stale, verb } from '@opengoa/kernel';
import { CancelUpkeep, UpkeepCancelled } from './contract.ts';
import { orderMoves, orderOf } from './upkeep.ts';
import { lockOrder } from './upkeep-store.ts';

/** 取消维护工单: it is not done; the plan’s day stays, so that it falls due again. */
export const cancelUpkeep = verb('assets.cancel-upkeep', {
  title: { zh: '取消工单', en: 'Cancel' },
  input: CancelUpkeep,
  who: ['assets-clerk'],
  on: 'assets.upkeep-order',
  facts: [UpkeepCancelled],
  refusals: ['not-now', 'stale-version'],
  load: async (tx, { order }) => ({ order: await lockOrder(tx, order) }),
  at: ({ order }) => ({ unit: order.unit }),
  decide({ order }, { version, why }) {
    const closed = orderMoves.refusal(order.state, 'assets.cancel-upkeep');
    if (closed) return closed;
    if (version !== order.version) return stale({ version: order.version });
    return [UpkeepCancelled.of({ object: orderOf(order.id), unit: order.unit, body: { number: order.number, why } })];
  },
});
