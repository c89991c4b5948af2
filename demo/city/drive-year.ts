import type { Actor } from '@opengoa/kernel';
import type { Kernel } from '@opengoa/kernel/host';
import { as, atTime, does } from '../acting.ts';
import { actorOf } from './acting.ts';
import { bookPast, fuelPast, hereFrom, fillingOf, parkingOf, tollOf } from './book-past.ts';
import { choresOf } from './chores.ts';
import type { CityVehicle } from './fleet.ts';
import type { CityPlan } from './plan-city.ts';
import type { Desk, Registered } from './registered.ts';
import type { RepairOfYear, TripOfYear } from './year.ts';

/**
 * Drives the year: what lies before the offices came here is booked from their registers; from then on trips are asked for one after another as the
 * numbers are given, and each vehicle's papers go in their own order beside all others.
 */

const dayMs = 86_400_000;
const inMinutes = (minutes: number) => new Date(minutes * 60_000);
const minuteOf = (day: string) => Date.parse(`${day}T00:00:00+08:00`) / 60_000;
const iso = (minutes: number) => inMinutes(minutes).toISOString();

export interface DriveOptions {
  readonly registered: readonly Registered[];
  readonly desks: Readonly<Record<CityVehicle['pool'], Desk>>;
  readonly atOnce: number;
  readonly progress: (line: string) => void;
  readonly signal: AbortSignal;
  /** What is done in the organisation on a day of the year, between the trips before it and those after. */
  readonly between: readonly { readonly day: string; readonly work: () => Promise<void> }[];
}

type Asked = ReadonlyMap<TripOfYear, Deferred<string>>;
type Deferred<T> = ReturnType<typeof Promise.withResolvers<T>>;

export async function driveYear(kernel: Kernel, plan: CityPlan, given: DriveOptions): Promise<void> {
  const { registered, desks, atOnce, progress, signal } = given;
  const here = hereFrom(plan);
  const changes = given.between.toSorted((a, b) => (a.day < b.day ? -1 : 1));
  const options = { ...given, between: changes.filter(({ day }) => minuteOf(day) > here) };
  for (const { day, work } of changes) if (minuteOf(day) <= here) await work();
  // The registers first: a batch holds all of its vehicles, and whoever wants one of them would wait.
  await bookPast(kernel, plan, desks, signal);
  await fuelPast(kernel, plan, registered, desks, signal);
  progress('历史行程、加油补录 · past trips and fuel booked');
  const driven = plan.year.trips.filter(({ departedAt }) => departedAt >= here);
  const asked: Asked = new Map(driven.map((trip) => [trip, Promise.withResolvers<string>()]));
  // A chain that fails elsewhere leaves them unheard.
  for (const { promise } of asked.values()) promise.catch(() => undefined);
  const turn = turns(atOnce);
  const trips = Map.groupBy(plan.year.trips, ({ plate }) => plate);
  const done = new Map<TripOfYear, Deferred<void>>(driven.map((trip) => [trip, Promise.withResolvers<void>()]));
  for (const { promise } of done.values()) promise.catch(() => undefined);
  const chains = registered.map((each) =>
    chainOf(kernel, plan, options, { each, trips: trips.get(each.vehicle.plate) ?? [], asked, done, turn }),
  );
  const asking = askAll(kernel, plan, options, asked, done);
  const failed = (fault: unknown) => {
    for (const { reject } of [...asked.values(), ...done.values()]) reject(fault);
    throw fault;
  };
  signal.throwIfAborted();
  await Promise.all([asking, ...chains].map((each) => each.catch(failed)));
}

/** So many at once, whoever waits longest first. */
function turns(atOnce: number): <T>(work: () => Promise<T>) => Promise<T> {
  let free = atOnce;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((go) => waiting.push(go));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
}

