import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isRefusal, type List } from '@opengoa/kernel';
import { importFile, undoImport } from '@opengoa/kernel/exchange';
import { house, type House } from '@opengoa/kernel/testing';
import vehicles from '@opengoa/vehicles/domain';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeExport } from '../host/program/write-export.ts';

let at: House;
let now = new Date('2026-01-01T08:00:00+08:00');
const folder = mkdtempSync(join(tmpdir(), 'opengoa-sheets-'));
const plate = '青A·91001';

beforeAll(async () => {
  at = await house({ rooms: [vehicles], clock: () => now });
  const described = { make: '红旗', model: 'H5', category: 'other', body: 'sedan', power: 'petrol', seats: 5 };
  const input = { unit: at.ids.bureauFleet, serves: at.ids.city, plate, odometerKm: 20_000, ...described };
  await at.as('郑科长').does('vehicles.register-vehicle', input);
  now = new Date('2026-03-05T09:00:00+08:00');
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await at?.close();
});

const done = <Report>(report: Report) => {
  if (isRefusal(report)) throw new Error(`${report.code} ${JSON.stringify(report.data)}`);
  return report as Exclude<Report, { refused: true }>;
};
let files = 0;
const written = (text: string) => {
  const path = join(folder, `${(files += 1)}.csv`);
  writeFileSync(path, text);
  return path;
};
const bring = async (kind: string, text: string) =>
  done(await importFile(at.kernel, { actor: at.as('郑科长').actor, kind, path: written(text) }));
const back = async (batchId: string) => done(await undoImport(at.kernel, { actor: at.as('郑科长').actor, batchId }));
/** A ledger as its reader takes it out, in full. */
async function takenOut(name: string, query: Record<string, string> = {}): Promise<string> {
  const path = join(folder, `out-${(files += 1)}.csv`);
  const list: List = at.kernel.lists.get(name)!;
  const actor = at.as('郑科长').actor;
  done(
    await writeExport(at.kernel, { actor, list, format: 'csv', query, reason: '核对', begin: () => undefined }, path),
  );
  return readFileSync(path, 'utf8');
}
const rowsOf = async (name: string, query: Record<string, string> = {}) =>
  done(await at.as('郑科长').list(name, query)).rows as readonly Record<string, unknown>[];

interface Case {
  readonly kind: string;
  readonly list: string;
  readonly only: Record<string, string>;
  readonly file: () => string;
  /** What is changed in the exported text: one amount. */
  readonly from: string;
  readonly to: string;
  readonly amount: string;
  readonly amounts: { readonly first: number; readonly edited: number };
}

const cases: readonly Case[] = [
  {
    kind: 'vehicles.cost',
    list: 'vehicles.costs',
    only: {},
    file: () => `车牌号,种类,日期,金额,收款单位,发票号\n${plate},ETC,2026-02-28,312.50,高速公司,E-202602\n`,
    from: '312.5',
    to: '318.5',
    amount: 'amount_fen',
    amounts: { first: 31_250, edited: 31_850 },
  },
  {
    kind: 'vehicles.fuel',
    list: 'vehicles.fuel',
    only: {},
    file: () =>
      `车牌号,时间,种类,加油量,金额,里程表,加满,站点,卡号\n${plate},2026-02-01 08:30:15,92号汽油,40.5,320.00,20400,是,中石化一站,9030-1\n`,
    from: '320',
    to: '332',
    amount: 'cost_fen',
    amounts: { first: 32_000, edited: 33_200 },
  },
  {
    kind: 'vehicles.repair',
    list: 'vehicles.repairs',
    only: { 'f.state': 'paid' },
    file: () =>
      `车牌号,发票号,故障或项目,维修厂,付款,完成,付款日,审批单号\n${plate},R-77,更换轮胎,定点一厂,2400,2026-01-20,2026-01-22,车审[2026]3号\n`,
    from: '2400',
    to: '2450',
    amount: 'amount_fen',
    amounts: { first: 240_000, edited: 245_000 },
  },
  {
    kind: 'vehicles.hire',
    list: 'vehicles.hires',
    only: { 'f.state': 'settled' },
    file: () =>
      `所属单位,发票号,租赁公司,事由,起,止,人数,车型,动力,排气量,车牌号,里程,结算,结算日\n车辆管理科,H-5,临江租赁,会议接站,2026-01-10,2026-01-11,4,轿车,汽油,1.8,青B·55,120,660,2026-01-15\n`,
    from: '660',
    to: '680',
    amount: 'amount_fen',
    amounts: { first: 66_000, edited: 68_000 },
  },
];

