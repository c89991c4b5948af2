import { refuse, verb } from '@opengoa/kernel';
import { RefusePurchase, PurchaseRefused } from '../roster/contract.ts';
import { lockPurchase, purchaseMoves, purchaseOf } from './purchase.ts';

/** 不批准购置: by a leader, never by who proposed it. */
export const refusePurchase = verb('vehicles.refuse-purchase', {
  title: { zh: '不批准购置', en: 'Refuse the purchase' },
  input: RefusePurchase,
  who: ['leader'],
  on: 'vehicles.purchase',
  facts: [PurchaseRefused],
  refusals: ['not-now', 'own-proposal'],
  load: (tx, { purchase }) => lockPurchase(tx, purchase),
  at: ({ unit }) => ({ unit }),
  decide(purchase, { opinion }, { actor }) {
    const closed = purchaseMoves.refusal(purchase.state, 'vehicles.refuse-purchase');
    if (closed) return closed;
    if (actor.person !== null && actor.person === purchase.proposedBy) return refuse('own-proposal');
    return [PurchaseRefused.of({ object: purchaseOf(purchase), unit: purchase.unit, body: { opinion } })];
  },
});
