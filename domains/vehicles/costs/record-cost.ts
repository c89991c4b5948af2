import { refuse, sql, verb } from '@opengoa/kernel';
import { lockVehicle } from '../fleet/vehicle-store.ts';
import { vehicleOf } from '../fleet/vehicle.ts';
import { CostRecorded, RecordCost } from './contract.ts';

/** 登记车辆费用: insurance, tolls, parking, fines, borne by the vehicle's unit; each invoice once (单车核算, 机关事务管理条例 第二十六条). */
export const recordCost = verb('vehicles.record-cost', {
  title: { zh: '登记费用', en: 'Record a cost' },
  input: RecordCost,
  who: ['fleet-clerk'],
  on: 'vehicles.vehicle',
  facts: [CostRecorded],
  refusals: ['cost-ahead', 'invoice-recorded'],
  async load(tx, { vehicle: asked, plate, kind, invoice }) {
    const { id: vehicle } = await tx.one<{ id: string }>(sql`
      select id from vehicles.vehicle where id = ${asked ?? null}::uuid or plate = ${plate ?? null} order by (state <> 'retired') desc limit 1`);
    return {
      vehicle: await lockVehicle(tx, vehicle),
      same: await tx.maybe<{ day: string }>(sql`
        select day from vehicles.cost
         where vehicle_id = ${vehicle} and kind = ${kind} and invoice = ${invoice} and invoice <> '' and struck is null`),
    };
  },
  at: ({ vehicle }) => ({ unit: vehicle.unit }),
  decide({ vehicle, same }, { plate: _plate, ...input }, { today }) {
    const { day, kind, amountFen, invoice } = input;
    const { unit, plate } = vehicle;
    if (day > today) return refuse('cost-ahead', { day });
    if (same) return refuse('invoice-recorded', { plate, invoice, day: same.day }, { status: 409 });
    return [
      CostRecorded.of({
        object: vehicleOf(vehicle),
        unit,
        body: { ...input, vehicle: vehicle.id, plate },
        facets: { cost: [{ amountFen, unit, day, item: kind }] },
      }),
    ];
  },
});
