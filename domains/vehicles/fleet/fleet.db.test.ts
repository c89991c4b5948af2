import { isRefusal } from '@opengoa/kernel';
import { house, type House } from '@opengoa/kernel/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import vehicles from '../domain.ts';

let at: House;
beforeAll(async () => {
  at = await house({ rooms: [vehicles] });
});
afterAll(() => at?.close());

const car = (more: object = {}) => ({
  unit: at.ids.bureauFleet,
  serves: at.ids.city,
  plate: '青A·10001',
  make: '红旗',
  model: 'H5',
  category: 'other',
  body: 'sedan',
  power: 'petrol',
  seats: 5,
  displacementL: 1.8,
  priceFen: 17_800_000,
  odometerKm: 12_000,
  inServiceDay: '2022-05-01',
  ...more,
});
const code = (answer: unknown) => (isRefusal(answer) ? answer.code : 'done');

describe('车辆台账', () => {
  test('a vehicle is registered once, stands in the ledger, and opens with its figures', async () => {
    const clerk = at.as('郑科长');
    const answer = await clerk.does('vehicles.register-vehicle', car());
    const { id } = answer.facts[0]!.object;
    expect(code(await clerk.run('vehicles.register-vehicle', car()))).toBe('plate-taken');
    const found = await clerk.list('vehicles.vehicles', { q: '红旗' });
    expect(found).toMatchObject({
      rows: [
        { id, plate: '青A·10001', may: expect.arrayContaining(['vehicles.change-vehicle', 'vehicles.retire-vehicle']) },
      ],
    });
    expect(await clerk.read('vehicles.vehicle', { id })).toMatchObject({
      unitName: '车辆管理科',
      servesName: '临江市',
      odometerKm: 12_000,
      warnings: [],
      drivenKm: 0,
    });
  });

  test('a price above a confirmed limit is refused, and the refusal names the article', async () => {
    const answer = await at
      .as('郑科长')
      .run('vehicles.register-vehicle', car({ plate: '青A·10002', priceFen: 23_000_000 }));
    expect(answer).toMatchObject({
      code: 'over-standard',
      data: { standard: 'vehicles.purchase-price', article: '第七条（二）', observed: 23_000_000, allowed: 18_000_000 },
    });
  });

  test('wrong person: staff and the clerk of another place do not register here', async () => {
    expect(code(await at.as('周敏').run('vehicles.register-vehicle', car({ plate: '青A·10003' })))).toBe(
      'not-your-right',
    );
    const county = at.with([{ role: 'fleet-clerk', unit: at.ids.county, below: true }]);
    expect(code(await county.run('vehicles.register-vehicle', car({ plate: '青A·10003' })))).toBe('not-your-right');
  });

  test('SEC-AC-04 a vehicle of another unit is not found, in the ledger and by its id', async () => {
    const { id } = (await at.as('郑科长').does('vehicles.register-vehicle', car({ plate: '青A·10004' }))).facts[0]!
      .object;
    const county = at.with([{ role: 'fleet-clerk', unit: at.ids.county, below: true }]);
    expect(code(await county.read('vehicles.vehicle', { id }))).toBe('not-found');
    expect(await county.list('vehicles.vehicles')).toMatchObject({ rows: [], total: { count: 0 } });
    expect(
      code(
        await county.run('vehicles.retire-vehicle', {
          vehicle: id,
          version: 1,
          disposal: 'auction',
          day: '2026-03-01',
        }),
      ),
    ).toBe('not-found');
  });

  test('SEC-BI-03 two clerks change one vehicle: the second is told the present version', async () => {
    const clerk = at.as('郑科长');
    const { id } = (await clerk.does('vehicles.register-vehicle', car({ plate: '青A·10005' }))).facts[0]!.object;
    const answers = await Promise.all(
      [5, 7].map((seats) => clerk.run('vehicles.change-vehicle', { vehicle: id, version: 1, seats })),
    );
    expect(answers.map(code).toSorted()).toEqual(['done', 'stale-version']);
    expect(answers.find(isRefusal)?.data).toEqual({ version: 2 });
  });

  test('SEC-BI-04 a hundred clerks register one plate: one vehicle', async () => {
    const clerk = at.as('郑科长');
    const answers = await Promise.all(
      Array.from({ length: 100 }, () => clerk.run('vehicles.register-vehicle', car({ plate: '青A·10006' }))),
    );
    expect(answers.filter((answer) => !isRefusal(answer))).toHaveLength(1);
    expect(answers.filter(isRefusal).every((answer) => ['plate-taken', 'already-there'].includes(answer.code))).toBe(
      true,
    );
  });

  test('a wrongly registered vehicle is struck, and its plate is free again', async () => {
    const clerk = at.as('郑科长');
    const { id } = (await clerk.does('vehicles.register-vehicle', car({ plate: '青A·10007' }))).facts[0]!.object;
    await clerk.does('vehicles.strike-vehicle', { vehicle: id, why: '重复登记' });
    expect(code(await clerk.run('vehicles.register-vehicle', car({ plate: '青A·10007' })))).toBe('done');
  });

  test('before its years are over a vehicle goes only with a paper', async () => {
    const clerk = at.as('郑科长');
    const { id } = (
      await clerk.does('vehicles.register-vehicle', car({ plate: '青A·10008', inServiceDay: '2022-05-01' }))
    ).facts[0]!.object;
    const retire = { vehicle: id, version: 1, disposal: 'auction', day: '2026-05-02' };
    expect(await clerk.run('vehicles.retire-vehicle', retire)).toMatchObject({
      code: 'younger-than-renewal',
      data: { article: '第二十二条', observed: 4, allowed: 8 },
    });
    await clerk.does('vehicles.retire-vehicle', { ...retire, paper: '临机管〔2026〕3号' });
    expect(code(await clerk.run('vehicles.retire-vehicle', { ...retire, version: 2 }))).toBe('vehicle-not-in-use');
  });
});

