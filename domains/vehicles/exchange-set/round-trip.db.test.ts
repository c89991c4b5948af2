import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isRefusal } from '@opengoa/kernel';
import { importFile, undoImport } from '@opengoa/kernel/exchange';
import { house, type House } from '@opengoa/kernel/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import vehicles from '../domain.ts';
import type { ExchangeSet } from './contract.ts';
import { type Apart, type Table, takeSetApart } from './screens/take-set-apart.ts';
import type { PartName } from './words.zh.ts';

/** Two nodes with the same offices: what the one gives away the other takes, and gives away again. */

let giver: House;
let taker: House;
let now = new Date('2026-02-01T09:00:00+08:00');
const folder = mkdtempSync(join(tmpdir(), 'opengoa-set-'));
const plate = '青A·70001';
const other = '青A·70002';
let set: ExchangeSet;
let apart: Apart;

const wait = (time: string) => (now = new Date(`${time}+08:00`));
const made = async (at: House, who: '郑科长' | '吴调度', verb: string, input: object) =>
  (await at.as(who).does(verb, input)).facts[0]!.object.id;

/** What a month of a fleet holds: everything that goes its way, and something that does not end. */
async function live(at: House): Promise<void> {
  const clerk = at.as('郑科长');
  const described = { make: '红旗', model: 'H5', category: 'other', body: 'sedan', power: 'petrol', seats: 5 };
  const unit = at.ids.bureauFleet;
  const register = (named: string) =>
    made(at, '郑科长', 'vehicles.register-vehicle', {
      ...described,
      unit,
      serves: at.ids.city,
      plate: named,
      odometerKm: 20_000,
      modelYear: 2022,
      displacementL: 1.8,
      priceFen: 17_800_050,
      tankLitres: 60,
      inServiceDay: '2022-05-01',
    });
  const vehicle = await register(plate);
  await register(other);
  const { person } = at.ids.persons['孙师傅'];
  const licence = { licence: 'A1', licenceValidTo: '2031-06-30' };
  const driver = await made(at, '郑科长', 'vehicles.register-driver', { unit, person, ...licence });

  wait('2026-03-02T08:00:00');
  const ask = async (startsAt: string, endsAt: string) => {
    const plan = { purpose: '调研', use: 'general-affairs', from: '临江', to: '石桥', startsAt, endsAt };
    const asked = await at.as('周敏').does('vehicles.request-trip', {
      ...plan,
      people: 2,
      distanceKm: 90,
      crossCity: false,
    });
    const { trip } = asked.result as { trip: string };
    await at.as('何涛').does('vehicles.approve-trip', { trip });
    await at.as('吴调度').does('vehicles.dispatch-trip', { trip, vehicle, driver });
    return trip;
  };
  const trip = await ask('2026-03-02T09:00:00+08:00', '2026-03-02T12:00:00+08:00');
  wait('2026-03-02T09:05:00');
  await at.as('孙师傅').does('vehicles.depart-trip', { trip, odometerKm: 20_010 });
  wait('2026-03-02T11:30:00');
  await at.as('孙师傅').does('vehicles.return-trip', { trip, odometerKm: 20_110 });
  await clerk.does('vehicles.settle-trip', { trip, fuelFen: 0, tollFen: 3_000, parkingFen: 500 });
  // One that has not driven yet.
  await ask('2026-03-05T15:00:00+08:00', '2026-03-05T17:00:00+08:00');

  wait('2026-03-04T10:00:00');
  await clerk.does('vehicles.record-fuel', {
    vehicle,
    filledAt: '2026-03-03T08:30:00+08:00',
    carrier: 'petrol',
    litres: 40.5,
    electricityKwh: null,
    costFen: 32_015,
    odometerKm: 20_120,
    full: true,
    station: '一站',
    card: '9030-1',
  });
  const cost = { vehicle, day: '2026-03-03', amountFen: 5_005 };
  await clerk.does('vehicles.record-cost', { ...cost, kind: 'toll', invoice: 'E-1', supplier: '高速' });
  await clerk.does('vehicles.record-cost', { ...cost, kind: 'parking', invoice: 'P-1' });
  await clerk.does('vehicles.record-cost', { ...cost, kind: 'fine', invoice: 'F-1', note: '违停' });
  const covers = { policy: 'compulsory', coversFrom: '2026-03-03', coversTo: '2027-03-02' };
  await clerk.does('vehicles.record-cost', { ...cost, ...covers, kind: 'insurance', invoice: 'I-1' });
  await clerk.does('vehicles.record-inspection', {
    vehicle,
    day: '2026-03-03',
    validTo: '2027-03-31',
    station: '检测一站',
    note: '',
  });
  const service = { item: '更换机油', everyKm: 10_000, everyMonths: null, lastKm: 20_115, lastDay: '2026-03-03' };
  await clerk.does('vehicles.plan-service', { vehicle, ...service });

  const order = { vehicle, what: '轮胎', garage: '一厂' };
  const { repair } = (await clerk.does('vehicles.order-repair', order)).result as { repair: string };
  await clerk.does('vehicles.quote-repair', { repair, quoteFen: 250_000, quote: '轮胎四条' });
  await at.as('冯局长').does('vehicles.approve-repair', { repair, opinion: '同意' });
  await clerk.does('vehicles.finish-repair', { repair, day: '2026-03-04' });
  await clerk.does('vehicles.pay-repair', { repair, amountFen: 240_010, invoice: 'R-1', day: '2026-03-04' });
  await clerk.does('vehicles.order-repair', { ...order, what: '玻璃' });

  const hired = { unit, supplier: '畅行租赁', purpose: '会议', fromDay: '2026-03-04', toDay: '2026-03-04', people: 20 };
  const hire = (
    await clerk.does('vehicles.hire-car', { ...hired, body: 'medium-passenger', power: 'diesel', quoteFen: 80_000 })
  ).result as { hire: string };
  await clerk.does('vehicles.settle-hire', {
    hire: hire.hire,
    plate: '青B·1',
    km: 100,
    amountFen: 80_000,
    invoice: 'H-1',
    day: '2026-03-04',
  });
}

