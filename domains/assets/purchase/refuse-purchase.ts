import { TaskEnded, verb } from '@opengoa/kernel';
import { PurchaseRefused, RefusePurchase } from './contract.ts';
import { endTask, onPurchase, purchaseMoves, purchaseOf } from './purchase.ts';

/** 不批准购置: with the reason; a new plan may be made. */
export const refusePurchase = verb('assets.refuse-purchase', {
  title: { zh: '不批准', en: 'Refuse the purchase' },
  input: RefusePurchase,
  who: ['head', 'leader'],
  ...onPurchase,
  facts: [PurchaseRefused, TaskEnded],
  refusals: ['not-now'],
  decide({ purchase, task }, { opinion }, context) {
    const closed = purchaseMoves.refusal(purchase.state, 'assets.refuse-purchase');
    if (closed) return closed;
    return [
      PurchaseRefused.of({ object: purchaseOf(purchase), unit: purchase.unit, body: { opinion } }),
      ...endTask(purchase, task, 'done', context),
    ];
  },
});
