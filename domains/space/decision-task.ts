import { type Context, type FactDraft, type Id, newId, sql, TaskRaised, type Tx } from '@opengoa/kernel';

interface ToDecide {
  readonly object: FactDraft['object'];
  readonly unit: Id;
  readonly kind: string;
  readonly title: { readonly zh: string; readonly en: string };
  readonly summary: string;
  readonly opens: string;
  readonly verbs: string[];
}

/** Working days until what was proposed ought to be decided; the task says it, nothing follows from it. */
const workdays = 3;

/** 待审批: whoever leads the unit, the nearest first, finds what was proposed on the desk; never whoever proposed it. */
export function taskToDecide(
  { object, unit, kind, title, summary, opens, verbs }: ToDecide,
  context: Context,
): FactDraft[] {
  const { actor, organisation, calendar, now } = context;
  const holders = organisation
    .chain(unit)
    .map(({ id }) => [...new Set(['head', 'leader'].flatMap((role) => organisation.holdersOfRole(role, id)))])
    .map((found) => found.filter((person) => person !== actor.person))
    .find((found) => found.length > 0);
  if (!holders) return [];
  return [
    TaskRaised.of({
      object,
      unit,
      body: {
        task: {
          id: newId(),
          step: null,
          title,
          holders,
          copied: [],
          due: calendar.deadlineAfterWorkdays(now, workdays).toISOString(),
        },
        kind,
        asker: actor.person,
        summary: summary.slice(0, 500),
        opens,
        verbs,
      },
    }),
  ];
}

/** Open tasks of a thing. */
export const openTasksOf = (tx: Tx, object: Id) =>
  tx.rows<{ id: Id }>(sql`select id from kernel.task where object_id = ${object} and state = 'open'`);
