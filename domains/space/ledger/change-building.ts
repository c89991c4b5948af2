import { refuse, stale, verb } from '@opengoa/kernel';
import { isBuildingNameTaken, lockBuilding } from './building-store.ts';
import { BuildingChanged, ChangeBuilding } from './contract.ts';
import { buildingOf, given } from './premises.ts';

/** 变更房屋. */
export const changeBuilding = verb('space.change-building', {
  title: { zh: '变更房屋', en: 'Change a building' },
  input: ChangeBuilding,
  who: ['space-clerk'],
  on: 'space.building',
  facts: [BuildingChanged],
  refusals: ['stale-version', 'building-disposed', 'name-taken'],
  async load(tx, { building: id, name }) {
    const building = await lockBuilding(tx, id);
    return { building, taken: name !== undefined && (await isBuildingNameTaken(tx, building.unit, name, id)) };
  },
  at: ({ building }) => ({ unit: building.unit }),
  decide({ building, taken }, { building: _id, version, ...change }) {
    if (version !== building.version) return stale({ version: building.version });
    if (building.state === 'disposed') return refuse('building-disposed');
    if (taken) return refuse('name-taken', { name: change.name }, { status: 409 });
    const { id, unit, version: _version, ...before } = building;
    const body = { ...before, ...given(change) };
    return [
      BuildingChanged.of({
        object: buildingOf({ id }),
        unit,
        body,
        facets: { place: { kind: 'building', id, name: body.name } },
      }),
    ];
  },
});
