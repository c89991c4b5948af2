import { mayDrive } from '../fleet/vehicle.ts';
import type { DayPlan, PlanDriver, PlanLine, PlanQuestion, PlanVehicle, Stretch } from './day-plan.ts';
import { emptyKm, emptyWays, sumOfEmpty } from './empty-ways.ts';
import { isFree, modelOf, type PlanModel, type VehicleClass } from './plan-model.ts';
import { emptyReasons, reasonsOf, whyLeft } from './plan-words.ts';
import type { Ride } from './rides.ts';
import type { Solved, Solving } from '@opengoa/kernel/solve';

type GivenRide = { readonly ride: Ride; readonly vehicle: PlanVehicle };

/**
 * A day's trips to vehicles and drivers: as many as can go, with the fewest vehicles, then the fewest kilometres and empty seats.
 * @param solving the search, in a thread of its own in the program
 * @param seconds most time for it
 */
export async function planDay(question: PlanQuestion, solving: Solving, seconds: number): Promise<DayPlan> {
  const begin = performance.now();
  const model = modelOf(question);
  const solved = await solving(model.program, model.start, seconds);
  const rides = giveVehicles(model, solved, question.rules);
  const given = giveDrivers(rides, question);
  const ways = emptyWays(given, question.rules);
  const lines = given.map((line) => {
    const empty = ways.get(line)!;
    return { ...line, empty, reasons: [...line.reasons, ...emptyReasons(empty, line)] };
  });
  const going = new Set(lines.flatMap(({ trips }) => trips.map(({ id }) => id)));
  const driverless = new Set(
    rides.flatMap(({ ride }) => ride.trips.map(({ id }) => id)).filter((id) => !going.has(id)),
  );
  return {
    lines,
    unassigned: question.requests
      .filter(({ id }) => !going.has(id))
      .map((request) => ({
        request,
        why: whyLeft(request, question, lines, { driverless, cutShort: solved.cutShort }),
      })),
    vehiclesUsed: new Set(lines.map(({ vehicle }) => vehicle.id)).size,
    savedKm: lines.reduce(
      (sum, { trips }) => sum + trips.reduce((km, { distanceKm }) => km + distanceKm, 0) - (trips[0]?.distanceKm ?? 0),
      0,
    ),
    ...sumOfEmpty(ways.values()),
    gap: solved.gap,
    cutShort: solved.cutShort,
    seconds: Math.round((performance.now() - begin) / 10) / 100,
  };
}

/** Rides of one class to its vehicles, by time: one already out that day goes on, the one that comes with the fewest empty kilometres first. */
function giveVehicles({ choices }: PlanModel, { values }: Solved, rules: PlanQuestion['rules']): GivenRide[] {
  const chosen = choices.filter((_choice, i) => values[i]! > 0.5);
  const given: GivenRide[] = [];
  for (const [each, ofClass] of Map.groupBy<VehicleClass, (typeof chosen)[number]>(chosen, (choice) => choice.class)) {
    const out = new Map<PlanVehicle, { readonly free: number; readonly place: Ride['start'] }>();
    for (const { ride } of ofClass.toSorted((a, b) => a.ride.at[0] - b.ride.at[0])) {
      // Where nothing is known of the ways, the one that came back last: the others may go home.
      const way = (place: Ride['start']) => emptyKm(place, ride.start, rules) ?? Number.MAX_SAFE_INTEGER;
      const back = [...out]
        .filter(([, { free }]) => free <= ride.at[0])
        .toSorted(([, a], [, b]) => way(a.place) - way(b.place) || b.free - a.free)[0]?.[0];
      const nearest = () =>
        each.vehicles.filter((one) => !out.has(one)).toSorted((a, b) => way(a.parking) - way(b.parking))[0];
      const vehicle = back ?? nearest();
      if (!vehicle) continue;
      out.set(vehicle, { free: ride.at[1] + rules.pauseMinutes, place: ride.start });
      given.push({ ride, vehicle });
    }
  }
  return given.toSorted((a, b) => a.ride.at[0] - b.ride.at[0] || a.vehicle.plate.localeCompare(b.vehicle.plate));
}

/** Rides to drivers, by time: the one who has the vehicle already, then the narrowest licence that does, then the fewest hours. */
function giveDrivers(rides: readonly GivenRide[], question: PlanQuestion): Omit<PlanLine, 'empty'>[] {
  const { drivers, rules } = question;
  const given = new Map<PlanDriver, Stretch[]>(drivers.map((driver) => [driver, []]));
  const before = new Map<PlanVehicle, PlanDriver>();
  const minutes = (driver: PlanDriver) =>
    [...driver.taken, ...given.get(driver)!].reduce((sum, [from, to]) => sum + to - from, 0);
  return rides.flatMap(({ ride, vehicle }) => {
    const able = drivers.filter(
      (driver) =>
        mayDrive(driver.licence, vehicle.body) && isFree(driver, ride.at, rules.driverHours, given.get(driver)),
    );
    const known = before.get(vehicle);
    const driver =
      known && able.includes(known)
        ? known
        : able.toSorted(
            (a, b) => breadth(a) - breadth(b) || minutes(a) - minutes(b) || a.name.localeCompare(b.name),
          )[0];
    if (!driver) return [];
    const same = before.get(vehicle) === driver;
    before.set(vehicle, driver);
    given.get(driver)!.push(ride.at);
    const line = { trips: ride.trips, vehicle, driver, at: ride.at };
    return [
      { ...line, reasons: reasonsOf(line, { people: ride.people, again: same, driverHours: minutes(driver) / 60 }) },
    ];
  });
}

const bodies = ['sedan', 'small-passenger', 'medium-passenger', 'large-passenger', 'goods'] as const;
const breadth = ({ licence }: PlanDriver): number => bodies.filter((body) => mayDrive(licence, body)).length;
