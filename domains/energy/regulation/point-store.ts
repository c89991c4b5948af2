import { type Id, saves, sql, type Sql, type Tx } from '@opengoa/kernel';
import { ControlPointChanged, ControlPointRegistered } from './contract.ts';
import type { ControlPoint } from './point.ts';

const columns = sql`
  id, unit_id as unit, building_id as building, name, device, address, sets, least::float8 as least, most::float8 as most, step::float8 as step,
  safe::float8 as safe, pause_minutes as "pauseMinutes", ttl_minutes as "ttlMinutes", meter_id as meter, stale_minutes as "staleMinutes",
  exempt_by as "exemptBy", running, value::float8 as value, value_at as "valueAt", version`;

export const pointsWhere = (tx: Tx, condition: Sql) =>
  tx.rows<ControlPoint>(sql`select ${columns} from energy.control_point where ${condition} order by name, id`);
export const findPoint = (tx: Tx, id: Id) =>
  tx.one<ControlPoint>(sql`select ${columns} from energy.control_point where id = ${id}`);
export const lockPoint = (tx: Tx, id: Id) =>
  tx.one<ControlPoint>(sql`select ${columns} from energy.control_point where id = ${id} for update`);
/** Locked in the order of their ids, so that two acts never wait for each other. */
export const lockPoints = (tx: Tx, condition: Sql) =>
  tx.rows<ControlPoint>(
    sql`select ${columns} from energy.control_point where ${condition} order by id for no key update`,
  );

/** Does another point of the unit bear this address of this device? */
export const isAddressTaken = async (
  tx: Tx,
  { unit, device, address }: Pick<ControlPoint, 'unit' | 'device' | 'address'>,
  but: Id | null,
): Promise<boolean> =>
  (
    await tx.rows(sql`
      select 1 from energy.control_point
       where unit_id = ${unit} and device = ${device} and address = ${address} and (${but}::uuid is null or id <> ${but}::uuid)`)
  ).length > 0;

export const pointSaves = [
  saves(ControlPointRegistered, (tx, { object, unit, body: b }) =>
    tx.run(sql`
      insert into energy.control_point (id, unit_id, building_id, name, device, address, sets, least, most, step, safe, pause_minutes, ttl_minutes, meter_id,
                                        stale_minutes, exempt_by, running)
      values (${object.id}, ${unit}, ${b.building}, ${b.name}, ${b.device}, ${b.address}, ${b.sets}, ${b.least}, ${b.most}, ${b.step}, ${b.safe},
              ${b.pauseMinutes}, ${b.ttlMinutes}, ${b.meter}, ${b.staleMinutes}, ${b.exemptBy}, ${b.running})`),
  ),
  saves(ControlPointChanged, async (tx, { object, body: b }) => {
    await tx.run(sql`
      update energy.control_point
         set name = ${b.name}, device = ${b.device}, address = ${b.address}, sets = ${b.sets}, least = ${b.least}, most = ${b.most}, step = ${b.step},
             safe = ${b.safe}, pause_minutes = ${b.pauseMinutes}, ttl_minutes = ${b.ttlMinutes}, meter_id = ${b.meter},
             stale_minutes = ${b.staleMinutes}, exempt_by = ${b.exemptBy}, running = ${b.running}, version = version + 1
       where id = ${object.id}`);
    // Who is about to approve a plan must have seen these limits.
    await tx.run(
      sql`update energy.regulation_plan set version = version + 1 where state = 'shadow' and ${object.id} = any (points)`,
    );
  }),
];
