import { isRefusal } from '@opengoa/kernel';
import { house, type House } from '@opengoa/kernel/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import vehicles from '../domain.ts';
import type { DayPlanAnswer } from '../plan/answers.ts';

let at: House;
let now = new Date('2026-03-04T09:00:00+08:00');
const code = (answer: unknown) => (isRefusal(answer) ? answer.code : 'done');
const place = (more: object = {}) => ({
  unit: at.ids.city,
  name: '行政中心',
  kind: 'office',
  latitude: 30,
  longitude: 117,
  ...more,
});
const county = () => at.with([{ role: 'fleet-clerk', unit: at.ids.county, below: true }]);
const clerk = () => at.with([{ role: 'fleet-clerk', unit: at.ids.city, below: true }]);
const rowsOf = async (who = clerk()) => {
  const answer = await who.list('vehicles.places');
  if (isRefusal(answer)) throw new Error(answer.code);
  return answer.rows;
};

beforeAll(async () => {
  at = await house({ rooms: [vehicles], clock: () => now });
});
afterAll(() => at?.close());

test('a place is kept once by its name, changed, and removed; another unit neither sees nor changes it', async () => {
  const kept = await clerk().does('vehicles.keep-place', place({ aliases: ['政府大院'] }));
  const id = kept.facts[0]!.object.id;
  expect(code(await clerk().run('vehicles.keep-place', place()))).toBe('place-named-twice');
  expect(code(await county().run('vehicles.keep-place', place()))).toBe('not-your-right');
  expect(code(await county().run('vehicles.keep-place', place({ unit: at.ids.county, place: id })))).toBe('not-found');
  expect(code(await county().run('vehicles.remove-place', { place: id }))).toBe('not-found');
  expect(code(await at.as('周敏').run('vehicles.keep-place', place({ name: '别处' })))).not.toBe('done');
  expect(await rowsOf(county())).toEqual([]);
  await clerk().does('vehicles.keep-place', place({ place: id, latitude: 30.1 }));
  expect(await rowsOf()).toMatchObject([{ id, name: '行政中心', latitude: 30.1, aliases: '', state: 'kept' }]);
  await clerk().does('vehicles.remove-place', { place: id });
  expect(code(await clerk().run('vehicles.remove-place', { place: id }))).toBe('place-removed');
  expect(code(await clerk().run('vehicles.keep-place', place({ place: id })))).toBe('place-removed');
  expect(code(await clerk().run('vehicles.keep-place', place()))).toBe('done');
});

