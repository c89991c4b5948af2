import { house, type House, type Person } from '@opengoa/kernel/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import assets from '../domain.ts';
import { aCard } from '../testing/pooled-card.ts';

let at: House;
let clerk: Person;

beforeAll(async () => {
  at = await house({ rooms: [assets], clock: () => new Date('2026-03-05T09:00:00+08:00') });
  clerk = at.with([{ role: 'assets-clerk', unit: at.ids.city, below: true }], { unit: at.ids.bureau });
});
afterAll(() => at?.close());

test('the standard of the receiver has a word: room is told, and a unit that is full is offered nothing', async () => {
  const { bureau, finance } = at.ids;
  const terms = {
    establishment: 2,
    actual: 2,
    seniors: 0,
    offices: 1,
    secrecy: 'ordinary',
    fromDay: '2026-01-01',
    paper: '批复',
  };
  await clerk.does('assets.set-headcount', { unit: finance, ...terms });
  const { store } = (await clerk.does('assets.keep-store', { unit: bureau, name: '仓', kind: 'virtual' })).result as {
    store: string;
  };
  const desk = { class: 'A05010201', item: '办公桌', name: '办公桌' };
  const card = await aCard(at, { unit: bureau, quantity: 5, ...desk });
  const { offer } = (await clerk.does('assets.offer-card', { card, store, quantity: 5, reason: 'idle' })).result as {
    offer: string;
  };
  await clerk.does('assets.inspect-offer', { offer, version: 1, passed: true, condition: 'good' });
  const { demand } = (
    await clerk.does('assets.raise-demand', {
      unit: finance,
      ...desk,
      quantity: 4,
      needBy: '2026-04-01',
      newPriceFen: 200_000,
    })
  ).result as { demand: string };
  const suiting = async () =>
    ((await clerk.read('assets.demand', { id: demand })) as { suiting: { quantity?: number; why: { zh: string }[] }[] })
      .suiting;
  const before = await suiting();
  expect(before).toHaveLength(1);
  expect(JSON.stringify(before)).toContain('标准内还可配 2');
  await aCard(at, { unit: finance, quantity: 2, state: 'in-use', ...desk });
  expect(await suiting()).toEqual([]);
});
