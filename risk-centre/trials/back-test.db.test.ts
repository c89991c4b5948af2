import { isRefusal } from '@opengoa/kernel';
import { runJob } from '@opengoa/kernel/host';
import { house, type House } from '@opengoa/kernel/testing';
import vehicles from '@opengoa/vehicles/domain';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import riskCentre from '../domain.ts';

let at: House;
let now = new Date('2025-01-02T01:00:00Z');
let behind: pg.Client;
const kit = 'vehicles/refuel-over-tank';
const period = ['2025-02-01', '2025-05-01'];
const cars: string[] = [];

/** The office with one source that does not say what it can tell of a past day. */
const partlyTelling: typeof vehicles = {
  ...vehicles,
  risks: vehicles.risks!.map(({ asKnown, ...source }) =>
    source.kit === 'holiday-use' || !asKnown ? source : { ...source, asKnown },
  ),
};

/** A fill over the tank, entered some days after. */
const fill = async (car: number, day: string, litres: number, enteredOn: string) => {
  now = new Date(`${enteredOn}T10:00:00Z`);
  await at.as('郑科长').does('vehicles.record-fuel', {
    vehicle: cars[car]!,
    filledAt: `${day}T08:00:00+08:00`,
    carrier: 'petrol',
    litres,
    electricityKwh: null,
    costFen: Math.round(litres * 780),
    odometerKm: 20_300 + Number(day.slice(5, 7)) * 1_000,
    full: true,
    card: '',
  });
};
const job = (name: string, asked: Record<string, unknown> = {}) =>
  runJob(at.kernel, `risk-centre.${name}`, { signal: new AbortController().signal, asked });

interface Shown {
  readonly asKnown: boolean;
  readonly sourceKnows: object | null;
  readonly figures: Readonly<Record<string, number>>;
  readonly backTest: {
    readonly alarms: number;
    readonly hits: number;
    readonly wrong: number;
    readonly unverified: number;
    readonly missed: number;
    readonly precision: { reviewed: number; lower: number; mean: number; upper: number } | null;
    readonly recall: { reviewed: number; lower: number; mean: number; upper: number } | null;
    readonly lossFoundFen: number;
    readonly lossMissedFen: number;
    readonly minutesOnWrong: number;
    readonly why: readonly { needed: number; found: number }[];
  };
}
const shown = async (id: string) => (await at.as('沈风控').read('risk-centre.trial', { id })) as Shown;
const tried = async (input: Record<string, unknown> = {}) => {
  const { result } = await at.as('沈风控').does('risk-centre.try-kit', { kit, period, ...input });
  await job('try-on-history');
  return (result as { trial: string }).trial;
};
const rowsOf = async (trial: string, score: string) => {
  const found = await at
    .as('沈风控')
    .list('risk-centre.trial-alarms', { size: '200', 'f.trial_id': trial, 'f.score': score });
  if (isRefusal(found)) throw new Error(found.code);
  return found.rows;
};
/** A verdict as people would give it, on a day. */
const judged = (plate: string, outcome: string, on: string) =>
  behind.query(
    `update risk_centre.finding set state = $2, outcome = $3, decided_at = $4, loss_mid = 10000, loss_unit = 'fen' where subject_name = $1`,
    [plate, outcome.endsWith('confirmed') ? 'closed' : 'dismissed', outcome, `${on}T10:00:00+08:00`],
  );

beforeAll(async () => {
  at = await house({ rooms: [partlyTelling, riskCentre], clock: () => now });
  behind = new pg.Client({ connectionString: at.urls.superuser });
  await behind.connect();
  for (let n = 1; n <= 6; n++) {
    const { facts } = await at.as('郑科长').does('vehicles.register-vehicle', {
      unit: at.ids.bureauFleet,
      serves: at.ids.city,
      plate: `青A·7500${n}`,
      odometerKm: 20_000,
      tankLitres: 55,
      make: '红旗',
      model: 'H5',
      category: 'other',
      body: 'sedan',
      power: 'petrol',
      seats: 5,
    });
    cars.push(facts[0]!.object.id);
  }
  await at.as('冯局长').does('risk-centre.adopt-kit', { kit, state: 'live', reason: '试点启用' });
  await fill(0, '2025-02-10', 61, '2025-02-11');
  await fill(1, '2025-02-12', 62, '2025-02-13');
  await fill(2, '2025-03-05', 63, '2025-03-06');
  await fill(3, '2025-03-07', 58.5, '2025-03-08');
  await fill(4, '2025-04-05', 64, '2025-04-06');
  // Of February, entered in the middle of March.
  await fill(5, '2025-02-20', 66, '2025-03-15');
  now = new Date('2025-05-02T01:00:00Z');
  await job('run-kits', { kit, period });
});
afterAll(async () => {
  await behind?.end();
  await at?.close();
});

