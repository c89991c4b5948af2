import { type Context, type Id, sql, type Tx } from '@opengoa/kernel';
import { roomsWhere } from '../ledger/room-store.ts';
import { judgedRooms } from './judged-room.ts';

/** Rooms reckoned in one go. */
const atOnce = 500;

/** Writes down what these offices and their people are beside the standard of today; other uses have none. */
export async function reckonRooms(tx: Tx, ids: readonly Id[], context: Context): Promise<number> {
  const { today } = context;
  let done = 0;
  for (let at = 0; at < ids.length; at += atOnce) {
    const some = ids.slice(at, at + atOnce);
    // Acts of one person in several rooms reckon the same ones: one waits for the other, instead of writing the same row twice.
    await tx.run(sql`select from space.room where id = any (${some}::uuid[]) order by id for no key update`);
    await tx.run(sql`delete from space.room_standard where room_id = any (${some}::uuid[])`);
    await tx.run(sql`delete from space.seat_standard where room_id = any (${some}::uuid[])`);
    const rooms = await roomsWhere(tx, sql`id = any (${some}::uuid[]) and use = 'office' and state <> 'disposed'`);
    const unitOf = new Map(rooms.map(({ id, unit }) => [id, unit]));
    const judged = await judgedRooms(tx, rooms, today, context);
    const rows = judged.map(({ room, seats, capM2, excessM2, status }) => ({
      room,
      unit: unitOf.get(room)!,
      people: seats.length,
      cap: capM2,
      excess: excessM2,
      status,
    }));
    await tx.run(sql`
      insert into space.room_standard (room_id, unit_id, reckoned_on, people, cap_m2, excess_m2, status)
      select room, unit, ${today}::date, people, cap, excess, status
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) r (room uuid, unit uuid, people int, cap numeric, excess numeric, status text)`);
    const seats = judged.flatMap((room) =>
      room.seats.map(({ seat, cap, marks, capM2 }) => ({
        seat: seat.id,
        unit: seat.unit,
        room: seat.room,
        person: seat.person,
        rank: cap.post?.rank ?? null,
        level: cap.post?.level ?? null,
        cap: capM2,
        day: cap.standardDay,
        confidence: cap.confidence,
        lacks: cap.lacks,
        marks,
      })),
    );
    await tx.run(sql`
      insert into space.seat_standard (seating_id, unit_id, room_id, person_id, reckoned_on, rank, level, cap_m2, standard_day, confidence, lacks, marks)
      select seat, unit, room, person, ${today}::date, rank, level, cap, day, confidence, lacks, coalesce(marks, '{}')
        from jsonb_to_recordset(${JSON.stringify(seats)}::jsonb)
          r (seat uuid, unit uuid, room uuid, person uuid, rank text, level text, cap numeric, day date, confidence text, lacks text, marks text[])`);
    done += rooms.length;
  }
  return done;
}

/** Rooms in which one of these people sits, for what changes with a person. */
export const roomsOfPeople = async (tx: Tx, persons: readonly Id[]): Promise<readonly Id[]> =>
  (
    await tx.rows<{ room: Id }>(
      sql`select distinct room_id as room from space.seating where person_id = any (${[...persons]}::uuid[]) and to_day is null`,
    )
  ).map(({ room }) => room);
