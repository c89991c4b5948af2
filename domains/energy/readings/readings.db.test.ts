import * as fc from 'fast-check';
import pg from 'pg';
import { house, type House } from '@opengoa/kernel/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import energy from '../domain.ts';
import { aBuilding, aMeter, aMeterAt, code, hour } from '../testing/given.ts';

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

interface Day {
  day: string;
  total: number;
  hours: (number | null)[];
  count: number;
  estimated: number;
  suspect: number;
}
const days = async (meter: string): Promise<Day[]> =>
  (
    await behind.query(
      `select day::text, total::float8 as total, hours::float8[] as hours, count, estimated, suspect from energy.day where meter_id = $1 order by day`,
      [meter],
    )
  ).rows;
const months = async (meter: string) =>
  (
    await behind.query(
      `select month::text, total::float8 as total, count, estimated, suspect from energy.month where meter_id = $1 order by month`,
      [meter],
    )
  ).rows;
const stored = async (meter: string) =>
  (
    await behind.query(
      `select at, value::float8 as value, quality from energy.reading where meter_id = $1 order by at`,
      [meter],
    )
  ).rows;

const send = (meter: string, readings: readonly { at: string; value: number }[], more: object = {}) =>
  at.as('钱能耗').run('energy.receive-readings', { meters: [{ meter, readings, ...more }] });

const total = async (meter: string): Promise<number> =>
  (await months(meter)).reduce((sum, each) => sum + each.total, 0);

const register = (more: object = {}) =>
  aMeterAt(at, at.ids.bureau, { reads: 'register', intervalMinutes: null, ...more });

/** A week's wandering load with one stretch that sticks and one that is dead. */
const value = (n: number) => (n >= 100 && n < 130 ? 7 : n >= 200 && n < 230 ? 0 : 10 + ((n * 7919) % 97) / 10);

/** What the roll-ups must say of a set of readings, reckoned the plain way. */
function reckoned(readings: ReadonlyMap<string, number>): Pick<Day, 'day' | 'total' | 'count'>[] {
  const sums = new Map<string, { total: number; count: number }>();
  for (const [instant, value] of readings) {
    const day = new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10);
    const before = sums.get(day) ?? { total: 0, count: 0 };
    sums.set(day, { total: before.total + Math.round(value * 1000), count: before.count + 1 });
  }
  return [...sums].map(([day, sum]) => ({ day, ...sum })).toSorted((a, b) => a.day.localeCompare(b.day));
}

