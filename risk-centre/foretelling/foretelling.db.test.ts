import { isRefusal, newId, type Id } from '@opengoa/kernel';
import { runJob } from '@opengoa/kernel/host';
import { seeded } from '@opengoa/kernel/seeded';
import { house, policiesOff, type House, type Person } from '@opengoa/kernel/testing';
import vehicles from '@opengoa/vehicles/domain';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import riskCentre from '../domain.ts';

let at: House;
let behind: pg.Client;
let now = new Date('2026-03-02T01:00:00Z');
const cars: { id: Id; plate: string }[] = [];

interface Outcomes {
  readonly outcomes: readonly {
    readonly outcome: string;
    readonly month: string;
    readonly status: string;
    readonly months: number;
    readonly times: number;
    readonly subjects: number;
    readonly expected: number | null;
    readonly why: readonly { readonly found: number }[];
  }[];
}
interface Outcome {
  readonly run: { readonly status: string; readonly madeAt: string } | null;
  readonly tried: { readonly skill: number; readonly bins: readonly object[] } | null;
  readonly live: { readonly cases: number } | null;
  readonly liveCases: number;
  readonly subjects: readonly {
    readonly subject: string;
    readonly name: string;
    readonly probability: number | null;
    readonly months: number;
    readonly because: readonly object[];
  }[];
}
const all = async (by: Person = at.as('沈风控')) => (await by.read('risk-centre.next-months', {})) as Outcomes;
const one = async (by: Person = at.as('沈风控')) =>
  (await by.read('risk-centre.next-month', { outcome: 'breakdown' })) as Outcome;
const foretell = (asked: Record<string, unknown> = {}) =>
  runJob(at.kernel, 'risk-centre.foretell-months', { signal: new AbortController().signal, asked });

const repaired = ({ id, plate }: { id: Id; plate: string }, day: string) =>
  behind.query(
    `insert into vehicles.repair (node_id, id, unit_id, vehicle_id, plate, state, what, garage, ordered_name, ordered_at)
     select node_id, $1, unit_id, id, $3, 'done', '检修', '定点厂', '郑科长', $4 from vehicles.vehicle where id = $2`,
    [newId(), id, plate, `${day}T09:00:00+08:00`],
  );

beforeAll(async () => {
  at = await house({ rooms: [vehicles, riskCentre], clock: () => now });
  behind = new pg.Client({ connectionString: at.urls.superuser });
  await behind.connect();
  for (let i = 0; i < 10; i++) {
    const plate = `青A·73${String(i).padStart(3, '0')}`;
    const { facts } = await at.as('郑科长').does('vehicles.register-vehicle', {
      unit: at.ids.bureauFleet,
      serves: at.ids.city,
      plate,
      odometerKm: 20_000,
      tankLitres: 55,
      make: '红旗',
      model: 'H5',
      category: 'other',
      body: 'sedan',
      power: 'petrol',
      seats: 5,
    });
    cars.push({ id: facts[0]!.object.id, plate });
  }
});
afterAll(async () => {
  await behind?.end();
  await at?.close();
});

test('before a month is known nothing is foretold', async () => {
  await foretell();
  expect(await all()).toEqual({ outcomes: [] });
  expect(await one()).toMatchObject({ run: null, tried: null, live: null, liveCases: 0, subjects: [] });
});

test('too little: the base rate is told as such, with what is missing, and no probability', async () => {
  await repaired(cars[0]!, '2025-12-05');
  await foretell();
  expect((await all()).outcomes).toEqual([
    expect.objectContaining({
      outcome: 'breakdown',
      month: '2026-03-01',
      status: 'base-rate',
      months: 3,
      times: 1,
      subjects: 1,
      expected: null,
      why: [expect.objectContaining({ needed: 30 })],
    }),
  ]);
  expect((await one()).subjects).toEqual([expect.objectContaining({ probability: null, months: 3, because: [] })]);
});

test('enough: a model that was tried forward, with reasons and the months it rests on', async () => {
  const next = seeded(5);
  for (const [i, car] of cars.entries()) {
    await repaired(car, '2022-12-10');
    for (let month = 0; month < 38; month++)
      if (next() < (i % 2 === 0 ? 0.6 : 0.06))
        await repaired(car, `${String(2023 + Math.floor(month / 12))}-${String((month % 12) + 1).padStart(2, '0')}-12`);
  }
  await foretell();
  const found = await one();
  expect(found.run).toMatchObject({ status: 'model' });
  expect(found.tried!.skill).toBeGreaterThan(0.1);
  expect(found.tried!.bins).toHaveLength(10);
  expect(found.subjects).toHaveLength(10);
  const frail = new Set(cars.filter((_, i) => i % 2 === 0).map(({ id }) => id));
  expect(found.subjects.slice(0, 5).every(({ subject }) => frail.has(subject))).toBe(true);
  expect(found.subjects.every(({ because }) => because.length > 0)).toBe(true);
  const { months } = (await at
    .as('沈风控')
    .read('risk-centre.subject-months', { outcome: 'breakdown', subject: cars[0]!.id })) as {
    months: { month: string; opens: string }[];
  };
  expect(months).toHaveLength(found.subjects.find(({ subject }) => subject === cars[0]!.id)!.months);
  expect(months[0]).toMatchObject({ month: '2026-02-01', opens: `/vehicles/fleet/${cars[0]!.id}` });
  // The same night again says nothing new.
  const { madeAt } = found.run!;
  now = new Date('2026-03-03T01:00:00Z');
  await foretell();
  expect((await one()).run!.madeAt).toBe(madeAt);
});

test('asked for, it is foretold anew; whoever is no risk officer may not ask', async () => {
  expect(isRefusal(await at.as('冯局长').run('risk-centre.ask-next-month', {}))).toBe(true);
  await at.as('沈风控').does('risk-centre.ask-next-month', {});
  await foretell({ again: true });
  expect((await one()).run!.madeAt).toBe(now.toISOString());
});

test('once months are over, what was foretold is held against them: each once, as first foretold', async () => {
  expect((await one()).liveCases).toBe(0);
  now = new Date('2026-04-01T01:00:00Z');
  await foretell();
  expect(await one()).toMatchObject({ liveCases: 10, live: null });
  expect((await all()).outcomes[0]).toMatchObject({ month: '2026-04-01', status: 'model' });
  for (const month of ['05', '06', '07', '08', '09']) {
    now = new Date(`2026-${month}-01T01:00:00Z`);
    await foretell();
  }
  const { live, liveCases } = await one();
  expect(liveCases).toBe(60);
  expect(live).toMatchObject({ cases: 60 });
});

test('SEC-AC-17 with the policies off a county reads neither probabilities nor months nor what came of the city’s', async () => {
  const county = at.with([{ role: 'leader', unit: at.ids.county, below: true }], { unit: at.ids.county });
  await policiesOff(at.urls.superuser);
  expect((await all(county)).outcomes).toEqual([expect.objectContaining({ subjects: 0, expected: null })]);
  expect(await one(county)).toMatchObject({ subjects: [], liveCases: 0, live: null });
  expect(await county.read('risk-centre.subject-months', { outcome: 'breakdown', subject: cars[0]!.id })).toEqual({
    months: [],
  });
});
