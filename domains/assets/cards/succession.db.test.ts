import { house, type House, type Person } from '@opengoa/kernel/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import assets from '../domain.ts';
import { aComputer, cityClerk, clock, enter } from '../testing/given-cards.ts';
import type { CardAnswer } from './contract.ts';

let at: House;
let clerk: Person;

beforeAll(async () => {
  at = await house({ rooms: [assets], clock });
  clerk = cityClerk(at);
});
afterAll(() => at?.close());

const job = () => at.with([{ role: 'job', unit: at.ids.province, below: true }], { unit: at.ids.province });
const card = async (id: string) => (await clerk.read('assets.card', { id })) as CardAnswer;

test('a merger carries the cards to the heir on its day; where they stood before stays readable', async () => {
  const old = (
    await at.as('系统员').does('kernel.found-unit', {
      parent: at.ids.city,
      name: '临江市老干部局',
      kind: 'institution',
      level: 'city',
      from: '2020-01-01',
    })
  ).facts[0]!.object.id;
  await at.kernel.registers.refresh();
  const one = await enter(clerk, aComputer(at, { unit: old, number: 'M-1' }));
  await enter(clerk, aComputer(at, { number: 'M-1' }));
  await at
    .as('系统员')
    .does('kernel.merge-units', { units: [old], into: at.ids.finance, day: '2026-03-01', paper: '机构改革' });
  await at.kernel.registers.refresh();
  expect((await job().does('assets.carry-over-cards', {})).result).toEqual({ cards: 1 });
  const heir = await card(one);
  // The heir has a card of that number: the one that came bears a mark.
  expect(heir).toMatchObject({ unit: at.ids.finance, number: expect.stringMatching(/^M-1-/) });
  expect(heir.ledgers).toMatchObject([
    { unit: old, from: '2023-03-10' },
    { unit: at.ids.finance, from: '2026-03-01' },
  ]);
  expect((await job().does('assets.carry-over-cards', {})).result).toEqual({ cards: 0 });
  expect(await clerk.run('assets.carry-over-cards', {})).toMatchObject({ refused: true });
});
