import { type Context, empty, type Id, type RiskSource, sql, type Tx } from '@opengoa/kernel';
import { addDays, dayOf, instantAt } from '@opengoa/kernel/calendar';
import { haversineM } from '../methods/haversine.ts';
import type { Home } from '../places/place-store.ts';
import type { Shape } from '../positions/contract.ts';
import { metresOutside } from '../positions/fence.ts';
import { andBefore } from './entered-before.ts';
import { vehiclesAsKnown } from './fleet-as-known.ts';
import { repairsOver, wasInRepair } from './in-repair.ts';
import { fixesJudgedThen } from './judged-then.ts';
import { vehicleAfterReturn, vehicleDays } from './looks-again.ts';
import type { ParkedAwayOvernightInputs } from './parked-away-overnight/risk.ts';
import { fenceStood, homesAsKnown } from './places-as-known.ts';
import type { TripWithoutTrackInputs } from './trip-without-track/risk.ts';
import { dispatchedAsKnown, type Given, tripsAsKnown } from './trips-as-known.ts';

interface TripRow {
  readonly id: Id;
  readonly unit: Id;
  readonly number: string;
  readonly plate: string;
  readonly vehicle: Id;
  readonly leftAt: Date;
  readonly returnedAt: Date | null;
  readonly odometerOutKm: number | null;
  readonly odometerInKm: number | null;
  readonly hasTerminal: boolean;
}

interface Fix {
  readonly at: Date;
  readonly latitude: number;
  readonly longitude: number;
  readonly stepDm: number;
}

const inChina = (at: Date) => new Date(at.getTime() + 8 * 3_600_000).toISOString().replace('Z', '+08:00');
const metresBetween = (a: Fix, b: Fix) =>
  haversineM(
    { latitude: a.latitude / 1e6, longitude: a.longitude / 1e6 },
    { latitude: b.latitude / 1e6, longitude: b.longitude / 1e6 },
  );

/** Every trip that came back in the period, beside what the terminal of its vehicle said of it. */
export const tripWithoutTrack: RiskSource = {
  kit: 'trip-without-track',
  asKnown: {
    zh: '出车、返回、补录与撤销、终端登记只读当日以前登记的，定位只读当日以前收到的并据此重算里程；没有收到时间的旧定位和到期清除的不读；另存的定位按现在的认定。',
    en: 'Trips, returns, trips booked and struck, and terminals as entered before that day; fixes that had come in by then, and the way reckoned from them (none without that time, none cleared since); fixes set aside are as judged today.',
  },
  async gather(tx, [from, to], context, _only, knownBefore) {
    const trips = await tx.rows<TripRow>(sql`
      select t.id, t.unit_id as unit, t.number, t.plate, t.vehicle_id as vehicle, t.departed_at as "leftAt", t.returned_at as "returnedAt",
             t.odometer_out_km as "odometerOutKm", t.odometer_in_km as "odometerInKm",
             exists (select from vehicles.terminal e where e.vehicle_id = t.vehicle_id and e.registered_at <= t.departed_at${andBefore(sql`e.registered_at`, knownBefore)}) as "hasTerminal"
        from ${tripsAsKnown(knownBefore)} t
       where t.departed_at >= ${instantAt(from, 0)} and t.departed_at < ${instantAt(to, 0)} and t.plate is not null
       order by t.departed_at limit 50000`);
    const tracks = await tracksOf(tx, trips, context, knownBefore);
    const cases = [];
    for (const trip of trips)
      cases.push({
        subject: { kind: 'vehicles.trip', id: trip.id, name: `${trip.plate} ${trip.number}` },
        unit: trip.unit,
        period: [from, to] as const,
        opens: `/vehicles/trips/${trip.id}`,
        about: vehicleDays(trip.vehicle, [dayOf(trip.leftAt)]),
        inputs: {
          trip: {
            leftAt: inChina(trip.leftAt),
            returnedAt: trip.returnedAt && inChina(trip.returnedAt),
            odometerOutKm: trip.odometerOutKm,
            odometerInKm: trip.odometerInKm,
          },
          tracker: tracks.get(trip.id) ?? null,
        } satisfies TripWithoutTrackInputs,
      });
    return cases;
  },
};

type Tracker = NonNullable<TripWithoutTrackInputs['tracker']>;

/** Trips whose fixes are read at once. */
const tripsAtOnce = 200;

