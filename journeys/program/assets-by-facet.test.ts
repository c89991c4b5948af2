import { newId } from '@opengoa/kernel';
import { contextFor, jobActorAtRoots, setContext, txOn } from '@opengoa/kernel/host';
import { house, type House, type Person } from '@opengoa/kernel/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CardAnswer } from '../../domains/assets/cards/contract.ts';
import { keepVehicleCards } from '../../domains/assets/cards/follow-others.ts';
import assets from '../../domains/assets/domain.ts';
import { cityClerk, clock } from '../../domains/assets/testing/given-cards.ts';
import space from '../../domains/space/domain.ts';
import vehicles from '../../domains/vehicles/domain.ts';

let at: House;
let clerk: Person;

beforeAll(async () => {
  at = await house({ rooms: [assets, vehicles, space], clock });
  clerk = cityClerk(at);
});
afterAll(() => at?.close());

const card = async (id: string) => (await clerk.read('assets.card', { id })) as CardAnswer;

/** Lets the follower take what its office has now. */
const follows = async (ids: readonly string[]) => {
  const client = await at.kernel.pool.connect();
  try {
    const actor = jobActorAtRoots('assets.vehicle-cards', at.kernel.registers.organisation(''));
    await client.query('begin; set local role opengoa_assets');
    await setContext(client, { node: 1, actor, who: ['job'], audit: true });
    await keepVehicleCards.follow(
      txOn(client),
      ids.map((objectId) => ({ objectId })) as never,
      contextFor(at.kernel, actor, newId()),
    );
    await client.query('commit');
  } finally {
    client.release();
  }
};

test('a vehicle stands as an asset by facet, once, and is changed where it is kept', async () => {
  const fleet = at.as('郑科长');
  const vehicle = {
    plate: '青A·D1234',
    unit: at.ids.bureau,
    make: '红旗',
    model: 'H5',
    category: 'other',
    body: 'sedan',
    power: 'petrol',
    condition: 'ordinary',
    seats: 5,
    priceFen: 12_000_000,
    inServiceDay: '2024-01-10',
    odometerKm: 0,
  };
  const id = (await fleet.does('vehicles.register-vehicle', vehicle)).facts[0]!.object.id;
  await follows([id]);
  await follows([id]);
  const rows = (
    (await clerk.list('assets.cards', { 'f.facet_kind': 'vehicles.vehicle' })) as unknown as {
      rows: { id: string; value_fen: number; may: string[] }[];
    }
  ).rows;
  expect(rows).toMatchObject([{ value_fen: 12_000_000, may: [] }]);
  const it = await card(rows[0]!.id);
  expect(it).toMatchObject({ class: 'A0203', lifeYears: 8, facetId: id, state: 'in-use' });
  expect(await clerk.run('assets.change-card', { card: it.id, version: it.version, note: 'x' })).toMatchObject({
    code: 'card-by-facet',
  });
});
