import { stale, verb } from '@opengoa/kernel';
import { ReopenStocktake, StocktakeReopened } from './contract.ts';
import { signers, stocktakeMoves, stocktakeOf } from './stocktake.ts';
import { lockStocktake } from './stocktake-store.ts';

/** 退回续盘: whoever should sign second has something looked at again; the first signature falls. */
export const reopenStocktake = verb('assets.reopen-stocktake', {
  title: { zh: '退回续盘', en: 'Reopen the stocktake' },
  input: ReopenStocktake,
  who: signers,
  on: 'assets.stocktake',
  facts: [StocktakeReopened],
  refusals: ['not-now', 'stale-version'],
  object: ({ stocktake }) => stocktake,
  load: async (tx, { stocktake: id }) => ({ stocktake: await lockStocktake(tx, id) }),
  at: ({ stocktake }) => ({ unit: stocktake.unit }),
  decide({ stocktake }, { version, why }) {
    const closed = stocktakeMoves.refusal(stocktake.state, 'assets.reopen-stocktake');
    if (closed) return closed;
    if (version !== stocktake.version) return stale({ version: stocktake.version });
    return [StocktakeReopened.of({ object: stocktakeOf(stocktake), unit: stocktake.unit, body: { why } })];
  },
});
