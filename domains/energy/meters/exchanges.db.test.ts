import * as fc from 'fast-check';
import pg from 'pg';
import { house, type House } from '@opengoa/kernel/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import energy from '../domain.ts';
import { aBuilding, aMeter, code, hour } from '../testing/given.ts';

let at: House;
let behind: pg.Client;
beforeAll(async () => {
  at = await house({ rooms: [energy] });
  behind = new pg.Client({ connectionString: at.urls.superuser });
  await behind.connect();
});
afterAll(async () => {
  await behind?.end();
  await at?.close();
});

const totals = async (meter: string) =>
  (
    await behind.query(
      `select (select coalesce(sum(total), 0)::float8 from energy.day where meter_id = $1) as days,
              (select coalesce(sum(total), 0)::float8 from energy.month where meter_id = $1) as months,
              (select count(*)::int from energy.register where meter_id = $1 and quality = 2) as apart`,
      [meter],
    )
  ).rows[0] as { days: number; months: number; apart: number };

interface Step {
  readonly later: number;
  readonly use: number;
  readonly exchange: { readonly first: number; readonly multiplier: number } | null;
}

/** Four digits before the point. */
const end = 10_000;

/** What really happened to a meter: the plain reference that everything is held against. */
function lived(steps: readonly Step[]) {
  let [n, shown, multiplier, used] = [0, 9_500, 3, 0];
  const readings = [{ at: hour(0), value: shown }];
  const exchanges: object[] = [];
  for (const { later, use, exchange } of steps) {
    n += later;
    used += use * multiplier;
    shown = (shown + use) % end;
    readings.push({ at: hour(n), value: shown });
    if (exchange === null) continue;
    n += 1;
    exchanges.push({
      at: hour(n),
      lastRegister: shown,
      firstRegister: exchange.first,
      multiplier: exchange.multiplier,
    });
    ({ first: shown, multiplier } = exchange);
  }
  return { readings, exchanges, used: used * 1_000 };
}

const step: fc.Arbitrary<Step> = fc.record({
  later: fc.integer({ min: 1, max: 60 }),
  use: fc.integer({ min: 0, max: 900 }),
  exchange: fc.option(
    fc.record({ first: fc.integer({ min: 0, max: end - 1 }), multiplier: fc.integer({ min: 1, max: 50 }) }),
    { freq: 5, nil: null },
  ),
});

describe('换表、回零、乱序、重复、迟到', () => {
  test('SEC-TE-03 SEC-TE-04 whatever the order in which readings and exchanges become known, use is what was used', async () => {
    const clerk = at.as('钱能耗');
    const building = await aBuilding(clerk, at.ids.bureau);
    const described = { reads: 'register', intervalMinutes: null, digits: 4, multiplier: 3 };
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 1, maxLength: 14 }),
        fc.infiniteStream(fc.nat()),
        fc.integer({ min: 1, max: 5 }),
        async (steps, dice, size) => {
          const { readings, exchanges, used } = lived(steps);
          const meter = await aMeter(clerk, building, described);
          const mixed = readings
            .map((each) => ({ each, key: dice.next().value }))
            .toSorted((a, b) => a.key - b.key)
            .map(({ each }) => each);
          const waiting = [...exchanges];
          // Recorded at some moment, in the order of time; what the readings known so far contradict is recorded later.
          const exchange = async () => {
            if (waiting.length === 0) return;
            const said = code(await clerk.run('energy.replace-meter', { meter, ...waiting[0], why: '轮换' }));
            if (said === 'done') waiting.shift();
            else expect(said).toBe('reading-goes-back');
          };
          for (let i = 0; i < mixed.length; i += size) {
            const batch = [...mixed.slice(i, i + size), mixed[dice.next().value % (i + 1)]!];
            expect(code(await clerk.run('energy.receive-readings', { meters: [{ meter, readings: batch }] }))).toBe(
              'done',
            );
            if (dice.next().value % 3 === 0) await exchange();
          }
          for (let left = waiting.length; left > 0; left -= 1) await exchange();
          expect(waiting).toEqual([]);
          expect(await totals(meter)).toEqual({ days: used, months: used, apart: 0 });
        },
      ),
      { numRuns: 40 },
    );
  }, 120_000);

  test('a register that went round its end just before the exchange is no mistake', async () => {
    const clerk = at.as('钱能耗');
    const building = await aBuilding(clerk, at.ids.bureau);
    const meter = await aMeter(clerk, building, { reads: 'register', intervalMinutes: null, digits: 4 });
    await clerk.does('energy.read-meter', { meter, value: 9_990, at: hour(0) });
    await clerk.does('energy.replace-meter', { meter, at: hour(24), lastRegister: 12, firstRegister: 0, why: '到期' });
    await clerk.does('energy.read-meter', { meter, value: 8, at: hour(48) });
    expect(await totals(meter)).toMatchObject({ days: (22 + 8) * 1_000 });
  });
});