/** What the terminals said of these trips; none of those without a terminal or still under way. */
async function tracksOf(
  tx: Tx,
  trips: readonly TripRow[],
  context: Context,
  knownBefore: Date | undefined,
): Promise<ReadonlyMap<Id, Tracker>> {
  const told = trips.filter(({ hasTerminal, returnedAt }) => hasTerminal && returnedAt !== null);
  const found = new Map<Id, Tracker>();
  for (let at = 0; at < told.length; at += tripsAtOnce) {
    const some = told.slice(at, at + tripsAtOnce);
    const asked = sql`
      unnest(${some.map(({ id }) => id)}::uuid[], ${some.map(({ vehicle }) => vehicle)}::uuid[],
             ${some.map(({ leftAt }) => leftAt)}::timestamptz[], ${some.map(({ returnedAt }) => returnedAt)}::timestamptz[]) as t (id, vehicle, left_at, back_at)`;
    const received = andBefore(sql`received_at`, knownBefore);
    const near = await tx.rows<Fix & { readonly trip: Id; readonly place: 'before' | 'within' | 'after' }>(sql`
      select t.id as trip, p.place, p.at, p.latitude, p.longitude, p.step_dm as "stepDm" from ${asked} cross join lateral (
        (select 'before' as place, at, latitude, longitude, step_dm from vehicles.position
          where vehicle_id = t.vehicle and at < t.left_at and at > t.left_at - interval '60 days' and quality = 0${received} order by at desc limit 1)
        union all
        (select 'within', at, latitude, longitude, step_dm from vehicles.position
          where vehicle_id = t.vehicle and at >= t.left_at and at <= t.back_at and quality = 0${received} order by at limit 100000)
        union all
        (select 'after', at, latitude, longitude, step_dm from vehicles.position
          where vehicle_id = t.vehicle and at > t.back_at and at < t.back_at + interval '60 days' and quality = 0${received} order by at limit 1)
      ) p`);
    const ofTrip = Map.groupBy(near, ({ trip }) => trip);
    const then = knownBefore ? await withinThen(tx, some, context, knownBefore) : undefined;
    for (const { id } of some) {
      const own = (ofTrip.get(id) ?? []).toSorted((a, b) => a.at.getTime() - b.at.getTime());
      const beside = (place: 'before' | 'after') => own.find((fix) => fix.place === place) ?? null;
      found.set(
        id,
        trackerOf(
          beside('before'),
          then ? (then.get(id) ?? []) : own.filter(({ place }) => place === 'within'),
          beside('after'),
        ),
      );
    }
  }
  return found;
}

/** The fixes of trips that counted when those alone were known that had come in before an instant. */
async function withinThen(
  tx: Tx,
  trips: readonly TripRow[],
  context: Context,
  knownBefore: Date,
): Promise<ReadonlyMap<Id, readonly Fix[]>> {
  const drives = trips.map(({ id, vehicle, leftAt, returnedAt }) => ({ id, vehicle, leftAt, backAt: returnedAt! }));
  const judged = await fixesJudgedThen(tx, drives, context, knownBefore);
  return new Map(
    drives.map(({ id, leftAt }) => [
      id,
      (judged.get(id) ?? [])
        .filter(({ at }) => at >= leftAt.getTime())
        .map(({ at, ...fix }) => ({ ...fix, at: new Date(at) })),
    ]),
  );
}

function trackerOf(before: Fix | null, fixes: readonly Fix[], after: Fix | null): Tracker {
  const way = [before, ...fixes, after].filter((fix) => fix !== null);
  let gap: Tracker['gap'] = null;
  for (const [n, fix] of way.entries()) {
    const next = way[n + 1];
    if (!next) break;
    const apartKm = metresBetween(fix, next) / 1000;
    if (gap === null || apartKm > gap.apartKm) gap = { from: inChina(fix.at), to: inChina(next.at), apartKm };
  }
  return {
    heardBefore: before && inChina(before.at),
    heardAfter: after && inChina(after.at),
    fixes: fixes.length,
    trackedKm: fixes.slice(1).reduce((sum, { stepDm }) => sum + stepDm, 0) / 10_000,
    spreadM: fixes.reduce((most, fix) => Math.max(most, metresBetween(fixes[0]!, fix)), 0),
    gap,
  };
}

interface VehicleRow {
  readonly id: Id;
  readonly unit: Id;
  readonly plate: string;
  readonly state: string;
  readonly category: string;
}

/** Night hours of VE-04, by China's clock. */
const night = { fromMinute: 0, toMinute: 5 * 60 };

