import { type Id, saves, sql, type Tx } from '@opengoa/kernel';
import { UpkeepCancelled, UpkeepDone, UpkeepEnded, UpkeepOrdered, UpkeepPlanned } from './contract.ts';
import type { Order, Plan } from './upkeep.ts';

export interface KeptThing {
  readonly id: Id;
  readonly unit: Id;
  readonly number: string;
  readonly state: string;
}
export const findThing = (tx: Tx, card: Id): Promise<KeptThing> =>
  tx.one<KeptThing>(sql`select id, unit_id as unit, number, state from assets.card where id = ${card}`);
export const lockPlan = (tx: Tx, id: Id): Promise<Plan> =>
  tx.one<Plan>(sql`
    select p.id, p.unit_id as unit, p.card_id as card, p.every_months as "everyMonths", p.state, p.version,
           (select o.number from assets.upkeep_order o where o.plan_id = p.id and o.state = 'open') as "openOrder"
      from assets.upkeep_plan p where p.id = ${id} for update of p`);
export const lockOrder = (tx: Tx, id: Id): Promise<Order> =>
  tx.one<Order>(sql`
    select o.id, o.unit_id as unit, o.card_id as card, o.plan_id as plan, o.number, o.state, o.version,
           (select p.every_months from assets.upkeep_plan p where p.id = o.plan_id and p.state = 'running') as "everyMonths"
      from assets.upkeep_order o where o.id = ${id} for update of o`);

export const upkeepSaves = [
  saves(UpkeepPlanned, (tx, { object, unit, body }) =>
    tx.run(sql`
      insert into assets.upkeep_plan (id, unit_id, card_id, what, every_months, next_due, vendor)
      values (${object.id}, ${unit}, ${body.card}, ${body.what}, ${body.everyMonths}, ${body.nextDue}, ${body.vendor})`),
  ),
  saves(UpkeepEnded, (tx, { object }) =>
    tx.run(sql`update assets.upkeep_plan set state = 'ended', version = version + 1 where id = ${object.id}`),
  ),
  saves(UpkeepOrdered, (tx, { object, unit, body }, { now, actor }) =>
    tx.run(sql`
      insert into assets.upkeep_order (id, unit_id, card_id, plan_id, number, what, vendor, due_day, made_name, made_at)
      values (${object.id}, ${unit}, ${body.card}, ${body.plan}, ${body.number}, ${body.what}, ${body.vendor}, ${body.dueDay}, ${actor.name}, ${now})`),
  ),
  saves(UpkeepDone, async (tx, { object, body }, { actor }) => {
    await tx.run(sql`
      update assets.upkeep_order set state = 'done', outcome = ${body.outcome}, found = ${body.found}, cost_fen = ${body.costFen},
             done_day = ${body.day}, ended_name = ${actor.name}, version = version + 1 where id = ${object.id}`);
    if (body.plan !== null && body.nextDue !== null)
      await tx.run(
        sql`update assets.upkeep_plan set next_due = ${body.nextDue}, version = version + 1 where id = ${body.plan}`,
      );
  }),
  saves(UpkeepCancelled, (tx, { object, body }, { actor }) =>
    tx.run(sql`
      update assets.upkeep_order set state = 'cancelled', found = ${body.why}, ended_name = ${actor.name}, version = version + 1 where id = ${object.id}`),
  ),
];