describe('表计树', () => {
  test('a tree has no circle, and a use is of a sub-meter of electricity alone', async () => {
    const clerk = at.as('钱能耗');
    const building = await aBuilding(clerk, at.ids.bureau);
    const main = await aMeter(clerk, building);
    const sub = await aMeter(clerk, building, { kind: 'sub', parent: main, use: 'air-conditioning' });
    const below = await aMeter(clerk, building, { kind: 'sub', parent: sub });
    const change = async (input: object) => code(await clerk.run('energy.change-meter', { version: 1, ...input }));
    expect(await change({ meter: sub, parent: below })).toBe('parent-not-fitting');
    expect(await change({ meter: sub, parent: sub })).toBe('parent-not-fitting');
    expect(await change({ meter: main, use: 'power' })).toBe('use-not-fitting');
    const water = { building, name: '水', carrier: 'water', kind: 'sub', intervalMinutes: 60, validFrom: '2024-01-01' };
    expect(code(await clerk.run('energy.register-meter', { ...water, use: 'power' }))).toBe('use-not-fitting');
    expect(await change({ meter: sub, use: 'lighting' })).toBe('done');
    expect(await clerk.read('energy.meter', { id: sub })).toMatchObject({ use: 'lighting', parent: main });
  });

  test('the rest is what the main meter measured beyond those below it, on the days on which all were read', async () => {
    const clerk = at.as('钱能耗');
    const building = await aBuilding(clerk, at.ids.bureau);
    const daily = { intervalMinutes: 1440, validFrom: '2024-01-01' };
    const main = await aMeter(clerk, building, { ...daily, multiplier: 10 });
    const lights = await aMeter(clerk, building, { ...daily, kind: 'sub', parent: main, use: 'lighting' });
    const cooling = await aMeter(clerk, building, { ...daily, kind: 'sub', parent: main, use: 'air-conditioning' });
    const days = (values: readonly (number | null)[]) =>
      values.flatMap((value, n) => (value === null ? [] : [{ at: hour(24 * n), value }]));
    await clerk.does('energy.receive-readings', {
      meters: [
        { meter: main, readings: days([10, 10, 10]) },
        { meter: lights, readings: days([30, 30, 30]) },
        { meter: cooling, readings: days([40, null, 50]) },
      ],
    });
    const remainders = async () =>
      ((await clerk.read('energy.building', { id: building, year: '2024' })) as { remainders: unknown[] }).remainders;
    expect(await remainders()).toEqual([{ meter: main, days: 2, amount: 50, share: 0.25, over: false }]);
    await clerk.does('energy.receive-readings', {
      meters: [{ meter: cooling, readings: [{ at: hour(24), value: 200 }] }],
    });
    expect(await remainders()).toEqual([{ meter: main, days: 3, amount: -80, share: -80 / 300, over: true }]);
  });
});

describe('一表不两处', () => {
  test('one number stands at one place, in whichever unit, however it is written, until it is exchanged', async () => {
    const clerk = at.as('钱能耗');
    const building = await aBuilding(clerk, at.ids.bureau);
    const meter = await aMeter(clerk, building, { key: 'ab-0007' });
    const county = at.with([{ role: 'energy-clerk', unit: at.ids.county, below: true }], { unit: at.ids.county });
    const theirs = await aBuilding(county, at.ids.county);
    const register = async (key: string, where = building, by = clerk) =>
      code(
        await by.run('energy.register-meter', {
          building: where,
          name: `第二处${key}`,
          carrier: 'electricity',
          key,
          intervalMinutes: 60,
          validFrom: '2024-01-01',
        }),
      );
    for (const key of ['ab-0007', 'AB-0007', 'ＡＢ-0007', 'AB- 0007'])
      expect([key, await register(key)]).toEqual([key, 'meter-key-taken']);
    // The other unit's clerk cannot see where it stands, and is refused all the same.
    expect(await register('AB-0007', theirs, county)).toBe('already-there');
    await clerk.does('energy.replace-meter', { meter, at: hour(0), key: 'ab-0008', why: '移装' });
    expect(await register('AB-0007', theirs, county)).toBe('done');
    const again = { meter, at: hour(2), key: 'Ab-0007', why: '误登' };
    expect(code(await clerk.run('energy.replace-meter', again))).toBe('meter-key-taken');
  });

  test('a meter is asked by one gateway', async () => {
    const clerk = at.as('钱能耗');
    const building = await aBuilding(clerk, at.ids.bureau);
    await aMeter(clerk, building, { key: 'G-1', reads: 'register', intervalMinutes: null });
    const points = [{ key: 'G-1', address: 0, type: 'uint16' }];
    const gateway = (name: string) =>
      clerk.run('energy.register-gateway', { unit: at.ids.bureau, name, host: '10.0.0.1', points });
    expect(code(await gateway('一号'))).toBe('done');
    expect(await gateway('二号')).toMatchObject({
      code: 'meter-bound-elsewhere',
      data: { key: 'G-1', place: '一号' },
    });
  });
});
