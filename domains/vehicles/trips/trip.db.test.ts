import { isRefusal, newId } from '@opengoa/kernel';
import { house, type House } from '@opengoa/kernel/testing';
import { Pool } from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import vehicles from '../domain.ts';

let at: House;
let superuser: Pool;
let now: Date;
let car: string;
let van: string;
let driver: string;

const code = (answer: unknown) => (isRefusal(answer) ? answer.code : 'done');
const rows = async (text: string, values: unknown[] = []) =>
  (await superuser.query(text, values)).rows as Record<string, unknown>[];

beforeAll(async () => {
  now = new Date('2026-03-05T09:00:00+08:00');
  at = await house({ rooms: [vehicles], clock: () => now });
  superuser = new Pool({ connectionString: at.urls.superuser, max: 2 });
  const clerk = at.as('郑科长');
  const register = async (plate: string, seats: number, more = {}) => {
    const input = {
      unit: at.ids.bureauFleet,
      serves: at.ids.city,
      plate,
      make: '红旗',
      model: 'H5',
      category: 'other',
      body: 'sedan',
      power: 'petrol',
      odometerKm: 20_000,
      seats,
      ...more,
    };
    return (await clerk.does('vehicles.register-vehicle', input)).facts[0]!.object.id;
  };
  car = await register('青A·20001', 5);
  van = await register('青A·20002', 8, { model: '商务车', body: 'small-passenger' });
  const { person } = at.ids.persons['孙师傅'];
  const sun = { unit: at.ids.bureauFleet, person, licence: 'A1', licenceValidTo: '2031-06-30' };
  driver = (await clerk.does('vehicles.register-driver', sun)).facts[0]!.object.id;
});
afterAll(async () => {
  await superuser?.end();
  await at?.close();
});
beforeEach(async () => {
  now = new Date('2026-03-05T09:00:00+08:00');
});

let days = 6;
/** A plan on a day of its own, so that tests do not take each other's vehicles. */
const plan = (more: object = {}) => {
  days += 1;
  const day = new Date(Date.UTC(2026, 2, days)).toISOString().slice(0, 10);
  return {
    purpose: '预算执行调研',
    use: 'general-affairs',
    from: '临江市财政局',
    to: '石桥县',
    startsAt: `${day}T08:00:00+08:00`,
    endsAt: `${day}T17:30:00+08:00`,
    people: 4,
    distanceKm: 86,
    crossCity: false,
    ...more,
  };
};
const asked = async (more: object = {}) =>
  (await at.as('周敏').does('vehicles.request-trip', plan(more))).result as { trip: string; number: string };
const approved = async (more: object = {}) => {
  const { trip } = await asked(more);
  await at.as('何涛').does('vehicles.approve-trip', { trip, opinion: '同意' });
  return trip;
};
const dispatched = async (more: object = {}) => {
  const trip = await approved(more);
  await at.as('吴调度').does('vehicles.dispatch-trip', { trip, vehicle: car, driver });
  return trip;
};
const state = async (trip: string) =>
  (await rows('select state from vehicles.trip where id = $1', [trip]))[0]?.['state'];

test('P07 a colleague fills it in for somebody of the same unit, who is told and has it as their own', async () => {
  const helper = at.as('何涛');
  const answer = (await helper.does('vehicles.request-trip', plan({ for: at.ids.persons['周敏'].person }))).result;
  const { trip, number } = answer as { trip: string; number: string };
  expect(answer).toEqual({ trip, number, for: '周敏' });
  expect(await rows('select asker_name from vehicles.trip where id = $1', [trip])).toEqual([{ asker_name: '周敏' }]);
  expect(
    await rows(
      'select p.name, m.title, m.opens from kernel.message m join kernel.person p on p.id = m.person_id where m.object_id = $1',
      [trip],
    ),
  ).toEqual([
    {
      name: '周敏',
      title: expect.objectContaining({ zh: `何涛为您代填了用车申请 ${number}` }),
      opens: `/vehicles/trips/${trip}`,
    },
  ]);
  expect(await at.as('周敏').read('vehicles.trip', { id: trip })).toMatchObject({
    askerName: '周敏',
    may: expect.arrayContaining(['vehicles.withdraw-trip']),
  });
  await at.as('周敏').does('vehicles.withdraw-trip', { trip, why: '不去了' });
  expect(await state(trip)).toBe('withdrawn');
  expect(code(await helper.run('vehicles.request-trip', plan({ for: at.ids.persons['孙师傅'].person })))).toBe(
    'not-a-colleague',
  );
});

