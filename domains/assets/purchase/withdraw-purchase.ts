import { TaskEnded, verb } from '@opengoa/kernel';
import { PurchaseWithdrawn, WithdrawPurchase } from './contract.ts';
import { endTask, onPurchase, purchaseMoves, purchaseOf } from './purchase.ts';

/** 撤回购置计划: nothing more comes of it; where idle things met the whole need they stay taken. */
export const withdrawPurchase = verb('assets.withdraw-purchase', {
  title: { zh: '撤回计划', en: 'Withdraw the plan' },
  input: WithdrawPurchase,
  who: ['assets-clerk', 'clerk'],
  ...onPurchase,
  facts: [PurchaseWithdrawn, TaskEnded],
  refusals: ['not-now'],
  decide({ purchase, task, again }, { why }, context) {
    const closed = purchaseMoves.refusal(purchase.state, 'assets.withdraw-purchase');
    if (closed) return closed;
    return [
      PurchaseWithdrawn.of({ object: purchaseOf(purchase), unit: purchase.unit, body: { why } }),
      ...endTask(purchase, task, 'withdrawn', context),
      ...endTask(purchase, again, 'withdrawn', context),
    ];
  },
});
