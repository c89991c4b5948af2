import { newId, refuse, verb } from '@opengoa/kernel';
import { nextNumber } from '../papers/next-number.ts';
import { ReturnSupply, SupplyReturned } from './contract.ts';
import { supplyOf } from './supply.ts';
import { findGivenOut, lockSupply } from './supply-store.ts';

/** 收回: a component is taken out of a thing, a seat away from whoever had it, and may be given again. */
export const returnSupply = verb('assets.return-supply', {
  title: { zh: '收回', en: 'Take back' },
  input: ReturnSupply,
  who: ['assets-clerk'],
  on: 'assets.supply-move',
  facts: [SupplyReturned],
  refusals: ['supply-not-out'],
  async load(tx, { move }, { today }) {
    const given = await findGivenOut(tx, move);
    const supply = await lockSupply(tx, given.supply);
    return { id: newId(), given, supply, number: await nextNumber(tx, 'supply', 'HC', today) };
  },
  at: ({ supply }) => ({ unit: supply.unit }),
  decide({ id, given, supply, number }, { quantity, note }) {
    const { measure, name, unit } = supply;
    if (quantity > given.held) return refuse('supply-not-out', { held: given.held, measure }, { status: 409 });
    return [
      SupplyReturned.of({
        object: supplyOf(supply.id),
        unit,
        body: { move: id, number, name, quantity, note, from: given.id },
      }),
    ];
  },
});
