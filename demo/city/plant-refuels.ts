import { type Calendar, dayOf } from '@opengoa/kernel/calendar';
import { chanceOf } from './chance.ts';
import { type Planting, monthOf } from './planting.ts';
import type { FillOfYear, Year } from './year.ts';

const ofFill = (kit: string, { plate, at }: FillOfYear, harm: boolean, what: string, size: string): Planting => ({
  kit: `vehicles/${kit}`,
  about: { kind: 'vehicle', plate, month: monthOf(at) },
  harm,
  what,
  size,
});
const tenth = (litres: number) => Math.round(litres * 10) / 10;

/** Fuel for somebody else's car: later on the day of a fill, or on a day off from the yard; and days that only look like it. */
export function plantRefuels(seed: number, year: Year, calendar: Calendar): Planting[] {
  const chance = chanceOf(seed, 'plant-refuels');
  const kit = 'refuel-days';
  const found: Planting[] = [];
  // Early enough that what follows them is over as well.
  const until = Date.parse(year.toExclusive) / 60_000 - 60 * 1_440;
  const fills = Map.groupBy(
    year.fills.filter(({ litres, at }) => litres !== null && at < until),
    ({ plate }) => plate,
  );
  const vehicles = chance.some(
    year.vehicles.filter(({ plate }) => (fills.get(plate)?.length ?? 0) >= 6),
    20,
  );
  const times = (count: number, work: (vehicle: Year['vehicles'][number], fill: FillOfYear) => void) => {
    for (let n = 0; n < count; n += 1) {
      const vehicle = vehicles.pop();
      if (vehicle) work(vehicle, chance.one(fills.get(vehicle.plate)!.slice(3)));
    }
  };
  const minutesOfDay = (at: number) => (at + 480) % 1_440;
  const restOfDay = (at: number) => Math.max(20, 1_400 - minutesOfDay(at));
  times(chance.whole(4, 6), ({ plate }, fill) => {
    const litres = tenth(chance.between(6, 45));
    const minutes = Math.min(chance.whole(75, 300), restOfDay(fill.at));
    year.fills.push({ ...fill, plate, at: fill.at + minutes, litres, station: '中石化临江二站' });
    const size = `${litres} L after ${minutes} min`;
    found.push(ofFill(kit, fill, true, '当天又给他车加油', size), {
      ...ofFill('fuel-over-standard', fill, true, '当天又给他车加油', size),
      also: true,
    });
  });
  times(chance.whole(3, 5), ({ plate }, fill) => {
    const at = freeSunday(year, calendar, plate, fill.at) + chance.whole(560, 1_000);
    const litres = tenth(chance.between(15, 44));
    const extra = { ...fill, plate, at, litres };
    year.fills.push(extra);
    found.push(ofFill(kit, extra, true, '休息日用公车油卡加油', `${litres} L`));
    found.push({ ...ofFill('fuel-over-standard', extra, true, '休息日用公车油卡加油', `${litres} L`), also: true });
  });
  // A can topped up, a receipt in two halves: nothing in it.
  times(chance.whole(2, 3), ({ plate }, fill) => {
    const litres = tenth(chance.between(3, 8));
    year.fills.push({ ...fill, plate, at: fill.at + Math.min(90, restOfDay(fill.at)), litres });
    found.push(ofFill(kit, fill, false, '当天补加几升', `${litres} L`));
  });
  // Filled up on a Sunday for a drive that begins on Monday before the stations open.
  times(chance.whole(1, 2), ({ plate }, fill) => {
    const extra = {
      ...fill,
      plate,
      at: freeSunday(year, calendar, plate, fill.at) + chance.whole(900, 1_100),
      litres: tenth(chance.between(8, 20)),
    };
    year.fills.push(extra);
    found.push(ofFill(kit, extra, false, '周日为次日早出车加油', `${extra.litres} L`));
  });
  year.fills.sort((a, b) => a.at - b.at);
  return found;
}

/** Midnight of the first Sunday after a moment that is a day off (some are worked, 调休) and on which the vehicle is not out. */
function freeSunday(year: Year, calendar: Calendar, plate: string, after: number): number {
  const midnight = (day: number) => day * 1_440 - 480;
  let day = Math.ceil((after + 480) / 1_440);
  const own = year.trips.filter((trip) => trip.plate === plate);
  // 1970-01-01 was a Thursday.
  const free = () =>
    (day + 3) % 7 === 6 &&
    !calendar.isWorkday(dayOf(new Date((midnight(day) + 720) * 60_000))) &&
    !own.some(({ departedAt, returnedAt }) => departedAt < midnight(day + 1) && returnedAt > midnight(day));
  while (!free()) day += 1;
  return midnight(day);
}
