import { type Id, sql, type Tx } from '@opengoa/kernel';
import type { Datum } from './datum.ts';
import type { Fence } from './fence.ts';
import type { Fix, Standing, StoredFix } from './judge-positions.ts';
import type { ReadFix } from './read-fix.ts';

/** A vehicle's terminal with what its next fix is judged against, locked. */
export interface Tracker {
  readonly number: string;
  readonly datum: Datum;
  readonly vehicle: Id;
  readonly unit: Id;
  readonly lastAt: number | null;
  readonly asideAt: number | null;
  readonly standing: Standing;
  readonly direction: number | null;
  readonly ignition: boolean | null;
  readonly inside: readonly Id[];
}

interface TrackerRow {
  readonly vehicle: Id;
  readonly unit: Id;
  readonly last: Date | null;
  readonly aside: Date | null;
  readonly anchor: Date | null;
  readonly anchorLatitude: number;
  readonly anchorLongitude: number;
  readonly anchorSpeed: number | null;
  readonly rival: Date | null;
  readonly rivalLatitude: number;
  readonly rivalLongitude: number;
  readonly rivalSpeed: number | null;
  readonly rivalRun: number;
  readonly direction: number | null;
  readonly ignition: boolean | null;
  readonly inside: Id[];
}

const ofNumbers = `vehicle_id = any (array(select e.vehicle_id from vehicles.terminal e where e.number = any ($1) and e.state <> 'withdrawn'))`;

/**
 * Trackers of these terminals in the order of their vehicles, so that two batches wait for each other and never block for good. Both
 * statements leave at once; the terminals are not joined to what is locked.
 */
export async function lockTrackers(tx: Tx, numbers: readonly string[]): Promise<Tracker[]> {
  const [named, rows] = await Promise.all([
    tx.named<{ number: string; datum: Datum; vehicle: Id }>(
      'vehicles-terminals-numbered',
      `select number, datum, vehicle_id as vehicle from vehicles.terminal where number = any ($1) and state <> 'withdrawn'`,
      [numbers],
    ),
    tx.named<TrackerRow>(
      'vehicles-lock-trackers',
      `select vehicle_id as vehicle, unit_id as unit, last_at as last, aside_at as aside, anchor_at as anchor, anchor_latitude as "anchorLatitude",
              anchor_longitude as "anchorLongitude", anchor_speed as "anchorSpeed", rival_at as rival, rival_latitude as "rivalLatitude",
              rival_longitude as "rivalLongitude", rival_speed as "rivalSpeed", rival_run as "rivalRun", direction, ignition, inside
         from vehicles.tracker where ${ofNumbers} order by vehicle_id for update`,
      [numbers],
    ),
  ]);
  const terminals = new Map(named.map((terminal) => [terminal.vehicle, terminal]));
  return rows.map(({ last, aside, anchor, rival, ...row }) => ({
    number: terminals.get(row.vehicle)!.number,
    datum: terminals.get(row.vehicle)!.datum,
    vehicle: row.vehicle,
    unit: row.unit,
    direction: row.direction,
    ignition: row.ignition,
    inside: row.inside,
    lastAt: last?.getTime() ?? null,
    asideAt: aside?.getTime() ?? null,
    standing: {
      anchor: anchor && {
        at: anchor.getTime(),
        latitude: row.anchorLatitude,
        longitude: row.anchorLongitude,
        speed: row.anchorSpeed,
      },
      rival: rival && {
        at: rival.getTime(),
        latitude: row.rivalLatitude,
        longitude: row.rivalLongitude,
        speed: row.rivalSpeed,
        run: row.rivalRun,
      },
    },
  }));
}

export async function platesOf(tx: Tx, vehicles: readonly Id[]): Promise<ReadonlyMap<Id, string>> {
  if (vehicles.length === 0) return new Map();
  const rows = await tx.rows<{ id: Id; plate: string }>(
    sql`select id, plate from vehicles.vehicle where id = any (${[...vehicles]}::uuid[])`,
  );
  return new Map(rows.map(({ id, plate }) => [id, plate]));
}

/** Which of these moments have a row already, as `<vehicle> <milliseconds>`. */
export async function momentsKept(
  tx: Tx,
  moments: readonly { readonly vehicle: Id; readonly at: number }[],
): Promise<ReadonlySet<string>> {
  if (moments.length === 0) return new Set();
  const rows = await tx.rows<{ vehicle: Id; at: Date }>(sql`
    select p.vehicle_id as vehicle, p.at
      from unnest(${moments.map(({ vehicle }) => vehicle)}::uuid[], ${moments.map(({ at }) => new Date(at))}::timestamptz[]) as m (vehicle_id, at)
      join vehicles.position p on p.vehicle_id = m.vehicle_id and p.at = m.at`);
  return new Set(rows.map(({ vehicle, at }) => `${vehicle} ${at.getTime()}`));
}

const fixColumns = sql`at, latitude, longitude, speed, quality, step_dm as "stepDm"`;
type FixRow = Omit<StoredFix, 'at'> & { readonly at: Date };
const fixOf = ({ at, ...row }: FixRow): StoredFix => ({ ...row, at: at.getTime() });

