import { isRefusal } from '@opengoa/kernel';
import { house, type House } from '@opengoa/kernel/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import vehicles from '../domain.ts';

let at: House;
let car: string;
let now = new Date('2026-03-01T09:00:00+08:00');
const code = (answer: unknown) => (isRefusal(answer) ? answer.code : 'done');
const day = '2026-03-02';

beforeAll(async () => {
  at = await house({ rooms: [vehicles], clock: () => now });
  car = await register('青A·60001');
  now = new Date('2026-03-05T09:00:00+08:00');
});
afterAll(() => at?.close());

const register = async (plate: string) => {
  const described = { make: '红旗', model: 'H5', category: 'other', body: 'sedan', power: 'petrol', seats: 5 };
  const input = { unit: at.ids.bureauFleet, serves: at.ids.city, plate, odometerKm: 20_000, ...described };
  return (await at.as('郑科长').does('vehicles.register-vehicle', input)).facts[0]!.object.id;
};
const amounts = (list: unknown) =>
  (list as { rows: { amount_fen: number }[] }).rows.map((row) => row.amount_fen).toSorted((a, b) => a - b);
const spend = (more: object = {}) =>
  at.as('郑科长').run('vehicles.record-cost', { vehicle: car, kind: 'toll', day, amountFen: 10_000, ...more });

