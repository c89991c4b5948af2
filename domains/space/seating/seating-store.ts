import { type Id, saves, sql, type Sql, type Tx } from '@opengoa/kernel';
import { PersonMoved, PersonSeated, SeatingEnded, type Standing, StandingChanged } from './contract.ts';
import type { Seating } from './seating.ts';
import { seatsAmong, seatsAsKnown } from './seats-as-known.ts';

const columns = sql`
  id, unit_id as unit, room_id as room, person_id as person, standing, paper, from_day::text as "from", to_day::text as "toExclusive", version`;

export const lockSeating = (tx: Tx, id: Id) =>
  tx.one<Seating>(sql`select ${columns} from space.seating where id = ${id} for update`);
export const seatingsWhere = (tx: Tx, condition: Sql) =>
  tx.rows<Seating>(sql`select ${columns} from space.seating where ${condition} order by from_day, id`);

/**
 * Who sat in these rooms on a day.
 * @param knownBefore as the Record had told of it before this instant; as it stands today where left out
 */
export const seatedOn = async (tx: Tx, rooms: readonly Id[], day: string, knownBefore?: Date) =>
  knownBefore
    ? seatsAmong(await seatsAsKnown(tx, knownBefore), day, 'room', rooms)
    : seatingsWhere(
        tx,
        sql`room_id = any (${[...rooms]}::uuid[]) and from_day <= ${day}::date and (to_day is null or to_day > ${day}::date)`,
      );

/**
 * Every seat of these people on a day, wherever it is.
 * @param knownBefore as the Record had told of it before this instant; as it stands today where left out
 */
export const seatsOf = async (tx: Tx, persons: readonly Id[], day: string, knownBefore?: Date) =>
  knownBefore
    ? seatsAmong(await seatsAsKnown(tx, knownBefore), day, 'person', persons)
    : seatingsWhere(
        tx,
        sql`person_id = any (${[...persons]}::uuid[]) and from_day <= ${day}::date and (to_day is null or to_day > ${day}::date)`,
      );

/** Names of people, those who have left too. */
export const namesOf = async (tx: Tx, persons: readonly Id[]): Promise<ReadonlyMap<Id, string>> =>
  new Map(
    (
      await tx.rows<{ id: Id; name: string }>(
        sql`select id, name from kernel.person where id = any (${[...persons]}::uuid[])`,
      )
    ).map(({ id, name }) => [id, name]),
  );

export const seatingOf = ({ id }: { readonly id: Id }) => ({ kind: 'space.seating', id });

type Seat = { id: Id; unit: Id; room: Id; person: Id; standing: Standing; paper: string; from: string };
/** A new seat, as acts and mergers make it. */
export const takeSeat = (tx: Tx, seat: Seat, by: string, now: Date) =>
  tx.run(sql`
    insert into space.seating (id, unit_id, room_id, person_id, standing, paper, from_day, set_by, set_at)
    values (${seat.id}, ${seat.unit}, ${seat.room}, ${seat.person}, ${seat.standing}, ${seat.paper}, ${seat.from}, ${by}, ${now})`);

/** A seat ends on a day; what did not last a day was none. */
export async function leaveSeat(tx: Tx, id: Id, day: string): Promise<void> {
  await tx.run(sql`delete from space.seat_standard where seating_id = ${id}`);
  await tx.run(sql`delete from space.seating where id = ${id} and from_day >= ${day}::date`);
  await tx.run(
    sql`update space.seating set to_day = ${day}, version = version + 1 where id = ${id} and to_day is null`,
  );
}

export const seatingSaves = [
  saves(PersonSeated, (tx, { object, unit, body }, { actor, now }) =>
    takeSeat(tx, { id: object.id, unit, ...body }, actor.name ?? '', now),
  ),
  saves(PersonMoved, async (tx, { object, unit, body }, { actor, now }) => {
    await leaveSeat(tx, body.was, body.from);
    await takeSeat(tx, { id: object.id, unit, ...body }, actor.name ?? '', now);
  }),
  saves(SeatingEnded, (tx, { object, body }) => leaveSeat(tx, object.id, body.day)),
  saves(StandingChanged, (tx, { object, body }) =>
    tx.run(sql`
      update space.seating set standing = ${body.standing}, paper = ${body.paper}, version = version + 1 where id = ${object.id}`),
  ),
];
