import { addDays } from '@opengoa/kernel/calendar';
import type { Kernel } from '@opengoa/kernel/host';
import { as, atTime, does } from '../acting.ts';
import { unitId } from '../cast.ts';
import type { EnergyYear } from './energy-year.ts';
import { reportFaults } from './report-faults.ts';

/** What stands beside the ledgers of a house in use, a few of each: gateways that read meters, labels on them, faults told by those, and what people say to each other. */
export async function ordinaryDays(
  kernel: Kernel,
  year: EnergyYear,
  {
    buildings,
    meters,
  }: { readonly buildings: ReadonlyMap<string, string>; readonly meters: ReadonlyMap<string, string> },
): Promise<void> {
  const clerk = as('钱晓燕');
  const on = (daysAgo: number, minute: number) =>
    atTime(kernel, new Date(Date.parse(`${addDays(year.toExclusive, -daysAgo)}T10:00:00+08:00`) + minute * 60_000));
  const electric = year.registers.filter(({ carrier, exchange }) => carrier === 'electricity' && !exchange);
  // Addresses of RFC 5737, which lead nowhere; asked once a day.
  for (const [n, name] of ['配电间采集器一', '配电间采集器二'].entries())
    await does(on(40 - n, n), clerk, 'energy.register-gateway', {
      unit: unitId('市'),
      name,
      host: `192.0.2.${10 + n}`,
      everyMinutes: 1_440,
      points: electric
        .slice(n * 4, n * 4 + 4)
        .map(({ key }, at) => ({ key, address: 100 + at * 2, type: 'uint32' as const })),
    });
  const labelled = year.registers.slice(0, 24).map(({ key }) => meters.get(key)!);
  await does(on(35, 0), clerk, 'kernel.make-labels', { kind: 'energy.meter', objects: labelled });
  await reportFaults(kernel, labelled, year.toExclusive);
  const said = [
    '这栋楼上月电费单已核对，与总表一致。',
    '三层照明表读数偏慢，已约计量所下周来校。',
    '节后空调提前关机的安排已通知物业。',
  ];
  for (const [n, text] of said.entries())
    await does(on(20 - n, n), clerk, 'kernel.write-comment', {
      kind: 'energy.building',
      id: buildings.get(year.buildings[n]!.name)!,
      text,
    });
}
