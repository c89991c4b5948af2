import { type Id, saves, sql, type Sql, type Tx } from '@opengoa/kernel';
import { HomeRentRecorded, HomeRentStruck, StayBegun, StayEnded, StayRenewed } from './contract.ts';
import type { Stay } from './stay.ts';

const columns = sql`
  id, unit_id as unit, home_id as home, home_name as "homeName", application_id as application, person_id as person, person_name as "personName",
  person_unit_id as "personUnit", from_day::text as "from", to_day::text as "to", rent_fen as "rentFen", paper, renewed_on::text as "renewedOn",
  out_day::text as "outDay", out_note as "outNote", version`;

export const findStay = (tx: Tx, id: Id) => tx.one<Stay>(sql`select ${columns} from space.stay where id = ${id}`);
export const lockStay = (tx: Tx, id: Id) =>
  tx.one<Stay>(sql`select ${columns} from space.stay where id = ${id} for update`);
export const staysWhere = (tx: Tx, condition: Sql) =>
  tx.rows<Stay>(sql`select ${columns} from space.stay where ${condition} order by from_day, id limit 5000`);

/** What was paid for each of these stays, struck entries left out. Fen. */
export async function paidForStays(tx: Tx, stays: readonly Id[]): Promise<ReadonlyMap<Id, number>> {
  const rows = await tx.rows<{ stay: Id; paid: number }>(sql`
    select stay_id as stay, sum(amount_fen)::float8 as paid from space.home_rent where stay_id = any (${[...stays]}::uuid[]) and struck is null group by 1`);
  return new Map(rows.map(({ stay, paid }) => [stay, paid]));
}

export const isHomeReceiptEntered = async (tx: Tx, stay: Id, receipt: string): Promise<boolean> =>
  (
    await tx.rows(
      sql`select 1 from space.home_rent where stay_id = ${stay} and receipt = ${receipt} and struck is null`,
    )
  ).length > 0;

export const findHomeRent = (tx: Tx, id: Id) =>
  tx.one<{ id: Id; unit: Id; stay: Id; amountFen: number; struck: string | null }>(sql`
    select id, unit_id as unit, stay_id as stay, amount_fen as "amountFen", struck from space.home_rent where id = ${id} for update`);

export const staySaves = [
  saves(StayBegun, async (tx, { object, unit, body }) => {
    await tx.run(sql`
      insert into space.stay (id, unit_id, home_id, home_name, application_id, person_id, person_name, person_unit_id, from_day, to_day, rent_fen, paper)
      select ${object.id}, ${unit}, ${body.home}, a.home_name, a.id, a.asker_id, a.asker_name, a.unit_id, ${body.from}, ${body.to}, ${body.rentFen}, ${body.paper}
        from space.home_application a where a.id = ${body.application}`);
    await tx.run(sql`
      update space.home_application set state = 'housed', stay_id = ${object.id}, version = version + 1 where id = ${body.application}`);
  }),
  saves(StayRenewed, (tx, { object, body }) =>
    tx.run(sql`
      update space.stay set to_day = ${body.to}, paper = ${body.paper}, renewed_on = ${body.on}, version = version + 1 where id = ${object.id}`),
  ),
  saves(StayEnded, async (tx, { object, body }) => {
    await tx.run(sql`
      update space.stay set out_day = ${body.day}, out_note = ${body.note}, version = version + 1 where id = ${object.id}`);
    await tx.run(
      sql`update space.home set state = 'vacant', version = version + 1 where id = ${body.home} and state = 'let'`,
    );
  }),
  saves(HomeRentRecorded, (tx, { id, object, unit, body }, { actor }) =>
    tx.run(sql`
      insert into space.home_rent (id, unit_id, stay_id, person_id, day, amount_fen, receipt, note, entered_name)
      select ${id}, ${unit}, s.id, s.person_id, ${body.day}, ${body.amountFen}, ${body.receipt}, ${body.note}, ${actor.name}
        from space.stay s where s.id = ${object.id}`),
  ),
  saves(HomeRentStruck, (tx, { body }) =>
    tx.run(sql`update space.home_rent set struck = ${body.why} where id = ${body.rent}`),
  ),
];
