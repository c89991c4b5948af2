import { refuse, verb } from '@opengoa/kernel';
import { HireSettled, SettleHire } from './contract.ts';
import { hireMoves, hireOf, onHire } from './hire.ts';

/** 租车结算: by invoice, with plate and kilometres; a cost of the unit that hired. */
export const settleHire = verb('vehicles.settle-hire', {
  ...onHire,
  title: { zh: '结算', en: 'Settle' },
  input: SettleHire,
  who: ['fleet-clerk'],
  facts: [HireSettled],
  refusals: ['not-now', 'cost-ahead'],
  decide(hire, { hire: _hire, ...settled }, { today }) {
    const closed = hireMoves.refusal(hire.state, 'vehicles.settle-hire');
    if (closed) return closed;
    const { amountFen, day } = settled;
    if (day > today) return refuse('cost-ahead', { day });
    return [
      HireSettled.of({
        object: hireOf(hire),
        unit: hire.unit,
        body: settled,
        facets: { cost: [{ amountFen, unit: hire.unit, day, item: 'hire' }] },
      }),
    ];
  },
});
