import {
  newId,
  sql,
  endTasksOf,
  TaskRaised,
  type Context,
  type FactDraft,
  type Id,
  type Tx,
  type Words,
} from '@opengoa/kernel';
import { findingOf, type Finding } from './finding.ts';

export const findOpenTasks = (tx: Tx, finding: Id): Promise<{ id: Id }[]> =>
  tx.rows<{ id: Id }>(sql`select id from kernel.task where object_id = ${finding} and state = 'open'`);

/** A step of a finding on somebody's desk. Nobody found is no task: the list of findings and escalation still hold it. */
export function taskFor(
  finding: Pick<Finding, 'id' | 'unit' | 'number' | 'subjectName'>,
  { title, holders, verbs, due }: { title: Words; holders: readonly Id[]; verbs: readonly string[]; due: Date },
): FactDraft[] {
  if (holders.length === 0) return [];
  return [
    TaskRaised.of({
      object: findingOf(finding),
      unit: finding.unit,
      body: {
        task: { id: newId(), step: null, title, holders: [...new Set(holders)], copied: [], due: due.toISOString() },
        kind: 'risk-centre.finding',
        asker: null,
        summary: `${finding.number} ${finding.subjectName}`,
        opens: `/risk/findings/${finding.id}`,
        verbs: [...verbs],
      },
    }),
  ];
}

export const endTasks = (finding: Pick<Finding, 'id' | 'unit'>, tasks: readonly { id: Id }[], context: Context) =>
  endTasksOf({ object: findingOf(finding), unit: finding.unit }, tasks, context);
