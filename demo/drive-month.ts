import { newId, type Actor } from '@opengoa/kernel';
import { runVerb, type Kernel } from '@opengoa/kernel/host';
import { as, atTime, does } from './acting.ts';
import { personId, unitId } from './cast.ts';
import { daysBefore, minuteOf } from './days.ts';
import { equip, trackNight, trackSoFar, trackTrip } from './drive-tracks.ts';
import { pick, random } from './seeded.ts';

const fleet = [
  {
    plate: '青A·10001',
    make: '红旗',
    model: 'E-QM5',
    power: 'battery-electric',
    category: 'emergency-support',
    seats: 5,
    batteryKwh: 54,
    priceFen: 15_800_000,
  },
  {
    plate: '青A·10002',
    make: '比亚迪',
    model: '秦PLUS EV',
    power: 'battery-electric',
    category: 'confidential-courier',
    seats: 5,
    batteryKwh: 57,
    priceFen: 11_800_000,
  },
  {
    plate: '青A·10003',
    make: '一汽大众',
    model: '朗逸 1.5L',
    power: 'petrol',
    category: 'confidential-courier',
    seats: 5,
    displacementL: 1.5,
    tankLitres: 50,
    priceFen: 10_900_000,
  },
  {
    plate: '青A·10004',
    make: '上汽大众',
    model: '帕萨特 1.4T',
    power: 'petrol',
    category: 'emergency-support',
    seats: 5,
    displacementL: 1.4,
    tankLitres: 64,
    priceFen: 17_600_000,
  },
  {
    plate: '青A·10005',
    make: '广汽传祺',
    model: 'M6',
    power: 'petrol',
    category: 'emergency-support',
    seats: 7,
    displacementL: 1.5,
    tankLitres: 55,
    priceFen: 13_900_000,
  },
  {
    plate: '青A·10006',
    make: '长安',
    model: '逸动 1.6L',
    power: 'petrol',
    category: 'confidential-courier',
    seats: 5,
    displacementL: 1.6,
    tankLitres: 53,
    priceFen: 8_900_000,
  },
] as const;

const drivers = ['孙师傅', '赵师傅', '王师傅', '刘师傅'] as const;

const errands = [
  { to: '石桥县政务服务中心', km: 126, minutes: 420, purpose: '督导政务服务工作', people: 4, crossCity: false },
  { to: '临江市会议中心', km: 18, minutes: 150, purpose: '参加全市经济运行调度会', people: 3, crossCity: false },
  { to: '青山省财政厅', km: 212, minutes: 540, purpose: '汇报年度预算执行情况', people: 3, crossCity: true },
  { to: '开发区管委会', km: 32, minutes: 180, purpose: '调研项目资金使用', people: 2, crossCity: false },
  { to: '市档案馆', km: 12, minutes: 120, purpose: '移交档案', people: 2, crossCity: false },
  { to: '石桥县中学', km: 118, minutes: 400, purpose: '教育经费检查', people: 6, crossCity: false },
] as const;

export interface Driven {
  readonly trips: number;
  readonly vehicles: ReadonlyMap<string, string>;
}

