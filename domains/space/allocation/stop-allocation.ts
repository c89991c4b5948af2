import { verb } from '@opengoa/kernel';
import { allocationMoves, allocationOf } from './allocation.ts';
import { lockAllocation } from './allocation-store.ts';
import { AllocationStopped, StopAllocation } from './contract.ts';

/** 停止求解: the best until then is kept, with its gap. */
export const stopAllocation = verb('space.stop-allocation', {
  title: { zh: '停止求解', en: 'Stop searching' },
  input: StopAllocation,
  who: ['space-clerk'],
  on: 'space.allocation',
  facts: [AllocationStopped],
  refusals: ['not-now'],
  load: async (tx, { allocation: id }) => ({ allocation: await lockAllocation(tx, id) }),
  at: ({ allocation }) => ({ unit: allocation.unit }),
  decide: ({ allocation }) =>
    allocationMoves.refusal(allocation.state, 'space.stop-allocation') ?? [
      AllocationStopped.of({
        object: allocationOf(allocation),
        unit: allocation.unit,
        body: { turn: allocation.turns },
      }),
    ],
});
