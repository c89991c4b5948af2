import type { Kernel } from '@opengoa/kernel/host';
import { as, atTime, does } from '../acting.ts';
import { unitId } from '../cast.ts';
import { actorOf } from './acting.ts';
import type { Desk, Registered } from './registered.ts';
import { countyYard } from './errands.ts';
import type { CityVehicle } from './fleet.ts';
import { noParking } from './plant-parking.ts';
import type { CityPlan } from './plan-city.ts';
import { sideBySide } from './side-by-side.ts';
import { cityPersonId } from './units-and-people.ts';

const atOnce = 10;
const dayMs = 86_400_000;

/** Who keeps the ledgers and dispatches, by pool. Whoever orders a repair is not the one who approves it. */
export function desksOf({ people }: CityPlan): Readonly<Record<CityVehicle['pool'], Desk>> {
  const posts = new Map(people.posts.map((post) => [post.key, post]));
  const of = (unit: string, post: string) =>
    actorOf(
      people.people.find((each) => each.post === `city/${unit}/${post}`)!,
      posts,
    );
  const city: Desk = { clerk: as('郑强'), dispatcher: as('吴静'), head: as('冯毅') };
  return {
    市: city,
    县: { clerk: of('县车管股', '股长'), dispatcher: of('县车管股', '调度员'), head: as('马兰') },
    公安: { ...city, head: of('公安警保', '科长') },
  };
}

/** Vehicles, drivers, cards, terminals and the county's yard, a day before the year begins. */
export async function registerFleet(kernel: Kernel, plan: CityPlan, signal: AbortSignal): Promise<Registered[]> {
  const before = atTime(kernel, new Date(Date.parse(`${plan.from}T09:00:00+08:00`) - dayMs));
  const desks = desksOf(plan);
  const drawn = await does(before, desks.县.clerk, 'vehicles.draw-fence', {
    unit: unitId('县'),
    name: '石桥县机关大院',
    use: 'custody',
    shape: { kind: 'circle', latitude: countyYard[1], longitude: countyYard[0], radiusM: 400 },
  });
  for (const { name, place, radiusM, limitKmh, watches } of plan.year.limits)
    await does(before, desks.市.clerk, 'vehicles.draw-fence', {
      unit: unitId('市'),
      name,
      use: 'area',
      shape: { kind: 'circle', latitude: place[1], longitude: place[0], radiusM },
      limitKmh,
      watches,
      // Who drives by is nobody's news.
      tells: 'stayed',
      stayMinutes: 1_440,
    });
  for (const { name, place, radiusM, watches } of noParking)
    await does(before, desks.市.clerk, 'vehicles.draw-fence', {
      unit: unitId('市'),
      name,
      use: 'no-parking',
      shape: { kind: 'circle', latitude: place[1], longitude: place[0], radiusM },
      watches,
      tells: 'stayed',
      stayMinutes: 30,
    });
  const registered: Registered[] = [];
  await sideBySide(plan.vehicles, atOnce, async (vehicle) => {
    signal.throwIfAborted();
    const { plate, unit, serves, make, model, category, condition, body, power, seats, odometerKm } = vehicle;
    const { displacementL, tankLitres, batteryKwh, priceFen, inServiceDay, driver, terminal, card } = vehicle;
    const { clerk } = desks[vehicle.pool];
    const answer = await does(before, clerk, 'vehicles.register-vehicle', {
      unit: unitId(unit),
      serves: unitId(serves),
      plate,
      make,
      model,
      category,
      condition,
      body,
      power,
      seats,
      odometerKm,
      displacementL,
      tankLitres,
      batteryKwh,
      priceFen,
      inServiceDay,
      modelYear: Number(inServiceDay.slice(0, 4)),
    });
    const id = answer.facts[0]!.object.id;
    const hired = await does(before, clerk, 'vehicles.register-driver', {
      unit: unitId(unit),
      person: cityPersonId(driver),
      licence: 'C1',
      licenceValidTo: '2031-12-31',
    });
    if (card) await does(before, clerk, 'vehicles.assign-fuel-card', { vehicle: id, card });
    if (terminal)
      await does(before, clerk, 'vehicles.register-terminal', {
        vehicle: id,
        number: terminal,
        maker: '演示终端',
        model: 'DT-808',
      });
    if (vehicle.pool === '县')
      await does(before, clerk, 'vehicles.set-home', { vehicle: id, fence: drawn.facts[0]!.object.id });
    registered.push({ vehicle, id, driverId: hired.facts[0]!.object.id });
  });
  const drivers = new Map(registered.map(({ vehicle, driverId }) => [vehicle.plate, driverId]));
  const pools = new Map(plan.vehicles.map(({ plate, pool }) => [plate, pool]));
  await sideBySide(plan.year.duties, atOnce, ({ plate, kind, from, to, note }) =>
    does(before, desks[pools.get(plate)!].dispatcher, 'vehicles.plan-duty', {
      driver: drivers.get(plate),
      kind,
      startsAt: new Date(from * 60_000).toISOString(),
      endsAt: new Date(to * 60_000).toISOString(),
      note,
    }),
  );
  return registered;
}
