import { refuse, verb } from '@opengoa/kernel';
import { lockNamed } from '../fleet/vehicle-store.ts';
import { vehicleOf } from '../fleet/vehicle.ts';
import { PlanService, ServicePlanned } from '../roster/contract.ts';

/** 设定保养: an item of the service book, due every so many kilometres or months, whichever comes first. Set anew it replaces the old one. */
export const planService = verb('vehicles.plan-service', {
  title: { zh: '设定保养', en: 'Plan a service' },
  input: PlanService,
  who: ['fleet-clerk'],
  on: 'vehicles.vehicle',
  facts: [ServicePlanned],
  refusals: ['nothing-regular'],
  load: async (tx, input) => ({ vehicle: await lockNamed(tx, input) }),
  at: ({ vehicle }) => ({ unit: vehicle.unit }),
  decide({ vehicle }, input) {
    if (input.everyKm === null && input.everyMonths === null) return refuse('nothing-regular');
    const body = { ...input, vehicle: vehicle.id, plate: vehicle.plate };
    return [ServicePlanned.of({ object: vehicleOf(vehicle), unit: vehicle.unit, body })];
  },
});
