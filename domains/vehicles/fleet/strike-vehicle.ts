import { refuse, sql, verb } from '@opengoa/kernel';
import { StrikeVehicle, VehicleStruck } from '../contract.ts';
import { vehicleStates } from '../words.zh.ts';
import { lockVehicle } from './vehicle-store.ts';
import { vehicleOf } from './vehicle.ts';

/** 注销误登: a registration that should not have been, as long as nothing hangs on it. Takes back a row of an import. */
export const strikeVehicle = verb('vehicles.strike-vehicle', {
  title: { zh: '注销误登', en: 'Strike a registration' },
  input: StrikeVehicle,
  who: ['fleet-clerk'],
  on: 'vehicles.vehicle',
  facts: [VehicleStruck],
  refusals: ['vehicle-not-in-use', 'vehicle-has-history'],
  async load(tx, input) {
    const vehicle = await lockVehicle(tx, input.vehicle);
    const used = await tx.rows(sql`
      select 1 from vehicles.booking where thing_id = ${vehicle.id}
      union all select 1 from vehicles.odometer where vehicle_id = ${vehicle.id} and source <> 'registered' limit 1`);
    return { vehicle, used: used.length > 0 };
  },
  at: ({ vehicle }) => ({ unit: vehicle.unit }),
  decide({ vehicle, used }, { vehicle: id, why }) {
    const { plate, unit } = vehicle;
    if (vehicle.state === 'retired')
      return refuse('vehicle-not-in-use', { plate, state: vehicleStates.retired, free: [] }, { status: 409 });
    if (used) return refuse('vehicle-has-history', { plate }, { status: 409, possible: ['vehicles.retire-vehicle'] });
    return [
      VehicleStruck.of({
        object: vehicleOf(vehicle),
        unit,
        body: { why },
        facets: { asset: { kind: 'vehicle', id, state: 'struck' } },
      }),
    ];
  },
});
