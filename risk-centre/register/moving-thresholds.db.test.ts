import { isRefusal, newId } from '@opengoa/kernel';
import { runJob } from '@opengoa/kernel/host';
import { house, policiesOff, type House } from '@opengoa/kernel/testing';
import vehicles from '@opengoa/vehicles/domain';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import riskCentre from '../domain.ts';

let at: House;
let now = new Date('2026-02-01T01:00:00Z');
let behind: pg.Client;
const kit = 'vehicles/no-parking';
const code = (answer: unknown) => (isRefusal(answer) ? answer.code : 'done');

interface Shown {
  readonly to: number | null;
  readonly reason: string | null;
  readonly evidence: {
    setting: string;
    now: { reviewed: number; gainFen: number; alerts: number };
    proposed: { threshold: number };
  } | null;
  readonly why: readonly { needed: number; found: number }[];
  readonly moves: readonly { undone: boolean; undoes: boolean }[];
}
const shown = async () => (await at.as('沈风控').read('risk-centre.threshold-proposal', { kit })) as Shown;
const minutes = async () => {
  const { kits } = (await at.as('沈风控').read('risk-centre.kits')) as {
    kits: { id: string; settings: { name: string; value: number }[] }[];
  };
  return kits.find(({ id }) => id === kit)!.settings.find(({ name }) => name === 'minutes')!.value;
};

const newestMove = async () =>
  (
    await behind.query(
      `select settings, before, evidence, undoes from risk_centre.kit_move order by at desc, id desc limit 1`,
    )
  ).rows[0] as Record<string, unknown>;

/** Decided cases of the kit, like the one finding there is but for the figure, what became of it and what it cost. */
const decided = async (count: number, value: number, outcome: string, lossFen: number, threshold = 20) => {
  for (let i = 0; i < count; i++)
    await behind.query(
      `insert into risk_centre.finding select (jsonb_populate_record(t, $1::jsonb)).* from risk_centre.finding t order by raised_at limit 1`,
      [
        JSON.stringify({
          id: newId(),
          number: `RF-2026-${newId().slice(-12)}`,
          kit,
          risk: 'parking',
          state: outcome === 'confirmed' ? 'closed' : 'dismissed',
          outcome,
          decided_at: now.toISOString(),
          loss_mid: lossFen,
          loss_unit: 'fen',
          verdict: { kit, value, threshold, settings: { minutes: threshold, llr: 2.9 } },
        }),
      ],
    );
};

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
  const tank = 'vehicles/refuel-over-tank';
  await at.as('冯局长').does('risk-centre.adopt-kit', { kit: tank, state: 'live', reason: '试点启用' });
  await runJob(at.kernel, 'risk-centre.run-kits', {
    signal: new AbortController().signal,
    asked: { kit: tank, period: ['2026-02-01', '2026-03-01'] },
  });
  behind = new pg.Client({ connectionString: at.urls.superuser });
  await behind.connect();
});
afterAll(async () => {
  await behind?.end();
  await at?.close();
});

test('nothing is proposed before there are verdicts, nor before enough of them; nothing can be signed or taken back', async () => {
  expect(await shown()).toMatchObject({ to: null, evidence: null, moves: [] });
  await decided(10, 90, 'confirmed', 500_000);
  expect(await shown()).toMatchObject({ to: null, why: [{ needed: 50, found: 10 }] });
  const leader = at.as('冯局长');
  expect(code(await leader.run('risk-centre.take-proposal', { kit, to: 25, reason: '按建议调整' }))).toBe(
    'proposal-changed',
  );
  expect(code(await leader.run('risk-centre.undo-tuning', { kit, reason: '误报未减少' }))).toBe('nothing-to-take-back');
  expect(code(await leader.run('risk-centre.undo-tuning', { kit: 'vehicles/none', reason: '误报未减少' }))).toBe(
    'kit-unknown',
  );
});