test('a trip from asking to rating, each by who does it in life', async () => {
  const { trip, number } = await asked();
  expect(number).toMatch(/^TR-2026-\d{5}$/);
  expect(await at.as('何涛').list('kernel.my-tasks', { 'f.box': 'waiting' })).toMatchObject({
    rows: [
      { summary: expect.stringContaining(`${number} 4 人`), verbs: expect.arrayContaining(['vehicles.approve-trip']) },
    ],
  });
  expect(await at.as('何涛').read('vehicles.trip', { id: trip })).toMatchObject({
    state: 'requested',
    waiting: [{ holders: ['何涛'] }],
    may: expect.arrayContaining(['vehicles.approve-trip', 'vehicles.refuse-trip']),
  });
  await at.as('何涛').does('vehicles.approve-trip', { trip, opinion: '同意' });

  const dispatcher = at.as('吴调度');
  expect(await dispatcher.list('kernel.my-tasks', { 'f.box': 'waiting' })).toMatchObject({
    rows: [{ object_id: trip, verbs: ['vehicles.dispatch-trip'] }],
  });
  const proposed = (await dispatcher.read('vehicles.proposals', { trip })) as {
    proposals: { vehicle: string; driver: string; plate: string }[];
  };
  expect(proposed.proposals.map(({ plate }) => plate)).toEqual(['青A·20001', '青A·20002']);
  const [first] = proposed.proposals;
  await dispatcher.does('vehicles.dispatch-trip', { trip, vehicle: first!.vehicle, driver: first!.driver });
  expect(await dispatcher.list('kernel.my-tasks', { 'f.box': 'waiting' })).toMatchObject({ rows: [] });

  const sun = at.as('孙师傅');
  expect(await sun.list('vehicles.drives')).toMatchObject({
    rows: [{ id: trip, plate: '青A·20001', odometer_km: 20_000, may: ['vehicles.depart-trip'] }],
  });
  now = new Date('2026-03-07T08:05:00+08:00');
  await sun.does('vehicles.depart-trip', { trip, odometerKm: 20_000 });
  now = new Date('2026-03-07T16:40:00+08:00');
  await sun.does('vehicles.return-trip', { trip, odometerKm: 20_091 });

  await at.as('郑科长').does('vehicles.settle-trip', { trip, fuelFen: 0, tollFen: 4_500, parkingFen: 1_000 });
  expect(await at.as('周敏').read('vehicles.trip', { id: trip })).toMatchObject({ may: ['vehicles.rate-trip'] });
  await at.as('周敏').does('vehicles.rate-trip', { trip, stars: 5, words: '准时' });
  expect(await at.as('周敏').read('vehicles.trip', { id: trip })).toMatchObject({
    state: 'settled',
    plate: '青A·20001',
    driverName: '孙师傅',
    drivenKm: 91,
    costFen: 5_500,
    stars: 5,
    may: [],
  });

  const facts = await rows(
    "select type, facets from kernel.fact where object_id = $1 and outcome = 'done' order by id",
    [trip],
  );
  expect(facts.map(({ type }) => type)).toEqual(
    expect.arrayContaining([
      'vehicles.TripRequested',
      'kernel.CaseOpened',
      'vehicles.TripApproved',
      'vehicles.TripDispatched',
      'vehicles.TripDeparted',
      'vehicles.TripReturned',
      'vehicles.TripSettled',
      'vehicles.TripRated',
    ]),
  );
  expect(facts.find(({ type }) => type === 'vehicles.TripSettled')?.['facets']).toEqual({
    cost: [
      { item: 'toll', amountFen: 4_500, unit: at.ids.financeOffice, day: '2026-03-07' },
      { item: 'parking', amountFen: 1_000, unit: at.ids.financeOffice, day: '2026-03-07' },
    ],
  });
});

