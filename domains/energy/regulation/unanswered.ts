/** What is done about a device that does not do as it was told. */
import {
  type Context,
  type FactDraft,
  type Id,
  nearestHolders,
  newId,
  sql,
  TaskRaised,
  type Tx,
} from '@opengoa/kernel';
import { type Plan, planOf } from './plan.ts';

export interface OpenTask {
  readonly id: Id;
}

export const openTaskOf = async (tx: Tx, plan: Id): Promise<OpenTask | null> =>
  (await tx.maybe<OpenTask>(sql`select id from kernel.task where object_id = ${plan} and state = 'open' limit 1`)) ??
  null;

/** A task for whoever keeps the energy there, or answers for the place; none while one of the plan's is open. */
export function taskAbout(
  plan: Pick<Plan, 'id' | 'unit' | 'name'>,
  says: string,
  open: OpenTask | null,
  { organisation, calendar, now }: Pick<Context, 'organisation' | 'calendar' | 'now'>,
): FactDraft[] {
  if (open) return [];
  const clerks = nearestHolders(organisation, 'energy-clerk', plan.unit);
  const holders = clerks.length > 0 ? clerks : nearestHolders(organisation, 'head', plan.unit);
  if (holders.length === 0) return [];
  return [
    TaskRaised.of({
      object: planOf(plan),
      unit: plan.unit,
      body: {
        task: {
          id: newId(),
          step: null,
          title: { zh: '自动调控设备待核实', en: 'A regulated device to be checked' },
          holders: [...holders],
          copied: [],
          due: calendar.deadlineAfterWorkdays(now, 1).toISOString(),
        },
        kind: 'energy.regulation-plan',
        asker: null,
        summary: `调控方案“${plan.name}”：${says}`.slice(0, 500),
        opens: `/energy/regulation/plans/${plan.id}`,
        verbs: ['energy.stop-regulation'],
      },
    }),
  ];
}
