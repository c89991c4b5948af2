import { newId, verb } from '@opengoa/kernel';
import { nextNumber } from '../papers/next-number.ts';
import { ReceiveSupply, SupplyReceived } from './contract.ts';
import { supplyMoves, supplyOf } from './supply.ts';
import { lockSupply } from './supply-store.ts';

/** 入库: what was bought comes into the cupboard; of a licence, further seats. */
export const receiveSupply = verb('assets.receive-supply', {
  title: { zh: '入库', en: 'Receive' },
  input: ReceiveSupply,
  who: ['assets-clerk'],
  on: 'assets.supply',
  facts: [SupplyReceived],
  refusals: ['not-now'],
  load: async (tx, { supply }, { today }) => ({
    move: newId(),
    supply: await lockSupply(tx, supply),
    number: await nextNumber(tx, 'supply', 'HC', today),
  }),
  at: ({ supply }) => ({ unit: supply.unit }),
  decide({ move, supply, number }, { supply: _supply, ...body }, { today }) {
    const closed = supplyMoves.refusal(supply.state, 'assets.receive-supply');
    if (closed) return closed;
    const { unit, name } = supply;
    const cost = [{ amountFen: body.amountFen, unit, day: today, item: 'supplies' }];
    return [
      SupplyReceived.of({
        object: supplyOf(supply.id),
        unit,
        body: { ...body, move, number, name },
        ...(body.amountFen === 0 ? {} : { facets: { cost } }),
      }),
    ];
  },
});