describe('approval', () => {
  test('sent back, revised under its number, approved', async () => {
    const { trip, number } = await asked();
    await at.as('何涛').does('vehicles.send-trip-back', { trip, opinion: '请写明调研单位' });
    expect(await state(trip)).toBe('sent-back');
    expect(await at.as('周敏').read('vehicles.trip', { id: trip })).toMatchObject({
      may: expect.arrayContaining(['vehicles.revise-trip']),
    });
    expect(code(await at.as('周敏').run('vehicles.revise-trip', { trip, version: 1, ...plan() }))).toBe(
      'stale-version',
    );
    await at
      .as('周敏')
      .does('vehicles.revise-trip', { trip, version: 2, ...plan({ purpose: '石桥县财政局预算执行调研' }) });
    await at.as('何涛').does('vehicles.approve-trip', { trip });
    expect(await at.as('周敏').read('vehicles.trip', { id: trip })).toMatchObject({
      number,
      state: 'approved',
      plan: { purpose: '石桥县财政局预算执行调研' },
    });
  });

  test('a long way goes to the leader too', async () => {
    const { trip } = await asked({ distanceKm: 400 });
    await at.as('何涛').does('vehicles.approve-trip', { trip });
    expect(await state(trip)).toBe('requested');
    await at.as('陈局').does('vehicles.approve-trip', { trip });
    expect(await state(trip)).toBe('approved');
  });

  test('refused, and withdrawn, end it', async () => {
    const { trip } = await asked();
    await at.as('何涛').does('vehicles.refuse-trip', { trip, opinion: '可乘班车' });
    expect(await state(trip)).toBe('refused');
    const { trip: other } = await asked();
    await at.as('周敏').does('vehicles.withdraw-trip', { trip: other });
    expect(await state(other)).toBe('withdrawn');
    expect(code(await at.as('何涛').run('vehicles.approve-trip', { trip: other }))).toBe('not-found');
  });

  test('SEC-AC-11 nobody approves their own request', async () => {
    const answer = (await at.as('何涛').does('vehicles.request-trip', plan())).result as { trip: string };
    expect(code(await at.as('何涛').run('vehicles.approve-trip', { trip: answer.trip }))).toBe('not-found');
    await at.as('陈局').does('vehicles.approve-trip', { trip: answer.trip });
    expect(await state(answer.trip)).toBe('approved');
  });

  test('wrong person: a colleague and a head elsewhere do not find it', async () => {
    const { trip } = await asked();
    for (const name of ['石会计', '孙师傅', '郑科长'] as const)
      expect(code(await at.as(name).run('vehicles.approve-trip', { trip }))).toBe('not-found');
    expect(code(await at.as('石会计').read('vehicles.trip', { id: trip }))).toBe('not-found');
  });

  test('SEC-BI-04 one decision a step, under twenty at once', async () => {
    const { trip } = await asked();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => at.as('何涛').run('vehicles.approve-trip', { trip })),
    );
    expect(answers.filter((answer) => !isRefusal(answer))).toHaveLength(1);
  });

  test('SEC-BI-04 trip numbers under a hundred at once: none twice, none left out', async () => {
    const before = (await rows('select last from vehicles.trip_number'))[0]?.['last'] as number;
    const mixed = Array.from({ length: 100 }, (_, i) =>
      at
        .as(i % 2 ? '周敏' : '石会计')
        .run('vehicles.request-trip', i % 10 === 9 ? plan({ endsAt: '2020-01-01T00:00:00Z' }) : plan()),
    );
    const numbers = (await Promise.all(mixed))
      .flatMap((answer) => (isRefusal(answer) ? [] : [(answer.result as { number: string }).number]))
      .toSorted();
    expect(numbers).toEqual(Array.from({ length: 90 }, (_, i) => `TR-2026-${String(before + 1 + i).padStart(5, '0')}`));
  });

  test('SEC-BI-01 the same request twice is one trip', async () => {
    const request = newId();
    const input = plan();
    const first = await at.as('周敏').run('vehicles.request-trip', input, request);
    expect(await at.as('周敏').run('vehicles.request-trip', input, request)).toEqual(first);
  });
});

