import { newId, refuse, verb } from '@opengoa/kernel';
import { lockPurchase } from '../establishment/purchase.ts';
import { purchaseStates } from '../roster/words.zh.ts';
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
  refusals: ['plate-taken', 'purchase-not-approved', 'over-standard'],
  load: async (tx, { plate, purchase }) => ({
    id: newId(),
    taken: await isPlateTaken(tx, plate),
    bought: purchase === undefined ? undefined : await lockPurchase(tx, purchase),
  }),
  at: (_known, { unit }) => ({ unit }),
  decide({ id, taken, bought }, { unit, ...input }, context) {
    if (taken) return refuse('plate-taken', { plate: input.plate }, { status: 409 });
    if (bought && (bought.state !== 'approved' || bought.unit !== unit || bought.category !== input.category))
      return refuse('purchase-not-approved', { state: purchaseStates[bought.state] });
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
