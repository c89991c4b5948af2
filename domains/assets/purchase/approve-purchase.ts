import { refuse, TaskEnded, verb } from '@opengoa/kernel';
import { inRole } from './in-role.ts';
import { ApprovePurchase, PurchaseApproved } from './contract.ts';
import { endTask, headsLimitFen, onPurchase, purchaseMoves, purchaseOf, yuanOf } from './purchase.ts';

/** 批准购置: by the head up to the limit, above it by a leader; never by who planned it. */
export const approvePurchase = verb('assets.approve-purchase', {
  title: { zh: '批准购置', en: 'Approve the purchase' },
  input: ApprovePurchase,
  who: ['head', 'leader'],
  ...onPurchase,
  facts: [PurchaseApproved, TaskEnded],
  refusals: ['not-now', 'own-plan', 'above-the-head'],
  decide({ purchase, task }, { opinion }, context) {
    const closed = purchaseMoves.refusal(purchase.state, 'assets.approve-purchase');
    if (closed) return closed;
    const { actor } = context;
    if (actor.person !== null && actor.person === purchase.plannedBy) return refuse('own-plan');
    const limit = headsLimitFen(purchase.unit, context);
    if (purchase.totalFen > limit && !inRole('leader', purchase.unit, context))
      return refuse('above-the-head', { total: yuanOf(purchase.totalFen), limit: yuanOf(limit) });
    return [
      PurchaseApproved.of({ object: purchaseOf(purchase), unit: purchase.unit, body: { opinion } }),
      ...endTask(purchase, task, 'done', context),
    ];
  },
});
