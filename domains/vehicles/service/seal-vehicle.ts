import { refuse, sql, verb } from '@opengoa/kernel';
import { lockVehicle } from '../fleet/vehicle-store.ts';
import { vehicleOf } from '../fleet/vehicle.ts';
import { SealVehicle, VehicleSealed } from '../roster/contract.ts';

/** 登记封存: for a holiday, with its odometer, where it stands and who holds the keys. Going all the same needs a duty said at dispatch. */
export const sealVehicle = verb('vehicles.seal-vehicle', {
  title: { zh: '登记封存', en: 'Seal for a holiday' },
  input: SealVehicle,
  who: ['fleet-clerk', 'dispatcher'],
  on: 'vehicles.vehicle',
  facts: [VehicleSealed],
  refusals: ['hire-ends-before-it-begins', 'seal-exists'],
  load: async (tx, { vehicle, fromDay, toDay }) => ({
    vehicle: await lockVehicle(tx, vehicle),
    same: await tx.maybe<{ fromDay: string }>(sql`
      select from_day as "fromDay" from vehicles.seal where vehicle_id = ${vehicle} and from_day <= ${toDay} and to_day >= ${fromDay} limit 1`),
  }),
  at: ({ vehicle }) => ({ unit: vehicle.unit }),
  decide({ vehicle, same }, input) {
    const { unit, plate, odometerKm } = vehicle;
    if (input.toDay < input.fromDay)
      return refuse('hire-ends-before-it-begins', { fromDay: input.fromDay, toDay: input.toDay });
    if (same) return refuse('seal-exists', { plate, from: same.fromDay }, { status: 409 });
    return [VehicleSealed.of({ object: vehicleOf(vehicle), unit, body: { ...input, plate, odometerKm } })];
  },
});
