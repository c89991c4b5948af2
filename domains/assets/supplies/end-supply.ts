import { refuse, stale, verb } from '@opengoa/kernel';
import { EndSupply, SupplyEnded } from './contract.ts';
import { supplyMoves, supplyOf } from './supply.ts';
import { lockSupply } from './supply-store.ts';

/** 停用: nothing of it is left in the cupboard or out; its moves stay readable. */
export const endSupply = verb('assets.end-supply', {
  title: { zh: '停用', en: 'End' },
  input: EndSupply,
  who: ['assets-clerk'],
  on: 'assets.supply',
  facts: [SupplyEnded],
  refusals: ['not-now', 'stale-version', 'supply-still-there'],
  load: async (tx, { supply }) => ({ supply: await lockSupply(tx, supply) }),
  at: ({ supply }) => ({ unit: supply.unit }),
  decide({ supply }, { version, why }) {
    const closed = supplyMoves.refusal(supply.state, 'assets.end-supply');
    if (closed) return closed;
    if (version !== supply.version) return stale({ version: supply.version });
    const { name, measure, unit, out } = supply;
    const left = out + (supply.kind === 'licence' ? 0 : supply.onHand);
    if (left > 0) return refuse('supply-still-there', { count: left, measure }, { status: 409 });
    return [SupplyEnded.of({ object: supplyOf(supply.id), unit, body: { name, why } })];
  },
});
