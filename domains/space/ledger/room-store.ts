import { dayOf } from '@opengoa/kernel/calendar';
import { type Id, saves, searchPieces, sql, type Sql, type Tx } from '@opengoa/kernel';
import { RoomChanged, RoomRegistered, RoomsMerged, RoomSplit } from './contract.ts';
import type { Room } from './premises.ts';

const columns = sql`
  id, unit_id as unit, building_id as building, floor_id as floor, number, name, use, area_m2 as "areaM2", drawn_area_m2 as "drawnAreaM2",
  toilet_m2 as "toiletM2", rest_m2 as "restM2", bound, zone, state, note, version`;

export const findRoom = (tx: Tx, id: Id) => tx.one<Room>(sql`select ${columns} from space.room where id = ${id}`);
export const lockRoom = (tx: Tx, id: Id) =>
  tx.one<Room>(sql`select ${columns} from space.room where id = ${id} for update`);
export const roomsWhere = (tx: Tx, condition: Sql) =>
  tx.rows<Room>(sql`select ${columns} from space.room where ${condition} order by building_id, floor_id, number, id`);

/** A room of the floor that has this number and still is one. */
export const numbersTaken = async (
  tx: Tx,
  floor: Id,
  numbers: readonly string[],
  other: Id | null = null,
): Promise<string | null> =>
  (
    await tx.maybe<{ number: string }>(sql`
      select number from space.room where floor_id = ${floor} and number = any (${[...numbers]}::text[]) and id is distinct from ${other}::uuid
       order by number limit 1`)
  )?.number ?? null;

/** How many people sit in the room today. */
export const peopleIn = async (tx: Tx, rooms: readonly Id[]): Promise<number> =>
  (
    await tx.one<{ people: number }>(
      sql`select count(*)::int as people from space.seating where room_id = any (${[...rooms]}::uuid[]) and to_day is null`,
    )
  ).people;

const searchOf = ({ number, name, note }: Pick<Room, 'number' | 'name' | 'note'>) => searchPieces(number, name, note);

/** How the room stands with another use: what nobody was given stands idle as that use does, everything else as it did. */
const stateAs = (use: string) => sql`
  case when state = 'vacant' or state = space.idle_state(use) and not exists (
              select from space.tenure t where t.room_id = space.room.id and t.to_day is null and t.kind <> 'kept')
       then space.idle_state(${use}) else state end`;

export const roomSaves = [
  saves(RoomRegistered, (tx, { object, unit, body }) =>
    tx.run(sql`
      insert into space.room (id, unit_id, building_id, floor_id, number, name, use, state, area_m2, toilet_m2, rest_m2, bound, zone, note, search)
      values (${object.id}, ${unit}, ${body.building}, ${body.floor}, ${body.number}, ${body.name}, ${body.use}, space.idle_state(${body.use}),
              ${body.areaM2}, ${body.toiletM2}, ${body.restM2}, ${body.bound}, ${body.zone}, ${body.note}, ${searchOf(body)})`),
  ),
  saves(RoomChanged, (tx, { object, body }) =>
    tx.run(sql`
      update space.room
         set number = ${body.number}, name = ${body.name}, use = ${body.use}, area_m2 = ${body.areaM2}, toilet_m2 = ${body.toiletM2},
             rest_m2 = ${body.restM2}, bound = ${body.bound}, zone = ${body.zone}, state = ${body.state}, note = ${body.note},
             search = ${searchOf(body)}, version = version + 1
       where id = ${object.id}`),
  ),
  saves(RoomSplit, async (tx, { object, body }, { now }) => {
    // Before the first part changes: how each stands follows from the whole.
    for (const part of body.into)
      await tx.run(sql`
        insert into space.room (id, unit_id, building_id, floor_id, number, use, area_m2, bound, zone, state, search)
        select ${part.id}, unit_id, building_id, floor_id, ${part.number}, ${part.use}, ${part.areaM2}, bound, zone, ${stateAs(part.use)},
               ${searchPieces(part.number)}
          from space.room where id = ${object.id}`);
    await tx.run(sql`
      update space.room set number = ${body.number}, area_m2 = ${body.areaM2}, use = ${body.use}, state = ${stateAs(body.use)}, drawn_area_m2 = null,
             search = ${searchPieces(body.number)}, version = version + 1
       where id = ${object.id}`);
    // A new part is whose the whole was, from the day of the split on.
    await tx.run(sql`
      insert into space.tenure (id, unit_id, room_id, from_day, kind, paper, set_at)
      select gen_random_uuid(), t.unit_id, p.id, greatest(${dayOf(now)}::date, t.from_day), t.kind, t.paper, ${now}
        from space.tenure t cross join unnest(${body.into.map((part) => part.id)}::uuid[]) p (id)
       where t.room_id = ${object.id} and t.to_day is null`);
  }),
  saves(RoomsMerged, async (tx, { object, body }, { now }) => {
    await tx.run(sql`
      update space.room set area_m2 = ${body.areaM2}, drawn_area_m2 = null, version = version + 1 where id = ${object.id}`);
    await tx.run(sql`
      update space.tenure set to_day = greatest(${dayOf(now)}::date, from_day + 1)
       where room_id = any (${[...body.others]}::uuid[]) and to_day is null`);
    await tx.run(sql`
      update space.room set state = 'disposed', version = version + 1 where id = any (${[...body.others]}::uuid[])`);
  }),
];