describe('接收读数', () => {
  test('a batch becomes rows, days and months; one fact stands for it, without a single reading in it', async () => {
    const meter = await aMeterAt(at, at.ids.bureau, { multiplier: 10 });
    const readings = Array.from({ length: 48 }, (_, n) => ({ at: hour(n), value: 1.5 + n / 1000 }));
    const answer = await at.as('钱能耗').does('energy.receive-readings', { meters: [{ meter, readings }] });
    expect(answer.result).toMatchObject({ received: 48, doubtful: 0, before: false });
    expect(answer.facts).toHaveLength(1);
    const found = await days(meter);
    expect(found.map(({ day, count }) => [day, count])).toEqual([
      ['2024-03-01', 24],
      ['2024-03-02', 24],
    ]);
    expect(found[0]!.total).toBe(10 * Array.from({ length: 24 }, (_, n) => 1500 + n).reduce((a, b) => a + b, 0));
    expect(found[0]!.hours[7]).toBe(15_070);
    expect((await months(meter))[0]).toMatchObject({
      month: '2024-03-01',
      total: found[0]!.total + found[1]!.total,
      count: 48,
    });
    const { rows } = await behind.query(`select body::text from kernel.fact where object_id = $1`, [
      answer.facts[0]!.object.id,
    ]);
    expect(JSON.parse(rows[0].body)).toMatchObject({ meters: 1, readings: 48, doubtful: 0 });
    expect(rows[0].body.length).toBeLessThan(400);
  });

  test('SEC-TE-02 the same batch twice, under another request id too, changes nothing and leaves no second fact', async () => {
    const meter = await aMeterAt(at, at.ids.bureau);
    const readings = Array.from({ length: 30 }, (_, n) => ({ at: hour(n), value: n }));
    expect(code(await send(meter, readings))).toBe('done');
    const before = [await days(meter), await months(meter), await stored(meter)];
    const again = await at.as('钱能耗').does('energy.receive-readings', { meters: [{ meter, readings }] });
    expect(again).toMatchObject({ facts: [], result: { before: true } });
    // Half of it again, in another batch, and each of them twice.
    expect(code(await send(meter, [...readings.slice(10, 20), ...readings.slice(5, 15)]))).toBe('done');
    expect([await days(meter), await months(meter), await stored(meter)]).toEqual(before);
  });

  test('SEC-TE-02 SEC-BI-05 the same batch a hundred times at once counts once', async () => {
    const meter = await aMeterAt(at, at.ids.bureau);
    const readings = Array.from({ length: 24 }, (_, n) => ({ at: hour(n), value: 2 }));
    const answers = await Promise.all(Array.from({ length: 100 }, () => send(meter, readings)));
    expect(answers.map(code).every((word) => word === 'done')).toBe(true);
    expect(await days(meter)).toMatchObject([{ total: 48_000, count: 24 }]);
  });

  test('SEC-TE-03 any order, any delay, any overlap of batches gives the same days and months', async () => {
    const clerk = at.as('钱能耗');
    const building = await aBuilding(clerk, at.ids.bureau);
    const batch = fc.array(fc.tuple(fc.integer({ min: 0, max: 24 * 40 }), fc.integer({ min: 0, max: 9_999 })), {
      minLength: 1,
      maxLength: 60,
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(batch, { minLength: 1, maxLength: 5 }),
        fc.array(fc.nat(), { maxLength: 8 }),
        async (batches, again) => {
          const meter = await aMeter(clerk, building);
          // One instant has one value: what a second word for it means is a correction's business.
          const truth = new Map<string, number>();
          const sent = batches.map((rows) =>
            rows.map(([n, thousandths]) => {
              const instant = hour(n);
              if (!truth.has(instant)) truth.set(instant, thousandths / 1000);
              return { at: instant, value: truth.get(instant)! };
            }),
          );
          for (const readings of [...sent, ...again.map((pick) => sent[pick % sent.length]!.toReversed())])
            expect(code(await send(meter, readings))).toBe('done');
          const found = await days(meter);
          expect(found.map(({ day, total, count }) => ({ day, total, count }))).toEqual(reckoned(truth));
          for (const { total, hours } of found)
            expect(hours.reduce<number>((sum, each) => sum + (each ?? 0), 0)).toBe(total);
          const sums = await months(meter);
          expect(sums.reduce((sum, { total }) => sum + total, 0)).toBe(
            found.reduce((sum, { total }) => sum + total, 0),
          );
          expect(sums.reduce((sum, { count }) => sum + count, 0)).toBe(truth.size);
        },
      ),
      { numRuns: 25 },
    );
  });

  test('SEC-TE-03 two gateways at once, overlapping, lose nothing and double nothing', async () => {
    const meter = await aMeterAt(at, at.ids.bureau);
    const truth = new Map(Array.from({ length: 400 }, (_, n) => [hour(n), (n % 17) + 0.25] as const));
    const all = [...truth].map(([instant, value]) => ({ at: instant, value }));
    await Promise.all(
      Array.from({ length: 12 }, (_, i) => send(meter, all.slice(i * 30, i * 30 + 70))).concat([
        send(meter, all.toReversed()),
      ]),
    );
    expect((await days(meter)).map(({ day, total, count }) => ({ day, total, count }))).toEqual(reckoned(truth));
  });

  test('SEC-TE-04 negative, future and out of service: kept as they were said, apart from the totals, each with its reason', async () => {
    const meter = await aMeterAt(at, at.ids.bureau, { validFrom: '2024-03-01' });
    const future = new Date(Date.now() + 7_200_000).toISOString();
    await send(meter, [
      { at: hour(0), value: 5 },
      { at: hour(1), value: -3 },
      { at: hour(2), value: -4 },
      { at: hour(-5), value: 7 },
      { at: future, value: 9 },
    ]);
    const found = await days(meter);
    expect(found.reduce((sum, { total }) => sum + total, 0)).toBe(5000);
    expect(found.reduce((sum, { suspect }) => sum + suspect, 0)).toBe(4);
    expect((await stored(meter)).map(({ value }) => value)).toEqual([7000, 5000, -3000, -4000, 9000]);
    const { rows } = await behind.query(`select rule, count from energy.doubt where meter_id = $1 order by from_at`, [
      meter,
    ]);
    expect(rows).toEqual([
      { rule: 'not-in-service', count: 1 },
      { rule: 'negative', count: 2 },
      { rule: 'future', count: 1 },
    ]);
  });

  test('SEC-TE-03 what a device sends after its window is kept apart and does not move a month that may be reported; a person decides', async () => {
    const meter = await aMeterAt(at, at.ids.bureau);
    const gateway = at.with([{ role: 'energy-clerk', unit: at.ids.bureau, below: true }], { kind: 'machine' });
    const old = new Date(Date.now() - 50 * 86_400_000).toISOString();
    await gateway.does('energy.receive-readings', { meters: [{ meter, readings: [{ at: old, value: 8 }] }] });
    expect(await days(meter)).toMatchObject([{ total: 0, count: 0, suspect: 1 }]);
    const { rows } = await behind.query(`select id, rule from energy.doubt where meter_id = $1`, [meter]);
    expect(rows).toMatchObject([{ rule: 'late' }]);
    const clerk = at.as('钱能耗');
    await clerk.does('energy.decide-doubt', { doubt: rows[0].id, outcome: 'counted', why: '网关断网补传' });
    expect(await days(meter)).toMatchObject([{ total: 8000, count: 1, suspect: 0 }]);
    expect(await months(meter)).toMatchObject([{ total: 8000, count: 1, suspect: 0 }]);
    expect(code(await clerk.run('energy.decide-doubt', { doubt: rows[0].id, outcome: 'left-out', why: 'x' }))).toBe(
      'already-decided-here',
    );
  });

  test('pairs are the same batch in short', async () => {
    const meter = await aMeterAt(at, at.ids.bureau);
    const clerk = at.as('钱能耗');
    const pairs = [0, 1, 2].map((n) => [hour(n), n + 0.5]);
    await clerk.does('energy.receive-readings', { meters: [{ meter, pairs }] });
    expect(await days(meter)).toMatchObject([{ total: 4500, count: 3 }]);
    const readings = pairs.map(([instant, value]) => ({ at: instant, value }));
    expect(await clerk.does('energy.receive-readings', { meters: [{ meter, readings }] })).toMatchObject({ facts: [] });
    expect(code(await clerk.run('energy.receive-readings', { meters: [{ meter, readings, pairs }] }))).toBe(
      'input-not-fitting',
    );
    expect(code(await clerk.run('energy.receive-readings', { meters: [{ meter }] }))).toBe('input-not-fitting');
  });

  test('a meter is named by its number too; an unknown number stops the whole batch and is named', async () => {
    const meter = await aMeterAt(at, at.ids.bureau, { key: 'GW-7/1' });
    const clerk = at.as('钱能耗');
    const entry = (key: string) => ({ key, readings: [{ at: hour(3), value: 1 }] });
    expect(await clerk.run('energy.receive-readings', { meters: [entry('GW-7/1'), entry('GW-9')] })).toMatchObject({
      code: 'meters-unknown',
      status: 404,
      data: { keys: 'GW-9', count: 1 },
    });
    expect(await stored(meter)).toEqual([]);
    expect(code(await clerk.run('energy.receive-readings', { meters: [entry('GW-7/1')] }))).toBe('done');
    expect(await stored(meter)).toHaveLength(1);
  });

  test('a batch in another unit of measure is refused whole: kW is not kWh', async () => {
    const meter = await aMeterAt(at, at.ids.bureau);
    expect(await send(meter, [{ at: hour(0), value: 1 }], { measure: 'kW' })).toMatchObject({
      code: 'measure-differs',
      data: { given: 'kW' },
    });
    expect(code(await send(meter, [{ at: hour(0), value: 1 }], { measure: 'kWh' }))).toBe('done');
  });

  test('SEC-AC-04 a meter of another unit is not found: nothing is written, nothing is told', async () => {
    const meter = await aMeterAt(at, at.ids.bureau);
    const county = at.with([{ role: 'energy-clerk', unit: at.ids.county, below: true }], { unit: at.ids.county });
    const batch = { meters: [{ meter, readings: [{ at: hour(0), value: 1 }] }] };
    expect(code(await county.run('energy.receive-readings', batch))).toBe('meters-unknown');
    expect(code(await at.as('周敏').run('energy.receive-readings', batch))).toBe('not-your-right');
    for (const [verb, input] of [
      ['energy.correct-reading', { meter, at: hour(0), value: 2, why: '越界' }],
      ['energy.replace-meter', { meter, at: hour(0), why: '越界' }],
      ['energy.question-readings', { meter, from: '2024-01-01', toExclusive: '2024-02-01' }],
      ['energy.fit-baseline', { meter, from: '2024-01-01', toExclusive: '2024-02-01' }],
    ] as const)
      expect([verb, code(await county.run(verb, input))]).toEqual([verb, 'not-found']);
    expect(await stored(meter)).toEqual([]);
  });

  test('SEC-DB-02 a partition cannot be read or written but through the table that carries the policy', async () => {
    const app = new pg.Client({ connectionString: at.urls.app });
    await app.connect();
    try {
      await app.query('set role opengoa_energy');
      await expect(app.query('select 1 from energy.reading_2024_03')).rejects.toThrow(/permission denied/);
      await expect(app.query('delete from energy.reading_elsewhen')).rejects.toThrow(/permission denied/);
      expect((await app.query('select count(*)::int as n from energy.reading')).rows).toEqual([{ n: 0 }]);
    } finally {
      await app.end();
    }
  });

  test('10,000 readings go in one batch, 10,001 do not', async () => {
    const meter = await aMeterAt(at, at.ids.bureau);
    const readings = Array.from({ length: 10_001 }, (_, n) => ({ at: hour(n - 10_001), value: 1 }));
    expect(code(await send(meter, readings))).toBe('input-not-fitting');
    expect(code(await send(meter, readings.slice(1)))).toBe('done');
    expect((await days(meter)).reduce((sum, { count }) => sum + count, 0)).toBe(10_000);
  });

  test('a meter that stamps the end of its interval: midnight belongs to the day that ended', async () => {
    const meter = await aMeterAt(at, at.ids.bureau, { stamped: 'ends', intervalMinutes: 15 });
    await send(meter, [{ at: hour(24), value: 3 }]);
    const [day] = await days(meter);
    expect(day).toMatchObject({ day: '2024-03-01', total: 3000 });
    expect(day!.hours[23]).toBe(3000);
  });
});

