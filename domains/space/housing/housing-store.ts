import { type FactDraft, type Id, saves, searchPieces, sql, type Sql, type Tx } from '@opengoa/kernel';
import {
  HomeApplicationApproved,
  HomeApplicationRefused,
  HomeApplicationWithdrawn,
  HomeAskedFor,
  HomeAssigned,
  HomeChanged,
  HomeFreed,
  HomeRegistered,
  HomeStateSet,
} from './contract.ts';
import { leaveIdle } from '../ledger/tenure-store.ts';
import type { HomeApplication } from './application.ts';
import type { Home } from './home.ts';

const homeColumns = sql`
  id, unit_id as unit, name, address, building_id as building, room_id as room, area_m2::float8 as "areaM2", rooms, rent_fen as "rentFen", state, note, version`;

/** As the ledger tells it: address and area of a building or room go before its own. */
export const findHome = (tx: Tx, id: Id) =>
  tx.one<Home & { readonly buildingName: string | null; readonly roomNumber: string | null }>(sql`
    select ${homeColumns}, building as "buildingName", room as "roomNumber" from space_read.home_v1 where id = ${id}`);
export const lockHome = (tx: Tx, id: Id) =>
  tx.one<Home>(sql`select ${homeColumns} from space.home where id = ${id} for update`);
export const isHomeNamed = async (tx: Tx, unit: Id, name: string, address: string, but: Id | null): Promise<boolean> =>
  (
    await tx.rows(sql`
      select 1 from space.home where unit_id = ${unit} and name = ${name} and address = ${address} and state <> 'withdrawn'
         and id is distinct from ${but}::uuid`)
  ).length > 0;

/**
 * The building that a home stands in: by its id, or by its keeper and name as a sheet tells it. A building that is out of reach is not there.
 * @returns undefined where no building of the keeper has the name
 */
export async function buildingOfHome(
  tx: Tx,
  which: Id | { readonly unit: Id; readonly name: string } | null,
): Promise<Id | null | undefined> {
  if (which === null) return null;
  if (typeof which === 'string')
    return (await tx.one<{ id: Id }>(sql`select id from space.building where id = ${which}`)).id;
  const found = await tx.rows<{ id: Id }>(sql`
    select id from space.building where unit_id = ${which.unit} and name = ${which.name} and state <> 'disposed' limit 2`);
  return found.length === 1 ? found[0]!.id : undefined;
}

export interface RoomForHome {
  readonly id: Id;
  readonly unit: Id;
  readonly building: Id;
  readonly name: string;
  readonly areaM2: number;
  readonly state: string;
  /** Somebody sits there, it stands in a lease, or it is a home already. */
  readonly used: boolean;
}
/** A room of the ledger that is to be a home, locked. */
export const roomForHome = (tx: Tx, id: Id) =>
  tx.one<RoomForHome>(sql`
    select r.id, r.unit_id as unit, r.building_id as building, concat_ws(' ', b.name, r.number) as name, r.area_m2::float8 as "areaM2", r.state,
           exists (select from space.seating s where (s.node_id, s.room_id) = (r.node_id, r.id) and s.to_day is null)
           or exists (select from space.home h where (h.node_id, h.room_id) = (r.node_id, r.id) and h.state <> 'withdrawn') as used
      from space.room r left join space.building b on (b.node_id, b.id) = (r.node_id, r.building_id)
     where r.id = ${id} for update of r`);

const applicationColumns = sql`
  id, unit_id as unit, asker_id as asker, asker_name as "askerName", post, state, reason, note, from_day::text as "from", to_day::text as "to",
  asked_at as "askedAt", decided_name as "decidedName", said, home_id as home, home_name as "homeName", stay_id as stay, version`;
export const findApplication = (tx: Tx, id: Id) =>
  tx.one<HomeApplication>(sql`select ${applicationColumns} from space.home_application where id = ${id}`);
export const lockApplication = (tx: Tx, id: Id) =>
  tx.one<HomeApplication>(sql`select ${applicationColumns} from space.home_application where id = ${id} for update`);

/** A room that is a home is in use and no office to be allotted. */
const useRoom = (tx: Tx, room: Id | null) =>
  tx.run(
    sql`update space.room set state = 'in-use', version = version + 1 where id = ${room}::uuid and state <> 'in-use'`,
  );
const setHome = (tx: Tx, home: Id, more: Sql) =>
  tx.run(sql`update space.home set ${more}, version = version + 1 where id = ${home}`);
const move = (tx: Tx, { object }: Pick<FactDraft, 'object'>, more: Sql) =>
  tx.run(sql`update space.home_application set ${more}, version = version + 1 where id = ${object.id}`);

export const housingSaves = [
  saves(HomeRegistered, async (tx, { object, unit, body }) => {
    await tx.run(sql`
      insert into space.home (id, unit_id, name, address, building_id, room_id, area_m2, rooms, rent_fen, note, search)
      values (${object.id}, ${unit}, ${body.name}, ${body.address}, ${body.building}, ${body.room}, ${body.areaM2}, ${body.rooms}, ${body.rentFen},
              ${body.note}, ${searchPieces(body.name, body.address)})`);
    await useRoom(tx, body.room);
  }),
  saves(HomeChanged, (tx, { object, body }) =>
    setHome(
      tx,
      object.id,
      sql`name = ${body.name}, address = ${body.address}, area_m2 = ${body.areaM2}, rooms = ${body.rooms}, rent_fen = ${body.rentFen}, note = ${body.note},
          search = ${searchPieces(body.name, body.address)}`,
    ),
  ),
  saves(HomeStateSet, async (tx, { object, body }) => {
    await setHome(tx, object.id, sql`state = ${body.state}`);
    if (body.state === 'withdrawn' && body.room !== null) await leaveIdle(tx, [body.room]);
  }),
  saves(HomeAskedFor, (tx, { object, unit, body }, { actor, now }) =>
    tx.run(sql`
      insert into space.home_application (id, unit_id, asker_id, asker_name, post, state, reason, note, from_day, to_day, asked_at)
      values (${object.id}, ${unit}, ${actor.person}, ${actor.name}, ${body.post}, 'asked', ${body.reason}, ${body.note}, ${body.from}, ${body.to}, ${now})`),
  ),
  saves(HomeApplicationApproved, (tx, fact, { actor }) =>
    move(tx, fact, sql`state = 'approved', decided_name = ${actor.name}, said = ${fact.body.opinion}`),
  ),
  saves(HomeApplicationRefused, (tx, fact, { actor }) =>
    move(tx, fact, sql`state = 'refused', decided_name = ${actor.name}, said = ${fact.body.opinion}`),
  ),
  saves(HomeApplicationWithdrawn, (tx, fact) => move(tx, fact, sql`state = 'withdrawn', said = ${fact.body.why}`)),
  saves(HomeAssigned, async (tx, fact) => {
    await move(tx, fact, sql`state = 'assigned', home_id = ${fact.body.home}, home_name = ${fact.body.name}`);
    await setHome(tx, fact.body.home, sql`state = 'let'`);
  }),
  saves(HomeFreed, async (tx, fact) => {
    await move(tx, fact, sql`state = 'approved', home_id = null, home_name = null, said = ${fact.body.why}`);
    await setHome(tx, fact.body.home, sql`state = 'vacant'`);
  }),
];
