import { verb } from '@opengoa/kernel';
import { QuoteRepair, RepairQuoted } from './contract.ts';
import { endApproval, onRepair, repairMoves, repairOf, taskToApprove } from './repair.ts';

/** 登记报价: parts, hours and the sum; whoever may approve so much is asked. Also again, when more was found. */
export const quoteRepair = verb('vehicles.quote-repair', {
  ...onRepair,
  title: { zh: '登记报价', en: 'Enter the quotation' },
  input: QuoteRepair,
  who: ['fleet-clerk'],
  facts: [RepairQuoted],
  refusals: ['not-now'],
  decide({ repair, task }, { quoteFen, quote, files }, context) {
    const closed = repairMoves.refusal(repair.state, 'vehicles.quote-repair');
    if (closed) return closed;
    return [
      RepairQuoted.of({ object: repairOf(repair), unit: repair.unit, body: { quoteFen, quote, files } }),
      ...endApproval(repair, task, 'withdrawn', context),
      ...taskToApprove(repair, quoteFen, context),
    ];
  },
});
