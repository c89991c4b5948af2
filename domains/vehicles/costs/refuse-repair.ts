import { verb } from '@opengoa/kernel';
import { RefuseRepair, RepairRefused } from './contract.ts';
import { endApproval, onRepair, repairMoves, repairOf } from './repair.ts';

/** 不批准: the quotation is not accepted; nothing is spent. */
export const refuseRepair = verb('vehicles.refuse-repair', {
  ...onRepair,
  title: { zh: '不批准', en: 'Refuse' },
  input: RefuseRepair,
  who: ['head', 'leader'],
  facts: [RepairRefused],
  refusals: ['not-now'],
  decide({ repair, task }, { repair: _repair, ...body }, context) {
    const closed = repairMoves.refusal(repair.state, 'vehicles.refuse-repair');
    if (closed) return closed;
    return [
      RepairRefused.of({ object: repairOf(repair), unit: repair.unit, body }),
      ...endApproval(repair, task, 'done', context),
    ];
  },
});
