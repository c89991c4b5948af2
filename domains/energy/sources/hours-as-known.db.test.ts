import { house, type House, type Person } from '@opengoa/kernel/testing';
import * as fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import energy from '../domain.ts';
import { remembering } from '../testing/as-it-was.ts';
import { aBuilding, aMeter } from '../testing/given.ts';
import { offHoursLoad } from './off-hours-load.ts';
import { useOverBaseline } from './use-over-baseline.ts';

let at: House;
let clerk: Person;
let behind: pg.Client;
beforeAll(async () => {
  at = await house({ rooms: [energy] });
  clerk = at.as('钱能耗');
  behind = new pg.Client({ connectionString: at.urls.superuser });
  await behind.connect();
});
afterAll(async () => {
  await behind?.end();
  await at?.close();
});

const period = ['2024-06-01', '2024-07-01'] as const;
const sources = [useOverBaseline, offHoursLoad];

const hour = (day: string, n: number) => new Date(Date.parse(`${day}T00:00:00+08:00`) + n * 3_600_000).toISOString();
/** A wandering load with one stretch that sticks in the judged month. */
const load = (n: number) => 10 + ((n * 7919) % 23) / 10 + (n % 24 > 7 && n % 24 < 19 ? 8 : 0);
const hours = (day: string, first: number, count: number, factor = 1) =>
  Array.from({ length: count }, (_, n) => ({
    at: hour(day, first + n),
    value:
      day === '2024-06-01' && first + n >= 200 && first + n < 230 ? 7 : Number((factor * load(first + n)).toFixed(3)),
  }));
const weather = (station: string, first: number, count: number) =>
  clerk.run('energy.receive-weather', {
    station,
    readings: Array.from({ length: count }, (_, n) => ({
      at: hour('2024-05-01', first + n),
      temperatureC: 20 + ((first + n) % 24) / 3,
    })),
  });
const send = (meter: string, readings: readonly object[]) =>
  clerk.run('energy.receive-readings', { meters: [{ meter, readings }] });

interface Place {
  readonly meter: string;
  readonly building: string;
  readonly station: string;
}

/** One more thing that is entered of a building and its meter. Some are refused as things stand, and then say nothing. */
const acts = {
  readings: fc.record({
    first: fc.integer({ min: 600, max: 700 }),
    count: fc.integer({ min: 1, max: 60 }),
    factor: fc.double({ min: 0.5, max: 2, noNaN: true }),
  }),
  minus: fc.record({ first: fc.integer({ min: 0, max: 719 }) }),
  correct: fc.record({ n: fc.integer({ min: 0, max: 719 }), value: fc.integer({ min: 0, max: 90 }) }),
  exchange: fc.record({ n: fc.integer({ min: 0, max: 719 }), multiplier: fc.integer({ min: 2, max: 9 }) }),
  decide: fc.record({ outcome: fc.constantFrom('counted', 'left-out') }),
  meter: fc.record({
    change: fc.constantFrom(
      { name: '改名' },
      { kind: 'sub' },
      { kind: 'main' },
      { validTo: '2024-05-20' },
      { validTo: null },
    ),
  }),
  building: fc.record({
    change: fc.constantFrom(
      { workFromHour: 9 },
      { workToHour: 20 },
      { use: 'office' },
      { nightLoads: ['机房'] },
      { name: '新楼名' },
    ),
  }),
  weather: fc.record({ first: fc.integer({ min: 600, max: 1_400 }), count: fc.integer({ min: 20, max: 400 }) }),
  fit: fc.record({ from: fc.constantFrom('2024-04-28', '2024-05-02') }),
  price: fc.record({ fenPerUnit: fc.integer({ min: 30, max: 90 }) }),
  declare: fc.record({ day: fc.constantFrom('2024-04-10', '2024-06-11') }),
  question: fc.constant({}),
  move: fc.constant({}),
} as const;
type Kind = keyof typeof acts;
type Act = {
  [Each in Kind]: { kind: Each; of: (typeof acts)[Each] extends fc.Arbitrary<infer Of> ? Of : never };
}[Kind];
const act = fc.oneof(
  ...Object.entries(acts).map(([kind, of]) =>
    (of as fc.Arbitrary<object>).map((each) => ({ kind, of: each }) as unknown as Act),
  ),
);

