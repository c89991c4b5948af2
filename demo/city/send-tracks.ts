import { jobActor } from '@opengoa/kernel';
import { dayOf } from '@opengoa/kernel/calendar';
import type { Kernel } from '@opengoa/kernel/host';
import { atTime, does } from '../acting.ts';
import { unitId } from '../cast.ts';
import type { CityVehicle } from './fleet.ts';
import type { CityPlan } from './plan-city.ts';
import type { Desk, Registered } from './registered.ts';
import { sideBySide } from './side-by-side.ts';
import { type Fix, fixesOf } from './tracks.ts';

/** Minutes of one batch: what a terminal brings more than a month late does not count. */
const window = 15 * 1_440;
/** As `receive-positions` takes them at most. */
const atOnce = 10_000;
const inMinutes = (minutes: number) => new Date(minutes * 60_000);

/** A vehicle's day on which it may have been too fast. */
export interface FastDay {
  readonly plate: string;
  readonly day: string;
  readonly at: number;
}

/**
 * What the terminals kept in the year, fleet by fleet and half a month at a time, as their platform hands it over.
 * @returns the days on which fixes lie so close that a stretch can be made of them
 */
export async function sendTracks(
  kernel: Kernel,
  { seed, year, vehicles }: CityPlan,
  desks: Readonly<Record<CityVehicle['pool'], Desk>>,
  signal: AbortSignal,
): Promise<readonly FastDay[]> {
  const trips = Map.groupBy(year.trips, ({ plate }) => plate);
  const heard = vehicles.flatMap((vehicle) =>
    fixesOf(seed, year, vehicle, trips.get(vehicle.plate) ?? []).map((fix) => ({ vehicle, fix })),
  );
  const fast: FastDay[] = [];
  for (const [pool, own] of Map.groupBy(heard, ({ vehicle }) => vehicle.pool)) {
    const inWindow = Map.groupBy(own, ({ fix }) => Math.floor(fix.at / window));
    for (const [, some] of [...inWindow].toSorted(([a], [b]) => a - b)) {
      signal.throwIfAborted();
      if (some.length > atOnce) throw new Error(`demo: ${some.length} positions of ${pool} at once`);
      const last = some.reduce((latest, { fix }) => Math.max(latest, fix.at), 0);
      await does(atTime(kernel, inMinutes(last + 5)), desks[pool].clerk, 'vehicles.receive-positions', {
        terminals: [...Map.groupBy(some, ({ vehicle }) => vehicle.terminal!)].map(([number, kept]) => ({
          number,
          positions: kept.map(({ fix }) => positionOf(fix)),
        })),
      });
      fast.push(...fastDays(some));
    }
  }
  return fast;
}

function fastDays(heard: readonly { readonly vehicle: CityVehicle; readonly fix: Fix }[]): FastDay[] {
  return [...Map.groupBy(heard, ({ vehicle }) => vehicle.plate)].flatMap(([plate, own]) => {
    const close = own.flatMap(({ fix }, n) => {
      const next = own[n + 1]?.fix;
      return next && next.at - fix.at <= 2 && Math.min(fix.speedKmh, next.speedKmh) > 40 ? [fix.at] : [];
    });
    return [...new Map(close.map((at) => [dayOf(inMinutes(at)), at]))].map(([day, at]) => ({ plate, day, at }));
  });
}

/** As the hourly job does, when the trips of those days are known. */
export async function lookAtSpeeds(
  kernel: Kernel,
  fast: readonly FastDay[],
  registered: readonly Registered[],
): Promise<void> {
  const job = jobActor('note-over-speed', [{ role: 'job', unit: unitId('省'), below: true }], unitId('省'));
  const idOf = new Map(registered.map(({ vehicle, id }) => [vehicle.plate, id]));
  await sideBySide(fast, 4, ({ plate, day, at }) =>
    does(atTime(kernel, inMinutes(at + 60)), job, 'vehicles.note-over-speed', { vehicle: idOf.get(plate), day }),
  );
}

const positionOf = ({ at, place, speedKmh }: Fix) => ({
  at: inMinutes(at).toISOString(),
  longitude: Math.round(place[0] * 1e6) / 1e6,
  latitude: Math.round(place[1] * 1e6) / 1e6,
  speedKmh: Math.round(speedKmh * 10) / 10,
  ignition: speedKmh > 0,
});
