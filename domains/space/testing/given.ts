import { isRefusal } from '@opengoa/kernel';
import type { Person } from '@opengoa/kernel/testing';

/** Things as they stand in the tests of this room. */

export const code = (answer: unknown): string => (isRefusal(answer) ? answer.code : 'done');

let count = 0;

/** A building of the unit, by whoever registers it. */
export async function aBuilding(by: Person, unit: string, more: object = {}): Promise<string> {
  const input = { unit, name: `${(count += 1)}号楼`, form: 'multi-storey', ...more };
  return (await by.does('space.register-building', input)).facts[0]!.object.id;
}

/** An office of 20 m² on the third floor, where nothing else is said. */
export async function aRoom(by: Person, building: string, more: object = {}): Promise<string> {
  const input = { building, floor: 3, number: `R${(count += 1)}`, areaM2: 20, ...more };
  const { facts } = await by.does('space.register-room', input);
  return facts.find(({ type }) => type === 'space.RoomRegistered')!.object.id;
}