async function setOf(at: House): Promise<ExchangeSet> {
  const asked = { unit: at.ids.city, from: '2026-03-01', to: '2026-03-05', why: '迁移' };
  const answer = await at.as('郑科长').does('vehicles.make-exchange-set', asked);
  return (await at.as('郑科长').read('vehicles.exchange-set', {
    id: (answer.result as { set: string }).set,
  })) as ExchangeSet;
}

let files = 0;
async function bring({ sheet, csv }: Pick<Table, 'sheet' | 'csv'>) {
  const path = join(folder, `${(files += 1)}.csv`);
  writeFileSync(path, csv);
  const { actor } = taker.as(sheet === 'vehicles.trip' ? '吴调度' : '郑科长');
  const report = await importFile(taker.kernel, { actor, kind: sheet, path, accept: 'good-rows' });
  if (isRefusal(report)) throw new Error(`${sheet} ${report.code} ${JSON.stringify(report.data)}`);
  return report;
}
const tableOf = (part: string, sheet?: string): Table =>
  apart.tables.find((table) => table.part === part && (sheet === undefined || table.sheet === sheet))!;

beforeAll(async () => {
  [giver, taker] = await Promise.all([
    house({ rooms: [vehicles], clock: () => now }),
    house({ rooms: [vehicles], clock: () => now }),
  ]);
  await live(giver);
  wait('2026-03-05T09:00:00');
  set = await setOf(giver);
  apart = takeSetApart(JSON.stringify(set)) as Apart;
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await giver?.close();
  await taker?.close();
});

/** Ids are each node’s own: a unit is known by its name. */
const rowsOf = ({ parts }: ExchangeSet, part: PartName) => {
  const names = new Map((parts.units.rows ?? []).map(({ id, name }) => [id, name]));
  return (parts[part].rows ?? []).map(({ id: _id, unit, ...row }) => ({
    ...row,
    unit: names.get(unit as string),
  }));
};

