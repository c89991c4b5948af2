import { newId, refuse, verb } from '@opengoa/kernel';
import { z } from 'zod';
import { heldPieces } from '../equipment/held-pieces.ts';
import { staffOf } from '../equipment/headcount-store.ts';
import { byItem } from '../equipment/limit-rows.ts';
import { nextNumber } from '../papers/next-number.ts';
import { checkLines } from './check-lines.ts';
import { PlanPurchase, PurchasePlanned } from './contract.ts';
import { itemsOfClasses, onOrder } from './purchase-store.ts';
import { purchaseOf } from './purchase.ts';

/** 拟定购置计划: what is needed and why, held against price and quantity of the standard before anybody is asked (条例第十条、第十一条). */
export const planPurchase = verb('assets.plan-purchase', {
  title: { zh: '拟定购置计划', en: 'Plan a purchase' },
  input: PlanPurchase,
  who: ['assets-clerk', 'clerk'],
  facts: [PurchasePlanned],
  refusals: ['unit-unknown', 'year-closed', 'price-over-standard', 'over-allowance'],
  result: z.strictObject({ purchase: z.uuid(), number: z.string() }),
  async load(tx, { unit, lines }, context) {
    const { organisation, today } = context;
    const institution = organisation.institutionOf(unit)?.id ?? unit;
    const { units, counted: _counted, ...staff } = await staffOf(tx, institution, context);
    return {
      id: newId(),
      number: await nextNumber(tx, 'purchase', 'GZ', today),
      staff,
      held: byItem(await heldPieces(tx, units, institution, context)),
      ordered: await onOrder(tx, units),
      items: await itemsOfClasses(
        tx,
        lines.map((line) => line.class),
      ),
      ids: lines.map(() => newId()),
    };
  },
  at: (_known, { unit }) => ({ unit }),
  decide({ id, number, staff, held, ordered, items, ids }, { unit, lines: asked, ...input }, context) {
    if (!context.organisation.unit(unit)) return refuse('unit-unknown', {}, { status: 404 });
    if (input.year < Number(context.today.slice(0, 4))) return refuse('year-closed', { year: input.year });
    const lines = asked.map((line, at) => ({
      ...line,
      id: ids[at]!,
      equipment: line.equipment ?? items.get(line.class) ?? null,
    }));
    const checked = checkLines(lines, staff, held, ordered, context);
    if ('refused' in checked) return checked;
    const totalFen = lines.reduce((sum, { quantity, priceFen }) => sum + quantity * priceFen, 0);
    const body = { ...input, number, lines, totalFen, notes: checked.notes };
    return {
      facts: [PurchasePlanned.of({ object: purchaseOf({ id }), unit, body })],
      result: { purchase: id, number },
    };
  },
});