describe('dispatch', () => {
  test('SEC-BI-04 SEC-DB-11 a hundred dispatchers, one vehicle and one driver at the same hours: one trip has them', async () => {
    const one = plan();
    const trips: string[] = [];
    for (let i = 0; i < 20; i += 1) {
      const { trip } = (await at.as('周敏').does('vehicles.request-trip', one)).result as { trip: string };
      await at.as('何涛').does('vehicles.approve-trip', { trip });
      trips.push(trip);
    }
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, i) =>
        at.as('吴调度').run('vehicles.dispatch-trip', { trip: trips[i % 20]!, vehicle: i % 3 ? car : van, driver }),
      ),
    );
    const won = answers.flatMap((answer, i) => (isRefusal(answer) ? [] : [trips[i % 20]]));
    expect(new Set(won).size).toBe(1);
    expect(new Set(answers.filter(isRefusal).map(code))).toEqual(
      new Set(['vehicle-already-booked', 'driver-already-booked']),
    );
    const bookings = await rows(
      'select thing_id, count(*)::int as n from vehicles.booking where trip_id = any ($1) group by thing_id',
      [trips],
    );
    expect(bookings.every(({ n }) => n === 1)).toBe(true);
  });

  test('SEC-DB-11 the table itself holds a thing once at a time, whoever writes', async () => {
    const trip = await dispatched();
    await expect(
      superuser.query(
        `insert into vehicles.booking (node_id, id, thing_id, trip_id, starts_at, ends_at)
         select node_id, gen_random_uuid(), thing_id, gen_random_uuid(), starts_at + interval '1 hour', ends_at + interval '1 hour' from vehicles.booking where trip_id = $1`,
        [trip],
      ),
    ).rejects.toMatchObject({ code: '23P01', constraint: 'booked_once' });
  });

  test('a refusal names what is free instead', async () => {
    const hours = plan();
    const first = await approved(hours);
    const second = await approved(hours);
    const dispatcher = at.as('吴调度');
    await dispatcher.does('vehicles.dispatch-trip', { trip: first, vehicle: car, driver });
    expect(await dispatcher.run('vehicles.dispatch-trip', { trip: second, vehicle: car, driver })).toMatchObject({
      code: 'vehicle-already-booked',
      status: 409,
      data: { plate: '青A·20001', free: ['青A·20002'], booked: [expect.stringMatching(/^2026-.*08:00—2026-.*17:30$/)] },
      possible: ['vehicles.proposals'],
    });
    expect(await dispatcher.run('vehicles.dispatch-trip', { trip: second, vehicle: van, driver })).toMatchObject({
      code: 'driver-already-booked',
      data: { driver: '孙师傅', free: [] },
    });
  });

  test('too many people for the seats', async () => {
    const trip = await approved({ people: 6 });
    expect(await at.as('吴调度').run('vehicles.dispatch-trip', { trip, vehicle: car, driver })).toMatchObject({
      code: 'too-few-seats',
      data: { seats: 4, people: 6, free: ['青A·20002'] },
    });
  });

  test('a vehicle of another pool is not lent', async () => {
    const county = at.as('郑科长');
    const { id } = (
      await county.does('vehicles.register-vehicle', {
        unit: at.ids.county,
        serves: at.ids.county,
        plate: '青A·20009',
        make: '长安',
        model: 'CS75',
        category: 'other',
        body: 'sedan',
        power: 'petrol',
        seats: 5,
      })
    ).facts[0]!.object;
    const trip = await approved();
    expect(code(await at.as('吴调度').run('vehicles.dispatch-trip', { trip, vehicle: id, driver }))).toBe(
      'vehicle-serves-others',
    );
  });

  test('another vehicle is given before departure, and the first is free again; cancelling frees both', async () => {
    const trip = await dispatched();
    const dispatcher = at.as('吴调度');
    await dispatcher.does('vehicles.dispatch-trip', { trip, vehicle: van, driver });
    expect(await rows('select thing_id from vehicles.booking where trip_id = $1 order by thing_id', [trip])).toEqual(
      [van, driver].toSorted().map((thing_id) => ({ thing_id })),
    );
    await at.as('周敏').does('vehicles.cancel-trip', { trip, why: '会议改期' });
    expect(await rows('select 1 from vehicles.booking where trip_id = $1', [trip])).toEqual([]);
    expect(await at.as('孙师傅').list('kernel.my-tasks', { 'f.box': 'waiting', 'f.object_id': trip })).toMatchObject({
      rows: [],
    });
  });

  test('wrong person: asker, head and a dispatcher elsewhere', async () => {
    const trip = await approved();
    const input = { trip, vehicle: car, driver };
    expect(code(await at.as('周敏').run('vehicles.dispatch-trip', input))).toBe('not-your-right');
    const elsewhere = at.with([{ role: 'dispatcher', unit: at.ids.county, below: true }]);
    expect(code(await elsewhere.run('vehicles.dispatch-trip', input))).toBe('not-found');
  });
});

