import { newId } from '@opengoa/kernel';
import type { PoolClient } from 'pg';
import type { Town } from '../town.ts';
import { behindTheWalls, type Place, type Places } from './places.ts';
import { atEach, idsOf, local, type Things } from './things.ts';

interface Drawn {
  readonly building: string;
  readonly floor: string;
  readonly room: string;
  readonly meter: string;
  readonly otherMeter: string;
  readonly place: string;
}

/** At every place: a building with a floor and a room, two meters, one of which stands in the room. */
export async function thingsOfFloorPlans(town: Town, places: Places): Promise<Things> {
  const things = await atEach(places, (place) => drawnAt(town, place));
  const outline = [
    [
      [0, 0],
      [5, 0],
      [5, 4],
      [0, 4],
    ],
  ];
  return {
    ids: idsOf(things),
    inputs: {
      'space.take-plan': ({ relation }) => ({
        floor: things[relation].floor,
        source: 'dxf',
        fileName: '1.dxf',
        shapes: [{ layer: 'ROOM', label: '101', outline }],
      }),
      'space.place-meter': ({ relation }) => ({
        meter: things[relation].otherMeter,
        floor: things[relation].floor,
        from: '2026-01-01',
      }),
      'space.unplace-meter': ({ relation }) => ({ place: things[relation].place, version: 1, to: '2026-03-01' }),
      'space.floor-plan': ({ relation }) => ({ id: things[relation].floor }),
      'space.room-on-plan': ({ relation }) => ({ id: things[relation].room }),
    },
  };
}

/** A building with one floor and one room, 101, as the ledger of premises keeps them. */
export async function plainPremises(client: PoolClient, place: Pick<Place, 'unit' | 'word'>) {
  const [building, floor, room] = [newId(), newId(), newId()];
  await client.query(
    `insert into space.building (node_id, id, unit_id, name, form) values (1, $1, $2, $3, 'multi-storey')`,
    [building, place.unit, `${place.word}${building.slice(-6)}`],
  );
  await client.query(
    `insert into space.floor (node_id, id, unit_id, building_id, number, name) values (1, $1, $2, $3, 1, '1层')`,
    [floor, place.unit, building],
  );
  await client.query(
    `insert into space.room (node_id, id, unit_id, building_id, floor_id, number, use, area_m2, state)
     values (1, $1, $2, $3, $4, '101', 'office', 20, 'in-use')`,
    [room, place.unit, building, floor],
  );
  return { building, floor, room };
}

/** An electricity meter of the energy office. */
export async function plainMeter(client: PoolClient, place: Pick<Place, 'unit' | 'word'>): Promise<string> {
  const [building, meter] = [newId(), newId()];
  await client.query(
    `insert into energy.building (node_id, id, unit_id, name, use, area_m2, station, calendar, work_from_hour, work_to_hour)
     values (1, $1, $2, $3, 'office', 4000, 'none', 'none', 8, 18)`,
    [building, place.unit, `${place.word}${building.slice(-6)}`],
  );
  await client.query(
    `insert into energy.meter (node_id, id, unit_id, building_id, name, carrier, measure, kind, reads, interval_minutes, stamped, valid_from)
     values (1, $1, $2, $3, '分表', 'electricity', 'kWh', 'main', 'interval', 60, 'begins', '2020-01-01')`,
    [meter, place.unit, building],
  );
  await client.query(
    'insert into energy.instrument (node_id, id, unit_id, meter_id, key, multiplier) values (1, $1, $2, $3, $4, 1)',
    [newId(), place.unit, meter, meter],
  );
  return meter;
}

async function drawnAt(town: Town, place: Place): Promise<Drawn> {
  const made = await behindTheWalls(town, async (client) => ({
    ...(await plainPremises(client, place)),
    meter: await plainMeter(client, place),
    otherMeter: await plainMeter(client, place),
  }));
  const clerk = local(town, place, 'space-clerk', place.locals.asker, '房管员');
  const placed = await clerk.does('space.place-meter', {
    meter: made.meter,
    floor: made.floor,
    room: made.room,
    from: '2026-01-01',
  });
  return { ...made, place: placed.facts[0]!.object.id };
}