/** The last row before a moment that counts. */
export async function countedBefore(tx: Tx, vehicle: Id, at: number): Promise<StoredFix | null> {
  const row = await tx.maybe<FixRow>(sql`
    select ${fixColumns} from vehicles.position
     where vehicle_id = ${vehicle} and at < ${new Date(at)} and quality = 0 order by at desc limit 1`);
  return row ? fixOf(row) : null;
}

/** The next judged rows after a moment. */
export async function judgedAfter(tx: Tx, vehicle: Id, after: number, page: number): Promise<StoredFix[]> {
  const rows = await tx.rows<FixRow>(sql`
    select ${fixColumns} from vehicles.position
     where vehicle_id = ${vehicle} and at > ${Number.isFinite(after) ? new Date(after) : '-infinity'}::timestamptz and quality in (0, 3)
     order by at limit ${page}`);
  return rows.map(fixOf);
}

export interface TripSpan {
  readonly trip: Id;
  readonly vehicle: Id;
  readonly from: number;
  readonly to: number;
}

/** Trips of these terminals' vehicles that a stretch of time touches. */
export async function tripsAcross(tx: Tx, numbers: readonly string[], from: number, to: number): Promise<TripSpan[]> {
  const rows = await tx.named<{ trip: Id; vehicle: Id; from: Date; to: Date | null }>(
    'vehicles-trips-across',
    `select trip_id as trip, vehicle_id as vehicle, from_at as "from", to_at as "to" from vehicles.track_trip
      where ${ofNumbers} and coalesce(to_at, 'infinity') >= $2 and from_at <= $3`,
    [numbers, new Date(from), new Date(to)],
  );
  return rows.map((row) => ({
    ...row,
    from: row.from.getTime(),
    to: row.to?.getTime() ?? Number.POSITIVE_INFINITY,
  }));
}

export const fencesDrawn = (tx: Tx): Promise<Fence[]> =>
  tx.named<Fence>(
    'vehicles-fences-drawn',
    `select id, unit_id as unit, name, shape, watches, from_minute as "fromMinute", to_minute as "toMinute", limit_kmh as "limitKmh", categories, vehicles, tells, stay_minutes as "stayMinutes"
       from vehicles.fence where state = 'drawn' order by name limit 2000`,
    [],
  );

export interface PositionRow extends ReadFix {
  readonly vehicle: Id;
  readonly unit: Id;
  readonly quality: number;
  readonly stepDm: number;
}

/** An array for `unnest`, as text: built once, with none of the driver's own walk over every value. */
const listOf = (values: readonly (number | boolean | null)[]): string =>
  `{${values.map((value) => value ?? 'NULL').join(',')}}`;

/** Writes new rows; every one of them is known to be new. */
export async function insertPositions(tx: Tx, rows: readonly PositionRow[], receivedAt: Date): Promise<void> {
  if (rows.length === 0) return;
  const vehicles = [...new Map(rows.map(({ vehicle, unit }) => [vehicle, unit]))];
  const nth = new Map(vehicles.map(([vehicle], at) => [vehicle, at + 1]));
  const list = (of: (row: PositionRow) => number | boolean | null) => listOf(rows.map(of));
  await tx.named(
    'vehicles-insert-positions',
    `insert into vehicles.position (at, vehicle_id, unit_id, latitude, longitude, said_latitude, said_longitude, step_dm, mileage, fuel, alarm, speed,
                                    direction, altitude, accuracy, quality, ignition, received_at)
     select to_timestamp(r.at::float8 / 1000), v.id, v.unit_id, r.latitude, r.longitude, r.said_latitude, r.said_longitude, r.step_dm, r.mileage, r.fuel,
            r.alarm, r.speed, r.direction, r.altitude, r.accuracy, r.quality, r.ignition, $19::timestamptz
       from unnest($3::bigint[], $4::int[], $5::int[], $6::int[], $7::int[], $8::int[], $9::int[], $10::int[], $11::smallint[], $12::bigint[],
                   $13::smallint[], $14::smallint[], $15::smallint[], $16::smallint[], $17::smallint[], $18::bool[])
            as r (at, which, latitude, longitude, said_latitude, said_longitude, step_dm, mileage, fuel, alarm, speed, direction, altitude, accuracy,
                  quality, ignition)
       join unnest($1::uuid[], $2::uuid[]) with ordinality as v (id, unit_id, n) on v.n = r.which`,
    [
      vehicles.map(([vehicle]) => vehicle),
      vehicles.map(([, unit]) => unit),
      list(({ at }) => at),
      list(({ vehicle }) => nth.get(vehicle)!),
      list(({ latitude }) => latitude),
      list(({ longitude }) => longitude),
      list(({ said }) => said?.latitude ?? null),
      list(({ said }) => said?.longitude ?? null),
      list(({ stepDm }) => stepDm),
      list(({ mileage }) => mileage),
      list(({ fuel }) => fuel),
      list(({ alarm }) => alarm),
      list(({ speed }) => speed),
      list(({ direction }) => direction),
      list(({ altitude }) => altitude),
      list(({ accuracy }) => accuracy),
      list((row) => row.quality),
      list(({ ignition }) => ignition),
      receivedAt,
    ],
  );
}

