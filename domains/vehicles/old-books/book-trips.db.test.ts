import { isRefusal, jobActor } from '@opengoa/kernel';
import { reading } from '@opengoa/kernel/host';
import { house, type House } from '@opengoa/kernel/testing';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import vehicles from '../domain.ts';
import { usedOutsideApproval } from '../risks/gather-trips.ts';
import type { UsedOutsideApprovalInputs } from '../risks/used-outside-approval/risk.ts';

let at: House;
let superuser: Client;
let now = new Date('2026-03-05T09:00:00+08:00');
const plate = '青A·92001';
let vehicle: string;
let driver: string;

beforeAll(async () => {
  at = await house({ rooms: [vehicles], clock: () => now });
  const described = { make: '红旗', model: 'H5', category: 'other', body: 'sedan', power: 'petrol', seats: 5 };
  const { bureauFleet: unit, city: serves } = at.ids;
  for (const each of [plate, '青A·92002', '青A·92003']) {
    const input = { unit, serves, plate: each, odometerKm: 50_000, ...described };
    const { facts } = await at.as('郑科长').does('vehicles.register-vehicle', input);
    vehicle ??= facts[0]!.object.id;
  }
  const hired = { unit, person: at.ids.persons['孙师傅'].person, licence: 'A1', licenceValidTo: '2031-06-30' };
  driver = (await at.as('郑科长').does('vehicles.register-driver', hired)).facts[0]!.object.id;
  superuser = new Client({ connectionString: at.urls.superuser });
  await superuser.connect();
});
afterAll(async () => {
  await superuser?.end();
  await at?.close();
});

const past = (day: string, more: Record<string, unknown> = {}) => ({
  unit: at.ids.financeOffice,
  plate,
  departedAt: `${day}T08:00:00+08:00`,
  returnedAt: `${day}T16:00:00+08:00`,
  purpose: '项目核查',
  fromPlace: '临江市财政局',
  toPlace: '石桥县',
  askerName: '周敏',
  people: 3,
  drivenKm: 90,
  driverName: '孙师傅',
  ...more,
});
const book = (...trips: object[]) => at.as('吴调度').run('vehicles.book-trips', { source: '2025 年出车登记本', trips });
async function booked(...trips: object[]) {
  const answer = await book(...trips);
  if (isRefusal(answer)) throw new Error(`${answer.code} ${JSON.stringify(answer.data)}`);
  return (answer.result as { trips: { trip: string; number: string }[] }).trips;
}
const codeOf = async (...trips: object[]) => {
  const answer = await book(...trips);
  return isRefusal(answer) ? answer.code : 'done';
};
const rows = async (text: string, values: unknown[] = []) =>
  (await superuser.query(text, values)).rows as readonly Record<string, unknown>[];
const rowOf = async (trip: string) => (await rows('select * from vehicles.trip where id = $1', [trip]))[0]!;

test('many in one act: each an ordinary trip that says where it comes from, a fact of its own, and no case of approval', async () => {
  const trips = await booked(
    past('2025-03-04', { odometerOutKm: 10_000, odometerInKm: 10_090, drivenKm: null, fuelFen: 5_000, paper: '派-17' }),
    past('2025-03-05', { stars: 5, approvedName: '何涛', approvedAt: '2025-03-04T17:00:00+08:00', duty: '防汛值班' }),
  );
  expect(trips.map(({ number }) => number)).toEqual(['BL-2025-00001', 'BL-2025-00002']);
  const [first, second] = await Promise.all(trips.map(({ trip }) => rowOf(trip)));
  expect(first).toMatchObject({
    state: 'settled',
    asker_id: at.ids.persons['周敏'].person,
    vehicle_id: vehicle,
    driver_id: driver,
    driven_km: 90,
    cost_fen: 5_000,
    booked_at: now,
    booked_name: '吴调度',
    source: '2025 年出车登记本',
    paper: '派-17',
    approval: 'unknown',
    approved_at: null,
    untold: ['startsAt', 'endsAt', 'distanceKm', 'crossCity', 'tollFen', 'parkingFen', 'drivenKm'],
  });
  expect(first!['starts_at']).toEqual(first!['departed_at']);
  expect(second).toMatchObject({
    approval: 'approved',
    approved_name: '何涛',
    cost_fen: null,
    stars: 5,
    duty: '防汛值班',
  });
  const facts = await rows(
    'select type, body, person_name, facets, request_id from kernel.fact where object_id = any ($1) order by id',
    [trips.map(({ trip }) => trip)],
  );
  expect(facts.map(({ type, person_name: by }) => `${String(type)} ${String(by)}`)).toEqual([
    'vehicles.TripBooked 吴调度',
    'vehicles.TripBooked 吴调度',
  ]);
  expect(facts[0]!['request_id']).toBe(facts[1]!['request_id']);
  expect(facts[0]!['facets']).toEqual({
    cost: [{ item: 'fuel', amountFen: 5_000, unit: at.ids.financeOffice, day: '2025-03-04' }],
  });
  expect(await rows('select 1 from kernel.task where object_id = any ($1)', [trips.map(({ trip }) => trip)])).toEqual(
    [],
  );
  const read = await at.as('吴调度').read('vehicles.trip', { id: trips[0]!.trip });
  expect(read).toMatchObject({
    number: 'BL-2025-00001',
    booked: { by: '吴调度', source: '2025 年出车登记本', paper: '派-17', approval: 'unknown' },
    may: expect.arrayContaining(['vehicles.strike-trip']),
  });
  const year = await rows(
    `select driven_km, used_days, energy_fen from vehicles_read.vehicle_year_v1 where vehicle_id = $1 and year = '2025'`,
    [vehicle],
  );
  expect(year).toEqual([{ driven_km: 180, used_days: 2, energy_fen: 5_000 }]);
});

