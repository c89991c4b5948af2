import {
  type Context,
  type FactDraft,
  type Id,
  nearestHolders,
  newId,
  sql,
  endTasksOf,
  TaskRaised,
  type Tx,
} from '@opengoa/kernel';
import { summaryOf, type Trip, tripOf } from './trip.ts';

/** The open task of a trip outside approval: to dispatch it, then to drive it. */
export const findOpenTask = (tx: Tx, trip: Id) =>
  tx.maybe<{ id: Id }>(
    sql`select id from kernel.task where object_id = ${trip} and case_id is null and state = 'open' limit 1`,
  );

/** Approved: whoever dispatches for the unit, the nearest first, finds it on the desk. */
export function taskToDispatch(trip: Trip, { organisation }: Context): FactDraft[] {
  const holders = nearestHolders(organisation, 'dispatcher', trip.unit);
  if (holders.length === 0) return [];
  return [
    raised(trip, {
      kind: 'vehicles.dispatch',
      title: { zh: '派车', en: 'Dispatch' },
      holders,
      verbs: ['vehicles.dispatch-trip'],
      opens: `/vehicles/board?trip=${trip.id}`,
    }),
  ];
}

/** Dispatched: the driver's to drive; the asker is told. */
export const taskToDrive = (trip: Trip, driver: Id): FactDraft =>
  raised(trip, {
    kind: 'vehicles.drive',
    title: { zh: '出车', en: 'Drive' },
    holders: [driver],
    verbs: ['vehicles.depart-trip', 'vehicles.return-trip'],
    opens: '/vehicles/drive',
  });

export const endTask = (
  trip: Trip,
  task: { id: Id } | undefined,
  state: 'done' | 'withdrawn',
  context: Context,
): FactDraft[] => endTasksOf({ object: tripOf(trip), unit: trip.unit }, [task], context, state);

function raised(
  trip: Trip,
  task: { kind: string; title: { zh: string; en: string }; holders: readonly Id[]; verbs: string[]; opens: string },
): FactDraft {
  const { kind, title, holders, verbs, opens } = task;
  return TaskRaised.of({
    object: tripOf(trip),
    unit: trip.unit,
    body: {
      task: {
        id: newId(),
        step: null,
        title,
        holders: [...holders],
        copied: trip.asker === null ? [] : [trip.asker],
        due: new Date(trip.plan.startsAt).toISOString(),
      },
      kind,
      asker: trip.asker,
      summary: `${trip.number} ${summaryOf(trip.plan)}`,
      opens,
      verbs,
    },
  });
}
