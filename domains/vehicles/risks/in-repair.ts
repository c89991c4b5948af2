import { type Id, sql, type Tx } from '@opengoa/kernel';

/**
 * Whether a vehicle was in the garage by its order, approved before a moment and not done before a day: what state it is in today says nothing of a
 * night weeks ago.
 */
export async function wasInRepair(tx: Tx, vehicle: Id, day: string, to: Date): Promise<boolean> {
  const rows = await tx.rows(sql`
    select 1 from vehicles.repair
     where vehicle_id = ${vehicle} and state in ('approved', 'done', 'paid') and approved_at < ${to} and (done_day is null or done_day >= ${day}) limit 1`);
  return rows.length > 0;
}
