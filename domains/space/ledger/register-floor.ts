import { newId, refuse, verb } from '@opengoa/kernel';
import { findFloor, lockBuilding } from './building-store.ts';
import { FloorRegistered, RegisterFloor } from './contract.ts';
import { floorName, floorOf } from './premises.ts';

/** 登记楼层. */
export const registerFloor = verb('space.register-floor', {
  title: { zh: '登记楼层', en: 'Register a floor' },
  input: RegisterFloor,
  who: ['space-clerk'],
  on: 'space.building',
  facts: [FloorRegistered],
  refusals: ['building-disposed', 'floor-registered'],
  load: async (tx, { building, number }) => ({
    id: newId(),
    building: await lockBuilding(tx, building),
    there: (await findFloor(tx, building, number)) !== undefined,
  }),
  at: ({ building }) => ({ unit: building.unit }),
  decide({ id, building, there }, { number, name }) {
    if (building.state === 'disposed') return refuse('building-disposed');
    if (there) return refuse('floor-registered', { floor: number }, { status: 409 });
    return [
      FloorRegistered.of({
        object: floorOf({ id }),
        unit: building.unit,
        body: { building: building.id, number, name: name || floorName(number) },
        facets: { place: { kind: 'floor', id, name: name || floorName(number) } },
      }),
    ];
  },
});
