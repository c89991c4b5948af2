import { stale, verb } from '@opengoa/kernel';
import { CancelStocktake, StocktakeCancelled } from './contract.ts';
import { stocktakeMoves, stocktakeOf } from './stocktake.ts';
import { lockStocktake } from './stocktake-store.ts';

/** 取消盘点: it was opened by mistake, or is done otherwise. What was seen stays where it is, and changes no card. */
export const cancelStocktake = verb('assets.cancel-stocktake', {
  title: { zh: '取消盘点', en: 'Cancel the stocktake' },
  input: CancelStocktake,
  who: ['assets-clerk', 'clerk'],
  on: 'assets.stocktake',
  facts: [StocktakeCancelled],
  refusals: ['not-now', 'stale-version'],
  object: ({ stocktake }) => stocktake,
  load: async (tx, { stocktake: id }) => ({ stocktake: await lockStocktake(tx, id) }),
  at: ({ stocktake }) => ({ unit: stocktake.unit }),
  decide({ stocktake }, { version, why }) {
    const closed = stocktakeMoves.refusal(stocktake.state, 'assets.cancel-stocktake');
    if (closed) return closed;
    if (version !== stocktake.version) return stale({ version: stocktake.version });
    return [StocktakeCancelled.of({ object: stocktakeOf(stocktake), unit: stocktake.unit, body: { why } })];
  },
});
