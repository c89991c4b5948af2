import { refuse, sql, verb } from '@opengoa/kernel';
import { lockVehicle } from '../fleet/vehicle-store.ts';
import { vehicleOf } from '../fleet/vehicle.ts';
import { HomeSet, SetHome } from './contract.ts';

interface Yard {
  readonly name: string;
  readonly usable: boolean;
}

/** 设定停放地: where a vehicle of a unit with several yards is kept; plans, checks at night and custody go by it. */
export const setHome = verb('vehicles.set-home', {
  title: { zh: '设定停放地', en: 'Set where it is kept' },
  input: SetHome,
  who: ['fleet-clerk'],
  on: 'vehicles.vehicle',
  facts: [HomeSet],
  refusals: ['not-a-yard'],
  load: async (tx, { vehicle, place, fence }) => ({
    vehicle: await lockVehicle(tx, vehicle),
    yard:
      place !== null
        ? await tx.one<Yard>(
            sql`select name, kind = 'parking' and state = 'kept' as usable from vehicles.place where id = ${place}`,
          )
        : fence !== null
          ? await tx.one<Yard>(
              sql`select name, use = 'custody' and state = 'drawn' as usable from vehicles.fence where id = ${fence}`,
            )
          : null,
  }),
  at: ({ vehicle }) => ({ unit: vehicle.unit }),
  decide({ vehicle, yard }, { place, fence }) {
    if (yard && !yard.usable) return refuse('not-a-yard', { name: yard.name }, { status: 409 });
    const { unit, plate } = vehicle;
    return [HomeSet.of({ object: vehicleOf(vehicle), unit, body: { plate, place, fence, name: yard?.name ?? null } })];
  },
});
