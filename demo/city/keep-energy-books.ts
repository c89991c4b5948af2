import { addDays, daysBetween } from '@opengoa/kernel/calendar';
import type { Kernel } from '@opengoa/kernel/host';
import { as, atTime, does } from '../acting.ts';
import { unitId } from '../cast.ts';
import { demoTariff } from '../tariff.ts';
import type { EnergyYear } from './energy-year.ts';

/** A tariff by the hour, budgets, changes of area and people, statements of a month, estimates of what is missing: the books beside the readings. */
export async function keepEnergyBooks(
  kernel: Kernel,
  year: EnergyYear,
  {
    buildings,
    meters,
  }: { readonly buildings: ReadonlyMap<string, string>; readonly meters: ReadonlyMap<string, string> },
): Promise<void> {
  const clerk = as('钱晓燕');
  const end = atTime(kernel, new Date(`${year.toExclusive}T00:00:00+08:00`));
  await does(end, clerk, 'energy.set-tariff', demoTariff(year.from));
  const thisYear = Number(year.toExclusive.slice(0, 4));
  for (const { unit, areaM2, meter } of new Map(year.buildings.map((each) => [each.unit, each])).values()) {
    if (!year.hours.has(meter)) continue;
    // So much a square metre as offices of the kind were given; some will keep it, some will not.
    await does(end, clerk, 'energy.set-budget', {
      unit: unitId(unit),
      year: thisYear,
      amount: Math.round(areaM2 * 72),
      document: '年度用能定额(演示)',
    });
  }
  for (const { name, areaM2, people } of year.buildings.filter((_, n) => n % 9 === 4))
    await does(end, clerk, 'energy.record-size', {
      building: buildings.get(name),
      day: addDays(year.from, 180),
      areaM2: Math.round(areaM2 * 1.05),
      people: people + 8,
      document: '办公用房调整单(演示)',
    });
  // The last month that is over.
  const lastMonth = addDays(`${year.toExclusive.slice(0, 7)}-01`, -1).slice(0, 7);
  for (const unit of new Set(year.buildings.map((each) => each.unit)))
    await does(end, clerk, 'energy.open-statement', { unit: unitId(unit), month: lastMonth });
  for (const [key, day] of singleGaps(year).slice(0, 3))
    await does(end, clerk, 'energy.estimate-gaps', {
      meter: meters.get(key),
      from: day,
      toExclusive: addDays(day, 1),
      why: '通讯中断一小时',
    });
}

/** Meters that said nothing for one hour of the year, between two hours that are known, and the day of it. */
function singleGaps({ hours, trained, from }: EnergyYear): readonly (readonly [key: string, day: string])[] {
  const first = daysBetween(trained, from) * 24;
  return [...hours].flatMap(([key, kwh]) => {
    const at = kwh.findIndex(
      (value, hour) => hour > first && value === null && kwh[hour - 1] !== null && (kwh[hour + 1] ?? null) !== null,
    );
    return at === -1 ? [] : [[key, addDays(trained, Math.floor(at / 24))] as const];
  });
}