test('names that the directory does not settle stay names', async () => {
  const [trip] = await booked(past('2025-03-06', { askerName: '早已调离', driverName: '老王', plate: '青A·92002' }));
  expect(await rowOf(trip!.trip)).toMatchObject({
    asker_id: null,
    asker_name: '早已调离',
    driver_id: null,
    driver_name: '老王',
  });
});

test('the whole batch or nothing: each refusal by its name', async () => {
  const count = async () => (await rows('select count(*)::int as n from vehicles.trip'))[0]!['n'];
  const before = await count();
  const good = past('2025-04-01');
  const other = (day: string, more: object = {}) => past(day, { plate: '青A·92002', ...more });
  const refused: readonly [string, object][] = [
    ['plate-not-in-ledger', past('2025-04-02', { plate: '青A·99999' })],
    ['returned-before-departure', past('2025-04-02', { returnedAt: '2025-04-02T07:00:00+08:00' })],
    ['time-not-yet', past('2026-03-05')],
    ['trip-ends-before-it-begins', past('2025-04-02', { startsAt: '2025-04-02T18:00:00+08:00' })],
    ['approval-contradicts', past('2025-04-02', { approval: 'none', approvedName: '何涛' })],
    // Kept already, and told twice in one batch; the driver on another vehicle too.
    ['past-trips-overlap', past('2025-03-04', { driverName: null, departedAt: '2025-03-04T15:59:00+08:00' })],
    ['past-trips-overlap', past('2025-04-01', { departedAt: '2025-04-01T12:00:00+08:00', driverName: null })],
    ['past-driver-overlap', other('2025-03-04')],
    ['past-driver-overlap', other('2025-04-01')],
    ['distance-not-told', past('2025-04-02', { drivenKm: null })],
    ['odometer-goes-back', past('2025-04-02', { odometerOutKm: 10_050 })],
    ['odometer-beyond-next', past('2025-03-02', { odometerInKm: 10_050 })],
    ['farther-than-possible', past('2025-04-02', { drivenKm: 2_000 })],
  ];
  for (const [code, wrong] of refused) expect(await codeOf(good, wrong), code).toBe(code);
  const falling = [
    past('2025-04-01', { odometerOutKm: 11_000, odometerInKm: 11_090 }),
    past('2025-04-02', { odometerOutKm: 11_050, odometerInKm: 11_140 }),
  ];
  expect(await codeOf(...falling)).toBe('odometer-goes-back');
  expect(await count()).toBe(before);
});

test('a correction takes the place of the old one; a struck one counts no more, and its time is free', async () => {
  const day = '2025-05-06';
  const [first] = await booked(past(day, { odometerOutKm: 12_000, odometerInKm: 12_100, tollFen: 1_000 }));
  const [second] = await booked(
    past(day, { odometerOutKm: 12_000, odometerInKm: 12_080, tollFen: 1_500, corrects: first!.trip }),
  );
  expect(await rowOf(first!.trip)).toMatchObject({
    state: 'cancelled',
    why: '更正',
    departed_at: null,
    cost_fen: null,
  });
  expect(await rowOf(second!.trip)).toMatchObject({ state: 'settled', odometer_in_km: 12_080, toll_fen: 1_500 });
  const readings = () =>
    rows('select km from vehicles.odometer where trip_id = any ($1) order by km', [[first!.trip, second!.trip]]);
  expect(await readings()).toEqual([{ km: 12_000 }, { km: 12_080 }]);
  expect(await codeOf(past(day, { corrects: first!.trip }))).toBe('went-its-way-here');
  const dispatcher = at.as('吴调度');
  await dispatcher.does('vehicles.strike-trip', { trip: second!.trip, why: '重复' });
  expect(await readings()).toEqual([]);
  expect(await dispatcher.run('vehicles.strike-trip', { trip: second!.trip, why: '重复' })).toMatchObject({
    code: 'went-its-way-here',
  });
  const taken = await rows(
    `select coalesce(sum((c->>'amountFen')::int), 0)::int as fen
    from kernel.fact f cross join lateral jsonb_array_elements(f.facets->'cost') c where f.object_id = any ($1)`,
    [[first!.trip, second!.trip]],
  );
  expect(taken).toEqual([{ fen: 0 }]);
  expect(await codeOf(past(day))).toBe('done');
});

