import { refuse, sql, verb } from '@opengoa/kernel';
import { lockVehicle } from '../fleet/vehicle-store.ts';
import { vehicleOf } from '../fleet/vehicle.ts';
import { AssignFuelCard, FuelCardAssigned } from './contract.ts';

/** 核定加油卡: one vehicle, one card. What another vehicle's card paid is told with the filling, and kept as it was paid. */
export const assignFuelCard = verb('vehicles.assign-fuel-card', {
  title: { zh: '核定加油卡', en: 'Assign the fuel card' },
  input: AssignFuelCard,
  who: ['fleet-clerk'],
  on: 'vehicles.vehicle',
  facts: [FuelCardAssigned],
  refusals: ['card-of-another'],
  load: async (tx, { vehicle, card }) => ({
    vehicle: await lockVehicle(tx, vehicle),
    holder: await tx.maybe<{ plate: string }>(sql`
      select v.plate from vehicles.fuel_card c join vehicles.vehicle v on (v.node_id, v.id) = (c.node_id, c.vehicle_id)
       where c.card = ${card} and c.vehicle_id <> ${vehicle}`),
  }),
  at: ({ vehicle }) => ({ unit: vehicle.unit }),
  decide({ vehicle, holder }, { card }) {
    if (holder) return refuse('card-of-another', { card, plate: holder.plate }, { status: 409 });
    return [
      FuelCardAssigned.of({ object: vehicleOf(vehicle), unit: vehicle.unit, body: { vehicle: vehicle.id, card } }),
    ];
  },
});