describe('driving', () => {
  test('the odometer never falls, and far from the plan it asks why', async () => {
    const hours = plan();
    const trip = await dispatched(hours);
    now = new Date(hours.startsAt);
    const sun = at.as('孙师傅');
    const { odometer } = (
      await rows('select odometer_km as odometer from vehicles.vehicle where id = $1', [car])
    )[0] as { odometer: number };
    expect(await sun.run('vehicles.depart-trip', { trip, odometerKm: odometer - 1 })).toMatchObject({
      code: 'odometer-goes-back',
      data: { last: odometer },
    });
    await sun.does('vehicles.depart-trip', { trip, odometerKm: odometer });
    now = new Date(now.getTime() + 4 * 3_600_000);
    expect(code(await sun.run('vehicles.return-trip', { trip, odometerKm: odometer - 5 }))).toBe('odometer-goes-back');
    expect(await sun.run('vehicles.return-trip', { trip, odometerKm: odometer + 2_000 })).toMatchObject({
      code: 'farther-than-possible',
      data: { drivenKm: 2_000, possibleKm: 400, hours: 4 },
    });
    expect(await sun.run('vehicles.return-trip', { trip, odometerKm: odometer + 300 })).toMatchObject({
      code: 'far-from-plan',
      data: { drivenKm: 300, plannedKm: 86 },
    });
    await sun.does('vehicles.return-trip', { trip, odometerKm: odometer + 300, why: '省道封闭绕行' });
  });

  test('the asker does not drive, and the driver drives only what was given to them', async () => {
    const trip = await dispatched();
    expect(code(await at.as('周敏').run('vehicles.depart-trip', { trip, odometerKm: 30_000 }))).toBe('not-found');
    expect(code(await at.as('郑科长').run('vehicles.depart-trip', { trip, odometerKm: 30_000 }))).toBe('not-found');
    const undispatched = await approved();
    expect(code(await at.as('孙师傅').run('vehicles.depart-trip', { trip: undispatched, odometerKm: 30_000 }))).toBe(
      'not-found',
    );
  });

  test('back early: the rest of the time is free', async () => {
    const hours = plan();
    const trip = await dispatched(hours);
    now = new Date(hours.startsAt);
    const sun = at.as('孙师傅');
    await sun.does('vehicles.depart-trip', { trip, odometerKm: 40_000 });
    now = new Date(now.getTime() + 2 * 3_600_000);
    await sun.does('vehicles.return-trip', { trip, odometerKm: 40_080 });
    const next = await approved({ ...hours, startsAt: new Date(now.getTime() + 60_000).toISOString() });
    expect(code(await at.as('吴调度').run('vehicles.dispatch-trip', { trip: next, vehicle: car, driver }))).toBe(
      'done',
    );
  });
});

test('申请前: the form knows last trips, free vehicles, the steps and the usual time', async () => {
  const before = await at.as('周敏').read('vehicles.before-request', {
    startsAt: '2027-01-04T08:00:00+08:00',
    endsAt: '2027-01-04T12:00:00+08:00',
    people: '4',
    distanceKm: '60',
  });
  expect(before).toMatchObject({
    from: '临江市财政局',
    vehicles: { free: 2, all: 2 },
    costFrom: 1,
    costFen: Math.round((5_500 / 91) * 60),
    usualMinutes: 0,
    steps: expect.arrayContaining([expect.objectContaining({ holders: ['何涛'], will: 'yes' })]),
  });
});

test('派车板: a day of every vehicle, and what waits', async () => {
  const hours = plan();
  const trip = await dispatched(hours);
  const waiting = await approved(hours);
  const board = (await at.as('吴调度').read('vehicles.board', { day: hours.startsAt.slice(0, 10) })) as {
    rows: { plate: string; bars: object[] }[];
    tray: { trip: string }[];
  };
  expect(board.rows.find(({ plate }) => plate === '青A·20001')?.bars).toMatchObject([
    { trip, to: '石桥县', driverName: '孙师傅' },
  ]);
  expect(board.tray.map((row) => row.trip)).toContain(waiting);
});

test('SEC-AC-13 a superior sees the year in sums and no trip', async () => {
  const superior = at.as('省督察');
  const { trip } = await asked();
  expect(await superior.read('vehicles.figures', { year: '2026' })).toMatchObject({
    year: 2026,
    vehicles: 3,
    trips: { settled: 1 },
    drivenKm: expect.any(Number),
  });
  expect(code(await superior.read('vehicles.trip', { id: trip }))).toBe('not-found');
});
