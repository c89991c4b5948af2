import { newId, refuse, sql, verb } from '@opengoa/kernel';
import { z } from 'zod';
import { spotOfUnit, spotOr } from '../matching/unit-spot.ts';
import { KeepStore, StoreKept } from './contract.ts';
import { storeMoves, storeOf } from './offer.ts';
import { lockStore } from './warehouse-store.ts';

/** 设立公物仓: a new store, or another name and place of one; what kind it is stays, since things lie in it by that. */
export const keepStore = verb('assets.keep-store', {
  title: { zh: '设立或变更公物仓', en: 'Keep a store' },
  input: KeepStore,
  who: ['assets-clerk'],
  facts: [StoreKept],
  refusals: ['not-now', 'store-name-taken'],
  result: z.strictObject({ store: z.uuid() }),
  async load(tx, { unit, store, name }) {
    const before = store === undefined ? null : await lockStore(tx, store);
    const same = await tx.rows(sql`
      select 1 from assets.store where unit_id = ${before?.unit ?? unit} and name = ${name} and id is distinct from ${store ?? null}::uuid`);
    return { id: newId(), before, taken: same.length > 0, spot: await spotOfUnit(tx, before?.unit ?? unit) };
  },
  at: ({ before }, { unit }) => ({ unit: before?.unit ?? unit }),
  decide({ id, before, taken, spot }, { unit, store: _store, ...terms }) {
    if (before) {
      const closed = storeMoves.refusal(before.state, 'assets.keep-store');
      if (closed) return closed;
    }
    if (taken) return refuse('store-name-taken', { name: terms.name }, { status: 409 });
    const kind = before?.kind ?? terms.kind;
    const object = storeOf(before?.id ?? id);
    const body = { ...terms, ...spotOr(terms, spot), kind, isNew: before === null };
    return {
      facts: [StoreKept.of({ object, unit: before?.unit ?? unit, body })],
      result: { store: object.id },
    };
  },
});