/** Every vehicle with a terminal, beside how far from its yard it stood each night of the period. */
export const parkedAwayOvernight: RiskSource = {
  kit: 'parked-away-overnight',
  looksAgain: vehicleAfterReturn,
  asKnown: {
    zh: '定位只读当日以前收到的；没有收到时间的旧定位和到期清除的不读；派车、出车、维修、停放地、围栏、终端和车辆状态按当日以前登记的读取；定位是否计入按现在的认定。',
    en: 'Fixes that had come in before that day (none without that time, none cleared since); trips, repairs, yards, fences, terminals and the state of a vehicle as entered by then; whether a fix counts is as judged today.',
  },
  async gather(tx, [from, to], { organisation, today: now }, only, knownBefore) {
    const known = knownBefore && dayOf(knownBefore);
    const today = known && known < now ? known : now;
    const vehicles = await tx.rows<VehicleRow>(sql`
      select v.id, v.unit_id as unit, v.plate, v.state, v.category from ${vehiclesAsKnown(knownBefore)} v
       where exists (select from vehicles.terminal e where e.vehicle_id = v.id and e.registered_at < ${instantAt(to, 0)}${andBefore(sql`e.registered_at`, knownBefore)})
         ${only ? sql`and v.id = any (${only}::uuid[])` : empty}
       order by v.plate limit 20000`);
    const places = await tx.rows<Custody>(
      sql`select unit_id as unit, shape, categories, vehicles from vehicles.fence where use = 'custody' and ${fenceStood(knownBefore)}`,
    );
    const homes = await homesAsKnown(
      tx,
      vehicles.map(({ id }) => id),
      knownBefore,
    );
    const dispatched = knownBefore
      ? Map.groupBy(
          await dispatchedAsKnown(tx, instantAt(from, 0), instantAt(to, 0), knownBefore),
          (each) => each.vehicle,
        )
      : undefined;
    const cases = [];
    for (const vehicle of vehicles) {
      const own = placesFor(places, vehicle, homes.get(vehicle.id), organisation);
      const nights = [];
      const at = await atNight(tx, vehicle.id, [from, to], dispatched?.get(vehicle.id) ?? [], knownBefore);
      const silent = own.length === 0 ? [] : nightsOf(from, to, today).filter((day) => !at.fixes.has(day));
      const around = await stoodAround(tx, vehicle.id, silent, knownBefore);
      for (const day of nightsOf(from, to, today))
        nights.push({
          night: day,
          awayM: own.length === 0 ? null : awayFrom(own, at.fixes.get(day) ?? around.get(day) ?? []),
          excused: vehicle.state === 'under-repair' || isExcused(at, day),
        });
      cases.push({
        subject: { kind: 'vehicles.vehicle', id: vehicle.id, name: vehicle.plate },
        unit: vehicle.unit,
        period: [from, to] as const,
        opens: `/vehicles/fleet/${vehicle.id}`,
        about: vehicleDays(
          vehicle.id,
          nights.filter(({ awayM, excused }) => !excused && awayM !== null && awayM > 0).map((each) => each.night),
        ),
        inputs: { from, toExclusive: to, custodyPlaces: own.length, nights } satisfies ParkedAwayOvernightInputs,
      });
    }
    return cases;
  },
};

/** A place of custody, and whom it is for: these categories, these vehicles; both empty: all of its units. */
interface Custody {
  readonly unit: Id;
  readonly shape: Shape;
  readonly categories: readonly string[];
  readonly vehicles: readonly Id[];
}

/**
 * Where a vehicle may stand at night. One with a home of its own: there; at a point that is the yard drawn around it, or where none is, the point
 * itself, which the metres of the standard widen. Any other: every place of custody of its unit or above that is for it.
 */
function placesFor(
  places: readonly Custody[],
  { id, unit, category }: VehicleRow,
  home: Home | undefined,
  organisation: Context['organisation'],
): Shape[] {
  if (home?.shape) return [home.shape];
  if (home?.point) {
    const { point } = home;
    const around = places.filter(({ shape }) => metresOutside(shape, point) === 0).map(({ shape }) => shape);
    return around.length > 0 ? around : [{ kind: 'circle', ...point, radiusM: 0 }];
  }
  return places
    .filter(({ categories, vehicles }) =>
      categories.length + vehicles.length === 0 ? true : categories.includes(category) || vehicles.includes(id),
    )
    .filter((place) => organisation.covers(place.unit, unit, true))
    .map(({ shape }) => shape);
}

interface AtNight {
  /** Fixes of each night, in the order of time. */
  readonly fixes: ReadonlyMap<string, readonly Fix[]>;
  /** Trips that were planned or under way, from the earlier beginning to the later end. */
  readonly trips: readonly { readonly from: Date; readonly to: Date }[];
  readonly repairs: Awaited<ReturnType<typeof repairsOver>>;
}

