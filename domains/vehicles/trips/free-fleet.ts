import { type Context, type Id, sql, type Sql, type Tx } from '@opengoa/kernel';
import { driversWhere, vehiclesWhere } from '../fleet/vehicle-store.ts';
import type { Driver, Vehicle } from '../fleet/vehicle.ts';
import type { dutyKinds } from '../roster/words.zh.ts';
import { localTime, type Trip } from './trip.ts';

const notBooked = (thing: Sql, { id, plan }: Trip) => sql`
  not exists (select 1 from vehicles.booking b where b.thing_id = ${thing} and b.starts_at < ${plan.endsAt} and b.ends_at > ${plan.startsAt} and b.trip_id <> ${id})`;

/**
 * Vehicles that could go: in use, serving the unit, with seats enough, free at that time.
 * @param mine which of them the asker may see at all
 */
export const freeVehicles = (tx: Tx, trip: Trip, { organisation }: Context, mine: Sql): Promise<Vehicle[]> =>
  vehiclesWhere(
    tx,
    sql`${mine} and state = 'in-use' and seats > ${trip.plan.people} and serves_id = any (${organisation.chain(trip.unit).map((unit) => unit.id)}::uuid[]) and ${notBooked(sql`vehicle.id`, trip)}`,
  );

/** Drivers on duty with a licence valid to the end, free at that time. */
export const freeDrivers = (tx: Tx, trip: Trip, mine: Sql): Promise<Driver[]> =>
  driversWhere(
    tx,
    sql`${mine} and state = 'active' and licence_valid_to >= ${localTime(new Date(trip.plan.endsAt)).slice(0, 10)}::date and ${notBooked(sql`driver.id`, trip)}
      and not exists (select 1 from vehicles.duty d where d.driver_id = driver.id and d.kind <> 'duty' and d.starts_at < ${trip.plan.endsAt} and d.ends_at > ${trip.plan.startsAt})`,
  );

/** How many vehicles of the pools that serve these units are free then; counted from offers, so that asking needs no right on the ledger. */
export async function countFree(
  tx: Tx,
  serving: readonly Id[],
  people: number,
  startsAt: string,
  endsAt: string,
): Promise<{ free: number; all: number }> {
  return tx.one(sql`
    select count(*)::int as "all", count(*) filter (where not exists (
             select 1 from vehicles.booking b where b.thing_id = o.id and b.starts_at < ${endsAt} and b.ends_at > ${startsAt}))::int as free
      from vehicles.offer o where o.serves_id = any (${[...serving]}::uuid[]) and o.seats >= ${people}`);
}

export interface Away {
  readonly driver: Id;
  readonly kind: keyof typeof dutyKinds;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** When the roster has these drivers away within the time. */
export const awayAcross = (tx: Tx, drivers: readonly Id[], startsAt: string | Date, endsAt: string | Date) =>
  tx.rows<Away>(sql`
    select driver_id as driver, kind, starts_at as "startsAt", ends_at as "endsAt" from vehicles.duty
     where driver_id = any (${[...drivers]}::uuid[]) and kind <> 'duty' and starts_at < ${endsAt} and ends_at > ${startsAt} order by starts_at`);
