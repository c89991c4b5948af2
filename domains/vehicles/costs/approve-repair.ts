import { refuse, verb } from '@opengoa/kernel';
import { ApproveRepair, RepairApproved } from './contract.ts';
import { endApproval, headsLimitFen, onRepair, repairMoves, repairOf, yuanOf } from './repair.ts';

/** 批准维修: by a head up to the limit, above it by a leader, and never by who ordered it. */
export const approveRepair = verb('vehicles.approve-repair', {
  ...onRepair,
  title: { zh: '批准', en: 'Approve' },
  input: ApproveRepair,
  who: ['head', 'leader'],
  facts: [RepairApproved],
  refusals: ['not-now', 'own-order', 'above-approval-limit'],
  decide({ repair, task }, { opinion }, context) {
    const closed = repairMoves.refusal(repair.state, 'vehicles.approve-repair');
    if (closed) return closed;
    const { actor, organisation } = context;
    const quoteFen = repair.quoteFen ?? 0;
    if (actor.person !== null && actor.person === repair.orderedBy) return refuse('own-order');
    const leads = actor.grants.some(
      ({ role, unit, below }) => role === 'leader' && organisation.covers(unit, repair.unit, below),
    );
    const limitFen = headsLimitFen(repair, context);
    if (quoteFen > limitFen && !leads)
      return refuse('above-approval-limit', { quote: yuanOf(quoteFen), limit: yuanOf(limitFen) });
    return [
      RepairApproved.of({ object: repairOf(repair), unit: repair.unit, body: { quoteFen, opinion } }),
      ...endApproval(repair, task, 'done', context),
    ];
  },
});
