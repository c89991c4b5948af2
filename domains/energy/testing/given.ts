import { isRefusal } from '@opengoa/kernel';
import type { House, Person } from '@opengoa/kernel/testing';

/** Things as they stand in the tests of this room. 钱能耗 keeps the meters of 临江市. */

export const code = (answer: unknown): string => (isRefusal(answer) ? answer.code : 'done');

let count = 0;

/** A building of the unit, by whoever registers it. */
export async function aBuilding(by: Person, unit: string, more: object = {}): Promise<string> {
  const answer = await by.does('energy.register-building', {
    unit,
    name: `${(count += 1)}号楼`,
    areaM2: 4000,
    ...more,
  });
  return answer.facts[0]!.object.id;
}

export async function aMeter(by: Person, building: string, more: object = {}): Promise<string> {
  const answer = await by.does('energy.register-meter', {
    building,
    name: `总表${(count += 1)}`,
    carrier: 'electricity',
    intervalMinutes: 60,
    validFrom: '2015-01-01',
    ...more,
  });
  return answer.facts[0]!.object.id;
}

/** A meter of a fresh building. */
export const aMeterAt = async (at: House, unit: string, more: object = {}): Promise<string> => {
  const clerk = at.as('钱能耗');
  return aMeter(clerk, await aBuilding(clerk, unit), more);
};

/** The hour `n` after local midnight of 2024-03-01. */
export const hour = (n: number): string =>
  new Date(Date.parse('2024-03-01T00:00:00+08:00') + n * 3_600_000).toISOString();