test('from verdicts a threshold is proposed with its numbers; a leader signs exactly that, and the move keeps them', async () => {
  await decided(20, 90, 'confirmed', 500_000);
  await decided(25, 22, 'explained', 0);
  const found = await shown();
  expect(found).toMatchObject({ reason: 'gains-more', evidence: { setting: 'minutes', now: { reviewed: 55 } } });
  expect(found.to).toBeGreaterThan(22);
  expect(await minutes()).toBe(20);
  expect(
    code(await at.as('沈风控').run('risk-centre.take-proposal', { kit, to: found.to, reason: '按建议调整' })),
  ).not.toBe('done');
  const leader = at.as('冯局长');
  expect(code(await leader.run('risk-centre.take-proposal', { kit, to: 400, reason: '按建议调整' }))).toBe(
    'proposal-changed',
  );
  const signed = await leader.run('risk-centre.take-proposal', { kit, to: found.to, reason: '按建议调整' });
  expect(code(signed)).toBe('done');
  expect(await newestMove()).toMatchObject({ evidence: found.evidence, undoes: null, before: { minutes: 20 } });
  expect(await minutes()).toBe(found.to);
});

test('a move is held, and taken back only once; then what it was before stands', async () => {
  now = new Date('2026-03-05T01:00:00Z');
  await decided(60, 90, 'confirmed', 500_000, await minutes());
  expect(await shown()).toMatchObject({ to: await minutes(), reason: 'held' });
  expect((await shown()).moves).toEqual([{ at: expect.any(String), undone: false, undoes: false }]);
  const leader = at.as('冯局长');
  await leader.does('risk-centre.undo-tuning', { kit, reason: '误报未减少' });
  expect(await newestMove()).toMatchObject({
    settings: { minutes: 20 },
    evidence: null,
    undoes: expect.any(String),
  });
  expect(await minutes()).toBe(20);
  expect((await shown()).moves).toMatchObject([
    { undone: true, undoes: false },
    { undone: false, undoes: true },
  ]);
  expect(code(await leader.run('risk-centre.undo-tuning', { kit, reason: '误报未减少' }))).toBe('nothing-to-take-back');
});

test('a move by hand is taken back as well, and other settings moved since stay', async () => {
  const leader = at.as('冯局长');
  await leader.does('risk-centre.tune-kit', { kit, settings: { minutes: 40 }, reason: '误报较多' });
  await leader.does('risk-centre.undo-tuning', { kit, reason: '误报未减少' });
  expect(await minutes()).toBe(20);
});

test('SEC-AC-17 with the policies off, a county’s proposal rests on its own verdicts and its own week', async () => {
  now = new Date('2026-06-05T01:00:00Z');
  await decided(60, 90, 'confirmed', 500_000);
  await policiesOff(at.urls.superuser);
  const county = at.with([{ role: 'leader', unit: at.ids.county, below: true }], { unit: at.ids.county });
  const there = async () => (await county.read('risk-centre.threshold-proposal', { kit })) as Shown;
  expect(await there()).toMatchObject({ to: null, why: [{ needed: 1, found: 0 }] });
  await behind.query(
    `insert into risk_centre.finding
     select (jsonb_populate_record(t, jsonb_build_object('id', gen_random_uuid(), 'number', 'RF-' || gen_random_uuid(), 'unit_id', $2::uuid))).*
       from risk_centre.finding t where kit = $1`,
    [kit, at.ids.county],
  );
  // Of this week there is one signal, and it is the city's.
  await behind.query(
    `insert into risk_centre.signal (node_id, id, unit_id, finding_id, at, period_from, period_to, verdict)
     select node_id, $1, unit_id, finding_id, $2, period_from, period_to, verdict || $3::jsonb from risk_centre.signal order by at limit 1`,
    [newId(), now.toISOString(), JSON.stringify({ kit, value: 90, threshold: 20 })],
  );
  expect((await shown()).evidence!.now.alerts).toBe(1);
  expect((await there()).evidence!.now.alerts).toBe(0);
});
