import { isRefusal, newId, type Tx } from '@opengoa/kernel';
import { reading } from '@opengoa/kernel/host';
import { house, type House, type Person } from '@opengoa/kernel/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import energy from '../domain.ts';
import { aBuilding, aMeter, code, hour } from '../testing/given.ts';
import { temperaturesOf } from '../weather/weather-store.ts';

let at: House;
let clerk: Person;
beforeAll(async () => {
  at = await house({ rooms: [energy] });
  clerk = at.as('钱能耗');
});
afterAll(() => at?.close());

const sheetOf = (kind: string) => energy.sheets!.find((sheet) => sheet.kind === kind)!;
const inTx = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
  reading(at.kernel, { actor: clerk.actor, who: ['energy-clerk'], room: 'energy' }, (tx) => work(tx));

describe('建筑', () => {
  test('registered once in a unit, changed with its version, found by its name and by pinyin', async () => {
    const building = { unit: at.ids.bureau, name: '行政中心1号楼', areaM2: 5000 };
    const id = (await clerk.does('energy.register-building', building)).facts[0]!.object.id;
    expect(await clerk.run('energy.register-building', building)).toMatchObject({
      code: 'building-name-taken',
      status: 409,
    });
    // Another unit may call its own house the same.
    expect(code(await clerk.run('energy.register-building', { ...building, unit: at.ids.finance }))).toBe('done');
    await clerk.does('energy.change-building', { building: id, version: 1, people: 120 });
    expect(await clerk.run('energy.change-building', { building: id, version: 1, people: 130 })).toMatchObject({
      code: 'stale-version',
      data: { version: 2 },
    });
    expect(code(await clerk.run('energy.change-building', { building: id, version: 2, workFromHour: 20 }))).toBe(
      'period-backwards',
    );
    expect(await clerk.list('energy.buildings', { q: 'xzzx' })).toMatchObject({
      rows: [{ name: '行政中心1号楼' }, {}],
    });
    expect(await clerk.read('energy.building', { id })).toMatchObject({
      people: 120,
      areaM2: 5000,
      version: 2,
      carriers: [],
      coal: null,
    });
  });

  test('wrong person: staff registers nothing; a head declares a change in the own unit and nowhere else', async () => {
    expect(code(await at.as('周敏').run('energy.register-building', { unit: at.ids.finance, name: '甲' }))).toBe(
      'not-your-right',
    );
    const own = await aBuilding(clerk, at.ids.financeOffice);
    const change = { day: '2026-03-01', kind: 'renovation', what: '更换空调主机' };
    expect(code(await at.as('何涛').run('energy.declare-change', { building: own, ...change }))).toBe('done');
    expect(code(await at.as('石会计').run('energy.declare-change', { building: own, ...change }))).toBe('not-found');
  });
});

describe('表计', () => {
  test('every reason why a meter is not registered', async () => {
    const building = await aBuilding(clerk, at.ids.bureau);
    const elsewhere = await aMeter(clerk, await aBuilding(clerk, at.ids.bureau));
    const main = await aMeter(clerk, building, { key: 'K-1' });
    const gas = await aMeter(clerk, building, { carrier: 'gas' });
    const meter = { building, name: '分项表', carrier: 'electricity', intervalMinutes: 60, validFrom: '2024-01-01' };
    const tried = async (more: object) => code(await clerk.run('energy.register-meter', { ...meter, ...more }));
    expect(await tried({ key: 'K-1' })).toBe('meter-key-taken');
    expect(await tried({ measure: 'm3' })).toBe('measure-not-of-carrier');
    expect(await tried({ intervalMinutes: null })).toBe('interval-needed');
    expect(await tried({ parent: main })).toBe('main-has-no-parent');
    expect(await tried({ kind: 'sub', parent: elsewhere })).toBe('parent-not-fitting');
    expect(await tried({ kind: 'sub', parent: gas })).toBe('parent-not-fitting');
    expect(await tried({ kind: 'sub', parent: newId() })).toBe('parent-not-fitting');
    expect(await tried({ intervalMinutes: 7 })).toBe('input-not-fitting');
    expect(await tried({ building: newId() })).toBe('not-found');
    expect(await tried({ kind: 'sub', parent: main })).toBe('done');
  });

  test('SEC-BI-04 one number, a hundred clerks at once: one meter bears it', async () => {
    const building = await aBuilding(clerk, at.ids.bureau);
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, i) =>
        clerk.run('energy.register-meter', {
          building,
          name: `表${i}`,
          carrier: 'water',
          reads: 'register',
          key: 'ONE',
          validFrom: '2024-01-01',
        }),
      ),
    );
    expect(answers.filter((answer) => !isRefusal(answer))).toHaveLength(1);
    expect(
      answers.filter(isRefusal).every((answer) => ['meter-key-taken', 'already-there'].includes(answer.code)),
    ).toBe(true);
  });

  test('taken out of service it takes readings of earlier days only', async () => {
    const meter = await aMeter(clerk, await aBuilding(clerk, at.ids.bureau));
    expect(code(await clerk.run('energy.change-meter', { meter, version: 1, validTo: '2014-01-01' }))).toBe(
      'period-backwards',
    );
    await clerk.does('energy.change-meter', { meter, version: 1, validTo: '2024-03-01' });
    const answer = await clerk.does('energy.receive-readings', {
      meters: [
        {
          meter,
          readings: [
            { at: hour(23), value: 1 },
            { at: hour(24), value: 1 },
          ],
        },
      ],
    });
    expect(answer.result).toMatchObject({ received: 2, doubtful: 1 });
  });

  test('a register is exchanged only with the old one’s last and the new one’s first number', async () => {
    const meter = await aMeter(clerk, await aBuilding(clerk, at.ids.bureau), {
      reads: 'register',
      intervalMinutes: null,
    });
    await clerk.does('energy.read-meter', { meter, value: 500, at: hour(0) });
    const exchange = (more: object) => clerk.run('energy.replace-meter', { meter, at: hour(10), why: '轮换', ...more });
    expect(code(await exchange({}))).toBe('first-register-needed');
    expect(await exchange({ lastRegister: 490, firstRegister: 0 })).toMatchObject({
      code: 'reading-goes-back',
      data: { now: 490, last: 500 },
    });
    expect(
      code(
        await exchange({ lastRegister: 520, firstRegister: 0, at: new Date(Date.now() + 86_400_000).toISOString() }),
      ),
    ).toBe('time-not-yet');
    expect(code(await exchange({ lastRegister: 520, firstRegister: 0 }))).toBe('done');
    expect(await clerk.read('energy.meter', { id: meter })).toMatchObject({
      instruments: [{}, { from: hour(10) }],
      lastRegister: { value: 500 },
    });
    expect(
      code(
        await clerk.run('energy.read-meter', { meter, value: 5, at: new Date(Date.now() + 86_400_000).toISOString() }),
      ),
    ).toBe('time-not-yet');
    const interval = await aMeter(clerk, await aBuilding(clerk, at.ids.bureau));
    expect(code(await clerk.run('energy.read-meter', { meter: interval, value: 5 }))).toBe('not-a-register');
  });
});

