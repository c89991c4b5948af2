import { newId, refuse, verb } from '@opengoa/kernel';
import { RegisterVehicle, VehicleRegistered } from '../contract.ts';
import { equipmentVerdicts, refusalOf, warningsOf } from './vehicle-standards.ts';
import { isPlateTaken } from './vehicle-store.ts';
import { vehicleOf } from './vehicle.ts';

/** 登记车辆: a vehicle enters the ledger, judged by price and displacement; what does not block is kept with it. */
export const registerVehicle = verb('vehicles.register-vehicle', {
  title: { zh: '登记车辆', en: 'Register a vehicle' },
  input: RegisterVehicle,
  who: ['fleet-clerk'],
  facts: [VehicleRegistered],
  refusals: ['plate-taken', 'over-standard'],
  load: async (tx, { plate }) => ({ id: newId(), taken: await isPlateTaken(tx, plate) }),
  at: (_known, { unit }) => ({ unit }),
  decide({ id, taken }, { unit, ...input }, context) {
    if (taken) return refuse('plate-taken', { plate: input.plate }, { status: 409 });
    const verdicts = equipmentVerdicts({ unit, ...input }, context);
    const blocked = refusalOf(verdicts, 'over-standard');
    if (blocked) return blocked;
    const serves = input.serves ?? context.organisation.institutionOf(unit)?.id ?? unit;
    return [
      VehicleRegistered.of({
        object: vehicleOf({ id }),
        unit,
        body: { ...input, serves, warnings: warningsOf(verdicts) },
        facets: { asset: { kind: 'vehicle', id, state: 'in-use' } },
      }),
    ];
  },
});
