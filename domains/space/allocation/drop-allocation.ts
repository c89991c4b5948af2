import { stale, verb } from '@opengoa/kernel';
import { allocationMoves, allocationOf } from './allocation.ts';
import { lockAllocation } from './allocation-store.ts';
import { AllocationDropped, DropAllocation } from './contract.ts';

/** 放弃方案: it stays in the list with the reason; a search that still goes on ends. */
export const dropAllocation = verb('space.drop-allocation', {
  title: { zh: '放弃方案', en: 'Drop the plan' },
  input: DropAllocation,
  who: ['space-clerk'],
  on: 'space.allocation',
  facts: [AllocationDropped],
  refusals: ['not-now', 'stale-version'],
  load: async (tx, { allocation: id }) => ({ allocation: await lockAllocation(tx, id) }),
  at: ({ allocation }) => ({ unit: allocation.unit }),
  decide({ allocation }, { version, why }) {
    const closed = allocationMoves.refusal(allocation.state, 'space.drop-allocation');
    if (closed) return closed;
    if (version !== allocation.version) return stale({ version: allocation.version });
    return [AllocationDropped.of({ object: allocationOf(allocation), unit: allocation.unit, body: { why } })];
  },
});
