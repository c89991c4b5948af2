import { part } from '@opengoa/kernel';
import { duplicateCard, splitPurchase } from './gather-cards.ts';
import { earlyDisposal, scrapThenRebuy } from './gather-disposals.ts';
import { boughtWhileIdle, overStandardEquipment } from './gather-equipment.ts';

/** Kits of what is bought, disposed of and entered twice. */
export const risks = part({
  risks: [overStandardEquipment, boughtWhileIdle, earlyDisposal, scrapThenRebuy, duplicateCard, splitPurchase],
});
