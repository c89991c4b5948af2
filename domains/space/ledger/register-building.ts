import { newId, refuse, verb } from '@opengoa/kernel';
import { isBuildingNameTaken } from './building-store.ts';
import { BuildingRegistered, RegisterBuilding } from './contract.ts';
import { buildingOf } from './premises.ts';

/** 登记房屋: who keeps it, where it stands, how it is built and how large it is. */
export const registerBuilding = verb('space.register-building', {
  title: { zh: '登记房屋', en: 'Register a building' },
  input: RegisterBuilding,
  who: ['space-clerk'],
  facts: [BuildingRegistered],
  refusals: ['name-taken'],
  load: async (tx, { unit, name }) => ({ id: newId(), taken: await isBuildingNameTaken(tx, unit, name) }),
  at: (_known, { unit }) => ({ unit }),
  decide({ id, taken }, { unit, ...body }) {
    if (taken) return refuse('name-taken', { name: body.name }, { status: 409 });
    return [
      BuildingRegistered.of({
        object: buildingOf({ id }),
        unit,
        body,
        facets: { place: { kind: 'building', id, name: body.name }, asset: { ...buildingOf({ id }), state: 'in-use' } },
      }),
    ];
  },
});
