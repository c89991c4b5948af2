import { verb } from '@opengoa/kernel';
import { CancelRepair, RepairCancelled } from './contract.ts';
import { endApproval, onRepair, repairMoves, repairOf } from './repair.ts';

/** 取消维修: it is not needed any more, or another garage is asked. */
export const cancelRepair = verb('vehicles.cancel-repair', {
  ...onRepair,
  title: { zh: '取消维修', en: 'Cancel' },
  input: CancelRepair,
  who: ['fleet-clerk'],
  facts: [RepairCancelled],
  refusals: ['not-now'],
  decide({ repair, task }, { repair: _repair, ...body }, context) {
    const closed = repairMoves.refusal(repair.state, 'vehicles.cancel-repair');
    if (closed) return closed;
    return [
      RepairCancelled.of({ object: repairOf(repair), unit: repair.unit, body }),
      ...endApproval(repair, task, 'withdrawn', context),
    ];
  },
});
