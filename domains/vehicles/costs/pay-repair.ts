import { refuse, verb } from '@opengoa/kernel';
import { PayRepair, RepairPaid } from './contract.ts';
import { onRepair, repairMoves, repairOf, yuanOf } from './repair.ts';

/** 维修付款: by invoice, not above what was approved; a cost of the vehicle's unit. */
export const payRepair = verb('vehicles.pay-repair', {
  ...onRepair,
  title: { zh: '付款', en: 'Pay' },
  input: PayRepair,
  who: ['fleet-clerk'],
  facts: [RepairPaid],
  refusals: ['not-now', 'cost-ahead', 'more-than-quoted'],
  decide({ repair }, { repair: _repair, ...paid }, { today }) {
    const closed = repairMoves.refusal(repair.state, 'vehicles.pay-repair');
    if (closed) return closed;
    const { amountFen, day } = paid;
    const { unit, quoteFen } = repair;
    if (day > today) return refuse('cost-ahead', { day });
    if (amountFen > (quoteFen ?? 0))
      return refuse(
        'more-than-quoted',
        { amount: yuanOf(amountFen), quote: yuanOf(quoteFen ?? 0) },
        { possible: ['vehicles.quote-repair'] },
      );
    return [
      RepairPaid.of({
        object: repairOf(repair),
        unit,
        body: paid,
        facets: { cost: [{ amountFen, unit, day, item: 'repair' }] },
      }),
    ];
  },
});