describe('不足一小时的间隔', () => {
  test('an hour that lacks one of its quarters is not known, though its day counts what came', async () => {
    const meter = await aMeterAt(at, at.ids.bureau, { intervalMinutes: 15 });
    const quarters = Array.from({ length: 96 }, (_, n) => ({ at: hour(n / 4), value: 1 })).filter((_, n) => n !== 33);
    await send(meter, quarters);
    expect(await days(meter)).toMatchObject([{ total: 95_000, count: 95 }]);
    const answer = (await at
      .as('钱能耗')
      .read('energy.profile', { meter, from: '2024-03-01', toExclusive: '2024-03-02' })) as {
      hours: (number | null)[][];
    };
    expect(answer.hours[0]!.slice(7, 10)).toEqual([4, null, 4]);
  });
});

describe('更正、核查与换表', () => {
  test('a correction keeps what was said, points to the fact that brought it, and moves the totals', async () => {
    const meter = await aMeterAt(at, at.ids.bureau);
    const clerk = at.as('钱能耗');
    const brought = await clerk.does('energy.receive-readings', {
      meters: [{ meter, readings: [0, 1, 2].map((n) => ({ at: hour(n), value: 10 })) }],
    });
    const answer = await clerk.does('energy.correct-reading', { meter, at: hour(1), value: 4.5, why: '抄错小数点' });
    expect(await days(meter)).toMatchObject([{ total: 24_500, count: 3 }]);
    const { rows } = await behind.query('select corrects_id as corrects, body::text from kernel.fact where id = $1', [
      answer.facts[0]!.id,
    ]);
    expect(rows[0].corrects).toBe(brought.facts[0]!.id);
    expect(JSON.parse(rows[0].body)).toMatchObject({ was: 10, is: 4.5 });
    expect(
      (await behind.query('select was::float8, value::float8 from energy.correction where meter_id = $1', [meter]))
        .rows,
    ).toEqual([{ was: 10_000, value: 4500 }]);
    // The device sends its word again: the correction stands.
    await clerk.does('energy.receive-readings', { meters: [{ meter, readings: [{ at: hour(1), value: 10 }] }] });
    expect(await days(meter)).toMatchObject([{ total: 24_500, count: 3 }]);
    expect(code(await clerk.run('energy.correct-reading', { meter, at: hour(1), value: 4.5, why: 'x' }))).toBe(
      'nothing-to-correct',
    );
    expect(code(await clerk.run('energy.correct-reading', { meter, at: hour(9), value: 4.5, why: 'x' }))).toBe(
      'no-such-reading',
    );
  });

  test('a correction names the batch that brought this very reading, not one whose stretch lies over it', async () => {
    const clerk = at.as('钱能耗');
    for (const more of [{}, { reads: 'register', intervalMinutes: null }]) {
      const meter = await aMeterAt(at, at.ids.bureau, more);
      const brings = async (hours: readonly number[]) =>
        (
          await clerk.does('energy.receive-readings', {
            meters: [{ meter, readings: hours.map((n) => ({ at: hour(n), value: 100 + n })) }],
          })
        ).facts[0]!.id;
      // Later hours before earlier ones, a hole in the first, and a third that says the first's again.
      const first = await brings([5, 0, 1, 3]);
      const second = await brings([2, 4, 6]);
      const third = await brings([0, 1, 2, 3, 4, 5, 6, 7]);
      const named = async (n: number) => {
        const answer = await clerk.does('energy.correct-reading', {
          meter,
          at: hour(n),
          value: 100.5 + n,
          why: '核对',
        });
        const { rows } = await behind.query('select corrects_id as corrects from kernel.fact where id = $1', [
          answer.facts[0]!.id,
        ]);
        return rows[0].corrects as string;
      };
      for (const n of [0, 1, 3, 5]) expect(await named(n)).toBe(first);
      for (const n of [2, 4, 6]) expect(await named(n)).toBe(second);
      expect(await named(7)).toBe(third);
      // Off the rhythm, between two of the first batch's.
      const between = await brings([0.5]);
      expect(await named(0.5)).toBe(between);
    }
  });

  test('SEC-TE-04 stuck and dead stretches are set apart with their reason, and come back when somebody says that they are right', async () => {
    const meter = await aMeterAt(at, at.ids.bureau);
    await send(
      meter,
      Array.from({ length: 24 * 14 }, (_, n) => ({ at: hour(n), value: value(n) })),
    );
    const before = (await months(meter))[0]!;
    const clerk = at.as('钱能耗');
    const look = { meter, from: '2024-03-01', toExclusive: '2024-03-15' };
    await clerk.does('energy.question-readings', look);
    const { rows } = await behind.query(
      `select id, rule, count from energy.doubt where meter_id = $1 order by from_at`,
      [meter],
    );
    expect(rows).toMatchObject([
      { rule: 'stuck', count: 30 },
      { rule: 'dead-meter', count: 30 },
    ]);
    expect((await months(meter))[0]).toMatchObject({
      total: before.total - 30 * 7000,
      count: before.count - 60,
      suspect: 60,
    });
    await clerk.does('energy.decide-doubt', { doubt: rows[0].id, outcome: 'counted', why: '备用回路恒定负荷' });
    expect((await months(meter))[0]).toMatchObject({ total: before.total, count: before.count - 30, suspect: 30 });
    // The next night asks about what nobody has decided, and not once more about what somebody has.
    await clerk.does('energy.question-readings', look);
    expect((await months(meter))[0]).toMatchObject({ total: before.total, count: before.count - 30, suspect: 30 });
  });

  test('an exchanged instrument: the multiplier holds from its instant, also when the exchange is recorded late', async () => {
    const meter = await aMeterAt(at, at.ids.bureau, { multiplier: 10, key: 'OLD-1' });
    const clerk = at.as('钱能耗');
    await send(
      meter,
      Array.from({ length: 48 }, (_, n) => ({ at: hour(n), value: 1 })),
    );
    await clerk.does('energy.replace-meter', { meter, at: hour(30), key: 'NEW-1', multiplier: 20, why: '轮换' });
    expect((await days(meter)).map(({ total }) => total)).toEqual([240_000, 6 * 10_000 + 18 * 20_000]);
    expect(
      code(
        await clerk.run('energy.receive-readings', {
          meters: [{ key: 'OLD-1', readings: [{ at: hour(50), value: 1 }] }],
        }),
      ),
    ).toBe('meters-unknown');
    await clerk.does('energy.receive-readings', { meters: [{ key: 'NEW-1', readings: [{ at: hour(49), value: 1 }] }] });
    expect((await days(meter)).at(-1)).toMatchObject({ day: '2024-03-03', total: 20_000 });
    expect(code(await clerk.run('energy.replace-meter', { meter, at: hour(29), why: 'x' }))).toBe(
      'exchange-before-last',
    );
  });
});

