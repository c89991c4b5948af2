import { inScope, newId, saves, sql, type Context, type Id, type Sql, type Tx } from '@opengoa/kernel';
import { FindingLookedAt, WindowClosed, WindowEnded, WindowLooked, WindowOpened, WindowProposed } from './contract.ts';
import { personsIn, windowKeepers, type InspectionWindow } from './window.ts';

const columns = sql`id, unit_id as unit, units, findings, inspectors, paper, from_day::text as "from", to_day::text as "to", state, proposed_by as "proposedBy"`;

/** The window, locked: of two decisions the second finds the first made. */
export const lockWindow = (tx: Tx, id: Id): Promise<InspectionWindow> =>
  tx.one<InspectionWindow>(sql`select ${columns} from risk_centre.inspection_window where id = ${id} for update`);

/**
 * Those the actor keeps, and those the actor is named in: one that is neither is not there. Where the right to inspect reaches is judged by the
 * ledger's own scope and at the place of each window.
 */
export const keptOrNamed = (context: Context): Sql => sql`(${inScope(context, windowKeepers)} or ${namedIn(context)})`;

const namedIn = (context: Context): Sql => sql`inspectors && ${personsIn(context)}::uuid[]`;

/** A window that the actor is named in, held against a closing at the same time. @throws not-found, for one of others as for none */
export const windowToLook = (tx: Tx, id: Id, context: Context): Promise<InspectionWindow> =>
  tx.one<InspectionWindow>(
    sql`select ${columns} from risk_centre.inspection_window where id = ${id} and ${namedIn(context)} for share`,
  );

/**
 * The condition on rows of `risk_centre.finding` that the window shows them, to this actor, today. Every statement of a look carries it, so that
 * the last day, the closing and the names hold in the database's answer and not only before it. What a kit on trial said is never shown.
 */
export function shownThrough({ id, units }: Pick<InspectionWindow, 'id' | 'units'>, context: Context): Sql {
  const below = [...new Set(units.flatMap((unit) => context.organisation.unitsBelow(unit)))];
  return sql`not shadow and unit_id = any (${below}::uuid[]) and ${inScope(context, ['inspector'])}
    and id in (
      select t.id from risk_centre.finding t join risk_centre.inspection_window w on w.node_id = t.node_id
       where w.id = ${id} and w.state = 'open' and ${context.today}::date between w.from_day and w.to_day
         and w.inspectors && ${personsIn(context)}::uuid[] and (w.findings = '{}' or t.id = any (w.findings)))`;
}

export const openTasksOn = (tx: Tx, id: Id): Promise<{ id: Id }[]> =>
  tx.rows<{ id: Id }>(sql`select id from kernel.task where object_id = ${id} and state = 'open'`);

const changed = (tx: Tx, id: Id, set: Sql) =>
  tx.run(sql`update risk_centre.inspection_window set ${set} where id = ${id}`);

const look = (tx: Tx, at: { unit: Id; window: Id; finding: Id | null }, { actor, now }: Context) =>
  tx.run(sql`
    insert into risk_centre.window_look (id, unit_id, window_id, finding_id, person_id, at)
    values (${newId()}, ${at.unit}, ${at.window}, ${at.finding}, ${actor.person}, ${now})`);

export const windowSaves = [
  saves(WindowProposed, (tx, { object, unit, body }, { actor, now }) =>
    tx.run(sql`
      insert into risk_centre.inspection_window (id, unit_id, units, findings, inspectors, inspector_names, purpose, paper, from_day, to_day, state,
        proposed_by, proposed_at)
      values (${object.id}, ${unit}, ${body.units}::uuid[], ${body.findings}::uuid[], ${body.inspectors}::uuid[], ${body.inspectorNames}, ${body.purpose},
        ${body.paper}, ${body.from}, ${body.to}, 'proposed', ${actor.person}, ${now})`),
  ),
  saves(WindowOpened, (tx, { object }, { actor, now }) =>
    changed(tx, object.id, sql`state = 'open', confirmed_by = ${actor.person}, confirmed_at = ${now}`),
  ),
  saves(WindowClosed, (tx, { object, body }, { actor, now }) =>
    changed(
      tx,
      object.id,
      sql`state = 'closed', closed_by = ${actor.person}, closed_at = ${now}, reason = ${body.reason}`,
    ),
  ),
  saves(WindowEnded, (tx, { object }, { now }) => changed(tx, object.id, sql`state = 'ended', closed_at = ${now}`)),
  saves(WindowLooked, (tx, { object, unit }, context) => look(tx, { unit, window: object.id, finding: null }, context)),
  saves(FindingLookedAt, (tx, { object, unit, body }, context) =>
    look(tx, { unit, window: body.window, finding: object.id }, context),
  ),
];
