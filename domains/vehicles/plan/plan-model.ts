import { mayDrive, suits } from '../fleet/vehicle.ts';
import { meets, type PlanQuestion, type PlanVehicle, type Stretch } from './day-plan.ts';
import { emptyKm } from './empty-ways.ts';
import { firstAnswer } from './first-answer.ts';
import type { Program } from '@opengoa/kernel/solve';
import { type Ride, ridesOf } from './rides.ts';

/** Vehicles that a plan cannot tell apart: the search counts them, and only then is each ride given one of them. */
export interface VehicleClass {
  readonly vehicles: readonly PlanVehicle[];
  readonly first: PlanVehicle;
}

export interface PlanModel {
  readonly program: Program;
  /** A plan to begin from. */
  readonly start: Float64Array;
  /** Column i < choices.length is this ride in this class. */
  readonly choices: readonly { readonly ride: Ride; readonly class: VehicleClass }[];
}

/**
 * Weights, in an order that the ones after cannot turn round on an ordinary day: nobody is left behind, few vehicles go out, those kept for the
 * use go first, few kilometres, few empty seats carried along. They choose among plans that all keep the rules, and are no rule themselves.
 */
const weights = { leftBehind: 10_000, vehicle: 100, notKeptForUse: 20, km: 0.1, emptySeatKm: 0.001, togetherTrip: 2 };
/** A ride is offered so many vehicles, the best fitting first: more make the search long and the plan no better. */
const offeredVehicles = 24;

/** 1 for each ride in one class of vehicles, then how many of each class go out, then who is left behind. */
export function modelOf(question: PlanQuestion): PlanModel {
  const classes = classesOf(question.vehicles);
  const choices = ridesOf(question).flatMap((ride) => {
    const able = classes.filter((each) => fits(ride, each.first, question));
    const ways = able.map(({ vehicles }) =>
      vehicles.map(({ parking }) => emptyKm(parking, ride.start, question.rules)),
    );
    // A parking place nobody gave coordinates counts as farther than all that are known: what is not known is no advantage.
    const farther = 1 + ways.flat().reduce<number>((most, km) => Math.max(most, km ?? 0), 0);
    const fitting = able
      .map((each, i) => ({ ride, class: each, cost: costOf(ride, each.first, 2 * meanOf(ways[i]!, farther)) }))
      .toSorted((a, b) => a.cost - b.cost);
    let offered = 0;
    return fitting.filter(
      (each) => (offered += each.class.vehicles.length) - each.class.vehicles.length < offeredVehicles,
    );
  });
  const used = [...new Set(choices.map((choice) => choice.class))];
  const { requests } = question;
  const outColumn = new Map(used.map((each, i) => [each, choices.length + i]));
  const leftColumn = new Map(requests.map(({ id }, i) => [id, choices.length + used.length + i]));
  const count = choices.length + used.length + requests.length;
  const cost = new Float64Array(count);
  const upper = new Float64Array(count).fill(1);
  const whole = new Uint8Array(count).fill(1);
  choices.forEach((choice, i) => (cost[i] = choice.cost));
  for (const [each, column] of outColumn) {
    // One that goes out anyway costs no second vehicle.
    cost[column] = each.first.taken.length > 0 ? 0 : weights.vehicle;
    upper[column] = each.vehicles.length;
  }
  for (const { id, people } of requests) cost[leftColumn.get(id)!] = weights.leftBehind + people;

  const rows: Program['rows'][number][] = [];
  const byTrip = columnsBy(choices.flatMap(({ ride }, i) => ride.trips.map(({ id }) => [id, i] as const)));
  for (const { id } of requests) {
    const columns = [...(byTrip.get(id) ?? []), leftColumn.get(id)!];
    rows.push({ columns, values: columns.map(() => 1), from: 1, to: 1 });
  }
  const byClass = columnsBy(choices.map((choice, i) => [choice.class, i] as const));
  for (const [each, columns] of byClass)
    for (const { active } of crowded(columns, (i) => choices[i]!.ride.at, question.rules.pauseMinutes))
      rows.push({
        columns: [...active, outColumn.get(each)!],
        values: [...active.map(() => 1), -1],
        from: -Infinity,
        to: 0,
      });
  rows.push(...driverRows(question, choices));
  const program = { cost, upper, whole, rows };
  const byTime = choices
    .map((choice, i) => ({ i, begins: choice.ride.at[0], alone: choice.ride.trips.length === 1, cost: choice.cost }))
    .toSorted((a, b) => Number(b.alone) - Number(a.alone) || a.begins - b.begins || a.cost - b.cost)
    .map(({ i }) => i);
  return { program, start: firstAnswer(program, byTime, [...leftColumn.values()]), choices };
}

