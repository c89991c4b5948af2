import { type Id, saves, sql, type Tx } from '@opengoa/kernel';
import {
  CallCancelled,
  CallHandedOut,
  CallRightEnded,
  CallRightKept,
  EmergencyDeclared,
  EmergencyEnded,
  StockCalled,
} from './contract.ts';
import type { Called, CallRight, Reserved } from './emergency.ts';

export const findRight = (tx: Tx, id: Id) =>
  tx.one<{ id: Id; unit: Id; state: 'kept' | 'ended'; version: number }>(
    sql`select id, unit_id as unit, state, version from assets.call_right where id = ${id} for update`,
  );
interface Emergency {
  readonly id: Id;
  readonly unit: Id;
  readonly name: string;
  readonly fromDay: string;
  readonly state: 'open' | 'ended';
  readonly version: number;
}
const emergencyColumns = sql`
  id, unit_id as unit, name, (from_at at time zone 'Asia/Shanghai')::date::text as "fromDay", state, version`;
/** Everybody sees which are declared. */
export const findEmergency = (tx: Tx, id: Id) =>
  tx.one<Emergency>(sql`select ${emergencyColumns} from assets.emergency where id = ${id}`);
/** Of the own units alone. */
export const lockEmergency = (tx: Tx, id: Id) =>
  tx.one<Emergency>(sql`select ${emergencyColumns} from assets.emergency where id = ${id} for update`);
export const rightsTo = (tx: Tx, store: Id): Promise<CallRight[]> =>
  tx.rows<CallRight>(sql`
    select id, caller_id as caller, class, most from assets.call_right where store_id = ${store} and state = 'kept' order by id`);
export const lockCall = (tx: Tx, id: Id): Promise<Called> =>
  tx.one<Called>(sql`
    select c.id, c.unit_id as unit, c.keeper_id as keeper, c.offer_id as offer, c.number, c.quantity, c.due_day::text as "dueDay", e.name as emergency,
           c.state, c.version
      from assets.emergency_call c join assets.emergency e on (e.node_id, e.id) = (c.node_id, c.emergency_id) where c.id = ${id} for update of c`);
/** Reservations that stand, the latest first. */
export const reservedOf = (tx: Tx, offer: Id, today: string): Promise<Reserved[]> =>
  tx.rows<Reserved>(sql`
    select id, unit_id as unit, quantity from assets.claim
     where offer_id = ${offer} and kind = 'reservation' and state = 'held' and until_day >= ${today}::date order by made_at desc, id desc`);
export const classOf = async (tx: Tx, offer: Id): Promise<string> =>
  (await tx.one<{ class: string }>(sql`select class from assets.offer where id = ${offer}`)).class;

export const emergencySaves = [
  saves(CallRightKept, (tx, { object, unit, body }) =>
    tx.run(sql`
      insert into assets.call_right (id, unit_id, store_id, caller_id, class, most, document, contact)
      values (${object.id}, ${unit}, ${body.store}, ${body.caller}, ${body.class}, ${body.most}, ${body.document}, ${body.contact})`),
  ),
  saves(CallRightEnded, (tx, { object }) =>
    tx.run(sql`update assets.call_right set state = 'ended', version = version + 1 where id = ${object.id}`),
  ),
  saves(EmergencyDeclared, (tx, { object, unit, body }, { now }) =>
    tx.run(sql`
      insert into assets.emergency (id, unit_id, name, document, from_at, state)
      values (${object.id}, ${unit}, ${body.name}, ${body.document}, ${now}, 'open')`),
  ),
  saves(EmergencyEnded, (tx, { object, body }, { now }) =>
    tx.run(sql`
      update assets.emergency set state = 'ended', until_at = ${now}, said = ${body.said}, version = version + 1 where id = ${object.id}`),
  ),
  saves(StockCalled, async (tx, { object, unit, body }, { now, actor }) => {
    await tx.run(sql`
      insert into assets.emergency_call (id, unit_id, keeper_id, emergency_id, offer_id, number, name, measure, quantity, due_day, place, contact, state,
                                         made_name, made_at)
      values (${object.id}, ${unit}, ${body.keeper}, ${body.emergency}, ${body.offer}, ${body.number}, ${body.name}, ${body.measure}, ${body.quantity},
              ${body.dueDay}, ${body.place}, ${body.contact}, 'called', ${actor.name}, ${now})`);
    await tx.run(sql`
      insert into assets.claim (id, unit_id, keeper_id, offer_id, kind, quantity, until_day, state, purpose, made_at)
      values (${object.id}, ${unit}, ${body.keeper}, ${body.offer}, 'call', ${body.quantity}, ${body.dueDay}, 'held', ${body.place}, ${now})`);
  }),
  saves(CallHandedOut, async (tx, { object, body }, { now }) => {
    await tx.run(sql`
      update assets.emergency_call set state = 'handed-out', handed_at = ${now}, loan_id = ${body.loan}, version = version + 1 where id = ${object.id}`);
    await tx.run(sql`update assets.claim set state = 'ended', version = version + 1 where id = ${object.id}`);
  }),
  saves(CallCancelled, async (tx, { object }) => {
    await tx.run(
      sql`update assets.emergency_call set state = 'cancelled', version = version + 1 where id = ${object.id}`,
    );
    await tx.run(sql`update assets.claim set state = 'ended', version = version + 1 where id = ${object.id}`);
  }),
];
