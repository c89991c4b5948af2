import { join } from 'node:path';
import { jobActor, newId } from '@opengoa/kernel';
import { contextFor, reading } from '@opengoa/kernel/host';
import { loadKit } from '@opengoa/kernel/risk-kit';
import { house, type House } from '@opengoa/kernel/testing';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import vehicles from '../domain.ts';
import { positionAt, trackedVehicle } from '../testing/tracked-fleet.ts';
import { noParking } from './gather-no-parking.ts';
import type { NoParkingInputs } from './no-parking/risk.ts';

let at: House;
let now = new Date('2026-03-01T09:00:00+08:00');
let car: { vehicle: string; number: string; plate: string };
const saturday = '2026-03-07T10:00:00+08:00';
const week = ['2026-03-02', '2026-03-09'] as const;
const resort = { kind: 'circle', latitude: 32.06, longitude: 118.79, radiusM: 300 };

beforeAll(async () => {
  at = await house({ rooms: [vehicles], clock: () => now });
});
afterAll(() => at?.close());
beforeEach(async () => {
  now = new Date('2026-03-01T09:00:00+08:00');
  car = await trackedVehicle(at);
});

/** Two fixes at the resort, so many minutes apart, between others elsewhere. */
async function stands(begin: string, minutes: number): Promise<void> {
  now = new Date(Date.parse(begin) + (minutes + 60) * 60_000);
  const positions = [
    positionAt(begin, -20, 20),
    positionAt(begin, 0, 0, { speedKmh: 0, ignition: false }),
    positionAt(begin, minutes, 0.1, { speedKmh: 0 }),
    positionAt(begin, minutes + 20, 20),
  ];
  await at.as('郑科长').does('vehicles.receive-positions', { terminals: [{ number: car.number, positions }] });
}

/** Draws a fence round the resort for the test's vehicle alone, and takes it away with what `remove` gives back. */
async function drawn(more: object = {}): Promise<{ remove: () => Promise<unknown> }> {
  const clerk = at.as('郑科长');
  const { facts } = await clerk.does('vehicles.draw-fence', {
    unit: at.ids.city,
    name: '温泉度假区',
    use: 'no-parking',
    shape: resort,
    plates: [car.plate],
    ...more,
  });
  return { remove: () => clerk.does('vehicles.remove-fence', { fence: facts[0]!.object.id, why: '划错' }) };
}

/** What is said of the test's vehicle; nothing where no case is made of it. */
async function said(
  period: readonly [string, string] = week,
): Promise<{ rule: string; inputs: NoParkingInputs } | null> {
  now = new Date('2026-03-20T08:00:00+08:00');
  const kit = await loadKit(join(vehicles.folder, 'risks', noParking.kit));
  const job = jobActor('run-kits', [{ role: 'job', unit: at.ids.province, below: true }], at.ids.province);
  const asked = { actor: job, who: ['job'], room: 'vehicles' };
  const cases = await reading(at.kernel, asked, (tx) =>
    noParking.gather(tx, period, contextFor(at.kernel, job, newId())),
  );
  const own = cases.find(({ subject }) => subject.id === car.vehicle);
  if (!own) return null;
  const { status, rule } = kit.judge(own.subject, own.inputs, { standards: {} });
  return { rule: `${status} ${rule}`, inputs: own.inputs as NoParkingInputs };
}

test('three hours where it is not to stand are asked about; no more than is allowed are not', async () => {
  await drawn();
  await stands(saturday, 183);
  expect(await said()).toMatchObject({
    rule: 'flag parked',
    inputs: { stands: [{ name: '温泉度假区', day: '2026-03-07', time: '10:00', minutes: 183, excused: false }] },
  });
  expect((await said(['2026-03-09', '2026-03-16']))?.rule).toBe('insufficient_data no-track');
  now = new Date('2026-03-01T09:00:00+08:00');
  car = await trackedVehicle(at);
  await drawn();
  await stands(saturday, 20);
  expect((await said())?.rule).toBe('clear clear');
});