/** Requests in the order in which they were made: one after another, so that the same city gets the same numbers. */
async function askAll(
  kernel: Kernel,
  { people }: CityPlan,
  { between, progress, signal }: DriveOptions,
  asked: Asked,
  done: ReadonlyMap<TripOfYear, Deferred<void>>,
): Promise<void> {
  const changes = [...between];
  const posts = new Map(people.posts.map((post) => [post.key, post]));
  const askedAt = (trip: TripOfYear) => trip.startsAt - (trip.use === 'emergency' ? 25 : 1_200);
  const ordered = [...asked.keys()].toSorted((a, b) => askedAt(a) - askedAt(b) || (a.plate < b.plate ? -1 : 1));
  for (const [n, trip] of ordered.entries()) {
    signal.throwIfAborted();
    while (changes[0] && minuteOf(changes[0].day) <= askedAt(trip)) {
      await Promise.all(ordered.slice(0, n).map((each) => done.get(each)!.promise));
      await changes.shift()!.work();
    }
    const person = people.askers.get(trip.unit)![trip.asker]!;
    const answer = await does(
      atTime(kernel, inMinutes(askedAt(trip))),
      actorOf(person, posts),
      'vehicles.request-trip',
      {
        purpose: trip.errand.purpose,
        use: trip.use,
        from: '机关大院',
        to: trip.errand.to,
        startsAt: iso(trip.startsAt),
        endsAt: iso(trip.endsAt),
        people: trip.people,
        distanceKm: trip.plannedKm,
        crossCity: trip.errand.crossCity,
      },
    );
    asked.get(trip)!.resolve((answer.result as { trip: string }).trip);
    if (n % 500 === 499)
      progress(`一年用车 trips ${(n + 1).toLocaleString('en')} / ${ordered.length.toLocaleString('en')}`);
  }
  for (const { work } of changes) await work();
}

interface Chain {
  readonly each: Registered;
  readonly trips: readonly TripOfYear[];
  readonly asked: Asked;
  readonly done: ReadonlyMap<TripOfYear, Deferred<void>>;
  readonly turn: ReturnType<typeof turns>;
}

/** One vehicle's year in its order: trips, fuel, repairs, chores. */
async function chainOf(
  kernel: Kernel,
  plan: CityPlan,
  { desks, signal }: DriveOptions,
  { each, trips, asked, done, turn }: Chain,
): Promise<void> {
  const { vehicle } = each;
  const desk = desks[vehicle.pool];
  const own = <T extends { readonly plate: string }>(all: readonly T[]): T[] =>
    all.filter(({ plate }) => plate === vehicle.plate);
  let km = vehicle.odometerKm;
  const events: { readonly at: number; readonly work: () => Promise<unknown> }[] = [
    ...trips.map((trip) => ({
      at: trip.departedAt,
      work: async () => {
        const before = km;
        km += trip.drivenKm;
        const number = await asked.get(trip)?.promise;
        if (number === undefined) return;
        await turn(() =>
          driveOne(kernel, plan, desk, { each, trip, id: number, outKm: before, inKm: before + trip.drivenKm }),
        );
        done.get(trip)!.resolve();
      },
    })),
    ...own(plan.year.fills)
      .filter(({ at }) => at >= hereFrom(plan))
      .map((fill) => ({
        at: fill.at,
        work: () =>
          turn(() =>
            does(
              atTime(kernel, inMinutes(fill.at + 30)),
              desk.clerk,
              'vehicles.record-fuel',
              fillingOf(each, fill, km),
            ),
          ),
      })),
    ...own(plan.year.repairs).map((repair) => ({
      at: repair.at,
      work: () => turn(() => repairOne(kernel, desk, each, repair)),
    })),
    ...choresOf(kernel, plan, desk.clerk, each).map(({ at, work }) => ({ at, work: () => turn(() => work(km)) })),
  ].toSorted((a, b) => a.at - b.at);
  for (const event of events) {
    signal.throwIfAborted();
    await event.work();
  }
}

interface Drive {
  readonly each: Registered;
  readonly trip: TripOfYear;
  readonly id: string;
  readonly outKm: number;
  readonly inKm: number;
}