describe('回测', () => {
  test('issue 5: without verdicts it is said that there is too little, and nothing is 0 %', async () => {
    const { backTest } = await shown(await tried());
    expect(backTest).toMatchObject({ alarms: 5, hits: 0, wrong: 0, unverified: 5, missed: 0 });
    expect(backTest).toMatchObject({ precision: null, recall: null, why: [{ needed: 1, found: 0 }] });
  });

  test('issue 5: what was entered after the month tested is not read; rows as they stand today are another answer', async () => {
    const then = await shown(await tried());
    expect(then).toMatchObject({ asKnown: true, sourceKnows: { zh: expect.stringContaining('当日以前') } });
    expect(then.figures).toMatchObject({ asked: 5 });
    const today = await shown(await tried({ asKnown: false }));
    expect(today).toMatchObject({ asKnown: false, figures: { asked: 6 } });
  });

  test('a source that cannot tell is said to read rows as they stand, whatever was asked', async () => {
    expect(await shown(await tried({ kit: 'vehicles/holiday-use' }))).toMatchObject({
      asKnown: false,
      sourceKnows: null,
    });
  });

  test('issue 5: alarms, hits, misses against later verdicts, cost; each count is the total of its list', async () => {
    await judged('青A·75001', 'confirmed', '2025-05-10');
    await judged('青A·75002', 'explained', '2025-05-11');
    await judged('青A·75003', 'partly-confirmed', '2025-05-12');
    await judged('青A·75004', 'confirmed', '2025-05-12');
    // Said before the month that is tested had ended: it proves nothing.
    await judged('青A·75005', 'confirmed', '2025-04-20');
    await judged('青A·75006', 'confirmed', '2025-05-12');
    const early = (await shown(await tried({ standards: { 'over-tank': 1.08 } }))).backTest;
    expect(early).toMatchObject({ hits: 2, precision: null, why: [{ needed: 183 }] });
    now = new Date('2025-12-01T01:00:00Z');
    const id = await tried({ standards: { 'over-tank': 1.08 } });
    const { backTest } = await shown(id);
    expect(backTest).toMatchObject({ alarms: 4, hits: 2, wrong: 1, unverified: 1, missed: 2, why: [] });
    expect(backTest).toMatchObject({ lossFoundFen: 15_000, lossMissedFen: 20_000 });
    expect(backTest.minutesOnWrong).toBe(at.kernel.kits.get(kit)!.kit.checkHours * 60);
    // One confirmed, one half, one not: Beta(2.5, 2.5).
    expect(backTest.precision).toMatchObject({ reviewed: 3, mean: 0.5 });
    expect(backTest.recall).toMatchObject({ reviewed: 4, mean: 0.5 });
    for (const [score, n] of [
      ['hit', backTest.hits],
      ['wrong', backTest.wrong],
      ['unverified', backTest.unverified],
      ['missed', backTest.missed],
    ] as const)
      expect(await rowsOf(id, score)).toHaveLength(n);
    expect((await rowsOf(id, 'missed')).map((row) => String(row['subject_name'])).toSorted()).toEqual([
      '青A·75004',
      '青A·75006',
    ]);
    const list = await at.as('沈风控').list('risk-centre.trials', { size: '200' });
    if (isRefusal(list)) throw new Error(list.code);
    expect(list.rows.find((row) => row['id'] === id)).toMatchObject({ hits: 2, wrong: 1, missed: 2, unverified: 1 });
  });
});
