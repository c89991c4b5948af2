import { refuse, verb } from '@opengoa/kernel';
import { ApprovePurchase, PurchaseApproved } from '../roster/contract.ts';
import { lockPurchase, purchaseMoves, purchaseOf } from './purchase.ts';

/** 批准购置: by a leader, never by who proposed it. */
export const approvePurchase = verb('vehicles.approve-purchase', {
  title: { zh: '批准购置', en: 'Approve the purchase' },
  input: ApprovePurchase,
  who: ['leader'],
  on: 'vehicles.purchase',
  facts: [PurchaseApproved],
  refusals: ['not-now', 'own-proposal'],
  load: (tx, { purchase }) => lockPurchase(tx, purchase),
  at: ({ unit }) => ({ unit }),
  decide(purchase, { opinion }, { actor }) {
    const closed = purchaseMoves.refusal(purchase.state, 'vehicles.approve-purchase');
    if (closed) return closed;
    if (actor.person !== null && actor.person === purchase.proposedBy) return refuse('own-proposal');
    return [PurchaseApproved.of({ object: purchaseOf(purchase), unit: purchase.unit, body: { opinion } })];
  },
});