/** Registers the fleet and drives the last month's working days, every trip from asking to rating. */
export async function driveMonth(
  kernel: Kernel,
  today: string,
  { progress, signal }: { progress: (line: string) => void; signal: AbortSignal },
): Promise<Driven> {
  const next = random(2026);
  const calendar = kernel.registers.calendar();
  const begin = atTime(kernel, minuteOf(daysBefore(today, 40), 9 * 60));
  const clerk = as('郑强');
  const vehicles = new Map<string, { id: string; km: number; litresSince: number; tank: number | null }>();
  for (const [n, { plate, ...described }] of fleet.entries()) {
    const answer = await does(begin, clerk, 'vehicles.register-vehicle', {
      unit: unitId('车管科'),
      serves: unitId('市'),
      plate,
      body: 'sedan',
      odometerKm: 20_000 + n * 3_100,
      modelYear: 2022,
      inServiceDay: '2022-06-01',
      ...described,
    });
    vehicles.set(plate, {
      id: answer.facts[0]!.object.id,
      km: 20_000 + n * 3_100,
      litresSince: 0,
      tank: 'tankLitres' in described ? described.tankLitres : null,
    });
  }
  await equip(begin, vehicles);
  const driverIds = new Map<string, string>();
  for (const name of drivers) {
    const answer = await does(begin, clerk, 'vehicles.register-driver', {
      unit: unitId('车管科'),
      person: personId(name),
      licence: 'C1',
      licenceValidTo: '2030-12-31',
    });
    driverIds.set(name, answer.facts[0]!.object.id);
  }

  let trips = 0;
  const planted = { overTank: false };
  for (let back = 31; back >= 1; back -= 1) {
    const day = daysBefore(today, back);
    signal.throwIfAborted();
    await trackNight(kernel, day, back);
    if (!calendar.isWorkday(day)) continue;
    const ofDay = 2 + Math.floor(next() * 3);
    for (let n = 0; n < ofDay; n += 1) {
      // Within a day every trip has a vehicle and a driver of its own.
      const plate = fleet[(back + n) % fleet.length]!.plate;
      const vehicle = vehicles.get(plate)!;
      const errand = pick(next, errands);
      if (errand.people + 1 > (fleet.find((each) => each.plate === plate)?.seats ?? 5)) continue;
      const overrun = trips % 23 === 11;
      await driveOnce(kernel, {
        day,
        hour: 8 + n * 2,
        errand,
        plate,
        vehicle,
        driver: drivers[(back + n) % drivers.length]!,
        driverIds,
        overrun,
        // One terminal lost its power for a trip.
        silent: trips === 30,
        next,
      });
      trips += 1;
      await fuelWhenLow(kernel, clerk, {
        day,
        vehicle,
        station: '中石化临江二站',
        overTank: !planted.overTank && vehicle.tank !== null && trips > 25,
      });
      if (vehicle.tank !== null && trips > 25) planted.overTank = true;
    }
    if (back % 7 === 0) progress(`用车 trips ${trips}`);
  }
  await openBusiness(kernel, today, { vehicles: [...vehicles.values()], driverIds });
  await driveNow(kernel, { plate: '青A·10005', vehicle: vehicles.get('青A·10005')!, driverIds });
  return { trips, vehicles: new Map([...vehicles].map(([plate, { id }]) => [plate, id])) };
}

interface Drive {
  readonly day: string;
  readonly hour: number;
  readonly errand: (typeof errands)[number];
  readonly plate: string;
  readonly vehicle: { id: string; km: number; litresSince: number };
  readonly driver: (typeof drivers)[number];
  readonly driverIds: ReadonlyMap<string, string>;
  readonly overrun: boolean;
  readonly silent: boolean;
  readonly next: () => number;
}

async function driveOnce(
  kernel: Kernel,
  { day, hour, errand, plate, vehicle, driver, driverIds, overrun, silent, next }: Drive,
): Promise<void> {
  const startsAt = minuteOf(day, hour * 60);
  const endsAt = new Date(startsAt.getTime() + errand.minutes * 60_000);
  const asked = atTime(kernel, new Date(startsAt.getTime() - 20 * 3_600_000));
  const answer = await does(asked, as('周敏'), 'vehicles.request-trip', {
    purpose: errand.purpose,
    use: 'general-affairs',
    from: '临江市财政局',
    to: errand.to,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    people: errand.people,
    distanceKm: errand.km,
    crossCity: errand.crossCity,
  });
  const { trip } = answer.result as { trip: string };
  await approve(atTime(kernel, new Date(startsAt.getTime() - 18 * 3_600_000)), trip);
  await does(atTime(kernel, new Date(startsAt.getTime() - 16 * 3_600_000)), as('吴静'), 'vehicles.dispatch-trip', {
    trip,
    vehicle: vehicle.id,
    driver: driverIds.get(driver),
  });
  await does(atTime(kernel, startsAt), as(driver), 'vehicles.depart-trip', { trip, odometerKm: vehicle.km });
  const drivenKm = Math.round(errand.km * (overrun ? 1.9 : 0.97 + next() * 0.08));
  const late = overrun ? 240 : Math.round(next() * 20);
  const returned = new Date(endsAt.getTime() + late * 60_000);
  vehicle.km += drivenKm;
  vehicle.litresSince += drivenKm * 0.068;
  await does(atTime(kernel, returned), as(driver), 'vehicles.return-trip', {
    trip,
    odometerKm: vehicle.km,
    ...(overrun ? { why: '临时增加一处' } : {}),
  });
  if (!silent) await trackTrip(kernel, { plate, to: errand.to, from: startsAt, until: returned, km: drivenKm });
  await does(atTime(kernel, new Date(returned.getTime() + 3_600_000)), as('郑强'), 'vehicles.settle-trip', {
    trip,
    fuelFen: 0,
    tollFen: errand.km > 100 ? 5_000 : 0,
    parkingFen: 500,
  });
  await does(atTime(kernel, new Date(returned.getTime() + 7_200_000)), as('周敏'), 'vehicles.rate-trip', {
    trip,
    stars: next() < 0.8 ? 5 : 4,
  });
}