/** Rows that a late fix made count otherwise. What the terminal said stays as it is. */
export async function judgeAgain(
  tx: Tx,
  vehicle: Id,
  rows: readonly { readonly at: number; readonly quality: number; readonly stepDm: number }[],
): Promise<void> {
  if (rows.length === 0) return;
  await tx.run(sql`
    update vehicles.position p set quality = r.quality, step_dm = r.step_dm
      from unnest(${rows.map(({ at }) => new Date(at))}::timestamptz[], ${rows.map((row) => row.quality)}::smallint[], ${rows.map(({ stepDm }) => stepDm)}::int[])
        as r (at, quality, step_dm)
     where p.vehicle_id = ${vehicle} and p.at = r.at`);
}

export interface TrackerAfter extends Pick<
  Tracker,
  'vehicle' | 'lastAt' | 'asideAt' | 'standing' | 'direction' | 'ignition' | 'inside'
> {}

const dateList = (values: readonly (number | null)[]): (Date | null)[] =>
  values.map((value) => (value === null ? null : new Date(value)));

/** Where each vehicle stands now. `heardAt` null: nothing was heard, a row was judged anew. */
export async function keepTrackers(tx: Tx, after: readonly TrackerAfter[], heardAt: Date | null): Promise<void> {
  const fixes = (of: (standing: Standing) => Fix | null) => {
    const all = after.map(({ standing }) => of(standing));
    return [
      dateList(all.map((fix) => fix?.at ?? null)),
      listOf(all.map((fix) => fix?.latitude ?? null)),
      listOf(all.map((fix) => fix?.longitude ?? null)),
      listOf(all.map((fix) => fix?.speed ?? null)),
    ];
  };
  await tx.named(
    'vehicles-keep-trackers',
    `update vehicles.tracker k
        set last_at = r.last_at, aside_at = r.aside_at, heard_at = coalesce($1::timestamptz, k.heard_at), anchor_at = r.a_at, anchor_latitude = r.a_lat, anchor_longitude = r.a_lon,
            anchor_speed = r.a_speed, rival_at = r.r_at, rival_latitude = r.r_lat, rival_longitude = r.r_lon, rival_speed = r.r_speed, rival_run = r.run,
            direction = r.direction, ignition = r.ignition, inside = r.inside::uuid[]
       from unnest($2::uuid[], $3::timestamptz[], $4::timestamptz[], $5::timestamptz[], $6::int[], $7::int[], $8::smallint[], $9::timestamptz[], $10::int[],
                   $11::int[], $12::smallint[], $13::smallint[], $14::smallint[], $15::bool[], $16::text[])
            as r (vehicle_id, last_at, aside_at, a_at, a_lat, a_lon, a_speed, r_at, r_lat, r_lon, r_speed, run, direction, ignition, inside)
      where k.vehicle_id = r.vehicle_id`,
    [
      heardAt,
      after.map(({ vehicle }) => vehicle),
      dateList(after.map(({ lastAt }) => lastAt)),
      dateList(after.map(({ asideAt }) => asideAt)),
      ...fixes(({ anchor }) => anchor),
      ...fixes(({ rival }) => rival),
      listOf(after.map(({ standing }) => standing.rival?.run ?? null)),
      listOf(after.map(({ direction }) => direction)),
      listOf(after.map(({ ignition }) => ignition)),
      after.map(({ inside }) => `{${inside.join(',')}}`),
    ],
  );
}

export interface DayChange {
  readonly vehicle: Id;
  readonly unit: Id;
  readonly day: string;
  readonly dm: number;
  readonly points: number;
}

export async function addToTrackDays(tx: Tx, changes: readonly DayChange[]): Promise<void> {
  if (changes.length === 0) return;
  await tx.named(
    'vehicles-add-track-days',
    `insert into vehicles.track_day as d (vehicle_id, unit_id, day, dm, points)
     select * from unnest($1::uuid[], $2::uuid[], $3::date[], $4::bigint[], $5::int[])
     on conflict (node_id, vehicle_id, day) do update set dm = d.dm + excluded.dm, points = d.points + excluded.points`,
    [
      changes.map(({ vehicle }) => vehicle),
      changes.map(({ unit }) => unit),
      changes.map(({ day }) => day),
      listOf(changes.map(({ dm }) => dm)),
      listOf(changes.map(({ points }) => points)),
    ],
  );
}

export async function addToTrackTrips(
  tx: Tx,
  changes: readonly { readonly trip: Id; readonly dm: number; readonly points: number }[],
): Promise<void> {
  if (changes.length === 0) return;
  await tx.named(
    'vehicles-add-track-trips',
    `update vehicles.track_trip t set dm = t.dm + r.dm, points = t.points + r.points
       from unnest($1::uuid[], $2::bigint[], $3::int[]) as r (trip_id, dm, points) where t.trip_id = r.trip_id`,
    [changes.map(({ trip }) => trip), listOf(changes.map(({ dm }) => dm)), listOf(changes.map(({ points }) => points))],
  );
}
