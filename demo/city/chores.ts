import { addDays } from '@opengoa/kernel/calendar';
import type { Actor } from '@opengoa/kernel';
import type { Kernel } from '@opengoa/kernel/host';
import { atTime, does } from '../acting.ts';
import { chanceOf } from './chance.ts';
import type { Registered } from './registered.ts';
import type { CityPlan } from './plan-city.ts';

export interface Chore {
  /** Minutes since 1970. */
  readonly at: number;
  readonly work: (km: number) => Promise<unknown>;
}

const minuteAt = (day: string, minute: number): number => Date.parse(`${day}T00:00:00+08:00`) / 60_000 + minute;

/** What a vehicle asks for beside trips, fuel and repairs: service, insurance, tolls, parking, a fine, and a seal for each long holiday. */
export function choresOf(
  kernel: Kernel,
  { seed, from, toExclusive }: CityPlan,
  clerk: Actor,
  { vehicle, id }: Registered,
): Chore[] {
  const chance = chanceOf(seed, `chores ${vehicle.plate}`);
  const chores: Chore[] = [];
  const on = (day: string, work: (at: Kernel, km: number) => Promise<unknown>, minute = 600 + chance.whole(0, 300)) => {
    const at = minuteAt(day, minute);
    chores.push({ at, work: (km) => work(atTime(kernel, new Date(at * 60_000)), km) });
  };
  const cost = (kind: string, day: string, amountFen: number, more: object = {}) =>
    on(day, (at) => does(at, clerk, 'vehicles.record-cost', { vehicle: id, kind, day, amountFen, ...more }));

  let service = '';
  on(
    from,
    async (at, km) => {
      const planned = await does(at, clerk, 'vehicles.plan-service', {
        vehicle: id,
        item: '常规保养',
        everyKm: 5_000,
        everyMonths: 6,
        lastKm: km,
        lastDay: from,
      });
      // The plan is known by its fact.
      service = planned.facts[0]!.id;
    },
    300,
  );
  const served = addDays(from, chance.whole(150, 200));
  on(served, (at, km) =>
    does(at, clerk, 'vehicles.record-service', { service, odometerKm: km, day: served, note: '机油机滤' }),
  );
  const insured = addDays(from, chance.whole(5, 350));
  cost('insurance', insured, chance.whole(240, 420) * 1_000, {
    supplier: '演示财产保险',
    invoice: `BX${vehicle.plate.slice(-4)}`,
    coversFrom: insured,
    coversTo: addDays(insured, 365),
  });
  if (chance.is(0.5))
    for (const days of [80, 170, 260, 350])
      cost('toll', addDays(from, days), chance.whole(40, 300) * 100, { supplier: '高速公路通行费(演示)' });
  if (chance.is(0.3))
    cost('parking', addDays(from, chance.whole(10, 350)), chance.whole(10, 90) * 100, {
      supplier: '临江公共停车场(演示)',
    });
  if (chance.is(0.04)) cost('fine', addDays(from, chance.whole(10, 350)), 20_000, { note: '驾驶员自付' });
  if (vehicle.category !== 'emergency-support')
    for (const holiday of holidays(from, toExclusive))
      on(holiday.eve, (at) =>
        does(at, clerk, 'vehicles.seal-vehicle', {
          vehicle: id,
          holiday: holiday.name,
          fromDay: holiday.fromDay,
          toDay: holiday.toDay,
          keysWith: '值班室',
          place: vehicle.pool === '县' ? '石桥县机关大院' : '机关大院',
        }),
      );
  return chores;
}

/** The three long holidays that lie in the year, by their usual days. */
function holidays(from: string, toExclusive: string) {
  const found: { readonly name: string; readonly eve: string; readonly fromDay: string; readonly toDay: string }[] = [];
  for (const year of [from.slice(0, 4), toExclusive.slice(0, 4)])
    for (const [name, first, last] of [
      ['元旦', '01-01', '01-03'],
      ['劳动节', '05-01', '05-05'],
      ['国庆节', '10-01', '10-07'],
    ] as const) {
      const [fromDay, toDay] = [`${year}-${first}`, `${year}-${last}`];
      if (addDays(fromDay, -1) > from && toDay < toExclusive && found.every((each) => each.fromDay !== fromDay))
        found.push({ name, eve: addDays(fromDay, -1), fromDay, toDay });
    }
  return found;
}
