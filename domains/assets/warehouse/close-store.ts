import { refuse, sql, stale, verb } from '@opengoa/kernel';
import { CloseStore, StoreClosed } from './contract.ts';
import { storeMoves, storeOf } from './offer.ts';
import { lockStore } from './warehouse-store.ts';

/** 关闭公物仓: once nothing lies in it any more. */
export const closeStore = verb('assets.close-store', {
  title: { zh: '关闭公物仓', en: 'Close a store' },
  input: CloseStore,
  who: ['assets-clerk'],
  on: 'assets.store',
  facts: [StoreClosed],
  refusals: ['not-now', 'stale-version', 'store-not-empty'],
  load: async (tx, { store: id }) => ({
    store: await lockStore(tx, id),
    ...(await tx.one<{ count: number }>(
      sql`select count(*)::int as count from assets.offer where store_id = ${id} and state in ('offered', 'in-store')`,
    )),
  }),
  at: ({ store }) => ({ unit: store.unit }),
  decide({ store, count }, { version, why }) {
    const closed = storeMoves.refusal(store.state, 'assets.close-store');
    if (closed) return closed;
    if (version !== store.version) return stale({ version: store.version });
    if (count > 0) return refuse('store-not-empty', { count }, { status: 409 });
    return [StoreClosed.of({ object: storeOf(store.id), unit: store.unit, body: { why } })];
  },
});
