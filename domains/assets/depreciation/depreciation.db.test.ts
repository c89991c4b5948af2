import { house, type House, type Person } from '@opengoa/kernel/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import assets from '../domain.ts';
import { aComputer, cityClerk, clerkOf, clock, enter } from '../testing/given-cards.ts';
import type { Depreciation } from './contract.ts';
import { depreciated } from './straight-line.ts';

let at: House;
let clerk: Person;

beforeAll(async () => {
  at = await house({ rooms: [assets], clock });
  clerk = cityClerk(at);
  await enter(clerk, aComputer(at));
  await enter(clerk, aComputer(at, { valueFen: 1_000_001, acquiredOn: '2025-12-31' }));
  await enter(clerk, aComputer(at, { valueFen: 100, valueKind: 'nominal' }));
  await enter(clerk, aComputer(at, { class: 'A05010201', valueFen: 300_000, acquiredOn: '2005-06-01' }));
  await enter(clerk, aComputer(at, { class: 'A0301', valueFen: 900_000 }));
  await enter(clerk, aComputer(at, { unit: at.ids.bureau }));
});
afterAll(() => at?.close());

const told = async (query: object = {}, by: Person = clerk) =>
  (await by.read('assets.depreciation', query)) as Depreciation;

test('the statement is the sum of its cards, and of what each card says itself', async () => {
  const all = await told();
  expect(all.day).toBe('2026-03-05');
  const sum = (of: (row: Depreciation['total']) => number) => all.rows.reduce((so, row) => so + of(row), 0);
  expect(all.total.netFen).toBe(sum((row) => row.netFen));
  expect(all.total.cards).toBe(6);
  const row = all.rows.find((each) => each.unit === at.ids.finance && each.class === 'A02')!;
  const opened = await told({ unit: at.ids.finance, class: 'A02' });
  expect(opened.cards).toHaveLength(row.cards);
  expect(opened.cards.reduce((so, card) => so + card.accumulatedFen, 0)).toBe(row.accumulatedFen);
  expect(opened.cards.reduce((so, card) => so + card.monthFen, 0)).toBe(row.monthFen);
  for (const card of opened.cards)
    if (card.valueFen !== 100)
      expect(card.accumulatedFen).toBe(
        depreciated(
          { valueFen: card.valueFen, valueKind: 'cost', lifeYears: card.lifeYears, since: card.since },
          '2026-03-05',
        ).accumulatedFen,
      );
});

test('nominal, excluded and fully depreciated charge nothing this month', async () => {
  const cards = (await told({ unit: at.ids.finance, class: 'A02' })).cards;
  expect(cards.find(({ valueFen }) => valueFen === 100)).toMatchObject({ accumulatedFen: 0, netFen: 100, monthFen: 0 });
  const of = async (top: string) => (await told()).rows.find((row) => row.unit === at.ids.finance && row.class === top);
  expect(await of('A03')).toMatchObject({ accumulatedFen: 0, netFen: 900_000 });
  expect(await of('A05')).toMatchObject({ accumulatedFen: 300_000, netFen: 0, monthFen: 0 });
});

test('as of an earlier day: what was not there yet is not on it, and the year begins anew', async () => {
  const then = await told({ day: '2025-12-30' });
  expect(then.total.cards).toBe(5);
  const january = await told({ day: '2026-01-31', unit: at.ids.finance, class: 'A02' });
  for (const row of january.rows) expect(row.yearFen).toBe(row.monthFen);
});

test('only the units in reach', async () => {
  expect((await told({}, clerkOf(at, at.ids.bureau))).total.cards).toBe(1);
  expect(await at.as('孙师傅').read('assets.depreciation')).toMatchObject({ code: 'not-your-right' });
});