async function driveOne(
  kernel: Kernel,
  { people }: CityPlan,
  desk: Desk,
  { each, trip, id, outKm, inKm }: Drive,
): Promise<void> {
  const posts = new Map(people.posts.map((post) => [post.key, post]));
  const before = Math.min(trip.startsAt, trip.departedAt);
  const at = (minute: number) => atTime(kernel, inMinutes(minute));
  const early = trip.use === 'emergency' ? 20 : 1_100;
  const head = actorOf(people.heads.get(trip.unit)!, posts);
  await does(at(before - early), head, 'vehicles.approve-trip', { trip: id, opinion: '同意' });
  if (trip.plannedKm > 100 || trip.errand.crossCity) {
    const leader = people.leaders.get(trip.unit);
    await does(at(before - early + 3), leader ? actorOf(leader, posts) : as('冯毅'), 'vehicles.approve-trip', {
      trip: id,
      opinion: '同意',
    });
  }
  await does(at(before - early + 8), desk.dispatcher, 'vehicles.dispatch-trip', {
    trip: id,
    vehicle: each.id,
    driver: each.driverId,
    ...(trip.duty === undefined ? {} : { duty: trip.duty }),
  });
  const driver = actorOf(each.vehicle.driver, posts);
  await does(at(trip.departedAt), driver, 'vehicles.depart-trip', { trip: id, odometerKm: outKm });
  const far = trip.drivenKm > trip.plannedKm * 1.4 && trip.drivenKm - trip.plannedKm > 10;
  const why = trip.why ?? (far ? '绕行' : undefined);
  await does(at(trip.returnedAt), driver, 'vehicles.return-trip', {
    trip: id,
    odometerKm: inKm,
    ...(why === undefined ? {} : { why }),
  });
  if (trip.settled)
    await does(at(trip.returnedAt + 60), desk.clerk, 'vehicles.settle-trip', {
      trip: id,
      fuelFen: 0,
      tollFen: tollOf(trip),
      parkingFen: parkingOf(trip),
    });
  if (trip.stars !== null) {
    const asker = actorOf(people.askers.get(trip.unit)![trip.asker]!, posts);
    await does(at(trip.returnedAt + 180), asker, 'vehicles.rate-trip', { trip: id, stars: trip.stars });
  }
}

/** The head of the pool may approve so much; what costs more goes to the bureau's leader (`vehicles.repair-approval`). */
const headsLimitFen = 200_000;

async function repairOne(
  kernel: Kernel,
  { clerk, head }: Desk,
  { id }: Registered,
  repair: RepairOfYear,
): Promise<void> {
  const at = (minutes: number) => atTime(kernel, inMinutes(repair.at + minutes));
  const ordered = await does(at(0), clerk, 'vehicles.order-repair', {
    vehicle: id,
    what: repair.what,
    garage: repair.garage,
  });
  const { repair: number } = ordered.result as { repair: string };
  const later = (repair.days - 1) * 1_440;
  const now = kernel.clock().getTime();
  // What was ordered in the last days is still under way.
  const done = async (minutes: number, actor: Actor, verb: string, input: object) => {
    if ((repair.at + minutes) * 60_000 < now - dayMs / 24)
      await does(at(minutes), actor, verb, { repair: number, ...input });
  };
  const day = new Date((repair.at + later + 300) * 60_000 + 8 * 3_600_000).toISOString().slice(0, 10);
  await done(40, clerk, 'vehicles.quote-repair', { quoteFen: repair.quoteFen, quote: repair.quote });
  const approver = repair.quoteFen > headsLimitFen ? as('冯毅') : head;
  await done(90, approver, 'vehicles.approve-repair', { opinion: '同意' });
  await done(later + 300, clerk, 'vehicles.finish-repair', { day });
  await done(later + 330, clerk, 'vehicles.pay-repair', {
    amountFen: repair.quoteFen,
    invoice: `FP${String(repair.at).slice(-8)}`,
    day,
  });
}
