import { newId, refuse, sql, type Tx, verb } from '@opengoa/kernel';
import { hireOf } from '../costs/hire.ts';
import { equipmentVerdicts, warningsOf } from '../fleet/vehicle-standards.ts';
import { BookHire, HireBooked, HireStruck } from './contract.ts';

export interface BookedHire {
  readonly id: string;
  readonly unit: string;
  readonly supplier: string;
  readonly state: string;
  readonly booked: boolean;
  readonly amountFen: number | null;
  readonly settledDay: string | null;
}

export const lockBookedHire = (tx: Tx, id: string) =>
  tx.one<BookedHire>(sql`
    select id, unit_id as unit, supplier, state, booked, amount_fen as "amountFen", settled_day as "settledDay" from vehicles.hire where id = ${id} for update`);

export const struckHire = ({ id, unit, amountFen, settledDay }: BookedHire, why: string) =>
  HireStruck.of({
    object: hireOf({ id }),
    unit,
    body: { amountFen: amountFen ?? 0, why },
    facets: { cost: [{ amountFen: -(amountFen ?? 0), unit, day: settledDay ?? '', item: 'hire' }] },
  });

/** 补登租车: a settled one of the old register. What the equipment standard says of it is kept beside it; it is not refused any more. */
export const bookHire = verb('vehicles.book-hire', {
  title: { zh: '补登租车', en: 'Book a hire' },
  input: BookHire,
  who: ['fleet-clerk'],
  facts: [HireBooked, HireStruck],
  refusals: ['hire-ends-before-it-begins', 'cost-ahead', 'went-its-way-here', 'invoice-recorded'],
  load: async (tx, { unit, invoice, corrects }) => ({
    id: newId(),
    old: corrects === undefined ? null : await lockBookedHire(tx, corrects),
    same: await tx.maybe<{ id: string; day: string }>(sql`
      select id, settled_day as day from vehicles.hire where unit_id = ${unit} and invoice = ${invoice} and state = 'settled'`),
  }),
  at: ({ old }, { unit }) => [{ unit }, ...(old ? [{ unit: old.unit }] : [])],
  decide({ id, old, same }, { unit, corrects, ...booked }, context) {
    const { fromDay, toDay, settledDay: day, amountFen, plate, invoice, body, power, displacementL } = booked;
    if (toDay < fromDay) return refuse('hire-ends-before-it-begins', { fromDay, toDay });
    if (day > context.today) return refuse('cost-ahead', { day });
    if (old && (!old.booked || old.state !== 'settled'))
      return refuse('went-its-way-here', { what: `向${old.supplier}租车` }, { status: 409 });
    if (same && same.id !== corrects)
      return refuse('invoice-recorded', { plate, invoice, day: same.day }, { status: 409 });
    const judged = {
      unit,
      body,
      power,
      displacementL,
      priceFen: null,
      category: 'other',
      condition: 'ordinary',
    } as const;
    const warnings = warningsOf(equipmentVerdicts({ ...judged, inServiceDay: fromDay }, context));
    return [
      ...(old ? [struckHire(old, '更正')] : []),
      HireBooked.of({
        object: hireOf({ id }),
        unit,
        body: { ...booked, warnings },
        facets: { cost: [{ amountFen, unit, day, item: 'hire' }] },
      }),
    ];
  },
});
