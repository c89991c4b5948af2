import { refuse, sql, verb } from '@opengoa/kernel';
import { lockVehicle } from '../fleet/vehicle-store.ts';
import { vehicleOf } from '../fleet/vehicle.ts';
import { CostRecorded, CostStruck, RecordCost } from './contract.ts';
import { lockCost, struckCost } from './strike-cost.ts';

/** 登记车辆费用: insurance, tolls, parking, fines, borne by the vehicle's unit; each invoice once (单车核算, 机关事务管理条例 第二十六条). */
export const recordCost = verb('vehicles.record-cost', {
  title: { zh: '登记费用', en: 'Record a cost' },
  input: RecordCost,
  who: ['fleet-clerk'],
  on: 'vehicles.vehicle',
  facts: [CostRecorded, CostStruck],
  refusals: ['cost-ahead', 'cost-struck', 'invoice-recorded'],
  async load(tx, { vehicle: asked, plate, kind, invoice, corrects }) {
    const { id: vehicle } = await tx.one<{ id: string }>(sql`
      select id from vehicles.vehicle where id = ${asked ?? null}::uuid or plate = ${plate ?? null} order by (state <> 'retired') desc limit 1`);
    return {
      vehicle: await lockVehicle(tx, vehicle),
      old: corrects === undefined ? null : await lockCost(tx, corrects),
      same: await tx.maybe<{ id: string; day: string }>(sql`
        select id, day from vehicles.cost
         where vehicle_id = ${vehicle} and kind = ${kind} and invoice = ${invoice} and invoice <> '' and struck is null`),
    };
  },
  at: ({ vehicle, old }) => [{ unit: vehicle.unit }, ...(old ? [{ unit: old.unit }] : [])],
  decide({ vehicle, old, same }, { plate: _plate, corrects, ...input }, { today }) {
    const { day, kind, amountFen, invoice } = input;
    const { unit, plate } = vehicle;
    if (day > today) return refuse('cost-ahead', { day });
    if (old && old.struck !== null) return refuse('cost-struck', {}, { status: 409 });
    if (same && same.id !== corrects)
      return refuse('invoice-recorded', { plate, invoice, day: same.day }, { status: 409 });
    return [
      ...(old ? [struckCost(old, '更正')] : []),
      CostRecorded.of({
        object: vehicleOf(vehicle),
        unit,
        body: { ...input, vehicle: vehicle.id, plate },
        facets: { cost: [{ amountFen, unit, day, item: kind }] },
      }),
    ];
  },
});