describe('里程与加油', () => {
  test('readings stand in the order of time; a replaced instrument begins again', async () => {
    const clerk = at.as('郑科长');
    const { id: vehicle } = (
      await clerk.does('vehicles.register-vehicle', car({ plate: '青A·10009', odometerKm: 50_000 }))
    ).facts[0]!.object;
    const fill = (odometerKm: number) =>
      clerk.run('vehicles.record-fuel', {
        vehicle,
        filledAt: new Date().toISOString(),
        carrier: 'petrol',
        litres: 40,
        electricityKwh: null,
        costFen: 32_000,
        odometerKm,
        full: true,
      });
    expect(code(await fill(50_120))).toBe('done');
    expect(await fill(50_100)).toMatchObject({ code: 'odometer-goes-back', data: { now: 50_100, last: 50_120 } });
    await clerk.does('vehicles.replace-odometer', { vehicle, readKm: 50_130, newKm: 3, why: '仪表损坏更换' });
    expect(code(await fill(60))).toBe('done');
    expect(await clerk.read('vehicles.vehicle', { id: vehicle })).toMatchObject({ odometerKm: 60, costFen: 64_000 });
    expect(await clerk.list('vehicles.fuel', { 'f.vehicle_id': vehicle, sums: '1' })).toMatchObject({
      total: { count: 2 },
      sums: { litres: 80, cost_fen: 64_000 },
    });
  });

  test('a petrol car is not charged', async () => {
    const clerk = at.as('郑科长');
    const { id: vehicle } = (await clerk.does('vehicles.register-vehicle', car({ plate: '青A·10010' }))).facts[0]!
      .object;
    const charge = {
      vehicle,
      filledAt: new Date().toISOString(),
      carrier: 'electricity',
      litres: null,
      electricityKwh: 30,
      costFen: 3_000,
      odometerKm: 13_000,
      full: false,
    };
    expect(code(await clerk.run('vehicles.record-fuel', charge))).toBe('carrier-not-fitting');
    expect(code(await clerk.run('vehicles.record-fuel', { ...charge, litres: 30 }))).toBe('input-not-fitting');
  });
});

test('驾驶员: a person of the organisation, once, with a licence that holds', async () => {
  const clerk = at.as('郑科长');
  const { person } = at.ids.persons['孙师傅'];
  const sun = { unit: at.ids.bureauFleet, person, licence: 'A1', licenceValidTo: '2031-06-30' };
  expect(code(await clerk.run('vehicles.register-driver', { ...sun, licenceValidTo: '2020-01-01' }))).toBe(
    'licence-expired',
  );
  const { id: driver } = (await clerk.does('vehicles.register-driver', sun)).facts[0]!.object;
  expect(code(await clerk.run('vehicles.register-driver', sun))).toBe('already-a-driver');
  await clerk.does('vehicles.change-driver', { driver, version: 1, state: 'released' });
  await clerk.does('vehicles.register-driver', sun);
  expect(await at.as('吴调度').list('vehicles.drivers', { q: 'ssf' })).toMatchObject({
    rows: [{ name: '孙师傅' }, { name: '孙师傅' }],
  });
});
