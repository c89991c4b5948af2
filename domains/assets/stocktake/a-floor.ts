/** A floor with cards, as the tests of stocktakes need it: written behind the walls, as it stood long before. */
import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';

export interface AFloor {
  readonly floor: string;
  readonly rooms: readonly string[];
  readonly cards: readonly { readonly id: string; readonly number: string; readonly room: string }[];
}

/** @param perRoom cards in each room; numbers are `<word>-<room>-<n>` */
export async function aFloor(
  behind: Client,
  unit: string,
  { word, rooms: count = 2, perRoom = 3 }: { word: string; rooms?: number; perRoom?: number },
): Promise<AFloor> {
  const [building, floor] = [randomUUID(), randomUUID()];
  const node = (await behind.query(`select node_id from kernel.unit where id = $1`, [unit])).rows[0] as {
    node_id: number;
  };
  const at = node.node_id;
  await behind.query(
    `insert into space.building (node_id, id, unit_id, name, form) values ($1, $2, $3, $4, 'multi-storey')`,
    [at, building, unit, `${word}楼`],
  );
  await behind.query(
    `insert into space.floor (node_id, id, unit_id, building_id, number, name) values ($1, $2, $3, $4, 1, '一层')`,
    [at, floor, unit, building],
  );
  const rooms = Array.from({ length: count }, () => randomUUID());
  const cards = rooms.flatMap((room, r) =>
    Array.from({ length: perRoom }, (_, n) => ({ id: randomUUID(), number: `${word}-${r + 1}-${n + 1}`, room })),
  );
  await behind.query(
    `insert into space.room (node_id, id, unit_id, building_id, floor_id, number, use, area_m2, state)
     select $1, r.id, $2, $3, $4, (100 + r.n)::text, 'office', 20, 'in-use' from unnest($5::uuid[]) with ordinality as r (id, n)`,
    [at, unit, building, floor, rooms],
  );
  await behind.query(
    `insert into assets.card (node_id, id, unit_id, number, name, class, value_fen, acquired_by, acquired_on, room_id, state)
     select $1, c.id, $2, c.number, '办公桌', 'A05010101', 100000, 'purchase', '2024-01-01', c.room, 'in-use'
       from jsonb_to_recordset($3::jsonb) as c (id uuid, number text, room uuid)`,
    [at, unit, JSON.stringify(cards)],
  );
  return { floor, rooms, cards };
}