test('a fence of another unit, for other vehicles, or taken away makes no case', async () => {
  await stands(saturday, 183);
  await drawn({ unit: at.ids.countyFinance, plates: [] });
  expect(await said()).toBeNull();
  await drawn({ plates: [], categories: ['emergency-support'] });
  expect(await said()).toBeNull();
  await drawn({ use: 'area' });
  expect(await said()).toBeNull();
  const { remove } = await drawn();
  // It was drawn after the vehicle had left.
  expect(await said()).toMatchObject({ rule: 'clear clear', inputs: { stands: [] } });
  await remove();
  expect(await said()).toBeNull();
});

test('only minutes in which the fence watches count', async () => {
  await drawn({ watches: 'days-off' });
  await stands('2026-03-06T23:50:00+08:00', 25);
  expect(await said()).toMatchObject({ rule: 'clear clear', inputs: { stands: [{ minutes: 15 }] } });
});

test('a trip that brought it there excuses, one to elsewhere or from there later does not', async () => {
  await drawn();
  const trip = (toPlace: string, from: string, to: string, use = 'general-affairs') =>
    at.as('吴调度').does('vehicles.book-trips', {
      source: '出车登记本',
      trips: [
        {
          unit: at.ids.financeOffice,
          plate: car.plate,
          departedAt: `2026-03-07T${from}:00+08:00`,
          returnedAt: `2026-03-07T${to}:00+08:00`,
          purpose: '调研',
          use,
          fromPlace: '机关大院',
          toPlace,
          askerName: '周敏',
          people: 2,
          distanceKm: 30,
          drivenKm: 30,
        },
      ],
    });
  await stands(saturday, 30);
  await trip('石桥镇', '09:30', '10:20');
  await trip('温泉度假区', '10:25', '11:00');
  expect(await said()).toMatchObject({ rule: 'flag parked', inputs: { stands: [{ excused: false }] } });
  await stands('2026-03-07T12:00:00+08:00', 120);
  await trip('温泉度假区东门', '11:30', '14:30');
  await stands('2026-03-07T16:00:00+08:00', 90);
  await trip('防汛现场', '15:30', '18:00', 'emergency');
  // A name that is a place on file inside the fence.
  await at.as('吴调度').does('vehicles.keep-place', {
    unit: at.ids.city,
    name: '水利培训中心',
    kind: 'destination',
    latitude: 32.0601,
    longitude: 118.79,
  });
  await stands('2026-03-07T20:00:00+08:00', 60);
  await trip('水利培训中心', '19:30', '21:30');
  const { inputs } = (await said())!;
  expect(inputs.stands.map(({ time, excused }) => `${time} ${excused}`)).toEqual([
    '10:00 false',
    '12:00 true',
    '16:00 true',
    '20:00 true',
  ]);
});

test('in the garage by its order it is excused, after it is done no longer', async () => {
  await drawn();
  const clerk = at.as('郑科长');
  now = new Date('2026-03-02T09:00:00+08:00');
  const { result } = await clerk.does('vehicles.order-repair', { vehicle: car.vehicle, what: '刹车', garage: '一厂' });
  const { repair } = result as { repair: string };
  await clerk.does('vehicles.quote-repair', { repair, quoteFen: 90_000, quote: '工时' });
  await at.as('冯局长').does('vehicles.approve-repair', { repair, opinion: '同意' });
  await stands('2026-03-03T10:00:00+08:00', 300);
  now = new Date('2026-03-04T17:00:00+08:00');
  await clerk.does('vehicles.finish-repair', { repair, day: '2026-03-04' });
  await stands(saturday, 45);
  const { inputs } = (await said())!;
  expect(inputs.stands.map(({ day, excused }) => `${day} ${excused}`)).toEqual(['2026-03-03 true', '2026-03-07 false']);
});

test('a stand over midnight is whole, and of the period in which it began', async () => {
  await drawn();
  await stands('2026-03-08T22:00:00+08:00', 600);
  expect(await said()).toMatchObject({ inputs: { fixes: 2, stands: [{ day: '2026-03-08', minutes: 600 }] } });
  expect(await said(['2026-03-09', '2026-03-16'])).toMatchObject({ inputs: { fixes: 2, stands: [] } });
});
