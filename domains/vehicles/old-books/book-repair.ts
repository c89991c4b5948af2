import { newId, refuse, sql, type Tx, verb } from '@opengoa/kernel';
import { repairOf } from '../costs/repair.ts';
import { BookRepair, RepairBooked, RepairStruck } from './contract.ts';

/** A booked repair that stands, locked; one that went its way here has no paper. */
export interface BookedRepair {
  readonly id: string;
  readonly unit: string;
  readonly plate: string;
  readonly state: string;
  readonly paper: string | null;
  readonly amountFen: number | null;
  readonly paidDay: string | null;
}

export const lockBooked = (tx: Tx, id: string) =>
  tx.one<BookedRepair>(sql`
    select id, unit_id as unit, plate, state, paper, amount_fen as "amountFen", paid_day as "paidDay" from vehicles.repair where id = ${id} for update`);

/** The struck one's sum is taken off what its unit bore. */
export const struckRepair = (booked: BookedRepair, why: string) => {
  const amountFen = booked.amountFen ?? 0;
  const day = booked.paidDay ?? '';
  return RepairStruck.of({
    object: repairOf(booked),
    unit: booked.unit,
    body: { amountFen, why },
    facets: { cost: [{ amountFen: -amountFen, unit: booked.unit, day, item: 'repair' }] },
  });
};

/** 补登维修: one of the old register, approved on paper and paid before. What is spent from now on goes through order and approval. */
export const bookRepair = verb('vehicles.book-repair', {
  title: { zh: '补登维修', en: 'Book a repair' },
  input: BookRepair,
  who: ['fleet-clerk'],
  facts: [RepairBooked, RepairStruck],
  refusals: ['cost-ahead', 'went-its-way-here', 'invoice-recorded'],
  async load(tx, { plate, invoice, corrects }) {
    const vehicle = await tx.one<{ id: string; unit: string; plate: string }>(sql`
      select id, unit_id as unit, plate from vehicles.vehicle where plate = ${plate} order by (state <> 'retired') desc limit 1`);
    return {
      id: newId(),
      vehicle,
      old: corrects === undefined ? null : await lockBooked(tx, corrects),
      same: await tx.maybe<{ id: string; day: string }>(sql`
        select id, paid_day as day from vehicles.repair where vehicle_id = ${vehicle.id} and invoice = ${invoice} and state = 'paid'`),
    };
  },
  at: ({ vehicle, old }) => [{ unit: vehicle.unit }, ...(old ? [{ unit: old.unit }] : [])],
  decide({ id, vehicle, old, same }, { corrects, plate: _plate, ...booked }, { today }) {
    const { amountFen, paidDay: day, invoice } = booked;
    const { unit, plate } = vehicle;
    if (day > today || booked.doneDay > today) return refuse('cost-ahead', { day });
    if (old && (old.paper === null || old.state !== 'paid'))
      return refuse('went-its-way-here', { what: `${old.plate} 的维修` }, { status: 409 });
    if (same && same.id !== corrects)
      return refuse('invoice-recorded', { plate, invoice, day: same.day }, { status: 409 });
    return [
      ...(old ? [struckRepair(old, '更正')] : []),
      RepairBooked.of({
        object: repairOf({ id }),
        unit,
        body: { ...booked, vehicle: vehicle.id, plate },
        facets: { cost: [{ amountFen, unit, day, item: 'repair' }] },
      }),
    ];
  },
});
