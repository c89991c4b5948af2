import { newId, refuse, stale, verb } from '@opengoa/kernel';
import { nextNumber } from '../papers/next-number.ts';
import { CountSupply, SupplyCounted } from './contract.ts';
import { supplyMoves, supplyOf } from './supply.ts';
import { lockSupply } from './supply-store.ts';

/** 盘点更正: what lies in the cupboard was counted; the difference stands as a row with its reason. */
export const countSupply = verb('assets.count-supply', {
  title: { zh: '盘点更正', en: 'Count' },
  input: CountSupply,
  who: ['assets-clerk'],
  on: 'assets.supply',
  facts: [SupplyCounted],
  refusals: ['not-now', 'stale-version', 'supply-unchanged'],
  load: async (tx, { supply }, { today }) => ({
    move: newId(),
    supply: await lockSupply(tx, supply),
    number: await nextNumber(tx, 'supply', 'HC', today),
  }),
  at: ({ supply }) => ({ unit: supply.unit }),
  decide({ move, supply, number }, { version, counted, why }) {
    const closed = supplyMoves.refusal(supply.state, 'assets.count-supply');
    if (closed) return closed;
    if (version !== supply.version) return stale({ version: supply.version });
    if (counted === supply.onHand) return refuse('supply-unchanged');
    const { unit, name, onHand: before } = supply;
    return [
      SupplyCounted.of({ object: supplyOf(supply.id), unit, body: { move, number, name, before, counted, why } }),
    ];
  },
});
