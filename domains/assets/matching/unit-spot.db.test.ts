import { house, type House, type Person } from '@opengoa/kernel/testing';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import assets from '../domain.ts';
import { aFloor } from '../stocktake/a-floor.ts';
import { aCard } from '../testing/cards-by-sql.ts';
import type { DemandAnswer } from '../matches/contract.ts';

let at: House;
let behind: pg.Client;
let giver: Person;
let asker: Person;

beforeAll(async () => {
  at = await house({ rooms: [assets], clock: () => new Date('2026-03-05T09:00:00+08:00') });
  behind = new pg.Client({ connectionString: at.urls.superuser });
  await behind.connect();
  const of = (unit: string) => at.with([{ role: 'assets-clerk', unit, below: true }], { unit });
  [giver, asker] = [of(at.ids.finance), of(at.ids.bureau)];
});
afterAll(async () => {
  await behind?.end();
  await at?.close();
});

const demand = async (more: object = {}) => {
  const raised = await asker.does('assets.raise-demand', {
    unit: at.ids.bureau,
    name: '会议桌',
    class: 'A05010201',
    quantity: 1,
    needBy: '2026-03-20',
    newPriceFen: 200_000,
    ...more,
  });
  const { demand: id } = raised.result as { demand: string };
  return (await asker.read('assets.demand', { id })) as DemandAnswer;
};

test('the way between a store and a demand is reckoned from the buildings of their units, where nobody typed a place', async () => {
  expect(await demand()).toMatchObject({ longitude: null, latitude: null });
  await aFloor(behind, at.ids.finance, { word: '甲', rooms: 2, perRoom: 1 });
  await aFloor(behind, at.ids.bureau, { word: '乙', rooms: 1, perRoom: 1 });
  await behind.query(`update space.building set longitude = 117.48, latitude = 30.62 where unit_id = $1`, [
    at.ids.finance,
  ]);
  await behind.query(`update space.building set longitude = 117.58, latitude = 30.62 where unit_id = $1`, [
    at.ids.bureau,
  ]);
  const { store } = (await giver.does('assets.keep-store', { unit: at.ids.finance, name: '仓', kind: 'virtual' }))
    .result as { store: string };
  const card = await aCard(at, { unit: at.ids.finance, class: 'A05010201', state: 'idle', name: '会议桌' });
  const { offer } = (await giver.does('assets.offer-card', { card, store, quantity: 1, reason: 'idle' })).result as {
    offer: string;
  };
  await giver.does('assets.inspect-offer', { offer, version: 1, passed: true, condition: 'good' });
  const told = await demand();
  expect(told).toMatchObject({ longitude: 117.58, latitude: 30.62 });
  // A tenth of a degree on this parallel is 9.57 km, roads are longer by a third.
  expect(told.suiting.find((each) => each.offer === offer)?.distanceKm).toBeCloseTo(9.57 * 1.3, 0);
  expect(await demand({ longitude: 118, latitude: 31 })).toMatchObject({ longitude: 118, latitude: 31 });
  // Half a place is none.
  expect(await demand({ longitude: 118 })).toMatchObject({ longitude: 117.58, latitude: 30.62 });
});
