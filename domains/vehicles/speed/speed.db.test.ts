import { isRefusal, jobActor, newId } from '@opengoa/kernel';
import { contextFor, reading } from '@opengoa/kernel/host';
import { house, type House } from '@opengoa/kernel/testing';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import vehicles from '../domain.ts';
import { overSpeed } from '../risks/gather-speeds.ts';
import { positionAt, trackedVehicle } from '../testing/tracked-fleet.ts';

let at: House;
let now = new Date('2026-03-05T22:30:00+08:00');
const morning = '2026-03-05T09:00:00+08:00';
const day = '2026-03-05';

beforeAll(async () => {
  at = await house({ rooms: [vehicles], clock: () => now });
});
afterAll(() => at?.close());

const send = (number: string, positions: ReturnType<typeof positionAt>[]) =>
  at.as('郑科长').does('vehicles.receive-positions', { terminals: [{ number, positions }] });
/** One fix every ten seconds, as fast as said. */
const driving = (begin: string, speeds: readonly number[]) =>
  speeds.map((speedKmh, n) => positionAt(begin, n / 6, n * 3, { speedKmh }));
const look = (vehicle: string) => {
  const grants = [{ role: 'job', unit: at.ids.province, below: true }];
  return at
    .with(grants, jobActor('note-over-speed', grants, at.ids.province))
    .does('vehicles.note-over-speed', { vehicle, day });
};
const listed = async (vehicle: string) => {
  const answer = await at.as('郑科长').list('vehicles.over-speeds', { 'f.vehicle_id': vehicle });
  if (isRefusal(answer)) throw new Error(answer.code);
  return answer.rows;
};

test('a stretch above the limit of the kind is listed once, and grows when late fixes come', async () => {
  const { vehicle, number } = await trackedVehicle(at);
  await send(number, driving(morning, [110, 130, 132, 138, 131, 110]));
  await look(vehicle);
  await look(vehicle);
  expect(await listed(vehicle)).toMatchObject([
    { seconds: 30, most_kmh: 138, limit_kmh: 125, over_kmh: 13, fence_name: '' },
  ]);
  await send(number, [positionAt(morning, 4.5 / 6, 13.5, { speedKmh: 150 })]);
  await look(vehicle);
  expect(await listed(vehicle)).toMatchObject([{ seconds: 35, most_kmh: 150 }]);
  const county = at.with([{ role: 'fleet-clerk', unit: at.ids.county, below: true }]);
  expect(await county.list('vehicles.over-speeds', {})).toMatchObject({ rows: [] });
});

test('a fence has a limit of its own while it watches: at night it does, by day it does not', async () => {
  await at.as('郑科长').does('vehicles.draw-fence', {
    unit: at.ids.bureau,
    name: '机关大院',
    use: 'area',
    shape: { kind: 'circle', latitude: 32.06, longitude: 118.79, radiusM: 5_000 },
    watches: 'off-hours',
    limitKmh: 30,
  });
  // A county's fence says nothing of the city's vehicles, wherever they drive.
  await at.as('郑科长').does('vehicles.draw-fence', {
    unit: at.ids.countyFinance,
    name: '石桥县大院',
    use: 'area',
    shape: { kind: 'circle', latitude: 32.06, longitude: 118.79, radiusM: 5_000 },
    watches: 'always',
    limitKmh: 20,
  });
  const { vehicle, number } = await trackedVehicle(at);
  const near = (begin: string) => [0, 1, 2, 3, 4].map((n) => positionAt(begin, n / 6, n, { speedKmh: 50 }));
  await send(number, near(morning));
  await look(vehicle);
  expect(await listed(vehicle)).toEqual([]);
  await send(number, near('2026-03-05T21:00:00+08:00'));
  await look(vehicle);
  expect(await listed(vehicle)).toMatchObject([{ fence_name: '机关大院', limit_kmh: 30, most_kmh: 50, seconds: 40 }]);
  // Comings and goings are told while it watches only.
  const crossings = await at.as('郑科长').list('vehicles.crossings', { 'f.vehicle_id': vehicle });
  expect(crossings).toMatchObject({ rows: [] });
});

