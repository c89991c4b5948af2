import { calendarFrom } from '@opengoa/kernel/calendar';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { hereFrom } from './book-past.ts';
import { cityAndPlantings, planCity } from './plan-city.ts';

const calendar = calendarFrom();
const today = '2026-11-22';
const { plan, plantings } = cityAndPlantings(2026, today, calendar);
const withoutRoads = (_key: string, value: unknown) => (value instanceof Map ? [...value] : value);

test('the city has the size that is said of it, with the town', () => {
  expect(15 + plan.people.units.length).toBe(60);
  expect(100 + plan.people.people.length).toBe(3_000);
  expect(6 + plan.vehicles.length).toBe(180);
  expect(7 + plan.energy.buildings.length).toBe(40);
  const inRooms = plan.premises.meters.length;
  expect(7 + plan.energy.hours.size + plan.energy.daily.length + plan.energy.registers.length - inRooms).toBe(300);
  for (const seed of [7, 2026]) {
    const { trips } = planCity(seed, today, calendar).year;
    expect(trips.length).toBeGreaterThan(8_400);
    expect(trips.length).toBeLessThan(9_900);
  }
});

test('the same seed is the same city and the same plantings; another seed is another', () => {
  const again = cityAndPlantings(2026, today, calendar);
  const small = (seed: number) => JSON.stringify(cityAndPlantings(seed, today, calendar, 0.1), withoutRoads);
  expect(again.plantings).toEqual(plantings);
  expect(again.plan.year.trips).toEqual(plan.year.trips);
  expect(small(2026)).toBe(small(2026));
  expect(small(7)).not.toBe(small(2026));
});

test('what happens to one vehicle happens in an order that can be entered', () => {
  for (const own of Map.groupBy(plan.year.trips, ({ plate }) => plate).values())
    for (const [at, trip] of own.entries()) {
      expect(trip.returnedAt).toBeGreaterThan(trip.departedAt);
      expect(trip.drivenKm).toBeLessThanOrEqual(Math.ceil(((trip.returnedAt - trip.departedAt) / 60) * 100));
      if (at > 0) expect(trip.departedAt).toBeGreaterThan(own[at - 1]!.returnedAt);
    }
});

test('rooms, seats, leases and meters in rooms are such as can be entered', () => {
  const { rooms, seats, leases, meters, leavers } = plan.premises;
  const once = (of: readonly string[]) => expect(new Set(of).size).toBe(of.length);
  once(rooms.map(({ key }) => key));
  once(leases.map(({ name }) => name));
  once(leavers.map(({ person }) => person.key));
  once(seats.map(({ person, room }) => `${person.key} ${room.key}`));
  once(plan.energy.registers.map(({ key }) => key));
  once(plan.holdings.map(({ number }) => number));
  for (const { from } of seats) expect(from < plan.from).toBe(true);
  for (const { day, vacated } of leavers) expect(vacated === null || vacated > day).toBe(true);
  for (const { from, to, paid, rooms: let_ } of leases) {
    expect(from < to).toBe(true);
    expect(paid.every(({ day, fen }) => day > from && day < plan.toExclusive && fen > 0)).toBe(true);
    expect(let_.every(({ vacant }) => vacant)).toBe(true);
  }
  for (const { key } of meters) {
    const { readings, firstRegister } = plan.energy.registers.find((each) => each.key === key)!;
    for (const [n, { value }] of readings.entries())
      expect(value).toBeGreaterThanOrEqual(n === 0 ? firstRegister : readings[n - 1]!.value);
  }
});

test('most of the year stands in registers, the last two months are driven here, and harms lie on both sides', () => {
  const here = hereFrom(plan);
  const driven = plan.year.trips.filter(({ departedAt }) => departedAt >= here).length;
  expect(driven).toBeGreaterThan(1_200);
  expect(driven).toBeLessThan(plan.year.trips.length / 5);
  const harms = plantings.flatMap(({ harm, about }) =>
    harm && about.kind === 'trip' ? [about.departedAt >= here] : [],
  );
  expect(new Set(harms)).toEqual(new Set([true, false]));
});

