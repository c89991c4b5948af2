import pg from 'pg';
import { bigrams } from '@opengoa/kernel';
import { seeded } from '@opengoa/kernel/seeded';
import { divisions, idFor } from './raise-office.ts';

/** Rooms of forty buildings of ten floors. */
export const rooms = 20_000;
const buildings = 40;
const perFloor = 50;

export const roomId = (at: number): string => idFor(`room ${at}`);

/** A large house: buildings of the city, rooms in use by its divisions, most with somebody in them, each reckoned beside the standard. */
export async function loadPremises(superUrl: string, progress: (line: string) => void): Promise<void> {
  const client = new pg.Client({ connectionString: superUrl });
  await client.connect();
  try {
    progress(`loading ${rooms.toLocaleString('en')} rooms`);
    const city = idFor('临江市');
    const put = (table: string, columns: string, typed: string, rows: readonly object[]) =>
      client.query(
        `insert into ${table} (node_id, ${columns}) select 1, ${columns} from jsonb_to_recordset($1::jsonb) as r (${typed})`,
        [JSON.stringify(rows)],
      );
    const building = (at: number) => idFor(`building ${Math.floor(at / (rooms / buildings))}`);
    const floor = (at: number) => idFor(`floor ${Math.floor(at / perFloor)}`);
    const each = Array.from({ length: rooms }, (_, at) => at);
    await put(
      'space.building',
      'id, unit_id, name, form, search',
      'id uuid, unit_id uuid, name text, form text, search text[]',
      each
        .filter((at) => at % (rooms / buildings) === 0)
        .map((at, n) => ({
          id: building(at),
          unit_id: city,
          name: `${n}号楼`,
          form: 'high-rise',
          search: bigrams(`${n}号楼`),
        })),
    );
    const floors = rooms / buildings / perFloor;
    await put(
      'space.floor',
      'id, unit_id, building_id, number, name',
      'id uuid, unit_id uuid, building_id uuid, number int, name text',
      each
        .filter((at) => at % perFloor === 0)
        .map((at, n) => ({
          id: floor(at),
          unit_id: city,
          building_id: building(at),
          number: (n % floors) + 1,
          name: `${(n % floors) + 1}层`,
        })),
    );
    const random = seeded(20);
    const made = each.map((at) => {
      const number = `${(Math.floor(at / perFloor) % floors) + 1}${String((at % perFloor) + 1).padStart(2, '0')}`;
      const vacant = random() < 0.08;
      return {
        id: roomId(at),
        unit_id: vacant ? city : idFor(divisions[Math.floor(random() ** 2 * divisions.length)]!),
        building_id: building(at),
        floor_id: floor(at),
        number,
        use: random() < 0.8 ? 'office' : 'service-meeting',
        area_m2: 10 + Math.floor(random() * 300) / 10,
        state: vacant ? 'vacant' : 'in-use',
        search: bigrams(number, `${Math.floor(at / (rooms / buildings))}号楼`),
      };
    });
    await put(
      'space.room',
      'id, unit_id, building_id, floor_id, number, use, area_m2, state, search',
      'id uuid, unit_id uuid, building_id uuid, floor_id uuid, number text, use text, area_m2 numeric, state text, search text[]',
      made,
    );
    const seated = made.filter(({ state, use }) => state === 'in-use' && use === 'office');
    await put(
      'space.seating',
      'id, unit_id, room_id, person_id, standing, from_day, set_at',
      'id uuid, unit_id uuid, room_id uuid, person_id uuid, standing text, from_day date, set_at timestamptz',
      seated.map(({ id, unit_id }, n) => ({
        id: idFor(`seating ${n}`),
        unit_id,
        room_id: id,
        person_id: idFor(`holder ${n}`),
        standing: 'ordinary',
        from_day: '2024-01-01',
        set_at: '2024-01-01T00:00:00Z',
      })),
    );
    await put(
      'space.room_standard',
      'room_id, unit_id, reckoned_on, people, cap_m2, excess_m2, status',
      'room_id uuid, unit_id uuid, reckoned_on date, people int, cap_m2 numeric, excess_m2 numeric, status text',
      seated.map(({ id, unit_id, area_m2 }) => ({
        room_id: id,
        unit_id,
        reckoned_on: '2026-11-01',
        people: 1,
        cap_m2: 18,
        excess_m2: Math.max(0, area_m2 - 18),
        status: area_m2 > 18 ? 'over' : 'within',
      })),
    );
    await client.query('vacuum (analyze) space.building, space.floor, space.room, space.seating, space.room_standard');
  } finally {
    await client.end();
  }
}
