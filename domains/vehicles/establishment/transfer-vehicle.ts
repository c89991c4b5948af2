import { refuse, stale, verb } from '@opengoa/kernel';
import { isBookedAfter, lockVehicle } from '../fleet/vehicle-store.ts';
import { vehicleOf } from '../fleet/vehicle.ts';
import { TransferVehicle, VehicleTransferred } from '../roster/contract.ts';
import { categories, vehicleStates } from '../words.zh.ts';
import { lockSlots } from './purchase.ts';

/** 调拨: a vehicle to another unit for good, by paper and into a free slot; lending is not allowed, so it carries the new unit's people. */
export const transferVehicle = verb('vehicles.transfer-vehicle', {
  title: { zh: '调拨', en: 'Transfer' },
  input: TransferVehicle,
  who: ['fleet-clerk'],
  on: 'vehicles.vehicle',
  facts: [VehicleTransferred],
  refusals: ['stale-version', 'vehicle-not-in-use', 'vehicle-is-out', 'no-slot-left'],
  async load(tx, { vehicle: id, to }, { now }) {
    const vehicle = await lockVehicle(tx, id);
    return {
      vehicle,
      booked: await isBookedAfter(tx, id, now),
      slots: await lockSlots(tx, to, vehicle.category),
    };
  },
  at: ({ vehicle }, { to }) => [{ unit: vehicle.unit }, { unit: to }],
  decide({ vehicle, booked, slots }, { version, to, serves, paper }, { organisation }) {
    const { id, unit, plate, state, category } = vehicle;
    if (vehicle.version !== version) return stale({ version: vehicle.version });
    if (state === 'retired')
      return refuse('vehicle-not-in-use', { plate, state: vehicleStates.retired, free: [] }, { status: 409 });
    if (vehicle.outOn !== null || booked) return refuse('vehicle-is-out', { plate }, { status: 409 });
    // Where slots were never set, there is nothing to hold it against.
    if (slots !== null && slots.kept + slots.onOrder >= slots.slots)
      return refuse('no-slot-left', {
        category: categories[category],
        slots: slots.slots,
        kept: slots.kept,
        onOrder: slots.onOrder,
      });
    const carries = serves ?? organisation.institutionOf(to)?.id ?? to;
    return [
      VehicleTransferred.of({
        object: vehicleOf({ id }),
        unit: to,
        body: { from: unit, to, serves: carries, paper },
        facets: { asset: { kind: 'vehicle', id, state } },
      }),
    ];
  },
});