/** Whoever holds the open step agrees, step after step, as the definition asks. */
async function approve(kernel: Kernel, trip: string): Promise<void> {
  for (const name of ['何涛', '陈国栋', '冯毅']) {
    await runVerb(kernel, {
      name: 'vehicles.approve-trip',
      input: { trip, opinion: '同意' },
      actor: as(name),
      requestId: newId(),
    });
  }
}

async function fuelWhenLow(
  kernel: Kernel,
  clerk: Actor,
  {
    day,
    vehicle,
    station,
    overTank,
  }: {
    day: string;
    vehicle: { id: string; km: number; litresSince: number; tank: number | null };
    station: string;
    overTank: boolean;
  },
): Promise<void> {
  if (vehicle.tank === null || (vehicle.litresSince < vehicle.tank * 0.6 && !overTank)) return;
  const litres = Math.round((overTank ? vehicle.tank * 1.17 : vehicle.litresSince) * 10) / 10;
  const filledAt = minuteOf(day, 18 * 60 + 30);
  await does(atTime(kernel, new Date(filledAt.getTime() + 1_800_000)), clerk, 'vehicles.record-fuel', {
    vehicle: vehicle.id,
    filledAt: filledAt.toISOString(),
    carrier: 'petrol',
    litres,
    electricityKwh: null,
    costFen: Math.round(litres * 782),
    odometerKm: vehicle.km,
    full: true,
    station,
    card: '1000-0031',
  });
  vehicle.litresSince = 0;
}

/** What is open today: two to approve, one to dispatch, one to drive; so that everybody finds something on the desk. */
async function openBusiness(
  kernel: Kernel,
  today: string,
  { vehicles, driverIds }: { vehicles: readonly { id: string }[]; driverIds: ReadonlyMap<string, string> },
): Promise<void> {
  const day = kernel.registers.calendar().addWorkdays(today, 1);
  const request = async (errand: (typeof errands)[number], hour: number) => {
    const startsAt = minuteOf(day, hour * 60);
    const answer = await does(kernel, as('周敏'), 'vehicles.request-trip', {
      purpose: errand.purpose,
      use: 'general-affairs',
      from: '临江市财政局',
      to: errand.to,
      startsAt: startsAt.toISOString(),
      endsAt: new Date(startsAt.getTime() + errand.minutes * 60_000).toISOString(),
      people: errand.people,
      distanceKm: errand.km,
      crossCity: errand.crossCity,
    });
    return (answer.result as { trip: string }).trip;
  };
  const toDrive = await request(errands[1], 9);
  await approve(kernel, toDrive);
  await does(kernel, as('吴静'), 'vehicles.dispatch-trip', {
    trip: toDrive,
    vehicle: vehicles[0]!.id,
    driver: driverIds.get('孙师傅'),
  });
  await approve(kernel, await request(errands[3], 14));
  await request(errands[4], 10);
  await request(errands[0], 8);
}

/** One trip is under way as the demo opens: it left fifty minutes ago. */
async function driveNow(
  kernel: Kernel,
  {
    plate,
    vehicle,
    driverIds,
  }: { plate: string; vehicle: { id: string; km: number }; driverIds: ReadonlyMap<string, string> },
): Promise<void> {
  const errand = errands[0];
  const before = (minutes: number) => new Date(kernel.clock().getTime() - minutes * 60_000);
  const [from, until] = [before(50), before(-190)];
  const answer = await does(atTime(kernel, before(180)), as('周敏'), 'vehicles.request-trip', {
    purpose: errand.purpose,
    use: 'general-affairs',
    from: '临江市财政局',
    to: errand.to,
    startsAt: from.toISOString(),
    endsAt: until.toISOString(),
    people: errand.people,
    distanceKm: errand.km,
    crossCity: errand.crossCity,
  });
  const { trip } = answer.result as { trip: string };
  await approve(atTime(kernel, before(150)), trip);
  await does(atTime(kernel, before(120)), as('吴静'), 'vehicles.dispatch-trip', {
    trip,
    vehicle: vehicle.id,
    driver: driverIds.get('刘师傅'),
  });
  await does(atTime(kernel, from), as('刘师傅'), 'vehicles.depart-trip', { trip, odometerKm: vehicle.km });
  await trackSoFar(kernel, { plate, to: errand.to, from, until, km: errand.km });
}
