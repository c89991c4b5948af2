import { newId, refuse, verb } from '@opengoa/kernel';
import { BuildingRegistered, RegisterBuilding } from './contract.ts';
import { isNameTaken } from './building-store.ts';
import { buildingOf } from './building.ts';

/** 登记建筑: what stands there, how large, when it is worked, whose weather and holidays it has. */
export const registerBuilding = verb('energy.register-building', {
  title: { zh: '登记建筑', en: 'Register a building' },
  input: RegisterBuilding,
  who: ['energy-clerk'],
  facts: [BuildingRegistered],
  refusals: ['building-name-taken', 'period-backwards'],
  load: async (tx, { unit, name }) => ({ id: newId(), taken: await isNameTaken(tx, unit, name) }),
  at: (_known, { unit }) => ({ unit }),
  decide({ id, taken }, { unit, ...body }) {
    if (taken) return refuse('building-name-taken', { name: body.name }, { status: 409 });
    if (body.workToHour <= body.workFromHour) return refuse('period-backwards');
    return [
      BuildingRegistered.of({
        object: buildingOf({ id }),
        unit,
        body,
        facets: { place: { kind: 'building', id, name: body.name } },
      }),
    ];
  },
});
