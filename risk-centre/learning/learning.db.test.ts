import { newId } from '@opengoa/kernel';
import { runJob } from '@opengoa/kernel/host';
import { house, policiesOff, type House } from '@opengoa/kernel/testing';
import vehicles from '@opengoa/vehicles/domain';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import riskCentre from '../domain.ts';

let at: House;
let now = new Date('2026-02-01T01:00:00Z');
let behind: pg.Client;
const kit = 'vehicles/refuel-over-tank';

interface Learning {
  readonly precision: readonly {
    by: string;
    key: string;
    verdicts: number;
    precision: { reviewed: number; mean: number; lower: number; upper: number } | null;
  }[];
  readonly answers: { state: string | null; before: number; now: number; why: readonly { needed: number }[] };
  readonly figures: { state: string | null; why: readonly { zh: string; needed: number; found: number }[] };
}
const shown = async () => (await at.as('沈风控').read('risk-centre.kit-learning', { kit })) as Learning;
const overview = async () =>
  (
    (await at.as('冯局长').read('risk-centre.learning', {})) as {
      kits: { id: string; verdicts: number; precision: object | null; why: object[]; drift: string | null }[];
    }
  ).kits.find(({ id }) => id === kit)!;

/** Decided cases with their signals, like the one there is but for the setting and what became of it. */
const decided = async (count: number, outcome: string, factor: number) => {
  for (let i = 0; i < count; i++) {
    const [finding, signal] = [newId(), newId()];
    await behind.query(
      `insert into risk_centre.finding select (jsonb_populate_record(t, $1::jsonb)).* from risk_centre.finding t order by raised_at limit 1`,
      [
        JSON.stringify({
          id: finding,
          number: `RF-2026-${finding.slice(-12)}`,
          state: outcome === 'confirmed' ? 'closed' : 'dismissed',
          outcome,
          decided_at: now.toISOString(),
        }),
      ],
    );
    await behind.query(
      `insert into risk_centre.signal (node_id, id, unit_id, finding_id, at, period_from, period_to, verdict)
       select node_id, $2, unit_id, $1, at, period_from, period_to, verdict || jsonb_build_object('settings', $3::jsonb) from risk_centre.signal order by at limit 1`,
      [finding, signal, JSON.stringify({ factor, llr: 2.9 })],
    );
  }
};

/** Runs over whole months: of `looked` cases so many had insufficient data. */
const ran = (month: string, next: string, looked: number, insufficient: number) =>
  behind.query(
    `insert into risk_centre.run (node_id, id, unit_id, kit, kit_version, period_from, period_to, at, looked, flagged, clear, insufficient, not_applicable)
     select node_id, $1, unit_id, kit, kit_version, $2, $3, at, $4::int, 0, $4::int - $5::int, $5::int, 0 from risk_centre.run where kit = $6 order by at limit 1`,
    [newId(), month, next, looked, insufficient, kit],
  );

beforeAll(async () => {
  at = await house({ rooms: [vehicles, riskCentre], clock: () => now });
  const { facts } = await at.as('郑科长').does('vehicles.register-vehicle', {
    unit: at.ids.bureauFleet,
    serves: at.ids.city,
    plate: '青A·72001',
    odometerKm: 20_000,
    tankLitres: 55,
    make: '红旗',
    model: 'H5',
    category: 'other',
    body: 'sedan',
    power: 'petrol',
    seats: 5,
  });
  now = new Date('2026-03-01T01:00:00Z');
  await at.as('郑科长').does('vehicles.record-fuel', {
    vehicle: facts[0]!.object.id,
    filledAt: '2026-02-10T08:00:00+08:00',
    carrier: 'petrol',
    litres: 61,
    electricityKwh: null,
    costFen: 47_580,
    odometerKm: 20_300,
    full: true,
    card: '',
  });
  await at.as('冯局长').does('risk-centre.adopt-kit', { kit, state: 'live', reason: '试点启用' });
  await runJob(at.kernel, 'risk-centre.run-kits', {
    signal: new AbortController().signal,
    asked: { kit, period: ['2026-02-01', '2026-03-01'] },
  });
  behind = new pg.Client({ connectionString: at.urls.superuser });
  await behind.connect();
});
afterAll(async () => {
  await behind?.end();
  await at?.close();
});

test('before anything is known, precision and drift say what is missing', async () => {
  const found = await shown();
  expect(found.precision).toEqual([]);
  expect(found.answers).toMatchObject({ state: null, why: [{ needed: 100 }] });
  expect(found.figures).toMatchObject({ state: null, why: [{ needed: 100 }] });
  expect(await overview()).toMatchObject({ verdicts: 0, precision: null, drift: null });
  expect((await overview()).why.length).toBeGreaterThan(0);
});

test('verdicts are counted together, by kind of unit and by setting, each precision with its interval', async () => {
  await decided(6, 'confirmed', 1.05);
  await decided(3, 'explained', 1.05);
  await decided(2, 'confirmed', 1.2);
  const { precision } = await shown();
  expect(precision.map(({ by, key, verdicts }) => [by, key, verdicts])).toEqual([
    ['all', '', 11],
    ['kind', expect.any(String), 11],
    ['setting', 'factor=1.05', 9],
    ['setting', 'factor=1.2', 2],
  ]);
  // Beta(1 + 8, 1 + 3)
  expect(precision[0]!.precision).toMatchObject({ reviewed: 11, mean: 9 / 13 });
  expect(precision[0]!.precision!.lower).toBeLessThan(9 / 13);
  // Two verdicts are fewer than the standard asks for.
  expect(precision[3]!.precision).toBeNull();
  expect(await overview()).toMatchObject({ verdicts: 11, precision: { reviewed: 11 } });
  const rows = await at.as('沈风控').list('risk-centre.verdicts', { 'f.kit': kit, 'f.setting': 'factor=1.2' });
  expect(rows).toMatchObject({ rows: { length: 2 } });
});

test('a kit whose runs lately lack data where they did not before is told as changed; a run over the same days again counts once', async () => {
  await ran('2025-10-01', '2025-11-01', 400, 8);
  await ran('2026-01-01', '2026-02-01', 200, 90);
  await ran('2026-01-01', '2026-02-01', 200, 90);
  const { answers } = await shown();
  expect(answers).toMatchObject({ state: 'act', before: 400 });
  expect(answers.now).toBeLessThan(300);
  expect(await overview()).toMatchObject({ drift: 'act' });
});

test('nobody without a right to the chain reads it', async () => {
  expect(await at.as('孙师傅').read('risk-centre.kit-learning', { kit })).toMatchObject({ code: 'not-your-right' });
});

test('SEC-AC-17 with the policies off, a county counts no verdict, run or figure of the city', async () => {
  await policiesOff(at.urls.superuser);
  const county = at.with([{ role: 'risk-officer', unit: at.ids.county, below: true }], { unit: at.ids.county });
  expect(await shown()).toMatchObject({
    precision: [{ verdicts: 11 }, {}, {}, {}],
    figures: { why: [{ zh: expect.stringContaining('最近12条') }] },
  });
  expect(await county.read('risk-centre.kit-learning', { kit })).toMatchObject({
    precision: [],
    answers: { state: null, before: 0, now: 0 },
    figures: { why: [{ zh: expect.stringContaining('之前0条、最近0条') }] },
  });
  const { kits } = (await county.read('risk-centre.learning', {})) as { kits: { id: string }[] };
  expect(kits.find(({ id }) => id === kit)).toMatchObject({ verdicts: 0, precision: null, drift: null });
});
