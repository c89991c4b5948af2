import { refuse, verb } from '@opengoa/kernel';
import { FenceRemoved, RemoveFence } from './contract.ts';
import { lockFence } from './fence-store.ts';

/** 撤销围栏: what was told of it stays told. */
export const removeFence = verb('vehicles.remove-fence', {
  title: { zh: '撤销围栏', en: 'Remove a fence' },
  input: RemoveFence,
  who: ['fleet-clerk', 'dispatcher'],
  on: 'vehicles.fence',
  facts: [FenceRemoved],
  refusals: ['fence-removed'],
  load: (tx, { fence }) => lockFence(tx, fence),
  at: ({ unit }) => ({ unit }),
  decide({ id, unit, state }, { why }) {
    if (state === 'removed') return refuse('fence-removed', {}, { status: 409 });
    return [FenceRemoved.of({ object: { kind: 'vehicles.fence', id }, unit, body: { why } })];
  },
});
