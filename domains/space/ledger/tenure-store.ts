import { type Id, newId, saves, sql, type Tx } from '@opengoa/kernel';
import { RoomAllotted, type TenureKind } from './contract.ts';

export interface Tenure {
  readonly room: Id;
  readonly unit: Id;
  readonly from: string;
  readonly toExclusive: string | null;
  readonly kind: TenureKind;
  readonly paper: string;
}

/** Whose these rooms were, the oldest first; before the first entry a room was its keeper's. */
export const tenuresOf = (tx: Tx, rooms: readonly Id[]) =>
  tx.rows<Tenure>(sql`
    select room_id as room, unit_id as unit, from_day::text as "from", to_day::text as "toExclusive", kind, paper
      from space.tenure where room_id = any (${[...rooms]}::uuid[]) order by room_id, from_day`);

/** The period that covers the day; nothing where the room was its keeper's without an entry. */
export const tenureOn = (tenures: readonly Tenure[], day: string): Tenure | undefined =>
  tenures.find(({ from, toExclusive }) => from <= day && (toExclusive === null || toExclusive > day));

/**
 * From a day on a room is another unit's (or its keeper's again): the open period ends, a new one begins, the room's unit and state follow. Saves of
 * other folders use it too, so that there is one way in which a room changes hands.
 */
export async function giveRoom(
  tx: Tx,
  { room, unit, from, kind, paper }: { room: Id; unit: Id; from: string; kind: TenureKind; paper: string },
  now: Date,
): Promise<void> {
  // Given and given on again on one day: what did not last a day was no period.
  await tx.run(sql`delete from space.tenure where room_id = ${room} and to_day is null and from_day >= ${from}::date`);
  await tx.run(sql`update space.tenure set to_day = ${from} where room_id = ${room} and to_day is null`);
  await tx.run(sql`
    insert into space.tenure (id, unit_id, room_id, from_day, kind, paper, set_at)
    values (${newId()}, ${unit}, ${room}, ${from}, ${kind}, ${paper}, ${now})`);
  await tx.run(sql`
    update space.room
       set unit_id = ${unit}, version = version + 1,
           state = case when state in ('under-repair', 'disposed') then state when ${kind}::text = 'kept' then space.idle_state(use) else 'in-use' end
     where id = ${room}`);
}

/** Nobody has these rooms any more: they stand vacant, or in use where they serve the house. */
export const leaveIdle = (tx: Tx, rooms: readonly Id[]): Promise<unknown> =>
  tx.run(sql`
    update space.room set state = space.idle_state(use), version = version + 1
     where id = any (${[...rooms]}::uuid[]) and state <> space.idle_state(use)`);

/** How a room of each of these uses stands while nobody was given it. */
export const idleStates = async (tx: Tx, uses: readonly string[]): Promise<readonly ('in-use' | 'vacant')[]> =>
  (
    await tx.rows<{ state: 'in-use' | 'vacant' }>(
      sql`select space.idle_state(u.use) as state from unnest(${[...uses]}::text[]) with ordinality u (use, n) order by u.n`,
    )
  ).map(({ state }) => state);

export const tenureSaves = [
  saves(RoomAllotted, (tx, { object, unit, body: { from, kind, paper } }, { now }) =>
    giveRoom(tx, { room: object.id, unit, from, kind, paper }, now),
  ),
];
