import { type Id, saves, sql, type Tx } from '@opengoa/kernel';
import { QuotaSet, QuotaStruck, type Reckoning } from './contract.ts';

export interface Quota {
  readonly id: Id;
  readonly unit: Id;
  readonly from: string;
  readonly paper: string;
  readonly reckoning: Reckoning;
  readonly setName: string;
  readonly setAt: Date;
  readonly struck: string | null;
}

const columns = sql`
  id, unit_id as unit, from_day::text as "from", paper, reckoning, set_name as "setName", set_at as "setAt", struck`;

export const lockQuota = (tx: Tx, id: Id) =>
  tx.one<Quota>(sql`select ${columns} from space.quota where id = ${id} for update`);
/** Of a unit, struck ones too, the newest first. */
export const quotasOf = (tx: Tx, unit: Id) =>
  tx.rows<Quota>(
    sql`select ${columns} from space.quota where unit_id = ${unit} order by from_day desc, set_at desc limit 200`,
  );
/** What is in force on a day. */
export const quotaOn = (tx: Tx, unit: Id, day: string) =>
  tx.maybe<Quota>(sql`
    select ${columns} from space.quota where unit_id = ${unit} and struck is null and from_day <= ${day}::date
     order by from_day desc limit 1`);

export const quotaOf = ({ id }: { readonly id: Id }) => ({ kind: 'space.quota', id });

export const quotaSaves = [
  saves(QuotaSet, (tx, { object, unit, body }, { actor, now }) => {
    const { from, paper, form, garageSpaces, guards, reckoning } = body;
    const { approved, actual } = reckoning;
    return tx.run(sql`
      insert into space.quota (id, unit_id, from_day, paper, form, garage_spaces, guards, approved_people, actual_people, office_m2, service_m2,
                               equipment_m2, basic_m2, gross_m2, reckoning, set_name, set_at)
      values (${object.id}, ${unit}, ${from}, ${paper}, ${form}, ${garageSpaces}, ${guards}, ${approved.people}, ${actual.people}, ${approved.officeM2},
              ${approved.serviceM2}, ${approved.equipmentM2}, ${approved.basicM2}, ${approved.grossM2}, ${JSON.stringify(reckoning)}::jsonb,
              ${actor.name}, ${now})`);
  }),
  saves(QuotaStruck, (tx, { object, body }) =>
    tx.run(sql`update space.quota set struck = ${body.why}, version = version + 1 where id = ${object.id}`),
  ),
];
