import { randomUUID } from 'node:crypto';
import pg from 'pg';
import assets from '../../domains/assets/domain.ts';
import { aFloor } from '../../domains/assets/stocktake/a-floor.ts';
import energy from '../../domains/energy/domain.ts';
import procurement from '../../domains/procurement/domain.ts';
import space from '../../domains/space/domain.ts';
import vehicles from '../../domains/vehicles/domain.ts';
import { atMost, type Figure, told } from '../figure.ts';
import { median } from '../median.ts';
import { smallHouse } from '../small-house.ts';

const scans = 500;
const mostSeconds = 2;

/**
 * Five hundred scans of a cellar in one act, in a ledger of a hundred thousand cards: what was expected, a few things of elsewhere and a few that are on
 * no card. Beside it a bare insert of as many rows, told only.
 */
export const stocktake: Figure = {
  name: 'stocktake',
  title: `Stocktake: ${scans} scans in one act`,
  async measure({ short }) {
    const house = await smallHouse({ rooms: [procurement, energy, vehicles, space, assets], connections: 2 });
    const owner = new pg.Client({ connectionString: house.superUrl });
    try {
      await owner.connect();
      const { unit, actor, does } = house;
      const clerk = actor('assets-clerk', 'space-clerk');
      await aFloor(owner, unit, { word: '其他', rooms: 200, perRoom: short ? 100 : 500 });
      await owner.query('analyze');
      const [seconds, floors]: [number[], number[]] = [[], []];
      for (let round = 0; round < (short ? 3 : 7); round += 1) {
        const floor = await aFloor(owner, unit, { word: `地下${round}`, rooms: 10, perRoom: 49 });
        const asked = { unit, title: '地下室', scope: 'floor', place: floor.floor };
        const { result } = await does(clerk, 'assets.open-stocktake', asked);
        const { stocktake: id } = result as { stocktake: string };
        const places = (
          await owner.query<{ id: string; room_id: string }>(
            'select id, room_id from assets.stocktake_place where stocktake_id = $1 and room_id is not null',
            [id],
          )
        ).rows;
        const codes = [
          ...floor.cards.map(({ number, room }) => [number, room] as const),
          ...Array.from({ length: 5 }, (_, n) => [`其他-1-${round * 5 + n + 1}`, floor.rooms[0]!] as const),
          ...Array.from({ length: 5 }, (_, n) => [`账外-${round}-${n}`, floor.rooms[0]!] as const),
        ];
        const entries = codes.map(([code, room]) => [
          randomUUID(),
          'scanner',
          places.find((place) => place.room_id === room)!.id,
          code,
          1,
          new Date().toISOString(),
        ]);
        const begin = performance.now();
        await does(clerk, 'assets.sync-scans', { stocktake: id, entries });
        seconds.push((performance.now() - begin) / 1000);
        floors.push(await bareInsert(owner, entries));
      }
      return [
        atMost(`slowest of ${seconds.length} times`, Math.max(...seconds), mostSeconds, 's'),
        told('median', `${median(seconds).toFixed(3)} s`, `${median(floors).toFixed(3)} s`),
      ];
    } finally {
      await owner.end();
      await house.close();
    }
  },
};

async function bareInsert(owner: pg.Client, entries: readonly unknown[][]): Promise<number> {
  await owner.query(
    'create temporary table if not exists bare (id uuid primary key, kind text, place uuid, code text, quantity int, at timestamptz)',
  );
  const begin = performance.now();
  await owner.query(
    `insert into bare select (e->>0)::uuid, e->>1, (e->>2)::uuid, e->>3, (e->>4)::int, (e->>5)::timestamptz from jsonb_array_elements($1::jsonb) e`,
    [JSON.stringify(entries)],
  );
  return (performance.now() - begin) / 1000;
}