test('what is booked is nobody else’s to book, correct or strike', async () => {
  const [mine] = await booked(past('2025-06-03'));
  const elsewhere = at.with([{ role: 'dispatcher', unit: at.ids.county, below: true }]);
  const trips = [past('2025-06-04')];
  expect(isRefusal(await elsewhere.run('vehicles.book-trips', { source: '本', trips }))).toBe(true);
  // The unit is the own one, the vehicle and the driver are not.
  const ownUnit = { unit: at.ids.county, driverName: null };
  expect(
    await elsewhere.run('vehicles.book-trips', { source: '本', trips: [past('2025-06-05', ownUnit)] }),
  ).toMatchObject({
    code: 'plate-not-in-ledger',
  });
  const corrects = { ...past('2025-06-03', ownUnit), corrects: mine!.trip };
  expect(await elsewhere.run('vehicles.book-trips', { source: '本', trips: [corrects] })).toMatchObject({
    code: 'not-found',
  });
  expect(await elsewhere.run('vehicles.strike-trip', { trip: mine!.trip, why: '误' })).toMatchObject({
    code: 'not-found',
  });
  // Of the fleet itself, but for another unit’s people.
  const fleetOnly = at.with([{ role: 'dispatcher', unit: at.ids.bureauFleet, below: true }]);
  expect(await fleetOnly.run('vehicles.book-trips', { source: '本', trips })).toMatchObject({ refused: true });
  expect(await at.as('周敏').run('vehicles.book-trips', { source: '本', trips })).toMatchObject({
    code: 'not-your-right',
  });
});

test('from a vehicle’s first trip here on nothing is booked any more', async () => {
  now = new Date('2026-03-05T09:00:00+08:00');
  const plan = {
    purpose: '调研',
    use: 'general-affairs',
    from: '临江',
    to: '石桥',
    startsAt: '2026-03-05T10:00:00+08:00',
    endsAt: '2026-03-05T12:00:00+08:00',
    people: 2,
    distanceKm: 60,
    crossCity: false,
  };
  const { trip } = (await at.as('周敏').does('vehicles.request-trip', plan)).result as { trip: string };
  await at.as('何涛').does('vehicles.approve-trip', { trip });
  await at.as('吴调度').does('vehicles.dispatch-trip', { trip, vehicle, driver });
  now = new Date('2026-03-05T10:05:00+08:00');
  await at.as('孙师傅').does('vehicles.depart-trip', { trip, odometerKm: 50_000 });
  now = new Date('2026-03-05T11:30:00+08:00');
  await at.as('孙师傅').does('vehicles.return-trip', { trip, odometerKm: 50_060 });
  now = new Date('2026-03-08T09:00:00+08:00');
  expect(await codeOf(past('2026-03-06'))).toBe('kept-here-since');
  expect(await codeOf(past('2026-03-04'))).toBe('done');
  // It went its way here: it is neither corrected nor struck.
  expect(await codeOf(past('2026-03-03', { corrects: trip }))).toBe('went-its-way-here');
  expect(await at.as('吴调度').run('vehicles.strike-trip', { trip, why: '误' })).toMatchObject({
    code: 'went-its-way-here',
  });
  // Requests keep their own numbers, without a gap.
  expect(await rowOf(trip)).toMatchObject({ number: 'TR-2026-00001', booked_at: null, approval: null });
});

test('the same request twice is one booking; two at once of one time are one as well', async () => {
  const person = at.as('吴调度');
  const one = { source: '本', trips: [past('2025-08-04')] };
  const answers = await Promise.all([person.run('vehicles.book-trips', one), person.run('vehicles.book-trips', one)]);
  expect(answers.filter((answer) => !isRefusal(answer))).toHaveLength(1);
  expect(answers.find((answer) => isRefusal(answer))).toMatchObject({ code: 'past-trips-overlap' });
});

test('a rule reads a booked trip like any other; one without approval goes under none, and it is looked at again at once', async () => {
  const other = { plate: '青A·92003', driverName: null, odometerOutKm: 30_000, odometerInKm: 30_090 };
  const [without] = await booked(past('2025-09-01', { ...other, approval: 'none' }));
  const job = jobActor('run-kits', [{ role: 'job', unit: at.ids.province, below: true }], at.ids.province);
  const cases = await reading(at.kernel, { actor: job, who: ['job'], room: 'vehicles' }, (tx, context) =>
    usedOutsideApproval.gather(tx, ['2025-03-01', '2025-10-01'], context),
  );
  const approvals = new Map(
    cases.map(({ subject, inputs }) => [subject.name, (inputs as UsedOutsideApprovalInputs).approval]),
  );
  expect(approvals.get(`青A·92003 ${without!.number}`)).toBeNull();
  expect(approvals.get(`${plate} BL-2025-00001`)).toMatchObject({ id: 'BL-2025-00001', distanceKm: 90 });
  expect(usedOutsideApproval.looksAgain!.of).toContain('vehicles.TripBooked');
});
