import type { Kernel } from '@opengoa/kernel/host';
import { addDays } from '@opengoa/kernel/calendar';
import { atTime, does, doesAll } from '../acting.ts';
import { unitId } from '../cast.ts';
import type { CityVehicle } from './fleet.ts';
import type { CityPlan } from './plan-city.ts';
import type { Desk, Registered } from './registered.ts';
import { chunks } from './side-by-side.ts';
import type { FillOfYear, TripOfYear } from './year.ts';

/** How many days before today the offices began to dispatch here; what they drove before stands in their registers. */
const daysHere = 61;

/** The minute from which on trips are asked for, approved and dispatched here. */
export const hereFrom = ({ toExclusive }: Pick<CityPlan, 'toExclusive'>): number =>
  Date.parse(`${addDays(toExclusive, -daysHere)}T00:00:00+08:00`) / 60_000;

/** Within the first days: what was still under way is back. */
const movedIn = (kernel: Kernel, plan: Pick<CityPlan, 'toExclusive'>): Kernel =>
  atTime(kernel, new Date((hereFrom(plan) + 3 * 1_440 + 600) * 60_000));

/** As the verb takes them at most. */
const atOnce = 500;
/** As the rows of a file go together. */
const fillsTogether = 125;
const iso = (minutes: number) => new Date(minutes * 60_000).toISOString();

/**
 * Brings the registers of the three fleets in, as offices do that move in: what was driven before, many trips in one act, with what the paper
 * says of who approved them.
 */
export async function bookPast(
  kernel: Kernel,
  plan: CityPlan,
  desks: Readonly<Record<CityVehicle['pool'], Desk>>,
  signal: AbortSignal,
): Promise<void> {
  const here = hereFrom(plan);
  const fleet = new Map(plan.vehicles.map((vehicle) => [vehicle.plate, vehicle]));
  const km = new Map(plan.vehicles.map(({ plate, odometerKm }) => [plate, odometerKm]));
  const rows = plan.year.trips
    .filter(({ departedAt }) => departedAt < here)
    .map((trip) => {
      const outKm = km.get(trip.plate)!;
      km.set(trip.plate, outKm + trip.drivenKm);
      return { trip, pool: fleet.get(trip.plate)!.pool, row: rowOf(plan, trip, fleet.get(trip.plate)!, outKm) };
    })
    .toSorted((a, b) => a.trip.departedAt - b.trip.departedAt || (a.trip.plate < b.trip.plate ? -1 : 1));
  const at = movedIn(kernel, plan);
  for (const [pool, own] of Map.groupBy(rows, (each) => each.pool))
    for (const some of chunks(own, atOnce)) {
      signal.throwIfAborted();
      const trips = some.map(({ row }) => row);
      await does(at, desks[pool].dispatcher, 'vehicles.book-trips', { source: `${pool}车队出车登记簿`, trips });
    }
}

function rowOf({ people }: CityPlan, trip: TripOfYear, { driver }: CityVehicle, outKm: number) {
  const { errand, startsAt, departedAt, settled, plannedKm, drivenKm } = trip;
  const early = trip.use === 'emergency' ? 20 : 1_100;
  return {
    unit: unitId(trip.unit),
    plate: trip.plate,
    departedAt: iso(departedAt),
    returnedAt: iso(trip.returnedAt),
    startsAt: iso(startsAt),
    endsAt: iso(trip.endsAt),
    purpose: errand.purpose,
    use: trip.use,
    fromPlace: '机关大院',
    toPlace: errand.to,
    askerName: people.askers.get(trip.unit)![trip.asker]!.name,
    people: trip.people,
    distanceKm: plannedKm,
    drivenKm,
    odometerOutKm: outKm,
    odometerInKm: outKm + drivenKm,
    crossCity: errand.crossCity,
    driverName: driver.name,
    approval: 'approved',
    approvedName: people.heads.get(trip.unit)!.name,
    approvedAt: iso(Math.min(startsAt, departedAt) - early),
    duty: trip.duty ?? null,
    why: trip.why ?? null,
    fuelFen: settled ? 0 : null,
    tollFen: settled ? tollOf(trip) : null,
    parkingFen: settled ? parkingOf(trip) : null,
    stars: trip.stars,
  };
}

/** The statements of the fuel cards until then, as the rows of a file: each with what the odometer showed after the trips before it. */
export async function fuelPast(
  kernel: Kernel,
  plan: CityPlan,
  registered: readonly Registered[],
  desks: Readonly<Record<CityVehicle['pool'], Desk>>,
  signal: AbortSignal,
): Promise<void> {
  const trips = Map.groupBy(plan.year.trips, ({ plate }) => plate);
  const fills = Map.groupBy(plan.year.fills, ({ plate }) => plate);
  const here = hereFrom(plan);
  const rows = registered.flatMap((each) => {
    const { plate, pool, odometerKm } = each.vehicle;
    const driven = trips.get(plate) ?? [];
    return (fills.get(plate) ?? [])
      .filter(({ at }) => at < here)
      .map((fill) => {
        const before = driven.filter(({ departedAt }) => departedAt <= fill.at);
        const km = before.reduce((sum, { drivenKm }) => sum + drivenKm, odometerKm);
        return { pool, input: fillingOf(each, fill, km) };
      });
  });
  for (const [pool, own] of Map.groupBy(rows, (each) => each.pool))
    for (const some of chunks(own, fillsTogether)) {
      signal.throwIfAborted();
      const inputs = some.map(({ input }) => input);
      await doesAll(movedIn(kernel, plan), desks[pool].clerk, 'vehicles.record-fuel', inputs);
    }
}

/** What a card paid, as `record-fuel` takes it. */
export function fillingOf({ id, vehicle: { power } }: Registered, fill: FillOfYear, odometerKm: number) {
  return {
    vehicle: id,
    filledAt: iso(fill.at),
    carrier: power === 'battery-electric' ? 'electricity' : 'petrol',
    litres: fill.litres,
    electricityKwh: fill.kwh,
    costFen: Math.round(fill.litres === null ? fill.kwh! * 92 : fill.litres * 782),
    odometerKm,
    full: true,
    station: fill.station,
    card: fill.card,
  };
}

export const tollOf = ({ plannedKm, drivenKm }: TripOfYear): number =>
  plannedKm > 100 ? Math.round(drivenKm * 45) : 0;
export const parkingOf = ({ errand }: TripOfYear): number => (errand.minutes > 200 ? 1_000 : 0);
