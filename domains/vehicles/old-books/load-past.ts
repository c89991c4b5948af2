import { type Id, newId, sql, type Sql, type Tx } from '@opengoa/kernel';
import type { OdometerReading } from '../fleet/odometer.ts';
import { takeNumbers } from '../trips/trip-store.ts';
import { type KnownPast, type OldTrip, type Taken, yearOf } from './past-trip.ts';
import type { BookTrips, PastTrip } from './trip-contract.ts';

const oldColumns = sql`
  id, unit_id as unit, number, state, booked_at is not null as booked, vehicle_id as vehicle, returned_at as "returnedAt", fuel_fen as "fuelFen",
  toll_fen as "tollFen", parking_fen as "parkingFen"`;

export const lockOldTrip = (tx: Tx, id: Id) =>
  tx.one<OldTrip>(sql`select ${oldColumns} from vehicles.trip where id = ${id} for update`);

/** What is known of the trips of several inputs, in their order: one round of statements, however many there are. */
export async function loadPast(tx: Tx, inputs: readonly BookTrips[]): Promise<KnownPast[][]> {
  const known = await knownOf(
    tx,
    inputs.flatMap(({ trips }) => trips),
  );
  let at = 0;
  return inputs.map(({ trips }) => known.slice(at, (at += trips.length)));
}

async function knownOf(tx: Tx, trips: readonly PastTrip[]): Promise<KnownPast[]> {
  const corrected = trips.flatMap(({ corrects }) => corrects ?? []);
  // Trips first, then vehicles, as every act locks them.
  const old = new Map(
    (corrected.length === 0
      ? []
      : await tx.rows<OldTrip>(
          sql`select ${oldColumns} from vehicles.trip where id = any (${corrected}::uuid[]) order by id for update`,
        )
    ).map((each) => [each.id, each]),
  );
  // A correction of what is not there, or is another's, is told as such.
  for (const id of corrected) if (!old.has(id)) await lockOldTrip(tx, id);
  const vehicles = await vehiclesOf(tx, trips);
  const drivers = await driversOf(tx, trips);
  const askers = await askersOf(tx, trips);
  const here = new Map(
    (
      await tx.rows<{ vehicle: Id; since: Date }>(sql`
        select vehicle_id as vehicle, min(departed_at) as since from vehicles.trip
         where vehicle_id = any (${[...vehicles.values()].map(({ id }) => id)}::uuid[]) and booked_at is null and departed_at is not null group by 1`)
    ).map(({ vehicle, since }) => [vehicle, since]),
  );
  const named = trips.map((trip) => {
    const vehicle = vehicles.get(trip.plate) ?? null;
    const driver = trip.driverName === null ? null : oneOf(drivers.get(trip.driverName), vehicle?.unit);
    const asker = oneOf(askers.get(trip.askerName), trip.unit, true)?.person ?? null;
    return { vehicle, driver, asker };
  });
  const taken = await takenOf(tx, trips, named, corrected);
  const readings = await readingsOf(tx, trips, named, corrected);
  const numbers = await numbersOf(tx, trips);
  return trips.map((trip, n) => ({
    id: newId(),
    count: numbers[n]!,
    ...named[n]!,
    old: trip.corrects === undefined ? null : old.get(trip.corrects)!,
    taken: taken.get(n) ?? [],
    around: { out: readings(2 * n), back: readings(2 * n + 1) },
    hereSince: here.get(named[n]!.vehicle?.id ?? '') ?? null,
  }));
}

interface Named {
  readonly vehicle: { readonly id: Id; readonly unit: Id; readonly plate: string } | null;
  readonly driver: { readonly id: Id; readonly unit: Id; readonly person: Id } | null;
}

/** Vehicles by plate, locked; of two with one plate the one that is still in the ledger. */
async function vehiclesOf(tx: Tx, trips: readonly PastTrip[]) {
  const rows = await tx.rows<{ id: Id; unit: Id; plate: string; state: string }>(sql`
    select id, unit_id as unit, plate, state from vehicles.vehicle
     where plate = any (${[...new Set(trips.map(({ plate }) => plate))]}::text[]) order by id for update`);
  const inUse = rows.toSorted((a, b) => Number(b.state === 'retired') - Number(a.state === 'retired'));
  return new Map(inUse.map((row) => [row.plate, row]));
}

const driversOf = async (tx: Tx, trips: readonly PastTrip[]) =>
  Map.groupBy(
    await tx.rows<{ id: Id; unit: Id; person: Id; name: string }>(sql`
      select id, unit_id as unit, person_id as person, name from vehicles.driver
       where name = any (${[...new Set(trips.flatMap(({ driverName }) => driverName ?? []))]}::text[])`),
    ({ name }) => name,
  );