/** What is known of a vehicle's nights, read at once: night by night it would be asked a hundred times. */
async function atNight(
  tx: Tx,
  vehicle: Id,
  [from, to]: readonly [string, string],
  dispatched: readonly Given[],
  knownBefore: Date | undefined,
): Promise<AtNight> {
  const [begins, ends] = [instantAt(from, night.fromMinute), instantAt(addDays(to, -1), night.toMinute)];
  const fixes = await tx.rows<Fix>(sql`
    select at, latitude, longitude, step_dm as "stepDm" from vehicles.position
     where vehicle_id = ${vehicle} and at >= ${begins} and at <= ${ends} and quality = 0${andBefore(sql`received_at`, knownBefore)}
       and extract(epoch from (at at time zone 'Asia/Shanghai')::time) between ${night.fromMinute * 60} and ${night.toMinute * 60}
     order by at limit 200000`);
  const trips = await tx.rows<AtNight['trips'][number]>(sql`
    select least(starts_at, coalesce(departed_at, starts_at)) as "from", greatest(ends_at, coalesce(returned_at, ends_at)) as "to" from ${tripsAsKnown(knownBefore)}${knownBefore ? sql` t` : empty}
     where vehicle_id = ${vehicle} ${knownBefore ? empty : sql`and state not in ('refused', 'withdrawn', 'cancelled')`}
       and least(starts_at, coalesce(departed_at, starts_at)) < ${ends} and greatest(ends_at, coalesce(returned_at, ends_at)) > ${begins} limit 10000`);
  return {
    fixes: Map.groupBy(fixes, ({ at }) => dayOf(at)),
    trips: [...trips, ...dispatched],
    repairs: await repairsOver(tx, vehicle, from, ends, knownBefore),
  };
}

function awayFrom(places: readonly Shape[], stood: readonly Fix[]): number | null {
  if (stood.length === 0) return null;
  const mean = (of: (fix: Fix) => number) => stood.reduce((sum, fix) => sum + of(fix), 0) / stood.length / 1e6;
  const place = { latitude: mean(({ latitude }) => latitude), longitude: mean(({ longitude }) => longitude) };
  return Math.min(...places.map((shape) => metresOutside(shape, place)));
}

/** A terminal asleep with the ignition off: where it fell asleep in the evening and woke up in the morning, if that is one place. All nights are asked at once. */
async function stoodAround(
  tx: Tx,
  vehicle: Id,
  days: readonly string[],
  knownBefore: Date | undefined,
): Promise<ReadonlyMap<string, readonly Fix[]>> {
  if (days.length === 0) return new Map();
  const received = andBefore(sql`received_at`, knownBefore);
  const beside = await tx.rows<Fix & { readonly night: string }>(sql`
    select n.night, p.at, p.latitude, p.longitude, p.step_dm as "stepDm"
      from unnest(${days}::text[], ${days.map((day) => instantAt(day, night.fromMinute))}::timestamptz[],
                  ${days.map((day) => instantAt(day, night.toMinute))}::timestamptz[]) as n (night, begins, ends)
     cross join lateral (
       (select at, latitude, longitude, step_dm from vehicles.position
         where vehicle_id = ${vehicle} and at < n.begins and at > n.begins - interval '4 days' and quality = 0${received} order by at desc limit 1)
       union all
       (select at, latitude, longitude, step_dm from vehicles.position
         where vehicle_id = ${vehicle} and at > n.ends and at < n.ends + interval '4 days' and quality = 0${received} order by at limit 1)
     ) p
     order by n.night, p.at`);
  const found = new Map<string, readonly Fix[]>();
  for (const [day, [asleep, awake]] of Map.groupBy(beside, (fix) => fix.night)) {
    const near = asleep && awake && awake.at.getTime() - asleep.at.getTime() < 4 * 86_400_000;
    if (near && metresBetween(asleep, awake) <= 200) found.set(day, [asleep, awake]);
  }
  return found;
}

/** Every night of the period that is over or begun. */
function nightsOf(from: string, to: string, today: string): string[] {
  const nights: string[] = [];
  for (let day = from; day < to && day <= today; day = addDays(day, 1)) nights.push(day);
  return nights;
}

function isExcused({ trips, repairs }: AtNight, day: string): boolean {
  const [from, to] = [instantAt(day, night.fromMinute), instantAt(day, night.toMinute)];
  return trips.some((trip) => trip.from < to && trip.to > from) || wasInRepair(repairs, day, to);
}