describe('表格', () => {
  test('buildings, meters and readings come in by their sheets, and are known again by their keys', async () => {
    const building = { unit: at.ids.bureau, name: '表格楼', areaM2: 1200.5, use: 'office' };
    const row = { floors: null, builtYear: null, people: null, station: null, calendar: null, note: null, ...building };
    const context = { unit: at.ids.bureau, batchId: newId(), line: 2 };
    await clerk.does('energy.register-building', sheetOf('energy.building').input(row, context));
    const meter = {
      key: 'SH-1',
      unit: at.ids.bureau,
      building: '表格楼',
      name: '总表',
      carrier: 'electricity',
      measure: null,
      kind: null,
      reads: null,
      intervalMinutes: 60,
      multiplier: null,
      digits: null,
      validFrom: '2024-01-01',
    };
    await clerk.does('energy.register-meter', sheetOf('energy.meter').input(meter, context));
    await clerk.does(
      'energy.receive-readings',
      sheetOf('energy.reading').input({ key: 'SH-1', at: hour(0), value: 3.5 }, context),
    );
    const known = async (kind: string, key: readonly (string | number)[]) =>
      (await inTx((tx) => sheetOf(kind).existing!(tx, [[...key]])))[0];
    expect(await known('energy.building', [at.ids.bureau, '表格楼'])).toMatchObject({
      version: 1,
      values: { areaM2: 1200.5, use: 'office' },
    });
    expect(await known('energy.meter', ['SH-1'])).toMatchObject({
      values: { building: '表格楼', kind: 'main', measure: 'kWh' },
    });
    const reading = await known('energy.reading', ['SH-1', hour(0)]);
    expect(reading).toMatchObject({ values: { value: 3.5, at: hour(0) } });
    // A row with another value is a correction.
    await clerk.does(
      'energy.correct-reading',
      sheetOf('energy.reading').changeInput!({ key: 'SH-1', at: hour(0), value: 4 }, reading!, context),
    );
    expect(await known('energy.reading', ['SH-1', hour(0)])).toMatchObject({ values: { value: 4 } });
    expect(await known('energy.reading', ['SH-1', hour(1)])).toBeUndefined();
  });
});

describe('气温', () => {
  test('a station’s newer word replaces the older; who keeps no meters sends no weather', async () => {
    const said = (temperatureC: number) => ({ station: '临江站', readings: [{ at: hour(0), temperatureC }] });
    await clerk.does('energy.receive-weather', said(3.5));
    const again = await clerk.does('energy.receive-weather', said(4.5));
    expect(again.facts).toMatchObject([{ type: 'energy.WeatherReceived' }]);
    expect(await inTx((tx) => temperaturesOf(tx, '临江站', '2024-03-01', '2024-03-02'))).toEqual([
      4.5,
      ...Array.from({ length: 23 }, () => null),
    ]);
    expect(code(await at.as('周敏').run('energy.receive-weather', said(5)))).toBe('not-your-right');
    expect(code(await clerk.run('energy.receive-weather', said(99)))).toBe('input-not-fitting');
  });

  test('without temperatures there is no baseline, and the refusal says so in both languages', async () => {
    const meter = await aMeter(clerk, await aBuilding(clerk, at.ids.bureau, { station: '无站' }));
    expect(
      await clerk.run('energy.fit-baseline', { meter, from: '2024-01-01', toExclusive: '2024-02-01' }),
    ).toMatchObject({
      code: 'no-baseline',
      data: { reason: 'no-temperature', why: { zh: '没有室外气温', en: 'no outdoor temperature' } },
    });
    expect(code(await clerk.run('energy.fit-baseline', { meter, from: '2024-02-01', toExclusive: '2024-02-01' }))).toBe(
      'period-backwards',
    );
  });
});
