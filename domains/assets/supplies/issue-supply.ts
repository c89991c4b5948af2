import { type Id, newId, refuse, sql, verb } from '@opengoa/kernel';
import { nextNumber } from '../papers/next-number.ts';
import { IssueSupply, SupplyIssued } from './contract.ts';
import { comesBack, issueRefusal, supplyOf } from './supply.ts';
import { lockSupply } from './supply-store.ts';

/** 领用、安装、分配授权: a consumable is used up, a component goes into a thing, a seat to a person or onto a computer. Never more than there is. */
export const issueSupply = verb('assets.issue-supply', {
  title: { zh: '领用', en: 'Give out' },
  input: IssueSupply,
  who: ['assets-clerk'],
  on: 'assets.supply',
  facts: [SupplyIssued],
  refusals: ['not-now', 'supply-needs-place', 'supply-thing-elsewhere', 'supply-over', 'supply-short'],
  load: async (tx, { supply, card }, { today }) => ({
    move: newId(),
    supply: await lockSupply(tx, supply),
    cardUnit:
      card === null
        ? null
        : (await tx.one<{ unit: Id }>(sql`select unit_id as unit from assets.card where id = ${card}`)).unit,
    number: await nextNumber(tx, 'supply', 'HC', today),
  }),
  at: ({ supply }) => ({ unit: supply.unit }),
  decide({ move, supply, cardUnit, number }, { supply: _supply, card, holder, ...body }, { today, organisation }) {
    const asked = { quantity: body.quantity, hasCard: card !== null, hasHolder: holder !== null };
    const closed = issueRefusal(supply, asked, today);
    if (closed) return closed;
    if (
      cardUnit !== null &&
      !organisation.covers(supply.unit, cardUnit, true) &&
      !organisation.covers(cardUnit, supply.unit, true)
    )
      return refuse('supply-thing-elsewhere', {}, { status: 409 });
    const { unit, name, kind } = supply;
    return [
      SupplyIssued.of({
        object: supplyOf(supply.id),
        unit,
        body: { ...body, move, number, name, card, holder, comesBack: comesBack(kind) },
      }),
    ];
  },
});
