import { type Id, saves, sql, type Sql, type Tx } from '@opengoa/kernel';
import {
  RegulationApproved,
  RegulationChanged,
  RegulationEnded,
  RegulationProposed,
  RegulationStopped,
  RegulationSwitched,
} from './contract.ts';
import { keepReturns } from './entry-store.ts';
import type { Plan } from './plan.ts';

const columns = sql`
  id, unit_id as unit, name, points, rules, from_day::text as "from", to_day::text as "to", state, shadow_since as "shadowSince",
  proposed_by as "proposedBy", proposed_name as "proposedName", proposed_at as "proposedAt", approved_by as "approvedBy", approved_name as "approvedName",
  approved_at as "approvedAt", opinion, stopped_name as "stoppedName", stopped_at as "stoppedAt", stopped_why as "stoppedWhy", version`;

export const findPlan = (tx: Tx, id: Id) =>
  tx.one<Plan>(sql`select ${columns} from energy.regulation_plan where id = ${id}`);
export const lockPlan = (tx: Tx, id: Id) =>
  tx.one<Plan>(sql`select ${columns} from energy.regulation_plan where id = ${id} for update`);
export const plansWhere = (tx: Tx, condition: Sql) =>
  tx.rows<Plan>(sql`select ${columns} from energy.regulation_plan where ${condition} order by proposed_at, id`);
export const lockPlans = (tx: Tx, condition: Sql) =>
  tx.rows<Plan>(sql`select ${columns} from energy.regulation_plan where ${condition} order by id for update`);

/** The plan that acts on one of these points, other than the one given. */
export const actingOn = async (tx: Tx, points: readonly Id[], but: Id | null): Promise<Plan | undefined> =>
  (
    await plansWhere(
      tx,
      sql`state = 'active' and points && ${[...points]}::uuid[] and (${but}::uuid is null or id <> ${but}::uuid)`,
    )
  )[0];

export interface Switch {
  readonly id: Id;
  readonly running: boolean;
  readonly document: string;
  readonly setBy: string;
  readonly setAt: Date;
}

export const findSwitch = (tx: Tx, unit: Id) =>
  tx.maybe<Switch>(
    sql`select id, running, document, set_by as "setBy", set_at as "setAt" from energy.regulation_switch where unit_id = ${unit}`,
  );
/** Locked, so that nothing is approved or commanded while it is switched off. */
export const lockSwitch = (tx: Tx, unit: Id) =>
  tx.maybe<Switch>(
    sql`select id, running, document, set_by as "setBy", set_at as "setAt" from energy.regulation_switch where unit_id = ${unit} for update`,
  );
export const unitsSwitchedOn = async (tx: Tx): Promise<ReadonlySet<Id>> =>
  new Set(
    (await tx.rows<{ unit: Id }>(sql`select unit_id as unit from energy.regulation_switch where running`)).map(
      ({ unit }) => unit,
    ),
  );

export const planSaves = [
  saves(RegulationProposed, (tx, { object, unit, body }, { actor, now }) =>
    tx.run(sql`
      insert into energy.regulation_plan (id, unit_id, name, points, rules, from_day, to_day, state, shadow_since, proposed_by, proposed_name, proposed_at)
      values (${object.id}, ${unit}, ${body.name}, ${body.points}::uuid[], ${JSON.stringify(body.rules)}::jsonb, ${body.from}, ${body.to}, 'shadow', ${now},
              ${actor.person}, ${actor.name}, ${now})`),
  ),
  saves(RegulationChanged, async (tx, { object, body }, { actor, now }) => {
    await tx.run(sql`
      update energy.regulation_plan
         set name = ${body.name}, points = ${body.points}::uuid[], rules = ${JSON.stringify(body.rules)}::jsonb, from_day = ${body.from}, to_day = ${body.to},
             state = 'shadow', shadow_since = ${now}, proposed_by = ${actor.person}, proposed_name = ${actor.name}, proposed_at = ${now}, approved_by = null,
             approved_name = null, approved_at = null, opinion = null, stopped_name = null, stopped_at = null, stopped_why = null, version = version + 1
       where id = ${object.id}`);
    await keepReturns(tx, body.returns, now);
  }),
  saves(RegulationApproved, (tx, { object, body }, { actor, now }) =>
    tx.run(sql`
      update energy.regulation_plan
         set state = 'active', approved_by = ${actor.person}, approved_name = ${actor.name}, approved_at = ${now}, opinion = ${body.opinion}, version = version + 1
       where id = ${object.id}`),
  ),
  saves(RegulationStopped, async (tx, { object, body }, { actor, now }) => {
    await tx.run(sql`
      update energy.regulation_plan
         set state = 'stopped', stopped_name = ${actor.name}, stopped_at = ${now}, stopped_why = ${body.why}, version = version + 1 where id = ${object.id}`);
    await keepReturns(tx, body.returns, now);
  }),
  saves(RegulationEnded, (tx, { object }, { now }) =>
    tx.run(
      sql`update energy.regulation_plan set state = 'ended', stopped_at = ${now}, version = version + 1 where id = ${object.id}`,
    ),
  ),
  saves(RegulationSwitched, async (tx, { object, unit, body }, { actor, now }) => {
    await tx.run(sql`
      insert into energy.regulation_switch as s (id, unit_id, running, document, set_by, set_at)
      values (${object.id}, ${unit}, ${body.running}, ${body.document}, ${actor.name}, ${now})
      on conflict (node_id, unit_id) do update set running = excluded.running, document = excluded.document, set_by = excluded.set_by, set_at = excluded.set_at`);
    await keepReturns(tx, body.returns, now);
  }),
];
