import { randomUUID } from 'node:crypto';
import { aFloor } from '../../../domains/assets/stocktake/a-floor.ts';
import type { Town } from '../town.ts';
import { behindTheWalls, type Place, type Places } from './places.ts';
import { atEach, idsOf, local, type Things } from './things.ts';

interface Counted {
  readonly counting: string;
  readonly place: string;
  readonly code: string;
  readonly line: string;
  readonly explained: string;
  readonly signed: string;
  readonly sealed: string;
  readonly card: string;
  readonly unused: string;
}

/** At every place: a floor that is being counted, one that may be signed, one that one person signed, and one that is sealed. */
export async function thingsOfStocktake(town: Town, places: Places): Promise<Things> {
  const things = await atEach(places, (place) => countedAt(town, place));
  const of = ({ relation }: Place) => things[relation];
  return {
    ids: idsOf(things),
    inputs: {
      'assets.open-stocktake': (place) => ({ unit: place.unit, title: place.word, scope: 'unit' }),
      'assets.sync-scans': (place) => ({
        stocktake: of(place).counting,
        entries: [[randomUUID(), 'typed', of(place).place, of(place).code, 1, '2026-03-05T08:00:00+08:00']],
      }),
      'assets.note-line': (place) => ({ stocktake: of(place).counting, code: of(place).code, note: '完好' }),
      'assets.settle-difference': (place) => ({
        stocktake: of(place).counting,
        lines: [of(place).line],
        how: 'search-again',
      }),
      'assets.sign-stocktake': (place) => ({ stocktake: of(place).explained, version: 1 }),
      'assets.reopen-stocktake': (place) => ({ stocktake: of(place).signed, version: 2, why: '再看一处' }),
      'assets.cancel-stocktake': (place) => ({ stocktake: of(place).counting, version: 1, why: '开错了' }),
      'assets.report-signs': (place) => ({
        unit: place.unit,
        source: '域登录',
        since: '2025-01-01T00:00:00+08:00',
        signs: [[of(place).code, 'log-in', '2025-02-01T09:00:00+08:00']],
      }),
      'assets.answer-idle': (place) => ({ card: of(place).card, why: '备用' }),
      'assets.mark-idle': (place) => ({ card: of(place).unused }),
      'assets.stocktake': (place) => ({ id: of(place).counting }),
      'assets.stocktake-sheet': (place) => ({ id: of(place).counting }),
      'assets.stocktake-paper': (place) => ({ id: of(place).sealed }),
    },
  };
}

async function countedAt(town: Town, place: Place): Promise<Counted> {
  const of = (name: string, person: string) =>
    town.at.with(
      [
        { role: 'assets-clerk', unit: place.unit, below: false },
        { role: 'space-clerk', unit: place.unit, below: false },
      ],
      { unit: place.unit, person, name },
    );
  const clerk = of('资产管理员', place.locals.head);
  const floor = await behindTheWalls(town, (client) =>
    aFloor(client, place.unit, { word: `盘${place.word}`, rooms: 1, perRoom: 1 }),
  );
  const idle = await behindTheWalls(town, (client) =>
    aFloor(client, place.unit, { word: `闲${place.word}`, rooms: 1, perRoom: 1 }),
  );
  await behindTheWalls(town, (client) =>
    client.query(
      `insert into assets.use_sign (node_id, unit_id, card_id, kind, last_at, watched_from) values (1, $1, $2, 'log-in', '2025-01-05', '2024-01-05')`,
      [place.unit, idle.cards[0]!.id],
    ),
  );
  const open = async () =>
    (
      (
        await clerk.does('assets.open-stocktake', {
          unit: place.unit,
          title: place.word,
          scope: 'floor',
          place: floor.floor,
        })
      ).result as { stocktake: string }
    ).stocktake;
  const sheetOf = async (id: string) =>
    (await clerk.read('assets.stocktake-sheet', { id })) as { places: { id: string }[]; lines: { id: string }[] };
  const code = floor.cards[0]!.number;
  const explained = async () => {
    const stocktake = await open();
    const { places } = await sheetOf(stocktake);
    const room = places[0]!.id;
    await clerk.does('assets.sync-scans', {
      stocktake,
      entries: [
        [randomUUID(), 'typed', room, code, 1, '2026-03-05T08:00:00+08:00'],
        [randomUUID(), 'done', room, '', 0, '2026-03-05T08:01:00+08:00'],
      ],
    });
    return stocktake;
  };
  const signed = async () => {
    const stocktake = await explained();
    await clerk.does('assets.sign-stocktake', { stocktake, version: 1 });
    return stocktake;
  };
  const counting = await open();
  const { places, lines } = await sheetOf(counting);
  const sealed = await signed();
  const second = local(town, place, 'assets-clerk', place.locals.asker, '复核人');
  await second.does('assets.sign-stocktake', { stocktake: sealed, version: 2 });
  return {
    counting,
    place: places[0]!.id,
    code,
    line: lines[0]!.id,
    explained: await explained(),
    signed: await signed(),
    sealed,
    card: floor.cards[0]!.id,
    unused: idle.cards[0]!.id,
  };
}
