import { part } from '@opengoa/kernel';
import { acceptDelivery } from './accept-delivery.ts';
import { acceptancePoint } from './acceptance-point.ts';
import { approvePurchase } from './approve-purchase.ts';
import { askPurchase } from './ask-purchase.ts';
import { declineIdle } from './decline-idle.ts';
import { followDeclined } from './follow-declined.ts';
import { followMatches } from './follow-matches.ts';
import { linkInquiry } from './link-inquiry.ts';
import { planPurchase } from './plan-purchase.ts';
import { declined, deliveryNotes, onePurchase, purchaseLines, purchases } from './purchase-reads.ts';
import { purchaseSaves } from './purchase-store.ts';
import { refusePurchase } from './refuse-purchase.ts';
import { takeIdle } from './take-idle.ts';
import { withdrawPurchase } from './withdraw-purchase.ts';
import { purchaseRefusals } from './words.zh.ts';

export const purchase = part({
  verbs: [
    planPurchase,
    takeIdle,
    declineIdle,
    askPurchase,
    approvePurchase,
    refusePurchase,
    withdrawPurchase,
    linkInquiry,
    acceptDelivery,
    followDeclined,
  ],
  reads: [onePurchase, purchases, purchaseLines, declined, deliveryNotes],
  saves: purchaseSaves,
  followers: [followMatches],
  uploads: [acceptancePoint],
  refusals: purchaseRefusals,
});
