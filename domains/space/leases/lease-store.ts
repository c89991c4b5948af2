import { type Context, empty, type Id, newId, saves, searchPieces, sql, type Sql, type Tx } from '@opengoa/kernel';
import { attachFiles } from '@opengoa/kernel/files';
import { leaveIdle } from '../ledger/tenure-store.ts';
import { LeaseApproved, LeaseEnded, LeaseProposed, LeaseRefused, RentRecorded, RentStruck } from './contract.ts';
import type { Lease } from './lease.ts';

const columns = sql`
  id, unit_id as unit, kind, state, party, purpose, premises, building_id as building, area_m2::float8 as "areaM2", from_day as "from", to_day as "to", every,
  rent_fen as "rentFen", paper, asked_by as "askedBy", asked_name as "askedName", decided_name as "decidedName", said, ended_on as "endedOn", version`;

export const findLease = (tx: Tx, id: Id) => tx.one<Lease>(sql`select ${columns} from space.lease where id = ${id}`);
export const lockLease = (tx: Tx, id: Id) =>
  tx.one<Lease>(sql`select ${columns} from space.lease where id = ${id} for update`);
export const leasesWhere = (tx: Tx, condition: Sql) =>
  tx.rows<Lease>(sql`select ${columns} from space.lease where ${condition} order by from_day, id limit 5000`);

export interface LeasedRoom {
  readonly id: Id;
  readonly unit: Id;
  /** 楼 and number. */
  readonly name: string;
  readonly areaM2: number;
  readonly state: string;
  /** Another lease in force that has it. */
  readonly taken: boolean;
}

const roomColumns = sql`
  r.id, r.unit_id as unit, concat_ws(' ', b.name, r.number) as name, r.area_m2::float8 as "areaM2", r.state,
  exists (select from space.lease_room x join space.lease l on (l.node_id, l.id) = (x.node_id, x.lease_id)
           where x.room_id = r.id and l.state in ('proposed', 'in-force')) as taken`;
const fromRooms = sql`from space.room r left join space.building b on (b.node_id, b.id) = (r.node_id, r.building_id)`;
export const roomsToLet = (tx: Tx, rooms: readonly Id[]) =>
  tx.rows<LeasedRoom>(
    sql`select ${roomColumns} ${fromRooms} where r.id = any (${[...rooms]}::uuid[]) order by name, r.id for update of r`,
  );
export const roomsOfLease = (tx: Tx, lease: Id) =>
  tx.rows<LeasedRoom>(sql`
    select ${roomColumns} ${fromRooms}
      join space.lease_room x on (x.node_id, x.room_id) = (r.node_id, r.id) where x.lease_id = ${lease} order by name, r.id`);

/** What was paid for each of these leases, struck entries left out; up to a day where one is asked for. */
export async function paidFor(tx: Tx, leases: readonly Id[], upTo?: string): Promise<Map<Id, number>> {
  const rows = await tx.rows<{ lease: Id; paid: number }>(sql`
    select lease_id as lease, sum(amount_fen)::float8 as paid from space.rent where lease_id = any (${[...leases]}::uuid[]) and struck is null
       ${upTo === undefined ? empty : sql`and day <= ${upTo}`} group by 1`);
  return new Map(rows.map(({ lease, paid }) => [lease, paid]));
}

/** Units of the region that a unit lies in. */
export function unitsOfRegion(unit: Id, { organisation }: Pick<Context, 'organisation'>): readonly Id[] {
  const region = organisation.chain(unit).find(({ kind }) => kind === 'region');
  return region ? organisation.unitsBelow(region.id) : [unit];
}

/** Own vacant office area in the region of a unit, as far as the asker sees it. m² */
export const vacantInRegion = async (tx: Tx, unit: Id, context: Pick<Context, 'organisation'>): Promise<number> =>
  (
    await tx.one<{ area: number }>(sql`
      select coalesce(sum(area_m2), 0)::float8 as area from space_read.vacancy_v1 where unit_id = any (${[...unitsOfRegion(unit, context)]}::uuid[])`)
  ).area;

export const isReceiptEntered = async (tx: Tx, lease: Id, receipt: string): Promise<boolean> =>
  (await tx.rows(sql`select 1 from space.rent where lease_id = ${lease} and receipt = ${receipt} and struck is null`))
    .length > 0;

export const findRent = (tx: Tx, id: Id) =>
  tx.one<{ id: Id; unit: Id; lease: Id; amountFen: number; day: string; struck: string | null }>(sql`
    select id, unit_id as unit, lease_id as lease, amount_fen as "amountFen", day, struck from space.rent where id = ${id} for update`);

const setRooms = (tx: Tx, rooms: readonly Id[], state: string) =>
  tx.run(
    sql`update space.room set state = ${state}, version = version + 1 where id = any (${[...rooms]}::uuid[]) and state <> ${state}`,
  );

export const leaseSaves = [
  saves(LeaseProposed, async (tx, { object, unit, body }, { actor }) => {
    await tx.run(sql`
      insert into space.lease (id, unit_id, kind, state, party, purpose, premises, building_id, area_m2, from_day, to_day, every, rent_fen, paper, asked_by,
                               asked_name, search)
      values (${object.id}, ${unit}, ${body.kind}, 'proposed', ${body.party}, ${body.purpose}, ${body.premises}, ${body.building}, ${body.areaM2}, ${body.from},
              ${body.to}, ${body.every}, ${body.rentFen}, ${body.paper}, ${actor.person}, ${actor.name},
              ${searchPieces(body.party, body.purpose, body.premises, body.paper)})`);
    for (const room of body.rooms)
      await tx.run(
        sql`insert into space.lease_room (id, unit_id, lease_id, room_id) values (${newId()}, ${unit}, ${object.id}, ${room})`,
      );
  }),
  saves(LeaseApproved, async (tx, { object, body }, { actor }) => {
    await tx.run(sql`
      update space.lease set state = 'in-force', decided_name = ${actor.name}, said = ${body.opinion}, version = version + 1 where id = ${object.id}`);
    await setRooms(tx, body.rooms, body.kind === 'lent-out' ? 'lent' : 'rented-out');
  }),
  saves(LeaseRefused, (tx, { object, body }, { actor }) =>
    tx.run(sql`
      update space.lease set state = 'refused', decided_name = ${actor.name}, said = ${body.opinion}, version = version + 1 where id = ${object.id}`),
  ),
  saves(LeaseEnded, async (tx, { object, body }) => {
    await tx.run(sql`
      update space.lease set state = 'ended', ended_on = ${body.on}, said = ${body.why}, version = version + 1 where id = ${object.id}`);
    await leaveIdle(tx, body.rooms);
  }),
  saves(RentRecorded, async (tx, { id, object, unit, body }, { actor }) => {
    await tx.run(sql`
      insert into space.rent (id, unit_id, lease_id, day, amount_fen, receipt, note, entered_name)
      values (${id}, ${unit}, ${object.id}, ${body.day}, ${body.amountFen}, ${body.receipt}, ${body.note}, ${actor.name})`);
    await attachFiles(tx, { kind: 'space.rent', id }, body.files);
  }),
  saves(RentStruck, (tx, { body }) => tx.run(sql`update space.rent set struck = ${body.why} where id = ${body.rent}`)),
];