/** Who has that name and holds, or held, a post in the unit. */
const askersOf = async (tx: Tx, trips: readonly PastTrip[]) =>
  Map.groupBy(
    await tx.rows<{ person: Id; name: string; unit: Id }>(sql`
      select distinct p.id as person, p.name, o.unit_id as unit
        from kernel.person p join kernel.holding h on (h.node_id, h.person_id) = (p.node_id, p.id) join kernel.post o on (o.node_id, o.id) = (h.node_id, h.post_id)
       where p.name = any (${[...new Set(trips.map(({ askerName }) => askerName))]}::text[])
         and o.unit_id = any (${[...new Set(trips.map(({ unit }) => unit))]}::uuid[])`),
    ({ name }) => name,
  );

/** The one of that unit, or the only one there is; where a name is two people's, nobody is named. */
function oneOf<Row extends { readonly unit: Id }>(rows: readonly Row[] = [], unit?: Id, onlyThere = false): Row | null {
  const there = rows.filter((row) => row.unit === unit);
  if (there.length === 1) return there[0]!;
  return !onlyThere && there.length === 0 && rows.length === 1 ? rows[0]! : null;
}

/** Bookings of vehicle and driver in the time of each trip, by the trip's place. */
async function takenOf(tx: Tx, trips: readonly PastTrip[], named: readonly Named[], corrected: readonly Id[]) {
  const asked = trips.flatMap((trip, n) =>
    [named[n]!.vehicle, named[n]!.driver].flatMap((thing) => (thing ? [{ n, trip, thing: thing.id }] : [])),
  );
  const rows = await tx.rows<Taken & { n: number }>(sql`
    select x.n, b.thing_id as thing, b.starts_at as "startsAt", b.ends_at as "endsAt"
      from unnest(${asked.map(({ n }) => n)}::int[], ${asked.map(({ thing }) => thing)}::uuid[], ${asked.map(({ trip }) => trip.departedAt)}::timestamptz[],
                  ${asked.map(({ trip }) => trip.returnedAt)}::timestamptz[]) x (n, thing, from_at, to_at)
      join vehicles.booking b on b.thing_id = x.thing and b.starts_at < x.to_at and b.ends_at > x.from_at
     where b.trip_id <> all (${[...corrected]}::uuid[]) order by b.starts_at`);
  return Map.groupBy(rows, ({ n }) => n);
}

/** Readings of the vehicle around leaving (2n) and coming back (2n + 1) of each trip whose odometer is told. */
async function readingsOf(tx: Tx, trips: readonly PastTrip[], named: readonly Named[], corrected: readonly Id[]) {
  const asked = trips.flatMap((trip, n) => {
    const { vehicle } = named[n]!;
    if (!vehicle || (trip.odometerOutKm === null && trip.odometerInKm === null)) return [];
    return [
      { at: 2 * n, vehicle: vehicle.id, moment: trip.departedAt },
      { at: 2 * n + 1, vehicle: vehicle.id, moment: trip.returnedAt },
    ];
  });
  const nextTo = (condition: Sql, order: Sql) => sql`
    left join lateral (
      select o.at, o.km, o.source from vehicles.odometer o
       where o.vehicle_id = x.vehicle and ${condition} and (o.trip_id is null or o.trip_id <> all (${[...corrected]}::uuid[])) order by ${order} limit 1)`;
  const rows =
    asked.length === 0
      ? []
      : await tx.rows<{ n: number; before: OdometerRow | null; after: OdometerRow | null }>(sql`
          select x.n, to_jsonb(b) as before, to_jsonb(a) as after
            from unnest(${asked.map(({ at }) => at)}::int[], ${asked.map(({ vehicle }) => vehicle)}::uuid[], ${asked.map(({ moment }) => moment)}::timestamptz[])
                 x (n, vehicle, moment)
            ${nextTo(sql`o.at <= x.moment`, sql`o.at desc, o.id desc`)} b on true
            ${nextTo(sql`o.at > x.moment`, sql`o.at, o.id`)} a on true`);
  const reading = (row: OdometerRow | null): OdometerReading | null => row && { ...row, at: new Date(row.at) };
  const found = new Map(rows.map(({ n, before, after }) => [n, { before: reading(before), after: reading(after) }]));
  return (n: number) => found.get(n) ?? { before: null, after: null };
}

interface OdometerRow extends Omit<OdometerReading, 'at'> {
  readonly at: string;
}

/** A number for each, in their order, by the year in which it departed. */
async function numbersOf(tx: Tx, trips: readonly PastTrip[]): Promise<number[]> {
  const next = new Map<number, number>();
  const years = Map.groupBy(trips, yearOf);
  for (const [year, own] of [...years].toSorted(([a], [b]) => a - b))
    next.set(year, (await takeNumbers(tx, 'BL', year, own.length)) - own.length);
  return trips.map((trip) => {
    const number = next.get(yearOf(trip))! + 1;
    next.set(yearOf(trip), number);
    return number;
  });
}
