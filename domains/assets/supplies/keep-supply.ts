import { newId, refuse, sql, verb } from '@opengoa/kernel';
import { z } from 'zod';
import { KeepSupply, SupplyKept } from './contract.ts';
import { supplyMoves, supplyOf } from './supply.ts';
import { lockSupply } from './supply-store.ts';

/** 登记或变更耗材、配件、软件授权: what it is called, the least that should be there, and of a licence its last day. */
export const keepSupply = verb('assets.keep-supply', {
  title: { zh: '登记或变更', en: 'Keep a supply' },
  input: KeepSupply,
  who: ['assets-clerk'],
  on: 'assets.supply',
  facts: [SupplyKept],
  refusals: ['not-now', 'supply-taken'],
  result: z.strictObject({ supply: z.uuid() }),
  async load(tx, { unit, supply, kind, name, model }) {
    const before = supply === undefined ? null : await lockSupply(tx, supply);
    const same = await tx.rows(sql`
      select 1 from assets.supply where unit_id = ${before?.unit ?? unit} and kind = ${before?.kind ?? kind} and name = ${name} and model = ${model}
         and state = 'kept' and id is distinct from ${supply ?? null}::uuid`);
    return { id: newId(), before, taken: same.length > 0 };
  },
  at: ({ before }, { unit }) => ({ unit: before?.unit ?? unit }),
  decide({ id, before, taken }, { unit, supply: _supply, kind, ...terms }) {
    const closed = before ? supplyMoves.refusal(before.state, 'assets.keep-supply') : undefined;
    if (closed) return closed;
    if (taken) return refuse('supply-taken', { name: terms.name }, { status: 409 });
    const object = supplyOf(before?.id ?? id);
    const body = { ...terms, kind: before?.kind ?? kind, isNew: before === null };
    return { facts: [SupplyKept.of({ object, unit: before?.unit ?? unit, body })], result: { supply: object.id } };
  },
});
