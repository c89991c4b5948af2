import { refuse, verb } from '@opengoa/kernel';
import { FinishRepair, RepairFinished } from './contract.ts';
import { onRepair, repairMoves, repairOf } from './repair.ts';

/** 维修完成: the vehicle is back and was looked at. */
export const finishRepair = verb('vehicles.finish-repair', {
  ...onRepair,
  title: { zh: '验收', en: 'Accept' },
  input: FinishRepair,
  who: ['fleet-clerk'],
  facts: [RepairFinished],
  refusals: ['not-now', 'cost-ahead'],
  decide({ repair }, { day, files }, { today }) {
    const closed = repairMoves.refusal(repair.state, 'vehicles.finish-repair');
    if (closed) return closed;
    if (day > today) return refuse('cost-ahead', { day });
    return [RepairFinished.of({ object: repairOf(repair), unit: repair.unit, body: { day, files } })];
  },
});