describe.each(cases)('$kind: what goes out comes back', (each) => {
  const { kind, list, only, file, from, to, amount, amounts } = each;
  const standing = async () => (await rowsOf(list, only)).filter((row) => (row['struck'] ?? null) === null);
  const amountsNow = async () => (await standing()).map((row) => row[amount]);

  test('in, out, the same in again: nothing; edited: one changed row in its place; taken back: as it was; and the first batch too', async () => {
    const first = await bring(kind, file());
    expect(first.counts).toEqual({ new: 1, changed: 0, same: 0, refused: 0 });
    expect(await amountsNow()).toEqual([amounts.first]);
    const out = await takenOut(list, only);
    expect((await bring(kind, out)).counts).toEqual({ new: 0, changed: 0, same: 1, refused: 0 });
    expect(out).toContain(from);
    const edited = await bring(kind, out.replaceAll(from, to));
    expect(edited.counts).toEqual({ new: 0, changed: 1, same: 0, refused: 0 });
    expect(await amountsNow()).toEqual([amounts.edited]);
    expect(await back(edited.batchId)).toMatchObject({ takenBack: 1, kept: [] });
    expect(await amountsNow()).toEqual([amounts.first]);
    // The first batch's row has been put in the place of others since: it is no longer there to be struck.
    expect(await back(first.batchId)).toMatchObject({ takenBack: 0, kept: [{ line: 2 }] });
  });

  test('a batch is taken back whole while nothing has moved on', async () => {
    for (const row of await standing()) await strike(kind, String(row['id']));
    const batch = await bring(kind, file().replace('\n', ' \n'));
    expect(batch.counts).toMatchObject({ new: 1, refused: 0 });
    expect(await back(batch.batchId)).toMatchObject({ takenBack: 1, kept: [] });
    expect(await standing()).toEqual([]);
  });
});

const strikes: Readonly<Record<string, readonly [string, string]>> = {
  'vehicles.cost': ['vehicles.strike-cost', 'cost'],
  'vehicles.fuel': ['vehicles.strike-fuel', 'filling'],
  'vehicles.repair': ['vehicles.strike-repair', 'repair'],
  'vehicles.hire': ['vehicles.strike-hire', 'hire'],
};
async function strike(kind: string, id: string) {
  const [verb, of] = strikes[kind]!;
  await at.as('郑科长').does(verb, { [of]: id, why: '测试' });
}

test('a struck cost that an export carries is refused by row, not recorded anew', async () => {
  const out = await takenOut('vehicles.costs');
  const report = done(
    await importFile(at.kernel, {
      actor: at.as('郑科长').actor,
      kind: 'vehicles.cost',
      path: written(out),
      accept: 'good-rows',
    }),
  );
  expect(report.counts).toMatchObject({ new: 0, changed: 0 });
  expect(report.refused[0]!.problems[0]!.message.zh).toContain('已撤销');
});

test('the vehicle shows the last odometer reading that stands', async () => {
  const before = (await rowsOf('vehicles.vehicles', { q: '91001' }))[0]!['odometer_km'];
  const batch = await bring('vehicles.fuel', cases[1]!.file().replace('20400', '20900'));
  expect((await rowsOf('vehicles.vehicles', { q: '91001' }))[0]).toMatchObject({ odometer_km: 20_900 });
  await back(batch.batchId);
  expect((await rowsOf('vehicles.vehicles', { q: '91001' }))[0]).toMatchObject({ odometer_km: before });
});

test('a repair that went its way here is neither corrected nor struck as a booked one', async () => {
  const clerk = at.as('郑科长');
  const ordered = await at.as('孙师傅').does('vehicles.order-repair', {
    vehicle: (await rowsOf('vehicles.vehicles', { q: '91001' }))[0]!['id'],
    what: '刹车片',
    garage: '定点一厂',
  });
  const { repair } = ordered.result as { repair: string };
  expect(await clerk.run('vehicles.strike-repair', { repair, why: '误' })).toMatchObject({ code: 'went-its-way-here' });
  const hired = await clerk.does('vehicles.hire-car', {
    unit: at.ids.bureauFleet,
    supplier: '临江租赁',
    purpose: '接站',
    fromDay: '2026-03-04',
    toDay: '2026-03-04',
    people: 3,
    body: 'sedan',
    power: 'petrol',
    quoteFen: 30_000,
  });
  const { hire } = hired.result as { hire: string };
  expect(await clerk.run('vehicles.strike-hire', { hire, why: '误' })).toMatchObject({ code: 'went-its-way-here' });
});

