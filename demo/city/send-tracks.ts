import type { Kernel } from '@opengoa/kernel/host';
import { atTime, does } from '../acting.ts';
import type { CityVehicle } from './fleet.ts';
import type { CityPlan } from './plan-city.ts';
import type { Desk } from './registered.ts';
import { type Fix, fixesOf } from './tracks.ts';

/** Minutes of one batch: what a terminal brings more than a month late does not count. */
const window = 15 * 1_440;
/** As `receive-positions` takes them at most. */
const atOnce = 10_000;
const inMinutes = (minutes: number) => new Date(minutes * 60_000);

/** What the terminals kept in the year, fleet by fleet and half a month at a time, as their platform hands it over. */
export async function sendTracks(
  kernel: Kernel,
  { seed, year, vehicles }: CityPlan,
  desks: Readonly<Record<CityVehicle['pool'], Desk>>,
  signal: AbortSignal,
): Promise<void> {
  const trips = Map.groupBy(year.trips, ({ plate }) => plate);
  const heard = vehicles.flatMap((vehicle) =>
    fixesOf(seed, year, vehicle, trips.get(vehicle.plate) ?? []).map((fix) => ({ vehicle, fix })),
  );
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
    }
  }
}

const positionOf = ({ at, place, speedKmh }: Fix) => ({
  at: inMinutes(at).toISOString(),
  longitude: Math.round(place[0] * 1e6) / 1e6,
  latitude: Math.round(place[1] * 1e6) / 1e6,
  speedKmh: Math.round(speedKmh * 10) / 10,
  ignition: speedKmh > 0,
});
