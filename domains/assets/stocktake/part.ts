import { part } from '@opengoa/kernel';
import { cancelStocktake } from './cancel-stocktake.ts';
import { noteLine } from './note-line.ts';
import { openStocktake } from './open-stocktake.ts';
import { photoPoint } from './photo-point.ts';
import { reopenStocktake } from './reopen-stocktake.ts';
import { settleDifference } from './settle-difference.ts';
import { signStocktake } from './sign-stocktake.ts';
import { stocktakeLines, stocktakeList } from './stocktake-lists.ts';
import { oneStocktake, stocktakePaperRead, stocktakeSheet } from './stocktake-reads.ts';
import { stocktakeSaves } from './stocktake-store.ts';
import { syncScans } from './sync-scans.ts';
import { stocktakeRefusals } from './words.zh.ts';

export const stocktake = part({
  verbs: [openStocktake, syncScans, noteLine, settleDifference, signStocktake, reopenStocktake, cancelStocktake],
  reads: [stocktakeList, stocktakeLines, oneStocktake, stocktakeSheet, stocktakePaperRead],
  saves: stocktakeSaves,
  uploads: [photoPoint],
  refusals: stocktakeRefusals,
});
