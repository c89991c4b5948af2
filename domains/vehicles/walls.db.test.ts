import pg from 'pg';
import { isRefusal } from '@opengoa/kernel';
import { house, policiesOff, type House, type Person } from '@opengoa/kernel/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import vehicles from './domain.ts';
import { trackedVehicle } from './testing/tracked-fleet.ts';

/** 临江市's pool stands at 车辆管理科. Whoever dispatches for 财政局 alone has a car and a driver of their own, and sees nothing of the pool. */

let at: House;
let behind: pg.Client;
let dispatcher: Person;
let ownCar: string;
let ownDriver: string;
let poolCar: string;

const code = (answer: unknown) => (isRefusal(answer) ? answer.code : 'done');
const described = { make: '红旗', model: 'H5', category: 'other', body: 'sedan', power: 'petrol', odometerKm: 20_000 };
const car = async (unit: string, plate: string, seats: number) =>
  (await at.as('郑科长').does('vehicles.register-vehicle', { unit, serves: at.ids.city, plate, seats, ...described }))
    .facts[0]!.object.id;
const driver = async (unit: string, name: '何涛' | '孙师傅') => {
  const { person } = at.ids.persons[name];
  const licence = { licence: 'A1', licenceValidTo: '2031-06-30' };
  return (await at.as('郑科长').does('vehicles.register-driver', { unit, person, ...licence })).facts[0]!.object.id;
};
const asked = async (people: number, to = '石桥县') => {
  const plan = {
    purpose: '调研',
    use: 'general-affairs',
    from: '临江',
    to,
    startsAt: '2026-03-06T08:00:00+08:00',
    endsAt: '2026-03-06T17:00:00+08:00',
    people,
    distanceKm: 60,
    crossCity: false,
  };
  const { trip } = (await at.as('周敏').does('vehicles.request-trip', plan)).result as { trip: string };
  await at.as('何涛').does('vehicles.approve-trip', { trip });
  return trip;
};

beforeAll(async () => {
  at = await house({ rooms: [vehicles], clock: () => new Date('2026-03-05T09:00:00+08:00') });
  behind = new pg.Client({ connectionString: at.urls.superuser });
  await behind.connect();
  dispatcher = at.with([{ role: 'dispatcher', unit: at.ids.finance, below: true }], { unit: at.ids.finance });
  ownCar = await car(at.ids.finance, '青A·73001', 5);
  ownDriver = await driver(at.ids.finance, '何涛');
  poolCar = await car(at.ids.bureauFleet, '青A·73002', 12);
  await driver(at.ids.bureauFleet, '孙师傅');
  await policiesOff(at.urls.superuser);
});
afterAll(async () => {
  await behind?.end();
  await at?.close();
});

describe('SEC-AC-17 with the policies off, the program by itself shows nothing of a fleet that is not one’s own', () => {
  test('neither among the proposals for a trip, nor among the trips that go the same way', async () => {
    const going = await asked(2);
    await at.as('吴调度').does('vehicles.dispatch-trip', { trip: going, vehicle: poolCar, driver: ownDriver });
    const trip = await asked(2);
    interface Told {
      readonly proposals: readonly { vehicle: string }[];
      readonly others: readonly { vehicle: string }[];
      readonly sameWay: readonly { trip: string }[];
    }
    const told = async () => (await dispatcher.read('vehicles.proposals', { trip })) as Told;
    const before = await told();
    expect([...before.proposals, ...before.others].map(({ vehicle }) => vehicle)).toEqual([ownCar]);
    expect(before.sameWay).toMatchObject([{ trip: going }]);
    await behind.query('update vehicles.trip set unit_id = $1 where id = $2', [at.ids.bureau, going]);
    expect((await told()).sameWay).toEqual([]);
    await behind.query('update vehicles.trip set unit_id = $1 where id = $2', [at.ids.financeOffice, going]);
  });

  test('nor among those that a refusal names instead', async () => {
    const trip = await asked(5);
    const send = (by: Person) => by.run('vehicles.dispatch-trip', { trip, vehicle: ownCar, driver: ownDriver });
    await behind.query('delete from vehicles.booking');
    const told = await send(at.as('吴调度'));
    expect(code(told)).toBe('too-few-seats');
    expect(JSON.stringify(told)).toContain('青A·73002');
    expect(JSON.stringify(await send(dispatcher))).not.toContain('青A·73002');
  });

  test('nor on the map of now', async () => {
    const [mine, lent, other] = [await trackedVehicle(at), await trackedVehicle(at), await trackedVehicle(at)];
    const move = (table: string, key: string, vehicle: string) =>
      behind.query(`update vehicles.${table} set unit_id = $1 where ${key} = $2`, [at.ids.finance, vehicle]);
    await move('vehicle', 'id', mine.vehicle);
    await move('tracker', 'vehicle_id', mine.vehicle);
    // Of one only the car is 财政局's by now, of one only the tracker: both must be.
    await move('vehicle', 'id', lent.vehicle);
    await move('tracker', 'vehicle_id', other.vehicle);
    const shown = (await dispatcher.read('vehicles.whereabouts')) as { vehicles: { plate: string }[] };
    expect(shown.vehicles.map(({ plate }) => plate)).toEqual([mine.plate]);
  });

  test('nor in how much it was used and what had to be hired', async () => {
    const days = { from: '2026-03-04', to: '2026-03-05' };
    await behind.query(
      `insert into vehicles.hire (node_id, id, unit_id, state, supplier, purpose, from_day, to_day, people, body, power, quote_fen)
       values (1, gen_random_uuid(), $1, 'ordered', '临江汽车租赁', '会议', $2, $3, 20, 'large-bus', 'diesel', 80000)`,
      [at.ids.bureauFleet, days.from, days.to],
    );
    const used = async (by: Person) => (await by.read('vehicles.use-rate', days)) as { hired: number };
    expect((await used(at.as('吴调度'))).hired).toBe(1);
    expect((await used(dispatcher)).hired).toBe(0);
  });

  test('nor in an exchange set of the unit above it', async () => {
    const made = async (below: boolean) => {
      const clerk = at.with([{ role: 'fleet-clerk', unit: at.ids.city, below }], { unit: at.ids.city });
      const order = { unit: at.ids.city, from: '2026-03-01', to: '2026-03-05', why: '对接上级平台' };
      const { set } = (await clerk.does('vehicles.make-exchange-set', order)).result as { set: string };
      const { parts } = (await clerk.read('vehicles.exchange-set', { id: set })) as {
        parts: { vehicles: { rows: readonly unknown[] } };
      };
      return parts.vehicles.rows.length;
    };
    expect(await made(true)).toBeGreaterThan(0);
    expect(await made(false)).toBe(0);
  });
});
