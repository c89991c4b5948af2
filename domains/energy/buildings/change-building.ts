import { refuse, stale, verb } from '@opengoa/kernel';
import { BuildingChanged, ChangeBuilding } from './contract.ts';
import { isNameTaken, lockBuilding } from './building-store.ts';
import { buildingOf } from './building.ts';

/** 变更建筑. */
export const changeBuilding = verb('energy.change-building', {
  title: { zh: '变更建筑', en: 'Change a building' },
  input: ChangeBuilding,
  who: ['energy-clerk'],
  on: 'energy.building',
  facts: [BuildingChanged],
  refusals: ['stale-version', 'building-name-taken', 'period-backwards'],
  async load(tx, { building: id, name }) {
    const building = await lockBuilding(tx, id);
    return { building, taken: name !== undefined && (await isNameTaken(tx, building.unit, name, id)) };
  },
  at: ({ building }) => ({ unit: building.unit }),
  decide({ building, taken }, { building: _id, version, ...change }) {
    if (version !== building.version) return stale({ version: building.version });
    if (taken) return refuse('building-name-taken', { name: change.name }, { status: 409 });
    const { id, unit, version: _version, ...before } = building;
    const body = { ...before, ...given(change) };
    if (body.workToHour <= body.workFromHour) return refuse('period-backwards');
    return [BuildingChanged.of({ object: buildingOf({ id }), unit, body })];
  },
});

/** The fields that were sent: a field left out stays as it was. */
function given<Shape extends object>(change: Shape): { [Key in keyof Shape]?: Exclude<Shape[Key], undefined> } {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Shape]?: Exclude<Shape[Key], undefined>;
  };
}
