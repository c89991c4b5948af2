import { newId } from '@opengoa/kernel';
import type { House } from '@opengoa/kernel/testing';
import pg from 'pg';

/** A building with rooms as the tests of these folders need them, written behind the verbs of the ledger. */
export interface Premises {
  readonly building: string;
  readonly floor: string;
  /** Ids by number. */
  readonly rooms: Readonly<Record<string, string>>;
}

export interface RoomGiven {
  readonly number: string;
  readonly areaM2: number;
  readonly unit?: string;
  readonly use?: string;
  readonly state?: string;
}

export async function premises(
  at: Pick<House, 'urls'>,
  unit: string,
  rooms: readonly RoomGiven[],
  more: {
    readonly name?: string;
    readonly valueFen?: number;
    readonly energyBuilding?: string;
    readonly structure?: string;
    readonly builtYear?: number;
  } = {},
): Promise<Premises> {
  return behind(at, async (client) => {
    const [building, floor] = [newId(), newId()];
    await client.query(
      `insert into space.building (node_id, id, unit_id, name, form, structure, value_fen, energy_building_id, built_year) values (1, $1, $2, $3, 'multi-storey', $4, $5, $6, $7)`,
      [
        building,
        unit,
        more.name ?? `${building.slice(-6)}号楼`,
        more.structure ?? 'reinforced-concrete',
        more.valueFen ?? null,
        more.energyBuilding ?? null,
        more.builtYear ?? 2005,
      ],
    );
    await client.query(
      `insert into space.floor (node_id, id, unit_id, building_id, number, name) values (1, $1, $2, $3, 1, '1层')`,
      [floor, unit, building],
    );
    const made: [string, string][] = [];
    for (const room of rooms) {
      const id = newId();
      await client.query(
        `insert into space.room (node_id, id, unit_id, building_id, floor_id, number, use, area_m2, state) values (1, $1, $2, $3, $4, $5, $6, $7, $8)`,
        [
          id,
          room.unit ?? unit,
          building,
          floor,
          room.number,
          room.use ?? 'office',
          room.areaM2,
          room.state ?? 'in-use',
        ],
      );
      made.push([room.number, id]);
    }
    return { building, floor, rooms: Object.fromEntries(made) };
  });
}

/** Work as the superuser, as one transaction of node 1. */
export async function behind<T>(at: Pick<House, 'urls'>, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: at.urls.superuser });
  await client.connect();
  try {
    await client.query("begin; select set_config('opengoa.node', '1', true)");
    const result = await work(client);
    await client.query('commit');
    return result;
  } finally {
    await client.end();
  }
}