test('sub-meters add up to their main meter, not quite', () => {
  const apart: number[] = [];
  for (const building of plan.energy.buildings.filter(({ hourly }) => hourly)) {
    const subs = plan.energy.daily.filter((each) => each.building === building.name);
    const hours = plan.energy.hours.get(building.meter)!.slice(-366 * 24);
    for (let day = 0; day < 366; day += 1) {
      const main = hours.slice(day * 24, day * 24 + 24);
      const parts = subs.map(({ days }) => days[day]!);
      if (main.includes(null) || parts.includes(null as never)) continue;
      const sum = main.reduce<number>((all, kwh) => all + kwh!, 0);
      apart.push(parts.reduce((all, kwh) => all + kwh, 0) / sum);
    }
  }
  const middle = apart.toSorted((a, b) => a - b)[Math.floor(apart.length / 2)]!;
  expect(apart.length).toBeGreaterThan(5_000);
  expect(middle).toBeGreaterThan(0.96);
  expect(middle).toBeLessThan(1);
});

test('every kit has harms of different size and innocent look-alikes', () => {
  const kits = Map.groupBy(plantings, ({ kit }) => kit);
  expect([...kits.keys()].toSorted()).toEqual([
    'assets/bought-while-idle',
    'assets/duplicate-card',
    'assets/early-disposal',
    'assets/never-seen-at-stocktake',
    'assets/over-standard-equipment',
    'assets/scrap-then-rebuy',
    'assets/split-purchase',
    'energy/off-hours-load',
    'energy/reading-reset',
    'energy/report-head-share',
    'energy/report-scaled',
    'energy/report-unit-slip',
    'energy/unit-outside-its-meters',
    'energy/use-over-baseline',
    'space/in-use-but-declared-empty',
    'space/leased-without-income',
    'space/over-standard-room',
    'space/rented-in-beside-vacant',
    'space/retired-not-vacated',
    'space/two-offices',
    'space/vacant-but-using-energy',
    'vehicles/fuel-over-standard',
    'vehicles/holiday-use',
    'vehicles/no-parking',
    'vehicles/over-speed',
    'vehicles/parked-away-overnight',
    'vehicles/refuel-days',
    'vehicles/refuel-over-tank',
    'vehicles/repair-split',
    'vehicles/trip-without-track',
    'vehicles/used-outside-approval',
  ]);
  for (const [kit, own] of kits) {
    expect(own.filter(({ harm }) => harm).length, kit).toBeGreaterThanOrEqual(5);
    expect(own.filter(({ harm }) => !harm).length, kit).toBeGreaterThanOrEqual(2);
  }
});

test('SEC-DC-08 plates, terminals and cards of the city can be nobody’s', () => {
  for (const { plate, terminal, card } of plan.vehicles) {
    // The letter I is in no plate.
    expect(plate).toMatch(/^青A·I\d{4}$/);
    if (terminal !== null) expect(terminal).toMatch(/^10\d{9}$/);
    if (card !== null) expect(card).toMatch(/^2026-\d{4}$/);
  }
  for (const { regionCode } of plan.people.units) expect(regionCode).toBeUndefined();
});

test('what loads the city does not know the answer key', () => {
  const demo = join(import.meta.dirname, '..');
  const loading = [
    ...readdirSync(demo).filter((name) => name.endsWith('.ts')),
    ...readdirSync(import.meta.dirname).map((name) => join('city', name)),
  ].filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
  expect(loading.length).toBeGreaterThan(20);
  for (const name of loading) expect(readFileSync(join(demo, name), 'utf8'), name).not.toMatch(/from '[^']*score\//);
  const taken = readFileSync(join(import.meta.dirname, 'load-city.ts'), 'utf8');
  expect(taken).toContain('planCity(');
  expect(taken).not.toContain('lantings');
});