/** At no moment are more rides on the road than drivers who may drive them; told for all bodies together and for each by itself. */
function driverRows({ drivers, rules }: PlanQuestion, choices: PlanModel['choices']): Program['rows'][number][] {
  const bodies = [...new Set(choices.map((choice) => choice.class.first.body))];
  return [bodies, ...(bodies.length > 1 ? bodies.map((body) => [body]) : [])].flatMap((group) => {
    const columns = choices.flatMap((choice, i) => (group.includes(choice.class.first.body) ? [i] : []));
    const able = drivers.filter(({ licence }) => group.some((body) => mayDrive(licence, body)));
    return crowded(columns, (i) => choices[i]!.ride.at, 0).flatMap(({ minute, active }) => {
      const free = able.filter((driver) => isFree(driver, [minute, minute + 1], rules.driverHours)).length;
      return free >= active.length ? [] : [{ columns: active, values: active.map(() => 1), from: -Infinity, to: free }];
    });
  });
}

export const isFree = (
  driver: PlanQuestion['drivers'][number],
  at: Stretch,
  hours: number,
  given: readonly Stretch[] = [],
): boolean => {
  const taken = [...driver.taken, ...given];
  const minutes = taken.reduce((sum, [from, to]) => sum + to - from, at[1] - at[0]);
  return (
    driver.licenceUntil >= at[1] &&
    minutes <= hours * 60 &&
    ![...driver.away, ...taken].some((stretch) => meets(stretch, at))
  );
};

export function fits(ride: Ride, vehicle: PlanVehicle, { rules, serves }: PlanQuestion): boolean {
  return (
    vehicle.idle === null &&
    vehicle.seats >= ride.people &&
    ride.trips.every(({ unit }) => serves(vehicle, unit)) &&
    !vehicle.taken.some((stretch) => meets(stretch, ride.at, rules.pauseMinutes))
  );
}

const meanOf = (ways: readonly (number | null)[], unknown: number): number =>
  ways.reduce<number>((sum, km) => sum + (km ?? unknown), 0) / ways.length;

/**
 * @param empty kilometres from the parking place and back, the mean of the class and as if the ride were the only one: which vehicle of it goes, and
 * what a chain of rides saves, is found after the search
 */
function costOf(ride: Ride, vehicle: PlanVehicle, empty: number): number {
  const unfit = ride.trips.filter(({ use }) => !suits(vehicle.category, use)).length;
  return (
    weights.notKeptForUse * unfit +
    weights.km * (ride.distanceKm + empty) +
    weights.emptySeatKm * (vehicle.seats - ride.people) * ride.distanceKm +
    weights.togetherTrip * (ride.trips.length - 1)
  );
}

/**
 * Alike in all the search looks at; where each is parked decides after it which of them goes. One with a booking of its own that day is like no
 * other. Fewest kilometres on the clock first.
 */
function classesOf(vehicles: readonly PlanVehicle[]): VehicleClass[] {
  const groups = Map.groupBy(
    vehicles.filter(({ idle }) => idle === null),
    ({ id, seats, category, body, serves, taken }) =>
      JSON.stringify([seats, category, body, serves, taken.length > 0 ? id : '']),
  );
  return [...groups.values()].map((group) => {
    const inOrder = group.toSorted((a, b) => a.odometerKm - b.odometerKm || a.plate.localeCompare(b.plate));
    return { vehicles: inOrder, first: inOrder[0]! };
  });
}

function columnsBy<Key>(pairs: readonly (readonly [Key, number])[]): Map<Key, number[]> {
  const found = new Map<Key, number[]>();
  for (const [key, column] of pairs) found.set(key, [...(found.get(key) ?? []), column]);
  return found;
}

/** The moments at which most are on the road at once: of a stretch, the pause included, what begins before any ends. */
function crowded(
  columns: readonly number[],
  stretchOf: (column: number) => Stretch,
  pause: number,
): { minute: number; active: number[] }[] {
  const begins = [...new Set(columns.map((column) => stretchOf(column)[0]))].toSorted((a, b) => a - b);
  const sets = begins.map((minute) => ({
    minute,
    active: columns.filter((column) => {
      const [from, to] = stretchOf(column);
      return from <= minute && minute < to + pause;
    }),
  }));
  // A moment whose rides are all among the next one's says nothing new.
  return sets.filter(({ active }, i) => {
    const next = new Set(sets[i + 1]?.active);
    return active.some((column) => !next.has(column));
  });
}