async function enter({ meter, building, station }: Place, { kind, of }: Act): Promise<unknown> {
  const version = async (table: string, id: string) =>
    (await behind.query(`select version, unit_id as unit from energy.${table} where id = $1`, [id])).rows[0];
  switch (kind) {
    case 'readings':
      return send(meter, hours('2024-06-01', of.first, Math.min(of.count, 720 - of.first), of.factor));
    case 'minus':
      return send(meter, [{ at: hour('2024-06-01', of.first), value: -3 }]);
    case 'correct':
      return clerk.run('energy.correct-reading', { meter, at: hour('2024-06-01', of.n), value: of.value, why: '抄错' });
    case 'exchange':
      return clerk.run('energy.replace-meter', {
        meter,
        at: hour('2024-06-01', of.n),
        multiplier: of.multiplier,
        why: '轮换',
      });
    case 'decide': {
      const { rows } = await behind.query(
        `select id from energy.doubt where meter_id = $1 and state = 'open' order by from_at limit 1`,
        [meter],
      );
      return rows[0] && clerk.run('energy.decide-doubt', { doubt: rows[0].id, outcome: of.outcome, why: '核对' });
    }
    case 'meter':
      return clerk.run('energy.change-meter', {
        meter,
        version: (await version('meter', meter)).version,
        ...of.change,
      });
    case 'building':
      return clerk.run('energy.change-building', {
        building,
        version: (await version('building', building)).version,
        ...of.change,
      });
    case 'weather':
      return weather(station, of.first, of.count);
    case 'fit':
      return clerk.run('energy.fit-baseline', { meter, from: of.from, toExclusive: '2024-06-01' });
    case 'price':
      return clerk.run('energy.set-price', {
        building,
        from: '2024-01-01',
        fenPerUnit: of.fenPerUnit,
        document: '电费单',
      });
    case 'declare':
      return clerk.run('energy.declare-change', { building, day: of.day, kind: 'other', what: '改造' });
    case 'question':
      return clerk.run('energy.question-readings', { meter, from: '2024-06-01', toExclusive: '2024-07-01' });
    case 'move': {
      const { version: now, unit } = await version('building', building);
      const to = unit === at.ids.bureau ? at.ids.finance : at.ids.bureau;
      return clerk.run('energy.move-building', {
        building,
        version: now,
        to,
        from: '2024-06-16',
        document: '调拨单',
        why: '机构改革',
      });
    }
  }
}

test('issue 5: hours, meters, buildings, prices and changes of a past day are what they were on it, whatever was entered since', async () => {
  expect(sources.every(({ asKnown }) => asKnown !== undefined)).toBe(true);
  let runs = 0;
  const answers = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 4, maxLength: 14 }), async (entered) => {
      runs += 1;
      const station = `站${runs}`;
      const building = await aBuilding(clerk, at.ids.bureau, { station });
      const meter = await aMeter(clerk, building);
      // A month before, and most of the month that is judged.
      await send(meter, hours('2024-05-01', 0, 31 * 24));
      await send(meter, hours('2024-06-01', 0, 680));
      await weather(station, 0, 1_200);
      await clerk.does('energy.fit-baseline', { meter, from: '2024-05-01', toExclusive: '2024-06-01' });
      const history = remembering(at, sources, period);
      await history.remember();
      for (const each of entered) {
        await enter({ meter, building, station }, each);
        await history.remember();
      }
      for (const moment of history.moments) {
        answers.add(JSON.stringify(moment.said));
        expect(await history.asKnownAt(moment)).toEqual(moment.said);
      }
      // Its history is told: a meter of every run before would be asked about again in each.
      await behind.query(`update energy.meter set valid_from = '2025-01-01' where id = $1`, [meter]);
    }),
    { numRuns: 15 },
  );
  expect(answers.size).toBeGreaterThan(2 * runs);
}, 240_000);