describe('F14 a set of one node, read into another', () => {
  test('every part that holds something has its table, and the rest says why not', () => {
    expect(apart.tables.map(({ part, sheet, rows }) => `${part} ${sheet} ${rows}`)).toEqual([
      'vehicles vehicles.vehicle 2',
      'drivers vehicles.driver 1',
      'dispatches vehicles.trip 2',
      'upkeep vehicles.repair 2',
      'upkeep vehicles.service 1',
      'inspections vehicles.inspection 1',
      'energy vehicles.fuel 1',
      'insurance vehicles.cost 1',
      'tolls vehicles.cost 1',
      'parking vehicles.cost 1',
      'otherCosts vehicles.cost 1',
      'hiredCars vehicles.hire 1',
    ]);
    expect(apart.withTrips).toEqual([
      { part: 'tolls', rows: 1 },
      { part: 'parking', rows: 1 },
    ]);
  });

  test('good rows go in; of what cannot be, row and column are named', async () => {
    const reports = [];
    for (const table of apart.tables) reports.push([`${table.part} ${table.sheet}`, await bring(table)] as const);
    const refused = reports.flatMap(([name, report]) =>
      report.refused.map(({ line, problems }) => `${name} ${line} ${problems.map(({ column }) => column).join()}`),
    );
    // The trip that has not driven and the repair that is not paid.
    expect(refused).toEqual([
      'dispatches vehicles.trip 3 departedAt,returnedAt',
      'upkeep vehicles.repair 3 invoice,doneDay,paidDay,amountFen,paper',
    ]);
    expect(reports.map(([, { counts }]) => counts.new)).toEqual([2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]);
  });

  test('what it gives away again is what it took', async () => {
    const again = await setOf(taker);
    const went: Partial<Record<PartName, (row: Record<string, unknown>) => boolean>> = {
      dispatches: ({ state }) => state === 'settled',
      upkeep: ({ state }) => state === 'paid' || state === 'done',
    };
    for (const part of new Set(apart.tables.map((table) => table.part as PartName))) {
      const was = rowsOf(set, part).filter(went[part] ?? (() => true));
      expect(was.length, part).toBeGreaterThan(0);
      expect(rowsOf(again, part), part).toEqual(was);
    }
  });

  test('the same set again doubles nothing, and what has changed there is changed here', async () => {
    for (const table of apart.tables)
      expect((await bring({ ...table, csv: `${table.csv}\r\n` })).counts, `${table.part} ${table.sheet}`).toMatchObject(
        {
          new: 0,
          changed: 0,
        },
      );
    const edited: readonly (readonly [Table, string, string])[] = [
      [tableOf('drivers'), '2031-06-30', '2032-06-30'],
      [tableOf('dispatches'), '"30.00"', '"31.00"'],
      [tableOf('upkeep', 'vehicles.repair'), '2400.10', '2400.20'],
      [tableOf('upkeep', 'vehicles.service'), '20115', '20116'],
      [tableOf('inspections'), '2027-03-31', '2027-04-30'],
      [tableOf('hiredCars'), '800.00', '810.00'],
    ];
    for (const [table, from, to] of edited) {
      expect(table.csv, table.sheet).toContain(from);
      const report = await bring({ ...table, csv: table.csv.replace(from, to) });
      expect(report.counts, table.sheet).toMatchObject({ new: 0, changed: 1 });
    }
    const { parts } = await setOf(taker);
    expect(parts.drivers.rows).toMatchObject([{ licenceValidTo: '2032-06-30' }]);
    expect(parts.dispatches.rows).toMatchObject([{ tollFen: 3_100, number: expect.stringMatching(/^TR-/) as string }]);
    expect(parts.inspections.rows).toMatchObject([{ validTo: '2027-04-30' }]);
    expect(parts.upkeep.rows).toHaveLength(2);
    expect(parts.hiredCars.rows).toMatchObject([{ amountFen: 81_000 }]);
  });

  test('a batch of drivers, services or inspections is taken back', async () => {
    const { actor } = taker.as('郑科长');
    const back = async (batchId: string) => undoImport(taker.kernel, { actor, batchId });
    const inspections = await bring({
      sheet: 'vehicles.inspection',
      csv: `plate,day,validTo\r\n${other},2026-03-01,2027-03-01`,
    });
    const services = await bring({
      sheet: 'vehicles.service',
      csv: `plate,item,everyKm,lastKm,lastDay\r\n${other},刹车片,30000,20000,2026-03-01\r\n${plate},更换机油,9000,20116,2026-03-03`,
    });
    expect(services.counts).toMatchObject({ new: 1, changed: 1 });
    const drivers = await bring({
      sheet: 'vehicles.driver',
      csv: 'unit,name,licence,licenceValidTo\r\n车辆管理科,吴调度,C1,2030-01-01',
    });
    for (const { batchId } of [inspections, services, drivers]) expect(await back(batchId)).toMatchObject({ kept: [] });
    const { parts } = await setOf(taker);
    expect(parts.inspections.rows).toHaveLength(1);
    expect(parts.upkeep.rows?.filter(({ kind }) => kind === 'service')).toMatchObject([{ everyKm: 10_000 }]);
    expect(parts.drivers.rows).toMatchObject(
      expect.arrayContaining([expect.objectContaining({ name: '吴调度', state: 'released' })]) as unknown[],
    );
  });

  test('names that mean nobody, or somebody of another’s units, are told by row', async () => {
    const csv =
      'unit,name,licence,licenceValidTo\r\n车辆管理科,没有此人,C1,2030-01-01\r\n车辆管理科,周敏,C1,2020-01-01';
    const report = await bring({ sheet: 'vehicles.driver', csv });
    expect(report.refused.map(({ line, problems }) => `${line} ${problems[0]!.code}`)).toEqual([
      '2 driver-name-unknown',
      '3 licence-expired',
    ]);
    const fleetOnly = taker.with([{ role: 'fleet-clerk', unit: taker.ids.bureauFleet, below: true }]);
    const named = { unit: taker.ids.bureauFleet, name: '周敏', licence: 'C1', licenceValidTo: '2030-01-01' };
    expect(await fleetOnly.run('vehicles.register-driver', named)).toMatchObject({ code: 'driver-name-unknown' });
  });

  test('what is entered by plate or by name is nobody else’s to enter, correct or strike', async () => {
    const elsewhere = taker.with([{ role: 'fleet-clerk', unit: taker.ids.county, below: true }]);
    const clerk = taker.as('郑科长');
    const rows = async (list: string) => {
      const answer = await clerk.list(list);
      return isRefusal(answer) ? '' : String((answer.rows[0] as { id: string }).id);
    };
    const tries: readonly (readonly [string, object])[] = [
      ['vehicles.record-inspection', { plate, day: '2026-03-02', validTo: '2027-03-01' }],
      [
        'vehicles.record-inspection',
        { plate, day: '2026-03-02', validTo: '2027-03-01', corrects: await rows('vehicles.inspections') },
      ],
      ['vehicles.plan-service', { plate, item: '空滤', everyMonths: 6, lastKm: 20_000, lastDay: '2026-03-01' }],
      ['vehicles.strike-service', { service: await rows('vehicles.services'), why: '误' }],
      ['vehicles.strike-driver', { driver: await rows('vehicles.drivers'), why: '误' }],
      [
        'vehicles.register-driver',
        { unit: taker.ids.bureauFleet, name: '吴调度', licence: 'C1', licenceValidTo: '2030-01-01' },
      ],
    ];
    for (const [verb, input] of tries) expect(isRefusal(await elsewhere.run(verb, input)), verb).toBe(true);
  });
});
