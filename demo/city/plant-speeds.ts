import { along } from '../city-map.ts';
import { chanceOf } from './chance.ts';
import { type Planting, monthOf } from './planting.ts';
import type { TripOfYear, Year } from './year.ts';

/**
 * Driven too fast for minutes at a time, on some trips of a month; and what only looks like it: a receiver that jumps once, a limit that does not
 * watch at that hour. Fast is what the driver did, whatever a rule makes of it.
 */
export function plantSpeeds(seed: number, year: Year): Planting[] {
  const chance = chanceOf(seed, 'plant-speeds');
  const kit = 'vehicles/over-speed';
  const found: Planting[] = [];
  const heard = new Map(
    year.vehicles.filter(({ terminal }) => terminal !== null).map((vehicle) => [vehicle.plate, vehicle]),
  );
  const silent = (trip: TripOfYear) =>
    year.silences.some(
      ({ plate, from, to }) => plate === trip.plate && from <= trip.returnedAt && to >= trip.departedAt,
    );
  const usable = year.trips.filter(
    (trip) => heard.has(trip.plate) && trip.told === 'whole' && trip.drivenKm >= trip.errand.km * 0.9 && !silent(trip),
  );
  const taken = new Set<string>();
  /** Some trips that one vehicle made in one month. */
  const months = (count: number, least: number, fits: (trip: TripOfYear) => boolean): TripOfYear[][] => {
    const groups = Map.groupBy(usable.filter(fits), ({ plate, departedAt }) => `${plate} ${monthOf(departedAt)}`);
    const free = [...groups].filter(([key, trips]) => !taken.has(key) && trips.length >= least);
    return chance.some(free, count).map(([key, trips]) => {
      taken.add(key);
      return trips;
    });
  };
  const label = ({ plate, departedAt }: TripOfYear, harm: boolean, what: string, size: string) =>
    found.push({ kit, about: { kind: 'vehicle', plate, month: monthOf(departedAt) }, harm, what, size });
  const fast = (trip: TripOfYear, atKm: number, minutes: number, kmh: number) =>
    (trip.fast ??= []).push({ atKm, minutes, kmh });
  const limitOf = ({ plate }: TripOfYear) => (heard.get(plate)!.body === 'medium-passenger' ? 105 : 125);
  const far = (trip: TripOfYear) => trip.errand.km >= 56 && trip.use !== 'emergency';

  for (const trips of months(chance.whole(6, 8), 3, far)) {
    const own = chance.some(trips, chance.whole(2, 7));
    const over = chance.whole(4, 40);
    for (const trip of own)
      for (const atKm of chance.is(0.3) ? [7, 19] : [chance.whole(5, 16)])
        fast(trip, atKm, chance.whole(1, 3), limitOf(trip) + Math.max(2, Math.round(over * chance.between(0.6, 1))));
    label(own[0]!, true, '长途超速行驶', `${own.length} trips, up to +${over} km/h`);
  }
  // On the road of a works where sixty is the rule, day and night.
  const works = limitOn(year, '开发区管委会', 8, { name: '开发区厂区道路', limitKmh: 60, watches: 'always' });
  for (const trips of works ? months(2, 3, ({ errand }) => errand.to === '开发区管委会') : []) {
    const own = chance.some(trips, chance.whole(3, 4));
    for (const trip of own) fast(trip, 7.6, 1, chance.whole(68, 92));
    label(own[0]!, true, '厂区道路超速', `${own.length} trips`);
  }
  // A receiver under a bridge tells two hundred once.
  for (const trips of months(3, 3, far)) {
    const own = chance.some(trips, chance.whole(3, 5));
    for (const trip of own) fast(trip, chance.whole(5, 14), 0, chance.whole(150, 210));
    label(own[0]!, false, '单个定位点车速跳变', `${own.length} fixes`);
  }
  // Past a school at fifty-eight, whose forty holds out of hours.
  const school = limitOn(year, '东岭乡', 9, { name: '东岭学校路段', limitKmh: 40, watches: 'off-hours' });
  const inHours = (trip: TripOfYear) => trip.errand.to === '东岭乡' && (trip.departedAt + 480) % 1_440 < 960;
  for (const trips of school ? months(2, 2, inHours) : []) {
    for (const trip of trips) fast(trip, 8.6, 1, chance.whole(52, 60));
    label(trips[0]!, false, '围栏限速时段外通过', `${trips.length} trips`);
  }
  for (const trips of months(2, 3, far)) {
    const own = chance.some(trips, chance.whole(3, 6));
    for (const trip of own) fast(trip, chance.whole(5, 16), chance.whole(1, 3), limitOf(trip) - chance.whole(2, 9));
    label(own[0]!, false, '高速路上接近界限', `${own.length} trips`);
  }
  // On the way to a flood: nobody is to hold that against them.
  for (const trips of months(1, 1, (trip) => trip.use === 'emergency' && trip.errand.km >= 40)) {
    for (const trip of trips) for (const atKm of [3, 8, 13]) fast(trip, atKm, 1, chance.whole(128, 141));
    label(trips[0]!, false, '执行紧急任务', `${trips.length} trips`);
  }
  return found;
}

/** A stretch of the road to a place, with a limit of its own; whether anybody drove there. */
function limitOn(
  year: Year,
  to: string,
  atKm: number,
  limit: Pick<Year['limits'][number], 'name' | 'limitKmh' | 'watches'>,
): boolean {
  const trip = year.trips.find(({ errand }) => errand.to === to);
  if (trip) year.limits.push({ ...limit, place: along(trip.errand.road, atKm), radiusM: 1_700 });
  return trip !== undefined;
}
