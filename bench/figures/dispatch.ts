import { planDay } from '../../domains/vehicles/plan/plan-day.ts';
import type { PlanDriver, PlanQuestion, PlanRequest, PlanVehicle } from '../../domains/vehicles/plan/day-plan.ts';
import { solve } from '@opengoa/kernel/solve';
import { median } from '../median.ts';
import { atMost, told, type Figure } from '../figure.ts';
import { seeded } from '@opengoa/kernel/seeded';

const mostSeconds = 5;
const searchSeconds = 3;

/**
 * The proposal of a busy day: 200 requests, 180 vehicles, 150 drivers, in the pools of a city, some vehicles out already. Search in a thread of
 * its own, as in the program; the gap is how much better the best plan could still be.
 */
export const dispatch: Figure = {
  name: 'dispatch',
  title: 'Dispatch proposal for a day: 200 requests, 180 vehicles, 150 drivers',
  async measure({ short }) {
    const seconds: number[] = [];
    const lines = [];
    for (let seed = 1; seed <= (short ? 2 : 5); seed += 1) {
      const asked = busyDay(seed);
      const begin = performance.now();
      const {
        lines: rides,
        unassigned,
        vehiclesUsed,
        savedKm,
        emptyKm,
        emptyUnknown,
        gap,
        cutShort,
      } = await planDay(asked, solve, searchSeconds);
      seconds.push((performance.now() - begin) / 1000);
      const trips = rides.reduce((sum, { trips: together }) => sum + together.length, 0);
      const proved = cutShort ? 'cut short' : 'proved best';
      lines.push(
        told(
          `day ${seed}: ${trips} trips in ${rides.length} rides, ${vehiclesUsed} vehicles`,
          `${seconds.at(-1)!.toFixed(2)} s`,
        ),
        told(
          `  gap ${gap === null ? 'unknown' : `${(100 * gap).toFixed(2)} %`}, ${proved}`,
          `${unassigned.length} not placed`,
        ),
        told('  kilometres saved by sharing', `${savedKm} km`),
        told(`  empty kilometres, ${emptyUnknown} ways not known`, `${emptyKm} km`),
      );
    }
    return [
      atMost(`slowest of ${seconds.length} days`, Math.max(...seconds), mostSeconds, 's'),
      told('median', `${median(seconds).toFixed(2)} s`),
      ...lines,
    ];
  },
};

/** A day of a city's offices: many short trips in town, whole days in the counties, a morning and an afternoon peak. */
function busyDay(seed: number): PlanQuestion {
  const random = seeded(seed);
  const among = <Thing>(things: readonly Thing[]): Thing => things[Math.floor(random() * things.length)]!;
  const units = Array.from({ length: 24 }, (_, i) => `unit-${i}`);
  const counties = Array.from({ length: 8 }, (_, i) => `县${i}`);
  const spot = () => ({ latitude: 30 + 0.3 * random(), longitude: 117 + 0.3 * random() });
  // A tenth of the places is known to nobody.
  const offices = units.map((_unit, i) => ({ name: `机关${i}`, start: i % 10 === 9 ? null : spot() }));
  const yards = Array.from({ length: 6 }, spot);
  const requests = Array.from({ length: 200 }, (_, i): PlanRequest => {
    const far = random() < 0.35;
    const from = 8 * 60 + 15 * Math.floor((far ? 8 : 34) * random());
    const office = among(offices);
    const hours = far ? 5 + 4 * random() : 0.75 + 2.5 * random();
    return {
      id: `trip-${i}`,
      number: `TR-2026-${String(i + 1).padStart(5, '0')}`,
      unit: among(units),
      people: 1 + Math.floor(random() * (far ? 7 : 4)),
      from: office.name,
      start: office.start,
      to: far ? among(counties) : `市内${Math.floor(40 * random())}`,
      use: among([
        'general-affairs',
        'general-affairs',
        'general-affairs',
        'reception',
        'confidential-courier',
        'law-enforcement',
      ]),
      at: [from, from + 15 * Math.ceil(hours * 4)],
      distanceKm: far ? 60 + Math.floor(120 * random()) : 8 + Math.floor(30 * random()),
    };
  });
  const vehicles = Array.from({ length: 180 }, (_, i): PlanVehicle => {
    const kind = among([
      { seats: 4, body: 'sedan' },
      { seats: 4, body: 'sedan' },
      { seats: 6, body: 'small-passenger' },
      { seats: 16, body: 'medium-passenger' },
    ] as const);
    const from = 8 * 60 + 60 * Math.floor(8 * random());
    return {
      id: `vehicle-${i}`,
      plate: `青A·${10_000 + i}`,
      model: '',
      unit: 'fleet',
      // A third in the city's pool, the others in the unit that keeps them.
      serves: random() < 0.35 ? 'city' : among(units),
      ...kind,
      category: among(['other', 'other', 'emergency-support', 'law-enforcement', 'confidential-courier']),
      odometerKm: Math.floor(200_000 * random()),
      idle: random() < 0.08 ? { zh: '维修', en: 'Under repair' } : null,
      taken: random() < 0.12 ? [[from, from + 150]] : [],
      parking: among(yards),
      stands: [],
    };
  });
  const drivers = Array.from({ length: 150 }, (_, i): PlanDriver => ({
    id: `driver-${i}`,
    name: `师傅${i}`,
    licence: among(['C1', 'C1', 'B1', 'A1']),
    licenceUntil: 1e9,
    away: random() < 0.08 ? [[0, 1440]] : [],
    taken: [],
  }));
  return {
    requests,
    vehicles,
    drivers,
    rules: { pauseMinutes: 30, driverHours: 10, sharedApartMinutes: 30, roadOverLine: 1.3 },
    serves: (vehicle, unit) => vehicle.serves === 'city' || vehicle.serves === unit,
  };
}