test('a stretch on a trip that is still under way is told of that trip', async () => {
  const { vehicle, number } = await trackedVehicle(at);
  const hired = { unit: at.ids.bureauFleet, person: at.ids.persons['孙师傅'].person, licence: 'A1' };
  const driver = await at.as('郑科长').does('vehicles.register-driver', { ...hired, licenceValidTo: '2031-06-30' });
  now = new Date('2026-03-05T07:00:00+08:00');
  const asked = await at.as('周敏').does('vehicles.request-trip', {
    purpose: '调研',
    use: 'general-affairs',
    from: '临江',
    to: '石桥',
    startsAt: '2026-03-05T09:00:00+08:00',
    endsAt: '2026-03-05T17:00:00+08:00',
    people: 2,
    distanceKm: 60,
    crossCity: false,
  });
  const { trip } = asked.result as { trip: string };
  await at.as('何涛').does('vehicles.approve-trip', { trip });
  await at.as('吴调度').does('vehicles.dispatch-trip', { trip, vehicle, driver: driver.facts[0]!.object.id });
  now = new Date('2026-03-05T08:58:00+08:00');
  await at.as('孙师傅').does('vehicles.depart-trip', { trip, odometerKm: 20_000 });
  now = new Date('2026-03-05T22:30:00+08:00');
  await send(number, driving(morning, [130, 132, 138, 131]));
  await look(vehicle);
  expect(await listed(vehicle)).toMatchObject([{ seconds: 30 }]);
  const superuser = new Client({ connectionString: at.urls.superuser });
  await superuser.connect();
  const { rows } = await superuser.query('select trip_id from vehicles.over_speed where vehicle_id = $1', [vehicle]);
  await superuser.end();
  expect(rows).toEqual([{ trip_id: trip }]);
});

test('the kit is told which stretches were on a trip in an emergency', async () => {
  const { vehicle, number, plate } = await trackedVehicle(at);
  await send(number, driving(morning, [130, 132, 138, 131]));
  await send(number, driving('2026-03-05T15:00:00+08:00', [130, 132, 138, 131]));
  await look(vehicle);
  await at.as('吴调度').does('vehicles.book-trips', {
    source: '出车登记本',
    trips: [
      {
        unit: at.ids.financeOffice,
        plate,
        departedAt: '2026-03-05T08:50:00+08:00',
        returnedAt: '2026-03-05T11:00:00+08:00',
        purpose: '防汛',
        use: 'emergency',
        fromPlace: '机关大院',
        toPlace: '水库',
        askerName: '周敏',
        people: 2,
        distanceKm: 60,
        drivenKm: 62,
      },
    ],
  });
  const job = jobActor('run-kits', [{ role: 'job', unit: at.ids.province, below: true }], at.ids.province);
  const context = contextFor(at.kernel, job, newId());
  const cases = await reading(at.kernel, { actor: job, who: ['job'], room: 'vehicles' }, (tx) =>
    overSpeed.gather(tx, ['2026-03-01', '2026-04-01'], context),
  );
  expect(cases.find(({ subject }) => subject.id === vehicle)?.inputs).toMatchObject({
    stretches: [{ emergency: true }, { emergency: false }],
  });
});

test('hours of the day need their beginning and end, the others have none', async () => {
  const draw = (more: object) =>
    at.as('郑科长').run('vehicles.draw-fence', {
      unit: at.ids.bureau,
      name: '校门',
      use: 'area',
      shape: { kind: 'circle', latitude: 32, longitude: 118, radiusM: 100 },
      ...more,
    });
  expect(await draw({ watches: 'window' })).toMatchObject({ code: 'fence-hours-missing' });
  expect(await draw({ watches: 'always', fromMinute: 60, toMinute: 120 })).toMatchObject({
    code: 'fence-hours-missing',
  });
  expect(isRefusal(await draw({ watches: 'window', fromMinute: 1_320, toMinute: 300 }))).toBe(false);
  const drawn = await at.as('郑科长').list('vehicles.fences', { 'f.name': '校门' });
  expect(drawn).toMatchObject({ rows: [{ hours: '22:00–05:00', watches: 'window' }] });
});
