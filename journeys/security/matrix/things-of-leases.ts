import type { Town } from '../town.ts';
import { behindTheWalls, type Place, type Places } from './places.ts';
import { atEach, idsOf, local, type Things } from './things.ts';

interface Leased {
  readonly proposed: string;
  readonly inForce: string;
  readonly rent: string;
}

const terms = (place: Place) => ({
  unit: place.unit,
  kind: 'rented-in',
  party: place.word,
  purpose: '办公',
  premises: '人民路8号',
  areaM2: 40,
  from: '2026-01-01',
  to: '2026-12-31',
  every: 'month',
  rentFen: 1_000,
  paper: '会议纪要',
});

/** At every place: a lease that waits to be approved, one in force, and a rent that was paid. */
export async function thingsOfLeases(town: Town, places: Places): Promise<Things> {
  const things = await atEach(places, (place) => leasedAt(town, place));
  return {
    ids: idsOf(things),
    inputs: {
      'space.propose-lease': terms,
      'space.approve-lease': ({ relation }) => ({ lease: things[relation].proposed, version: 1 }),
      'space.refuse-lease': ({ relation }) => ({ lease: things[relation].proposed, version: 1, opinion: '暂缓' }),
      'space.end-lease': ({ relation }) => ({
        lease: things[relation].inForce,
        version: 2,
        on: '2026-02-01',
        why: '不再需要',
      }),
      'space.record-rent': ({ relation }) => ({
        lease: things[relation].inForce,
        day: '2026-03-01',
        amountFen: 1_000,
        receipt: '2',
      }),
      'space.strike-rent': ({ relation }) => ({ rent: things[relation].rent, why: '登记有误' }),
      'space.lease': ({ relation }) => ({ id: things[relation].inForce }),
      'space.rents-due': () => ({}),
    },
  };
}

async function leasedAt(town: Town, place: Place): Promise<Leased> {
  const clerk = local(town, place, 'space-clerk', place.locals.asker, '房管员');
  const head = local(town, place, 'head', place.locals.head, '负责人');
  const propose = async () => (await clerk.does('space.propose-lease', terms(place))).facts[0]!.object.id;
  const [proposed, inForce] = [await propose(), await propose()];
  await head.does('space.approve-lease', { lease: inForce, version: 1 });
  await clerk.does('space.record-rent', { lease: inForce, day: '2026-02-01', amountFen: 1_000, receipt: '1' });
  const rent = await behindTheWalls(
    town,
    async (client) =>
      (await client.query('select id from space.rent where lease_id = $1', [inForce])).rows[0].id as string,
  );
  return { proposed, inForce, rent };
}
