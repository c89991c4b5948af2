import { refuse, verb } from '@opengoa/kernel';
import { OdometerReplaced, ReplaceOdometer } from '../contract.ts';
import { odometerRefusal } from './odometer.ts';
import { lockVehicle, odometerAround } from './vehicle-store.ts';
import { vehicleOf } from './vehicle.ts';

/** 更换里程表: the old instrument's last number and the new one's first, so that both stretches count. */
export const replaceOdometer = verb('vehicles.replace-odometer', {
  title: { zh: '更换里程表', en: 'Replace the odometer' },
  input: ReplaceOdometer,
  who: ['fleet-clerk'],
  on: 'vehicles.vehicle',
  facts: [OdometerReplaced],
  refusals: ['time-not-yet', 'odometer-goes-back', 'odometer-beyond-next'],
  async load(tx, input, { now }) {
    const vehicle = await lockVehicle(tx, input.vehicle);
    const at = input.at === undefined ? now : new Date(input.at);
    return { vehicle, at, around: await odometerAround(tx, vehicle.id, at) };
  },
  at: ({ vehicle }) => ({ unit: vehicle.unit }),
  decide({ vehicle, at, around }, { readKm, newKm, why }, { now }) {
    if (at > now) return refuse('time-not-yet');
    const wrong =
      odometerRefusal({ before: around.before, after: null }, readKm) ??
      odometerRefusal({ before: null, after: around.after }, newKm);
    return (
      wrong ?? [
        OdometerReplaced.of({
          object: vehicleOf(vehicle),
          unit: vehicle.unit,
          body: { readKm, newKm, why },
          happenedAt: at,
        }),
      ]
    );
  },
});