describe('vehicles.trip: a register of past trips', () => {
  const header =
    '车牌,实际出车,实际返回,用车单位,申请人,事由,用途,出发地,目的地,人数,审批情况,行驶里程,出车里程表,返回里程表,通行费,原单号';
  const lines = [
    `${plate},2025-11-03 08:10,2025-11-03 16:40,办公室,周敏,项目核查,一般公务,财政局,石桥县,3,已审批,,18000,18086,12.5,派-1`,
    `${plate},2025-11-04 09:00,2025-11-04 11:00,办公室,周敏,送件,一般公务,财政局,政务中心,2,无审批,20,,,,`,
  ];
  const actor = () => at.as('吴调度').actor;
  const inWith = async (rows: readonly string[], accept?: 'good-rows') =>
    done(
      await importFile(at.kernel, {
        actor: actor(),
        kind: 'vehicles.trip',
        path: written(`${[header, ...rows].join('\n')}\n`),
        fileName: '2025年出车登记.csv',
        ...(accept ? { accept } : {}),
      }),
    );
  const trips = async () =>
    done(await at.as('吴调度').list('vehicles.trips', { 'f.booked': 'true' })).rows as readonly Record<
      string,
      unknown
    >[];
  const standing = async () => (await trips()).filter(({ state }) => state === 'settled');

  test('in; the same in again: nothing; out and in: nothing; edited: corrected in its place; taken back: as it was', async () => {
    const first = await inWith(lines);
    expect(first.counts).toEqual({ new: 2, changed: 0, same: 0, refused: 0 });
    expect((await standing()).map((row) => [row['driven_km'], row['cost_fen'], row['source'], row['paper']])).toEqual(
      expect.arrayContaining([
        [86, 1_250, '2025年出车登记.csv 第 2 行', '派-1'],
        [20, null, '2025年出车登记.csv 第 3 行', null],
      ]),
    );
    expect((await inWith([...lines, ''])).counts).toMatchObject({ new: 0, changed: 0, same: 2 });
    const out = await takenOut('vehicles.trips');
    const again = done(
      await importFile(at.kernel, { actor: actor(), kind: 'vehicles.trip', path: written(out), accept: 'good-rows' }),
    );
    expect(again.counts).toMatchObject({ new: 0, changed: 0 });
    const edited = await inWith([lines[0]!.replace('12.5', '15'), lines[1]!]);
    expect(edited.counts).toMatchObject({ new: 0, changed: 1, same: 1 });
    expect((await standing()).map((row) => row['cost_fen'])).toEqual(expect.arrayContaining([1_500, null]));
    expect(done(await undoImport(at.kernel, { actor: actor(), batchId: edited.batchId }))).toMatchObject({
      takenBack: 1,
      kept: [],
    });
    expect((await standing()).map((row) => row['cost_fen'])).toEqual(expect.arrayContaining([1_250, null]));
  });

  test('a row that cannot stand says why, and the others go in; the batch is taken back whole', async () => {
    const report = await inWith(
      [
        lines[1]!.replaceAll('2025-11-04', '2025-11-10'),
        lines[1]!.replaceAll('2025-11-04', '2025-11-11').replace(plate, '青A·00000'),
        lines[1]!.replace('2025-11-04 09:00', '2025-11-03 12:00'),
        lines[1]!.replaceAll('2025-11-04', '2025-11-12').replace(',2,无审批', ',两,无审批'),
      ],
      'good-rows',
    );
    expect(report.counts).toMatchObject({ new: 1, refused: 3 });
    const said = report.refused.map(({ line, problems }) => `${line} ${problems[0]!.message.zh}`);
    expect(said[0]).toContain('3 青A·00000 不在您调度的车辆台账中');
    expect(said[1]).toMatch(/^4 .*时间重叠/);
    expect(said[2]).toMatch(/^5 /);
    expect(done(await undoImport(at.kernel, { actor: actor(), batchId: report.batchId }))).toMatchObject({
      takenBack: 1,
    });
    expect((await standing()).some((row) => String(row['departed_at']).startsWith('2025-11-10'))).toBe(false);
  });

  test('a dispatcher of another unit brings nothing in', async () => {
    const elsewhere = at.with([{ role: 'dispatcher', unit: at.ids.county, below: true }], { unit: at.ids.county });
    const path = written(`${[header, lines[0]!.replaceAll('2025-11-03', '2025-10-03')].join('\n')}\n`);
    const report = await importFile(at.kernel, { actor: elsewhere.actor, kind: 'vehicles.trip', path });
    expect(report).toMatchObject({ refused: true, code: 'rows-refused' });
  });
});
