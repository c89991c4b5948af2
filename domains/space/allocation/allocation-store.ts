import { type Id, saves, searchPieces, sql, type Tx } from '@opengoa/kernel';
import type { Allocation, AllocationRoom, Asked } from './allocation.ts';
import {
  AllocationApplied,
  AllocationDropped,
  AllocationEdited,
  AllocationFound,
  AllocationResearched,
  AllocationStarted,
  AllocationStopped,
} from './contract.ts';

const columns = sql`
  id, unit_id as unit, title, state, surplus_cap::float8 as "surplusCap", seconds, question, result, turns, asked_at as "askedAt", made_name as "madeName",
  paper, from_day::text as "from", why, version`;

export const findAllocation = (tx: Tx, id: Id) =>
  tx.one<Allocation>(sql`select ${columns} from space.allocation where id = ${id}`);
export const lockAllocation = (tx: Tx, id: Id) =>
  tx.one<Allocation>(sql`select ${columns} from space.allocation where id = ${id} for update`);

export const roomsOfAllocation = (tx: Tx, id: Id) =>
  tx.rows<AllocationRoom>(sql`
    select room_id as room, floor_id as floor, number, area_m2::float8 as "areaM2", zone, today_id as today, fixed, plan_id as plan, by_hand as "byHand"
      from space.allocation_room where allocation_id = ${id} order by floor_id, number, room_id`);

/** The question goes beside its fact: hundreds of rooms are rows, and stand in the ledger anyway. */
export async function keepQuestion(
  tx: Tx,
  { id, unit, asked, rooms }: { id: Id; unit: Id; asked: Asked; rooms: readonly AllocationRoom[] },
): Promise<void> {
  await tx.run(sql`update space.allocation set question = ${JSON.stringify(asked)}::jsonb where id = ${id}`);
  await tx.run(sql`
    insert into space.allocation_room (allocation_id, room_id, unit_id, floor_id, number, area_m2, zone, today_id, fixed)
    select ${id}, r.room, ${unit}, r.floor, r.number, r."areaM2", r.zone, r.today, r.fixed
      from jsonb_to_recordset(${JSON.stringify(rooms)}::jsonb)
        as r (room uuid, floor uuid, number text, "areaM2" numeric, zone text, today uuid, fixed boolean)`);
}

/** Whose each room would be. */
export const keepPlacing = (tx: Tx, id: Id, placing: readonly { room: Id; unit: Id }[]) =>
  tx.run(sql`
    update space.allocation_room x
       set plan_id = p.unit, by_hand = x.by_hand and x.plan_id is not distinct from p.unit
      from space.allocation_room y
      left join jsonb_to_recordset(${JSON.stringify(placing)}::jsonb) as p (room uuid, unit uuid) on p.room = y.room_id
     where x.allocation_id = ${id} and (y.node_id, y.allocation_id, y.room_id) = (x.node_id, x.allocation_id, x.room_id)`);

export const allocationSaves = [
  saves(AllocationStarted, (tx, { object, unit, body }, { actor, now }) =>
    tx.run(sql`
      insert into space.allocation (id, unit_id, title, state, surplus_cap, seconds, question, asked_at, made_by, made_name, made_at, search)
      values (${object.id}, ${unit}, ${body.title}, 'searching', ${body.surplusCap}, ${body.seconds}, '{}', ${now}, ${actor.person}, ${actor.name}, ${now},
              ${searchPieces(body.title)})`),
  ),
  saves(AllocationFound, (tx, { object, body }) =>
    tx.run(sql`
      update space.allocation set state = 'found', result = ${JSON.stringify(body.found)}::jsonb, version = version + 1 where id = ${object.id}`),
  ),
  saves(AllocationStopped, (tx, { object }) =>
    tx.run(sql`update space.allocation set state = 'stopping', version = version + 1 where id = ${object.id}`),
  ),
  saves(AllocationResearched, async (tx, { object, body }, { now }) => {
    await tx.run(sql`
      update space.allocation set state = 'searching', turns = ${body.turn}, seconds = ${body.seconds}, asked_at = ${now}, version = version + 1
       where id = ${object.id}`);
    if (!body.keepByHand)
      await tx.run(sql`update space.allocation_room set by_hand = false where allocation_id = ${object.id}`);
  }),
  saves(AllocationEdited, async (tx, { object, body }) => {
    await tx.run(sql`
      update space.allocation_room set plan_id = ${body.to}, by_hand = true where allocation_id = ${object.id} and room_id = ${body.room}`);
    await tx.run(sql`update space.allocation set version = version + 1 where id = ${object.id}`);
  }),
  saves(AllocationDropped, (tx, { object, body }, { now }) =>
    tx.run(sql`
      update space.allocation set state = 'dropped', why = ${body.why}, ended_at = ${now}, version = version + 1 where id = ${object.id}`),
  ),
  saves(AllocationApplied, (tx, { object, body }, { actor, now }) =>
    tx.run(sql`
      update space.allocation set state = 'applied', paper = ${body.paper}, from_day = ${body.from}, applied_name = ${actor.name}, ended_at = ${now},
             version = version + 1 where id = ${object.id}`),
  ),
];
