import { isRefusal } from '@opengoa/kernel';
import { house, type House } from '@opengoa/kernel/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import assets from '../domain.ts';
import { clerkOf, clock } from '../testing/given-cards.ts';
import { aCard } from '../testing/pooled-card.ts';
import type { ClassChoice } from './class-choices.ts';

let at: House;
beforeAll(async () => {
  at = await house({ rooms: [assets], clock });
});
afterAll(() => at?.close());

test('codes of the ledgers in reach stand beside those of the standards; another unit’s cards name nothing here', async () => {
  const { finance, county } = at.ids;
  for (const item of ['摄像机', '摄像机', '录像机']) await aCard(at, { unit: finance, class: 'A02091100', item });
  await aCard(at, { unit: county, class: 'A02370000', item: '县里的东西' });
  await aCard(at, { unit: finance, class: 'A02370000', item: '已处置', facet: 'vehicles.vehicle' });
  const choices = async (q: string, unit = finance) =>
    ((await clerkOf(at, unit).read('assets.class-choices', { q })) as { choices: ClassChoice[] }).choices;
  expect(await choices('摄像')).toEqual([
    {
      value: 'A02091100',
      label: {
        zh: 'A02091100 “摄像机”（多数卡片的名称，非标准名称）',
        en: 'A02091100 “摄像机” (what most cards are called, no name of the standard)',
      },
      named: 'cards',
      cards: 3,
    },
  ]);
  expect(await choices('A0237')).toEqual([]);
  expect(await choices('A0237', county)).toMatchObject([{ named: 'cards', cards: 1 }]);
  expect(await choices('A03')).toMatchObject([{ label: { zh: 'A03 文物和陈列品' }, named: 'standard' }]);
  expect(await choices('A0201', county)).toEqual(
    expect.arrayContaining([expect.objectContaining({ value: 'A0201', named: 'class' })]),
  );
  expect(isRefusal(await at.as('孙师傅').read('assets.class-choices', {}))).toBe(true);
});
