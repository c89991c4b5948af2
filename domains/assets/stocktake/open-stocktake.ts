import { empty, type Id, newId, refuse, sql, type Tx, verb } from '@opengoa/kernel';
import { z } from 'zod';
import { cardsAtOnce, OpenStocktake, StocktakeOpened } from './contract.ts';
import { byLot } from './by-lot.ts';
import { stocktakeNumber, stocktakeOf } from './stocktake.ts';
import { nextNumber } from './stocktake-store.ts';

interface Room {
  readonly id: Id;
  readonly name: string;
  readonly floor: number | null;
}
interface Card {
  readonly id: Id;
  readonly number: string;
  readonly name: string;
  readonly quantity: number;
  readonly valueFen: number;
  readonly room: Id | null;
  readonly place: string;
}

/**
 * 开始盘点 (条例第三十四条: regular inventory, books agree with things): the book of that day is written down as what is expected in each place.
 * Things lent or rented out are not here to be seen.
 */
export const openStocktake = verb('assets.open-stocktake', {
  title: { zh: '开始盘点', en: 'Open a stocktake' },
  input: OpenStocktake,
  who: ['assets-clerk', 'clerk'],
  facts: [StocktakeOpened],
  refusals: ['unit-unknown', 'scope-incomplete', 'nothing-to-count', 'too-many-to-count'],
  result: z.strictObject({ stocktake: z.uuid(), number: z.string() }),
  async load(tx, input, { today }) {
    const year = Number(today.slice(0, 4));
    const rooms = await roomsOf(tx, input);
    const cards = await cardsOf(
      tx,
      input,
      rooms.map(({ id }) => id),
    );
    const id = newId();
    return {
      id,
      rooms,
      cards,
      number: stocktakeNumber(year, await nextNumber(tx, 'stocktake', year)),
      scopeWords: await scopeWordsOf(tx, input),
      places: placesFor(rooms, cards),
      sampled: byLot(
        cards.map((card) => card.id),
        input.sample,
        id,
      ),
    };
  },
  at: (_known, { unit }) => ({ unit }),
  decide({ id, cards, number, scopeWords, places }, input, { organisation, today }) {
    if (!organisation.unit(input.unit)) return refuse('unit-unknown', {}, { status: 404 });
    const needsPlace = input.scope === 'building' || input.scope === 'floor';
    if ((needsPlace && input.place === undefined) || (input.scope === 'class' && input.class === undefined))
      return refuse('scope-incomplete');
    if (cards.length > cardsAtOnce) return refuse('too-many-to-count', { count: cards.length, most: cardsAtOnce });
    if (cards.length === 0) return refuse('nothing-to-count');
    return {
      facts: [
        StocktakeOpened.of({
          object: stocktakeOf({ id }),
          unit: input.unit,
          body: {
            number,
            title: input.title,
            scope: input.scope,
            scopeId: needsPlace ? input.place! : null,
            scopeClass: input.scope === 'class' ? input.class! : '',
            scopeWords,
            day: today,
            people: input.people,
            blind: input.blind,
            sample: Math.min(input.sample, cards.length),
            cards: cards.length,
            places: places.list.length,
          },
        }),
      ],
      result: { stocktake: id, number },
    };
  },
  async also(tx, { id, cards, places, sampled }, { unit }) {
    await tx.run(sql`
      insert into assets.stocktake_place (id, unit_id, stocktake_id, room_id, name, floor)
      select p.id, ${unit}, ${id}, p.room, p.name, p.floor
        from jsonb_to_recordset(${JSON.stringify(places.list)}::jsonb) as p (id uuid, room uuid, name text, floor int)`);
    const lines = cards.map((card) => ({
      id: newId(),
      card: card.id,
      code: card.number,
      name: card.name,
      quantity: card.quantity,
      value: card.valueFen,
      sampled: sampled.has(card.id),
      place: places.of(card),
    }));
    await tx.run(sql`
      insert into assets.stocktake_line (id, unit_id, stocktake_id, card_id, code, name, quantity, value_fen, expected, sampled, place_id, state)
      select l.id, ${unit}, ${id}, l.card, l.code, l.name, l.quantity, l.value, true, l.sampled, l.place, 'waiting'
        from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb)
             as l (id uuid, card uuid, code text, name text, quantity int, value bigint, sampled boolean, place uuid)`);
  },
});

type Asked = Pick<OpenStocktake, 'unit' | 'scope' | 'place' | 'class'>;

const roomsOf = async (tx: Tx, { unit, scope, place }: Asked): Promise<Room[]> =>
  tx.rows<Room>(sql`
    select id, concat_ws(' ', building, number, nullif(name, '')) as name, floor from space_read.room_v1
     where unit_id = ${unit} and state <> 'disposed'
       ${scope === 'building' ? sql`and building_id = ${place ?? null}::uuid` : empty}
       ${scope === 'floor' ? sql`and floor_id = ${place ?? null}::uuid` : empty}
     order by building, floor, number`);

/** One more than a stocktake holds, so that too many is noticed. */
const cardsOf = async (tx: Tx, { unit, scope, class: of }: Asked, rooms: readonly Id[]): Promise<Card[]> =>
  tx.rows<Card>(sql`
    select id, number, name, quantity, value_fen as "valueFen", room_id as room, place from assets.card
     where unit_id = ${unit} and state not in ('disposed', 'lent', 'rented-out')
       ${scope === 'building' || scope === 'floor' ? sql`and room_id = any (${[...rooms]}::uuid[])` : empty}
       ${scope === 'class' ? sql`and class like ${`${of ?? ''}%`}` : empty}
     order by number limit ${cardsAtOnce + 1}`);

async function scopeWordsOf(tx: Tx, { scope, place, class: of }: Asked): Promise<string> {
  if (scope === 'class') return of ?? '';
  if (place === undefined || scope === 'unit') return '';
  const named = await tx.maybe<{ name: string }>(
    scope === 'building'
      ? sql`select name from space_read.building_v1 where id = ${place}`
      : sql`select concat_ws(' ', building, name) as name from space_read.floor_v1 where id = ${place}`,
  );
  return named?.name ?? '';
}

/** Where one walks: every room of the scope, every place that cards name in words alone, and one for whatever is found anywhere else. */
function placesFor(rooms: readonly Room[], cards: readonly Card[]) {
  const list = rooms.map((room) => ({ id: newId(), room: room.id as Id | null, name: room.name, floor: room.floor }));
  const byRoom = new Map(list.map((place) => [place.room, place.id]));
  const byName = new Map<string, Id>();
  for (const { room, place } of cards) {
    if ((room !== null && byRoom.has(room)) || place === '' || byName.has(place)) continue;
    const made = { id: newId(), room, name: place, floor: null };
    list.push(made);
    byName.set(place, made.id);
  }
  list.push({ id: newId(), room: null, name: '其他地点', floor: null });
  return {
    list,
    of: ({ room, place }: Card): Id | null =>
      (room === null ? undefined : byRoom.get(room)) ?? byName.get(place) ?? null,
  };
}
