import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '../id.ts';
import { isRefusal } from '../refusal.ts';
import { house, type House, type Person } from '../testing/testing.ts';
import { library } from '../testing/library/library.ts';

let at: House;
let system: Person;
beforeAll(async () => {
  at = await house({ rooms: [library], migrated: { name: 'library', roots: [library.folder] } });
  system = at.as('系统员');
});
afterAll(() => at?.close());

const code = (answer: unknown) => (isRefusal(answer) ? answer.code : 'done');
const found = async (name: string, parent: string) => {
  const id = newId();
  await system.does('kernel.found-unit', { id, name, parent, kind: 'division', level: 'city', from: '2024-01-01' });
  await at.kernel.registers.refresh();
  return id;
};

test('nothing is split into, merged into or moved below what lies below it', async () => {
  const top = await found('总馆', at.ids.city);
  const [one, two, beside] = [await found('一部', top), await found('二部', top), await found('分馆', at.ids.city)];
  const day = '2025-06-01';
  expect(code(await system.run('kernel.split-unit', { unit: top, into: [one, beside], day }))).toBe(
    'unit-below-itself',
  );
  expect(code(await system.run('kernel.merge-units', { units: [top], into: two, day }))).toBe('unit-below-itself');
  expect(code(await system.run('kernel.move-unit', { unit: top, parent: two, from: day }))).toBe('unit-below-itself');
  // Beside each other they may.
  expect(code(await system.run('kernel.move-unit', { unit: one, parent: two, from: day }))).toBe('done');
});
