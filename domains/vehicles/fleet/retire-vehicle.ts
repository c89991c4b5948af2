import { refuse, stale, verb } from '@opengoa/kernel';
import { RetireVehicle, VehicleRetired } from '../contract.ts';
import { vehicleStates } from '../words.zh.ts';
import { refusalOf, renewalVerdict, warningsOf } from './vehicle-standards.ts';
import { isBookedAfter, lockVehicle } from './vehicle-store.ts';
import { vehicleOf } from './vehicle.ts';

/** 处置车辆: after its years are over, or before with a paper that allows it for safety (第二十二条). */
export const retireVehicle = verb('vehicles.retire-vehicle', {
  title: { zh: '处置车辆', en: 'Retire a vehicle' },
  input: RetireVehicle,
  who: ['fleet-clerk'],
  on: 'vehicles.vehicle',
  facts: [VehicleRetired],
  refusals: ['stale-version', 'vehicle-not-in-use', 'vehicle-is-out', 'younger-than-renewal'],
  async load(tx, input, { now }) {
    const vehicle = await lockVehicle(tx, input.vehicle);
    return { vehicle, booked: await isBookedAfter(tx, vehicle.id, now) };
  },
  at: ({ vehicle }) => ({ unit: vehicle.unit }),
  decide({ vehicle, booked }, { vehicle: id, version, ...disposal }, context) {
    const { plate, unit } = vehicle;
    if (vehicle.version !== version) return stale({ version: vehicle.version });
    if (vehicle.state === 'retired')
      return refuse('vehicle-not-in-use', { plate, state: vehicleStates.retired, free: [] }, { status: 409 });
    if (vehicle.outOn !== null || booked)
      return refuse(
        'vehicle-is-out',
        { plate },
        { status: 409, possible: ['vehicles.return-trip', 'vehicles.dispatch-trip'] },
      );
    const verdicts = renewalVerdict(vehicle, disposal.day, context);
    const blocked = disposal.paper === undefined ? refusalOf(verdicts, 'younger-than-renewal') : undefined;
    if (blocked) return blocked;
    return [
      VehicleRetired.of({
        object: vehicleOf(vehicle),
        unit,
        body: { ...disposal, warnings: warningsOf(verdicts) },
        facets: { asset: { kind: 'vehicle', id, state: 'retired' } },
      }),
    ];
  },
});