test('the plan of a day counts empty kilometres from the parking place to where a trip begins, and says where it does not know', async () => {
  const described = { make: '红旗', model: 'H5', category: 'other', body: 'sedan', power: 'petrol', seats: 5 };
  const own = at.as('郑科长');
  await own.does('vehicles.register-vehicle', {
    unit: at.ids.bureauFleet,
    serves: at.ids.city,
    plate: '青A·80001',
    odometerKm: 20_000,
    ...described,
  });
  const { person } = at.ids.persons['孙师傅'];
  await own.does('vehicles.register-driver', {
    unit: at.ids.bureauFleet,
    person,
    licence: 'A1',
    licenceValidTo: '2031-06-30',
  });
  const plan = async () => {
    const answer = await at.as('吴调度').read('vehicles.day-plan', { day: '2026-03-06' });
    if (isRefusal(answer)) throw new Error(answer.code);
    return answer as DayPlanAnswer;
  };
  now = new Date('2026-03-05T09:00:00+08:00');
  const { trip } = (
    await at.as('周敏').does('vehicles.request-trip', {
      purpose: '预算执行调研',
      use: 'general-affairs',
      from: '行政中心',
      to: '石桥县',
      startsAt: '2026-03-06T08:00:00+08:00',
      endsAt: '2026-03-06T12:00:00+08:00',
      people: 2,
      distanceKm: 86,
      crossCity: false,
    })
  ).result as { trip: string };
  await at.as('何涛').does('vehicles.approve-trip', { trip });
  expect(await plan()).toMatchObject({ emptyUnknown: 2, lines: [{ empty: { beforeKm: null, afterKm: null } }] });
  // Where its vehicles are kept was drawn as a fence: nobody types it again. A tenth of a degree is 11.1 km, by road 1.3 times that.
  await own.does('vehicles.draw-fence', {
    unit: at.ids.bureauFleet,
    name: '机关车场',
    use: 'custody',
    shape: { kind: 'circle', latitude: 30.1, longitude: 117, radiusM: 100 },
  });
  const known = await plan();
  expect(known).toMatchObject({ emptyKm: 28, emptyUnknown: 0 });
  expect(known.lines[0]!.empty).toEqual({ beforeKm: 14, from: 'parking', afterKm: 14 });
  expect(known.lines[0]!.reasons.map(({ zh }) => zh)).toContain('自停放地空驶 14 km');
  await own.does(
    'vehicles.keep-place',
    place({ unit: at.ids.bureauFleet, name: '新车场', kind: 'parking', latitude: 30.01 }),
  );
  expect(await plan()).toMatchObject({ emptyKm: 2, emptyUnknown: 0 });
  // A second yard: which of the two is not known, until the vehicle has a home; one given up is nobody's.
  const second = await own.does(
    'vehicles.keep-place',
    place({ unit: at.ids.bureauFleet, name: '北车场', kind: 'parking', latitude: 30.1 }),
  );
  expect(await plan()).toMatchObject({ emptyUnknown: 2 });
  const { rows } = (await own.list('vehicles.vehicles')) as { rows: readonly Record<string, unknown>[] };
  const vehicle = String(rows[0]!['id']);
  const yard = second.facts[0]!.object.id;
  await own.does('vehicles.set-home', { vehicle, place: yard });
  expect(await plan()).toMatchObject({ emptyKm: 28, emptyUnknown: 0 });
  const kept = async () => ((await own.read('vehicles.vehicle', { id: vehicle })) as { home: string | null }).home;
  expect(await kept()).toBe('北车场');
  expect(await own.list('vehicles.vehicles', { 'f.home': '北车场' })).toMatchObject({ rows: [{ id: vehicle }] });
  await own.does('vehicles.set-home', { vehicle });
  expect([await kept(), (await plan()).emptyUnknown]).toEqual([null, 2]);
  const fences = (await own.list('vehicles.fences')) as { rows: readonly Record<string, unknown>[] };
  await own.does('vehicles.set-home', { vehicle, fence: fences.rows[0]!['id'] });
  expect(await plan()).toMatchObject({ emptyKm: 28 });
  await own.does('vehicles.set-home', { vehicle, place: yard });
  await own.does('vehicles.remove-place', { place: yard });
  expect([await kept(), (await plan()).emptyKm]).toEqual([null, 2]);
  expect(code(await own.run('vehicles.set-home', { vehicle, place: yard }))).toBe('not-a-yard');
  const office = await own.does('vehicles.keep-place', place({ unit: at.ids.bureauFleet, name: '办公楼' }));
  expect(code(await own.run('vehicles.set-home', { vehicle, place: office.facts[0]!.object.id }))).toBe('not-a-yard');
  expect(code(await own.run('vehicles.set-home', { vehicle, place: yard, fence: yard }))).toBe('input-not-fitting');
  // Nobody else's to say, and nobody else's yard to give; a vehicle that goes to another unit leaves its yard behind.
  const theirs = await county().does(
    'vehicles.keep-place',
    place({ unit: at.ids.county, name: '县车场', kind: 'parking' }),
  );
  expect(code(await county().run('vehicles.set-home', { vehicle }))).toBe('not-found');
  const fleetOnly = at.with([{ role: 'fleet-clerk', unit: at.ids.bureauFleet, below: true }]);
  expect(code(await fleetOnly.run('vehicles.set-home', { vehicle, place: theirs.facts[0]!.object.id }))).toBe(
    'not-found',
  );
  await own.does('vehicles.set-home', { vehicle, fence: fences.rows[0]!['id'] });
  const { version } = (await own.read('vehicles.vehicle', { id: vehicle })) as { version: number };
  await clerk().does('vehicles.transfer-vehicle', { vehicle, version, to: at.ids.county, paper: '调拨 1 号' });
  expect(await clerk().read('vehicles.vehicle', { id: vehicle })).toMatchObject({ home: null });
});
