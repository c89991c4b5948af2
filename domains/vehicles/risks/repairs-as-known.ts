import { type Sql, sql } from '@opengoa/kernel';
import {
  RepairApproved,
  RepairCancelled,
  RepairFinished,
  RepairOrdered,
  RepairPaid,
  RepairQuoted,
  RepairRefused,
} from '../costs/contract.ts';
import { RepairBooked, RepairStruck } from '../old-books/contract.ts';
import { lastTold, toldBefore } from './told-before.ts';

/** What each fact of a repair made of it. */
const states = [
  [RepairOrdered, 'ordered'],
  [RepairQuoted, 'quoted'],
  [RepairApproved, 'approved'],
  [RepairRefused, 'refused'],
  [RepairFinished, 'done'],
  [RepairPaid, 'paid'],
  [RepairCancelled, 'cancelled'],
  [RepairBooked, 'paid'],
  [RepairStruck, 'cancelled'],
] as const;

const repair = sql`(r.node_id, r.id)`;

/**
 * Repairs as they were known before an instant: ordered or brought in by then, in the state, with the sums and days that had been entered. The
 * table itself where no instant is given; it has the alias it needs.
 */
export function repairsAsKnown(knownBefore: Date | undefined): Sql {
  if (knownBefore === undefined) return sql`vehicles.repair`;
  const last = (what: Sql, ...types: readonly { readonly name: string }[]) =>
    lastTold(what, repair, types, knownBefore);
  const types = states.map(([{ name }]) => name);
  const state = sql`(${states.map(([, to]) => to)}::text[])[array_position(${types}::text[], told.type)]`;
  const approvedAt = sql`case when told.type = ${RepairApproved.name} then told.happened_at end`;
  return sql`(
      select r.node_id, r.id, r.unit_id, r.vehicle_id, r.plate, r.ordered_at, r.garage,
             ${last(state, ...states.map(([type]) => type))} as state,
             ${last(sql`(told.body->>'amountFen')::int`, RepairPaid, RepairBooked)} as amount_fen,
             ${last(sql`(told.body->>'quoteFen')::int`, RepairQuoted)} as quote_fen,
             ${last(approvedAt, RepairQuoted, RepairApproved)} as approved_at,
             ${last(sql`(coalesce(told.body->>'day', told.body->>'doneDay'))::date`, RepairFinished, RepairBooked)} as done_day
        from vehicles.repair r where ${toldBefore(repair, [RepairOrdered, RepairBooked], knownBefore)}) r`;
}
