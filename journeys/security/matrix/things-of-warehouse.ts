import { newId } from '@opengoa/kernel';
import type { Town } from '../town.ts';
import { behindTheWalls, type Place, type Places } from './places.ts';
import { atEach, idsOf, local, type Things } from './things.ts';

interface Stored {
  readonly store: string;
  readonly emptyStore: string;
  /** Idle, in the ledger. */
  readonly idle: string;
  readonly offered: string;
  readonly shown: string;
  readonly lentFrom: string;
  readonly loan: string;
  readonly reservation: string;
  readonly body: string;
}

const until = '2026-03-20';

/** At every place: an idle thing, one offered, one in store, one lent to a unit below and reserved by it, and an event. */
export async function thingsOfWarehouse(town: Town, places: Places): Promise<Things> {
  const things = await atEach(places, (place) => storedAt(town, place));
  const of = (place: Place) => things[place.relation];
  const borrow = { quantity: 1, dueDay: until };
  return {
    ids: idsOf(things),
    inputs: {
      'assets.keep-store': ({ unit, word }) => ({ unit, name: `另一仓${word}`, kind: 'virtual' }),
      'assets.close-store': (place) => ({ store: of(place).emptyStore, version: 1, why: '撤并' }),
      'assets.offer-card': (place) => ({ card: of(place).idle, store: of(place).store, quantity: 1, reason: 'idle' }),
      'assets.inspect-offer': (place) => ({ offer: of(place).offered, version: 1, passed: true, condition: 'good' }),
      'assets.withdraw-offer': (place) => ({ offer: of(place).offered, version: 1, why: '自用' }),
      'assets.reserve-offer': (place) => ({
        unit: place.unit,
        offer: of(place).shown,
        quantity: 1,
        untilDay: until,
        purpose: place.word,
      }),
      'assets.end-reservation': (place) => ({ reservation: of(place).reservation, version: 1 }),
      'assets.lend-offer': (place) => ({ offer: of(place).shown, borrower: place.leaves[0], ...borrow }),
      'assets.return-loan': (place) => ({ loan: of(place).loan, version: 1, condition: 'good' }),
      'assets.open-body': ({ unit, word }) => ({
        unit,
        name: `另一活动${word}`,
        kind: 'event',
        from: '2026-03-10',
        until,
      }),
      'assets.enter-bought': (place) => ({ body: of(place).body, card: of(place).idle }),
      'assets.end-body': (place) => ({ body: of(place).body, version: 1 }),
      'assets.offer': (place) => ({ id: of(place).shown }),
      'assets.body': (place) => ({ id: of(place).body }),
    },
  };
}

/** A card of the place, as a row: the warehouse begins with one. */
export const cardAt = (
  town: Town,
  place: Place,
  more: { quantity?: number; unit?: string; class?: string } = {},
): Promise<string> =>
  behindTheWalls(town, async (client) => {
    const id = newId();
    await client.query(
      `insert into assets.card (node_id, id, unit_id, number, name, class, quantity, value_fen, acquired_by, acquired_on, life_years, state)
       values (1, $1, $2, $3, $4, $6, $5, 120000, 'purchase', '2020-05-01', 15, 'idle')`,
      [
        id,
        more.unit ?? place.unit,
        `W${id.slice(-10)}`,
        `会议桌${place.word}`,
        more.quantity ?? 1,
        more.class ?? 'A05010201',
      ],
    );
    return id;
  });

async function storedAt(town: Town, place: Place): Promise<Stored> {
  const clerk = local(town, place, 'assets-clerk', place.locals.asker, '资产员');
  const { unit, word } = place;
  const result = async <Key extends string>(verb: string, input: object) =>
    (await clerk.does(verb, input)).result as Record<Key, string>;
  const keep = async (name: string) =>
    (await result<'store'>('assets.keep-store', { unit, name: `${name}${word}`, kind: 'virtual' })).store;
  const store = await keep('仓');
  const offer = async () => {
    const input = { card: await cardAt(town, place, { quantity: 3 }), store, quantity: 3, reason: 'idle' };
    return (await result<'offer'>('assets.offer-card', { ...input, note: word })).offer;
  };
  const inStore = async () => {
    const made = await offer();
    await clerk.does('assets.inspect-offer', { offer: made, version: 1, passed: true, condition: 'good' });
    return made;
  };
  const lentFrom = await inStore();
  const below = town.at.with([{ role: 'assets-clerk', unit: place.leaves[0], below: false }], {
    unit: place.leaves[0],
    name: '下属资产员',
  });
  const reserved = await below.does('assets.reserve-offer', {
    unit: place.leaves[0],
    offer: lentFrom,
    quantity: 1,
    untilDay: until,
    purpose: word,
  });
  const lent = { offer: lentFrom, borrower: place.leaves[0], quantity: 1, dueDay: until, purpose: word };
  return {
    store,
    emptyStore: await keep('空仓'),
    idle: await cardAt(town, place),
    offered: await offer(),
    shown: await inStore(),
    lentFrom,
    loan: (await result<'loan'>('assets.lend-offer', lent)).loan,
    reservation: (reserved.result as { reservation: string }).reservation,
    body: (
      await result<'body'>('assets.open-body', {
        unit,
        name: `活动${word}`,
        kind: 'event',
        from: '2026-03-10',
        until,
      })
    ).body,
  };
}
