import { type Id, sql, type Tx } from '@opengoa/kernel';
import { repairsAsKnown } from './repairs-as-known.ts';

interface InGarage {
  readonly approvedAt: Date;
  readonly doneDay: string | null;
}

/**
 * A vehicle's orders of repair that were approved before a moment and not done before a day.
 * @param knownBefore as they were known before this instant
 */
export const repairsOver = (tx: Tx, vehicle: Id, day: string, to: Date, knownBefore?: Date) =>
  tx.rows<InGarage>(sql`
    select approved_at as "approvedAt", done_day::text as "doneDay" from ${repairsAsKnown(knownBefore)}
     where vehicle_id = ${vehicle} and state in ('approved', 'done', 'paid') and approved_at < ${to} and (done_day is null or done_day >= ${day}) limit 1000`);

/** Whether the vehicle was in the garage by its order then: what state it is in today says nothing of a night weeks ago. */
export const wasInRepair = (repairs: readonly InGarage[], day: string, to: Date): boolean =>
  repairs.some(({ approvedAt, doneDay }) => approvedAt < to && (doneDay === null || doneDay >= day));
