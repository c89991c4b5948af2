import { type Sql, sql } from '@opengoa/kernel';
import { VehicleChanged, VehicleRegistered, VehicleRetired, VehicleStruck } from '../contract.ts';
import { DutyPlanned, DutyStruck, VehicleTransferred } from '../roster/contract.ts';
import { lastTold, toldBefore } from './told-before.ts';

const vehicle = sql`(w.node_id, w.id)`;

/**
 * Vehicles that were registered before an instant, with the unit, the category and the state they were known to have then. The table itself where
 * no instant is given.
 */
export function vehiclesAsKnown(knownBefore: Date | undefined): Sql {
  if (knownBefore === undefined) return sql`vehicles.vehicle`;
  const last = (what: Sql, ...types: readonly { readonly name: string }[]) =>
    lastTold(what, vehicle, types, knownBefore);
  const state = sql`case told.type when ${VehicleRegistered.name} then 'in-use' when ${VehicleChanged.name} then told.body->>'state' else 'retired' end`;
  return sql`(
      select w.node_id, w.id, w.plate,
             ${last(sql`told.unit_id`, VehicleRegistered, VehicleChanged, VehicleTransferred)} as unit_id,
             ${last(sql`told.body->>'category'`, VehicleRegistered, VehicleChanged)} as category,
             ${last(state, VehicleRegistered, VehicleChanged, VehicleRetired, VehicleStruck)} as state
        from vehicles.vehicle w where ${toldBefore(vehicle, [VehicleRegistered], knownBefore)})`;
}

/** Duties of drivers as they were planned before an instant, those struck since with them. The table itself where no instant is given. */
export const dutiesAsKnown = (knownBefore: Date | undefined): Sql =>
  knownBefore === undefined
    ? sql`vehicles.duty`
    : sql`(
      select p.node_id, p.object_id as driver_id, p.body->>'kind' as kind, (p.body->>'startsAt')::timestamptz as starts_at,
             (p.body->>'endsAt')::timestamptz as ends_at
        from kernel.fact p
       where p.type = ${DutyPlanned.name} and p.recorded_at < ${knownBefore} and not exists (
         select from kernel.fact s where (s.node_id, s.object_id) = (p.node_id, p.object_id) and s.type = ${DutyStruck.name}
            and s.body->>'duty' = p.id::text and s.recorded_at < ${knownBefore}))`;