describe('表底', () => {
  test('by hand: what lies between two readings is shared over its days, and a number that goes back is refused with the last one', async () => {
    const meter = await register({ multiplier: 40 });
    const clerk = at.as('钱能耗');
    await clerk.does('energy.read-meter', { meter, value: 100, at: hour(0) });
    await clerk.does('energy.read-meter', { meter, value: 103, at: hour(72) });
    expect((await days(meter)).slice(0, 3).map((each) => each.total)).toEqual([40_000, 40_000, 40_000]);
    expect(await clerk.run('energy.read-meter', { meter, value: 90, at: hour(96) })).toMatchObject({
      code: 'reading-goes-back',
      data: { now: 90, last: 103, lastDay: '2024-03-04' },
      possible: ['energy.replace-meter'],
    });
    expect(code(await clerk.run('energy.read-meter', { meter, value: 104, at: hour(48) }))).toBe('reading-beyond-next');
    expect(code(await clerk.run('energy.read-meter', { meter, value: 102, at: hour(48) }))).toBe('done');
    expect((await days(meter)).slice(0, 3).map((each) => each.total)).toEqual([40_000, 40_000, 40_000]);
  });

  test('by hand: the unit’s own clerk may read its meters, nobody else’s, and not everybody who works there', async () => {
    const meter = await aMeterAt(at, at.ids.financeOffice, { reads: 'register', intervalMinutes: null });
    const clerkOf = (unit: string) => at.with([{ role: 'clerk', unit, below: false }], { unit });
    const read = { meter, value: 5, at: hour(0) };
    expect(code(await clerkOf(at.ids.financeOffice).run('energy.read-meter', read))).toBe('done');
    expect(code(await clerkOf(at.ids.countyFinance).run('energy.read-meter', { ...read, at: hour(1) }))).toBe(
      'not-found',
    );
    expect(code(await at.as('周敏').run('energy.read-meter', { ...read, at: hour(1) }))).toBe('not-your-right');
  });

  test('SEC-TE-03 readings of a register in any order, with duplicates, give the same use', async () => {
    const clerk = at.as('钱能耗');
    const building = await aBuilding(clerk, at.ids.bureau);
    const steps = fc.array(fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 5_000 })), {
      minLength: 2,
      maxLength: 25,
    });
    await fc.assert(
      fc.asyncProperty(steps, fc.infiniteStream(fc.nat()), fc.integer({ min: 1, max: 6 }), async (walk, dice, size) => {
        const [straight, shuffled] = [
          await aMeter(clerk, building, { reads: 'register', intervalMinutes: null }),
          await aMeter(clerk, building, { reads: 'register', intervalMinutes: null }),
        ];
        let n = 0;
        let shown = 50_000;
        const readings = walk.map(([later, more]) => ({ at: hour((n += later)), value: (shown += more) / 1000 }));
        expect(code(await send(straight, readings))).toBe('done');
        const mixed = readings
          .map((each) => ({ each, key: dice.next().value }))
          .toSorted((a, b) => a.key - b.key)
          .map(({ each }) => each);
        for (let i = 0; i < mixed.length; i += size)
          expect(code(await send(shuffled, [...mixed.slice(i, i + size), mixed[i]!]))).toBe('done');
        expect(await days(shuffled)).toEqual(await days(straight));
        expect(await total(straight)).toBe(Math.round((readings.at(-1)!.value - readings[0]!.value) * 1000));
      }),
      { numRuns: 20 },
    );
  });

  test('SEC-TE-04 a fall nobody explained stands apart with all that follows below, and counts once the exchange is on record', async () => {
    const meter = await register();
    const clerk = at.as('钱能耗');
    await send(meter, [
      { at: hour(0), value: 900 },
      { at: hour(24), value: 950 },
      { at: hour(48), value: 12 },
      { at: hour(72), value: 30 },
    ]);
    expect(await total(meter)).toBe(50_000);
    const doubts = () =>
      behind.query(`select rule, state from energy.doubt where meter_id = $1 order by from_at`, [meter]);
    expect((await doubts()).rows).toEqual(Array.from({ length: 2 }, () => ({ rule: 'register-falls', state: 'open' })));
    await clerk.does('energy.replace-meter', { meter, at: hour(36), lastRegister: 960, firstRegister: 2, why: '损坏' });
    expect(await total(meter)).toBe(50_000 + 10_000 + 10_000 + 18_000);
    expect((await doubts()).rows.map(({ state }) => state)).toEqual(['counted', 'counted']);
  });

  test('going once round the end of the digits is no fall', async () => {
    const meter = await register({ digits: 4 });
    await send(meter, [
      { at: hour(0), value: 9_990 },
      { at: hour(10), value: 15 },
    ]);
    expect(await total(meter)).toBe(25_000);
  });
});
