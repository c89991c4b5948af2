import { addDays } from '@opengoa/kernel/calendar';
import { runRead, type Kernel } from '@opengoa/kernel/host';
import { as, atTime, does } from '../acting.ts';
import { unitId } from '../cast.ts';
import { minuteOf } from '../days.ts';
import { chanceOf } from './chance.ts';
import type { Registered } from './registered.ts';
import type { CityPlan } from './plan-city.ts';
import { desksOf } from './register-fleet.ts';

/** Establishment, purchase, hired cars, drivers' events, disposal and transfer: the ledgers that no trip fills. */
export async function keepLedgers(kernel: Kernel, plan: CityPlan, registered: readonly Registered[]): Promise<void> {
  const chance = chanceOf(plan.seed, 'ledgers');
  const desks = desksOf(plan);
  const leader = as('冯毅');
  const on = (days: number) => {
    const day = addDays(plan.from, days);
    return { day, at: atTime(kernel, minuteOf(day, 600 + chance.whole(0, 300))) };
  };
  const ofCity = registered
    .filter(({ vehicle }) => vehicle.pool === '市')
    .toSorted((a, b) => (a.vehicle.plate < b.vehicle.plate ? -1 : 1));
  for (const [pool, { clerk }] of Object.entries(desks)) {
    const own = plan.vehicles.filter((vehicle) => vehicle.pool === pool);
    for (const category of new Set(own.map((vehicle) => vehicle.category)))
      await does(on(1).at, clerk, 'vehicles.set-slots', {
        unit: unitId(own[0]!.unit),
        category,
        paper: '临机管〔演示〕1号',
        slots: own.filter((vehicle) => vehicle.category === category).length + 5,
      });
  }
  const { clerk } = desks.市;
  for (const [n, fate] of (['approved', 'approved', 'refused', 'proposed'] as const).entries()) {
    const { at } = on(200 + n * 40);
    const answer = await does(at, clerk, 'vehicles.propose-purchase', {
      unit: unitId('车管科'),
      category: 'other',
      body: 'sedan',
      power: n === 1 ? 'petrol' : 'battery-electric',
      displacementL: n === 1 ? 1.5 : null,
      priceFen: 11_800_000,
      why: '更新老旧车辆,补足编制',
    });
    const { purchase } = answer.result as { purchase: string };
    if (fate === 'approved') await does(at, leader, 'vehicles.approve-purchase', { purchase, opinion: '同意' });
    if (fate === 'refused') await does(at, leader, 'vehicles.refuse-purchase', { purchase, opinion: '暂缓' });
  }
  for (let n = 0; n < 12; n += 1) {
    const { day, at } = on(20 + n * 28);
    const days = chance.whole(1, 3);
    const quoteFen = chance.whole(9, 28) * 10_000 * days;
    const answer = await does(at, clerk, 'vehicles.hire-car', {
      unit: unitId(chance.one(['文旅局', '教育局', '农业局'])),
      supplier: '临江汽车租赁(演示)',
      purpose: '大型会议保障',
      fromDay: day,
      toDay: addDays(day, days),
      people: 12,
      body: 'small-passenger',
      power: 'petrol',
      displacementL: 1.8,
      priceFen: 17_000_000,
      quoteFen,
    });
    const { hire } = answer.result as { hire: string };
    if (n === 11) break;
    const settled = atTime(kernel, minuteOf(addDays(day, days + 2), 600));
    await does(settled, clerk, 'vehicles.settle-hire', {
      hire,
      plate: `青A·I9${String(n).padStart(3, '0')}`,
      km: chance.whole(60, 420) * days,
      amountFen: quoteFen,
      invoice: `ZL${1_000 + n}`,
      day: addDays(day, days + 2),
    });
  }
  for (let n = 0; n < 9; n += 1) {
    const { vehicle, driverId } = chance.one(ofCity);
    const { day, at } = on(15 + n * 36);
    await does(at, clerk, 'vehicles.record-driver-event', {
      driver: driverId,
      kind: n % 4 === 3 ? 'accident' : 'violation',
      at: minuteOf(day, 560).toISOString(),
      plate: vehicle.plate,
      place: '环城路',
      points: n % 4 === 3 ? 0 : chance.whole(0, 3),
      what: n % 4 === 3 ? '倒车剐蹭,已理赔' : '超速不足百分之二十',
    });
  }
}

/** At the end of the year the oldest go: after their years, by auction or to the scrapyard. */
export async function disposeOld(kernel: Kernel, plan: CityPlan, registered: readonly Registered[]): Promise<void> {
  const { clerk } = desksOf(plan).市;
  const day = addDays(plan.toExclusive, -1);
  const at = atTime(kernel, minuteOf(day, 1_200));
  const old = registered
    .filter(({ vehicle }) => vehicle.pool === '市' && vehicle.inServiceDay < addDays(plan.from, -366 * 7))
    .toSorted((a, b) => (a.vehicle.plate < b.vehicle.plate ? -1 : 1));
  for (const [n, { id }] of old.slice(0, 4).entries()) {
    const version = await versionOf(kernel, id);
    await does(at, clerk, 'vehicles.retire-vehicle', {
      vehicle: id,
      version,
      disposal: n % 2 === 0 ? 'auction' : 'scrapping',
      day,
    });
  }
}

async function versionOf(kernel: Kernel, vehicle: string): Promise<number> {
  const found = await runRead(kernel, 'vehicles.vehicle', { id: vehicle }, as('郑强'));
  return (found as unknown as { readonly version: number }).version;
}
