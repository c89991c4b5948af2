import { type Context, type Cost, type Id, refuse, type Refusal } from '@opengoa/kernel';
import { dayOf } from '@opengoa/kernel/calendar';
import { type OdometerReading, odometerRefusal } from '../fleet/odometer.ts';
import { localTime, type Trip, tripNumber, tripOf } from '../trips/trip.ts';
import { type PastTrip, TripBooked } from './trip-contract.ts';

/** A booked trip that stands, or one of the same moment that went its way here; locked. */
export interface OldTrip {
  readonly id: Id;
  readonly unit: Id;
  readonly number: string;
  readonly state: Trip['state'];
  readonly booked: boolean;
  readonly vehicle: Id | null;
  readonly returnedAt: Date | null;
  readonly fuelFen: number | null;
  readonly tollFen: number | null;
  readonly parkingFen: number | null;
}

/** When a vehicle or a driver is taken already. */
export interface Taken {
  readonly thing: Id;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** What the decision on one trip of a register needs. */
export interface KnownPast {
  readonly id: Id;
  readonly count: number;
  readonly vehicle: { readonly id: Id; readonly unit: Id; readonly plate: string } | null;
  readonly asker: Id | null;
  readonly driver: { readonly id: Id; readonly unit: Id; readonly person: Id } | null;
  readonly old: OldTrip | null;
  readonly taken: readonly Taken[];
  /** Readings just before and just after leaving, and coming back. */
  readonly around: {
    readonly out: { readonly before: OdometerReading | null; readonly after: OdometerReading | null };
    readonly back: { readonly before: OdometerReading | null; readonly after: OdometerReading | null };
  };
  /** The first departure of the vehicle on a trip that went its way here. */
  readonly hereSince: Date | null;
}

/** '2026-03-06 08:00', how a trip of the register is called in a refusal. */
export const calledAt = ({ departedAt }: Pick<PastTrip, 'departedAt'>): string => localTime(new Date(departedAt));

/** What was driven: as told, else what the odometer says; null where neither is there. */
export const drivenOf = ({ drivenKm, odometerOutKm, odometerInKm }: PastTrip): number | null =>
  drivenKm ?? (odometerOutKm === null || odometerInKm === null ? null : odometerInKm - odometerOutKm);

/** Why one trip of a register cannot stand, by itself and beside what is kept already. */
export function unfitPast(trip: PastTrip, known: KnownPast, context: Context): Refusal | undefined {
  const { plate, startsAt, endsAt, approval, approvedName, approvedAt } = trip;
  const { vehicle, old, hereSince, taken, driver } = known;
  const [left, back] = [new Date(trip.departedAt), new Date(trip.returnedAt)];
  const at = calledAt(trip);
  if (!vehicle) return refuse('plate-not-in-ledger', { plate, at });
  if (old && (!old.booked || old.state !== 'settled'))
    return refuse('went-its-way-here', { what: `${plate} ${at} 的行程` }, { status: 409 });
  if (back <= left) return refuse('returned-before-departure', { at: localTime(back), departedAt: at });
  if (back > context.now) return refuse('time-not-yet', { plate, at });
  if (new Date(endsAt ?? back) <= new Date(startsAt ?? left))
    return refuse('trip-ends-before-it-begins', { plate, startsAt: startsAt ?? at, endsAt: endsAt ?? '' });
  if (approval === 'none' && (approvedName !== null || approvedAt !== null))
    return refuse('approval-contradicts', { plate, at });
  if (hereSince && back > hereSince) return refuse('kept-here-since', { plate, at, since: localTime(hereSince) });
  const [ofVehicle, ofDriver] = [vehicle.id, driver?.id].map((thing) => taken.find((each) => each.thing === thing));
  if (ofVehicle)
    return refuse('past-trips-overlap', { plate, at, other: localTime(ofVehicle.startsAt) }, { status: 409 });
  if (ofDriver) {
    const data = { plate, at, driver: trip.driverName ?? '', other: localTime(ofDriver.startsAt) };
    return refuse('past-driver-overlap', data, { status: 409 });
  }
  return unfitDistance(trip, known, (back.getTime() - left.getTime()) / 3_600_000, context);
}

function unfitDistance(
  trip: PastTrip,
  { around }: KnownPast,
  hours: number,
  { standards, organisation, today }: Context,
): Refusal | undefined {
  const { unit, plate, odometerOutKm: out, odometerInKm: back } = trip;
  const drivenKm = drivenOf(trip);
  if (drivenKm === null) return refuse('distance-not-told', { plate, at: calledAt(trip) });
  if (drivenKm < 0) return refuse('odometer-goes-back', { now: back ?? 0, last: out ?? 0, at: calledAt(trip) });
  const wrong =
    (out === null ? undefined : odometerRefusal(around.out, out)) ??
    (back === null ? undefined : odometerRefusal(around.back, back));
  if (wrong) return wrong;
  const average = standards.numberOn('vehicles.driven-distance', today, organisation.place(unit), {
    item: 'highest-average',
  });
  const possibleKm = Math.ceil(hours * average);
  if (drivenKm > possibleKm)
    return refuse('farther-than-possible', { drivenKm, possibleKm, hours: Math.round(hours * 10) / 10 });
  return undefined;
}

/** Two trips of one batch that cannot both be: one vehicle or driver at once in two places, or an odometer that falls between them. */
export function unfitTogether(trips: readonly PastTrip[], known: readonly KnownPast[]): Refusal | undefined {
  const things = trips.flatMap((trip, n) =>
    [known[n]!.vehicle, known[n]!.driver].flatMap((thing, kind) =>
      thing ? [{ thing: thing.id, kind, trip, n, from: Date.parse(trip.departedAt) }] : [],
    ),
  );
  for (const own of Map.groupBy(things, ({ thing }) => thing).values()) {
    const inOrder = own.toSorted((a, b) => a.from - b.from);
    for (const [n, { kind, trip, from, n: place }] of inOrder.entries()) {
      const before = inOrder[n - 1]?.trip;
      if (!before) continue;
      const { plate } = trip;
      const data = { plate, at: calledAt(trip), other: calledAt(before), driver: trip.driverName ?? '' };
      if (Date.parse(before.returnedAt) > from)
        return refuse(kind === 0 ? 'past-trips-overlap' : 'past-driver-overlap', data, { status: 409 });
      if (kind === 1 || before.odometerInKm === null || trip.odometerOutKm === null) continue;
      // A reading in between is judged by itself: the instrument may have been exchanged there.
      const between = known[place]!.around.out.before;
      if (between && between.at.getTime() > Date.parse(before.returnedAt)) continue;
      if (trip.odometerOutKm < before.odometerInKm) {
        const last = before.odometerInKm;
        return refuse('odometer-goes-back', { now: trip.odometerOutKm, last, at: calledAt(before) });
      }
    }
  }
  return undefined;
}

/** The fact of one trip that fits. What it cost is borne by the unit that asked, on the day of the return. */
export function bookedFact(
  { unit, corrects: _corrects, ...trip }: PastTrip,
  { id, count, vehicle, asker, driver }: KnownPast,
  source: string,
) {
  const day = dayOf(new Date(trip.returnedAt));
  const { fuelFen, tollFen, parkingFen, approval, approvedName, approvedAt } = trip;
  const cost = Object.entries({ fuel: fuelFen, toll: tollFen, parking: parkingFen }).flatMap(
    ([item, amountFen]): Cost[] => (amountFen ? [{ item, amountFen, unit, day }] : []),
  );
  return TripBooked.of({
    object: tripOf({ id }),
    unit,
    body: {
      ...trip,
      approval: approval === 'unknown' && (approvedName ?? approvedAt) !== null ? 'approved' : approval,
      drivenKm: drivenOf({ unit, ...trip }) ?? 0,
      kmFromOdometer: trip.drivenKm === null,
      number: tripNumber(yearOf(trip), count, 'BL'),
      source,
      vehicle: vehicle!.id,
      plate: vehicle!.plate,
      asker,
      driver: driver?.id ?? null,
      driverPerson: driver?.person ?? null,
    },
    facets: cost.length > 0 ? { cost } : {},
  });
}

/** The year whose row of numbers a trip belongs to. */
export const yearOf = ({ departedAt }: Pick<PastTrip, 'departedAt'>): number =>
  Number(dayOf(new Date(departedAt)).slice(0, 4));