describe('单车核算', () => {
  test('every expense once: fuel, toll, insurance, a repair from order to payment; the year is their sum, the rows stand behind it', async () => {
    const clerk = at.as('郑科长');
    const leader = at.as('冯局长');
    await clerk.does('vehicles.record-fuel', {
      vehicle: car,
      filledAt: `${day}T09:00:00+08:00`,
      carrier: 'petrol',
      litres: 40,
      electricityKwh: null,
      costFen: 32_000,
      odometerKm: 20_100,
      full: true,
    });
    await spend({ invoice: 'E-1' });
    expect(code(await spend({ invoice: 'E-1' }))).toBe('invoice-recorded');
    await spend({ kind: 'insurance', amountFen: 300_000, coversFrom: day, coversTo: '2027-03-01', invoice: 'I-1' });
    const { facts } = await clerk.does('vehicles.record-cost', { vehicle: car, kind: 'fine', day, amountFen: 20_000 });
    await clerk.does('vehicles.strike-cost', { cost: facts[0]!.id, why: '非本车' });

    const ordered = await at.as('孙师傅').does('vehicles.order-repair', { vehicle: car, what: '轮胎', garage: '一厂' });
    const { repair } = ordered.result as { repair: string };
    await clerk.does('vehicles.quote-repair', { repair, quoteFen: 250_000, quote: '轮胎四条' });
    expect(code(await clerk.run('vehicles.approve-repair', { repair }))).toBe('above-approval-limit');
    await leader.does('vehicles.approve-repair', { repair, opinion: '同意' });
    await clerk.does('vehicles.finish-repair', { repair, day });
    await clerk.does('vehicles.pay-repair', { repair, amountFen: 240_000, invoice: 'R-1', day });

    const list = await clerk.list('vehicles.vehicle-years', { 'f.plate': '青A·60001' });
    expect(list).toMatchObject({
      rows: [
        {
          vehicle_id: car,
          year: '2026',
          energy_fen: 32_000,
          toll_fen: 10_000,
          insurance_fen: 300_000,
          fine_fen: 0,
          repair_fen: 240_000,
          total_fen: 582_000,
          fen_per_km: null,
        },
      ],
    });
    const rows = await clerk.list('vehicles.expenses', { 'f.vehicle_id': car });
    expect(amounts(rows)).toEqual([10_000, 32_000, 240_000, 300_000]);
    expect(await clerk.read('vehicles.vehicle', { id: car })).toMatchObject({ costFen: 582_000 });
  });

  test('a kilometre of a settled trip costs what all expenses of the year cost by it', async () => {
    const other = await register('青A·60002');
    const { person } = at.ids.persons['孙师傅'];
    const clerk = at.as('郑科长');
    const { id: driver } = (
      await clerk.does('vehicles.register-driver', {
        unit: at.ids.bureauFleet,
        person,
        licence: 'A1',
        licenceValidTo: '2031-06-30',
      })
    ).facts[0]!.object;
    const plan = {
      purpose: '调研',
      use: 'general-affairs',
      from: '临江',
      to: '石桥',
      startsAt: '2026-03-05T09:30:00+08:00',
      endsAt: '2026-03-05T12:00:00+08:00',
      people: 2,
      distanceKm: 90,
      crossCity: false,
    };
    const { trip } = (await at.as('周敏').does('vehicles.request-trip', plan)).result as { trip: string };
    await at.as('何涛').does('vehicles.approve-trip', { trip });
    await at.as('吴调度').does('vehicles.dispatch-trip', { trip, vehicle: other, driver });
    await at.as('孙师傅').does('vehicles.depart-trip', { trip, odometerKm: 20_000 });
    now = new Date('2026-03-05T11:30:00+08:00');
    await at.as('孙师傅').does('vehicles.return-trip', { trip, odometerKm: 20_100 });
    await clerk.does('vehicles.settle-trip', { trip, fuelFen: 0, tollFen: 3_000, parkingFen: 500 });
    const rows = await clerk.list('vehicles.expenses', { 'f.vehicle_id': other });
    expect(amounts(rows)).toEqual([500, 3_000]);
    const years = await clerk.list('vehicles.vehicle-years', { 'f.plate': '青A·60002' });
    expect(years).toMatchObject({
      rows: [{ toll_fen: 3_000, parking_fen: 500, used_days: 1, driven_km: 100, fen_per_km: 35 }],
    });
  });

  test('hired cars are settled by invoice, with what a kilometre cost', async () => {
    const clerk = at.as('郑科长');
    const order = {
      unit: at.ids.bureauFleet,
      supplier: '畅行租赁',
      purpose: '会议',
      fromDay: day,
      toDay: day,
      people: 20,
      body: 'medium-passenger',
      power: 'diesel',
      quoteFen: 80_000,
    };
    const { hire } = (await clerk.does('vehicles.hire-car', order)).result as { hire: string };
    const settle = { hire, plate: '青B·1', km: 100, amountFen: 80_000, invoice: 'H-1', day };
    await clerk.does('vehicles.settle-hire', settle);
    expect(code(await clerk.run('vehicles.settle-hire', settle))).toBe('not-now');
    expect(code(await clerk.run('vehicles.cancel-hire', { hire, why: '改期' }))).toBe('not-now');
    expect(await clerk.list('vehicles.hires')).toMatchObject({
      rows: [{ id: hire, state: 'settled', fen_per_km: 800 }],
    });
  });

  test('SEC-BI-04 one card given to two vehicles at once: one has it', async () => {
    const two = await Promise.all([register('青A·60003'), register('青A·60004')]);
    const answers = await Promise.all(
      two.map((vehicle) => at.as('郑科长').run('vehicles.assign-fuel-card', { vehicle, card: '9030-7' })),
    );
    expect(answers.filter((answer) => !isRefusal(answer))).toHaveLength(1);
  });

  test('SEC-AC-04 costs, repairs and hires of another unit are not found', async () => {
    const county = at.with([
      { role: 'fleet-clerk', unit: at.ids.county, below: true },
      { role: 'leader', unit: at.ids.county, below: true },
    ]);
    for (const list of ['costs', 'repairs', 'hires', 'expenses', 'vehicle-years'])
      expect(await county.list(`vehicles.${list}`)).toMatchObject({ rows: [], total: { count: 0 } });
    expect(code(await county.run('vehicles.record-cost', { vehicle: car, kind: 'toll', day, amountFen: 1 }))).toBe(
      'not-found',
    );
  });
});
