import { type Id, saves, sql, type Tx } from '@opengoa/kernel';
import { giveRoom } from '../ledger/tenure-store.ts';
import { leaveSeat, takeSeat } from '../seating/seating-store.ts';
import { BuildingFollowed, RoomFollowed } from './contract.ts';

/** Before the first day that is known of a room it was its keeper's. */
export const sinceEver = '1949-10-01';

/** What nobody wrote down because it went without saying: that a room was its keeper's until somebody had it. */
const keepFirstTenure = (tx: Tx, rooms: readonly Id[], keeper: Id, before: string, now: Date) =>
  tx.run(sql`
    insert into space.tenure (id, unit_id, room_id, from_day, to_day, kind, paper, set_at)
    select gen_random_uuid(), ${keeper}, r.id, ${sinceEver}, coalesce(t.first, ${before}::date), 'kept', '', ${now}
      from unnest(${[...rooms]}::uuid[]) r (id)
      left join lateral (select min(from_day) as first from space.tenure where room_id = r.id) t on true
     where coalesce(t.first, ${before}::date) > ${sinceEver}::date`);

export const followSaves = [
  saves(BuildingFollowed, async (tx, { object: { id }, unit, body: { was, from, name } }, { now }) => {
    const rooms = await tx.rows<{ id: Id }>(sql`select id from space.room where building_id = ${id}`);
    await keepFirstTenure(
      tx,
      rooms.map((room) => room.id),
      was,
      from,
      now,
    );
    await tx.run(
      sql`update space.building set unit_id = ${unit}, name = ${name}, version = version + 1 where id = ${id}`,
    );
    await tx.run(sql`update space.floor set unit_id = ${unit}, version = version + 1 where building_id = ${id}`);
    await tx.run(sql`update space.right_ set unit_id = ${unit} where building_id = ${id}`);
    await tx.run(sql`update space.dispute set unit_id = ${unit} where building_id = ${id}`);
  }),
  saves(RoomFollowed, async (tx, { object, unit, body: { was, from, kind, paper, seats } }, { actor, now }) => {
    const known = await tx.rows(sql`select 1 from space.tenure where room_id = ${object.id} limit 1`);
    if (known.length === 0) await keepFirstTenure(tx, [object.id], was, from, now);
    const { state } = await tx.one<{ state: string }>(sql`select state from space.room where id = ${object.id}`);
    await giveRoom(tx, { room: object.id, unit, from, kind, paper }, now);
    // Let out, lent or empty: what a room is does not change with the name of who has it.
    await tx.run(sql`update space.room set state = ${state} where id = ${object.id}`);
    for (const { was: seat, now: next, person, standing, paper: by } of seats) {
      await leaveSeat(tx, seat, from);
      await takeSeat(tx, { id: next, unit, room: object.id, person, standing, paper: by, from }, actor.name ?? '', now);
    }
    await tx.run(sql`delete from space.room_standard where room_id = ${object.id}`);
  }),
];
