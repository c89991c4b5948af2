import { refuse, stale, verb } from '@opengoa/kernel';
import { ChangeVehicle, VehicleChanged } from '../contract.ts';
import { vehicleStates } from '../words.zh.ts';
import { equipmentVerdicts, refusalOf, warningsOf } from './vehicle-standards.ts';
import { lockVehicle } from './vehicle-store.ts';
import { vehicleOf } from './vehicle.ts';

/** 变更车辆: what the ledger says of a vehicle, its state among it; judged anew as if registered so. */
export const changeVehicle = verb('vehicles.change-vehicle', {
  title: { zh: '变更车辆', en: 'Change a vehicle' },
  input: ChangeVehicle,
  who: ['fleet-clerk'],
  on: 'vehicles.vehicle',
  facts: [VehicleChanged],
  refusals: ['stale-version', 'vehicle-not-in-use', 'over-standard'],
  load: async (tx, input) => ({ vehicle: await lockVehicle(tx, input.vehicle) }),
  at: ({ vehicle }) => ({ unit: vehicle.unit }),
  decide({ vehicle }, { vehicle: _id, version, ...changes }, context) {
    if (vehicle.version !== version) return stale({ version: vehicle.version });
    if (vehicle.state === 'retired')
      return refuse(
        'vehicle-not-in-use',
        { plate: vehicle.plate, state: vehicleStates.retired, free: [] },
        { status: 409 },
      );
    const { id, unit, odometerKm: _odometer, outOn: _outOn, version: _version, ...described } = vehicle;
    const changed = { ...described, ...stated(changes) };
    const verdicts = equipmentVerdicts({ unit, ...changed }, context);
    const blocked = refusalOf(verdicts, 'over-standard');
    if (blocked) return blocked;
    return [
      VehicleChanged.of({
        object: vehicleOf({ id }),
        unit,
        body: { ...changed, warnings: warningsOf(verdicts) },
        facets: { asset: { kind: 'vehicle', id, state: changed.state } },
      }),
    ];
  },
});

/** What was left out stays as it is. */
type Stated<T> = { [K in keyof T]?: Exclude<T[K], undefined> };
const stated = <T extends object>(changes: T): Stated<T> =>
  Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as Stated<T>;
