import { addDays } from '@opengoa/kernel/calendar';
import type { Kernel } from '@opengoa/kernel/host';
import { as, atTime, does } from '../acting.ts';
import { unitId } from '../cast.ts';
import type { EnergyYear } from './energy-year.ts';

/** A tariff by the hour, budgets by unit, and a change of area or people here and there: the books beside the readings. Comes when those are in. */
export async function keepEnergyBooks(
  kernel: Kernel,
  year: EnergyYear,
  buildings: ReadonlyMap<string, string>,
): Promise<void> {
  const clerk = as('钱晓燕');
  const end = atTime(kernel, new Date(`${year.toExclusive}T00:00:00+08:00`));
  await does(end, clerk, 'energy.set-tariff', {
    unit: unitId('市'),
    from: year.from,
    seasons: [
      {
        months: Array.from({ length: 12 }, (_, month) => month + 1),
        stretches: [
          { fromHour: 8, toHour: 11, band: 'peak' },
          { fromHour: 11, toHour: 17, band: 'flat' },
          { fromHour: 17, toHour: 22, band: 'peak' },
          { fromHour: 22, toHour: 8, band: 'valley' },
        ],
      },
    ],
    prices: [
      { band: 'peak', fenPerKwh: 92.5 },
      { band: 'flat', fenPerKwh: 62.5 },
      { band: 'valley', fenPerKwh: 34 },
    ],
    document: '分时电价通知(演示)',
  });
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
}
