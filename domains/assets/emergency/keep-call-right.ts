import { newId, refuse, sql, verb } from '@opengoa/kernel';
import { z } from 'zod';
import { findStore } from '../warehouse/warehouse-store.ts';
import { CallRightKept, KeepCallRight } from './contract.ts';
import { rightOf } from './emergency.ts';

/** 设定调用权限: in peace, the unit of a store says which unit may call what out of it in an emergency. */
export const keepCallRight = verb('assets.keep-call-right', {
  title: { zh: '设定调用权限', en: 'Keep a right to call' },
  input: KeepCallRight,
  who: ['assets-clerk'],
  facts: [CallRightKept],
  refusals: ['store-closed', 'caller-unknown', 'call-right-there'],
  result: z.strictObject({ right: z.uuid() }),
  object: ({ store }) => store,
  load: async (tx, { store, caller, class: code }) => ({
    id: newId(),
    store: await findStore(tx, store),
    same: await tx.rows(sql`
      select 1 from assets.call_right where store_id = ${store} and caller_id = ${caller} and class = ${code} and state = 'kept'`),
  }),
  at: ({ store }) => ({ unit: store.unit }),
  decide({ id, store, same }, input, { organisation }) {
    if (store.state === 'closed') return refuse('store-closed', {}, { status: 409 });
    if (!organisation.unit(input.caller)) return refuse('caller-unknown', {}, { status: 404 });
    if (same.length > 0) return refuse('call-right-there', {}, { status: 409 });
    return { facts: [CallRightKept.of({ object: rightOf(id), unit: store.unit, body: input })], result: { right: id } };
  },
});
