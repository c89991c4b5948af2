import { newId, type Id } from '@opengoa/kernel';
import { runJob } from '@opengoa/kernel/host';
import { house, type House } from '@opengoa/kernel/testing';
import vehicles from '@opengoa/vehicles/domain';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import riskCentre from '../domain.ts';

let at: House;
let now = new Date('2026-03-02T01:00:00Z');
let behind: pg.Client;
const [standard, tank, days] = [
  'vehicles/fuel-over-standard',
  'vehicles/refuel-over-tank',
  'vehicles/refuel-days',
] as const;
const kind = 'vehicles.vehicle';

interface Shown {
  readonly probability: number;
  readonly stated: number | null;
  readonly correction: { way: string; cases: number; came: number } | null;
  readonly contributions: readonly { kit: string; weight: number; logOdds: number; rho: number | null }[];
  readonly repeating: readonly { rho: number | null; subjects: number; needed: number }[];
}
const officer = () =>
  at.with([{ role: 'risk-officer', unit: at.ids.province, below: true }], { unit: at.ids.province });
const job = () =>
  at.with([{ role: 'job', unit: at.ids.province, below: true }], { kind: 'job', unit: at.ids.province });
const shown = async (id: Id) => (await officer().read('risk-centre.finding', { id })) as Shown;
const looks = async () =>
  (await behind.query(`select kit, subject_id, said from risk_centre.look order by kit, subject_id`)).rows as {
    subject_id: string;
    said: string;
  }[];
const measure = () => runJob(at.kernel, 'risk-centre.measure-repeating', { signal: new AbortController().signal });
const factsOf = async (type: string) =>
  Number((await behind.query('select count(*) from kernel.fact where type = $1', [type])).rows[0].count);

interface Looked {
  readonly hit?: readonly string[];
  readonly clear?: readonly string[];
  readonly insufficient?: readonly string[];
}
const ran = (kit: string, { hit = [], clear = [], insufficient = [] }: Looked, flagged: readonly object[] = []) =>
  job().does('risk-centre.run-kit', {
    kit,
    unit: at.ids.bureauFleet,
    period: ['2026-02-01', '2026-03-01'],
    flagged,
    clear: clear.length,
    insufficient: insufficient.length,
    notApplicable: 0,
    looks: { subject: kind, month: '2026-02-01', hit, clear, insufficient },
  });
const flag = (kit: string, subject: string, llr: number, evidenceClass = 'S') => ({
  unit: at.ids.bureauFleet,
  subject: { kind, id: subject, name: '青A·60001' },
  period: ['2026-02-01', '2026-03-01'],
  opens: '/vehicles/fleet',
  about: [],
  verdict: {
    kit,
    version: '1.0.0',
    rule: 'over',
    evidenceClass,
    value: 20,
    threshold: 10,
    unit: 'L',
    llr,
    explanation: { zh: '待核实异常', en: 'to be verified' },
    benign: [],
    evidence: [{ table: 'vehicles.fuel', key: newId(), field: 'litres', value: 60 }],
    title: { zh: '加油', en: 'Fuel' },
  },
});
async function raise(subject: string, said: readonly (readonly [string, number, string?])[]): Promise<Id> {
  let id: Id | undefined;
  for (const [kit, llr, evidenceClass] of said) {
    const { facts } = await ran(kit, {}, [flag(kit, subject, llr, evidenceClass)]);
    id ??= facts.find(({ type }) => type === 'risk-centre.FindingRaised')?.object.id;
  }
  return id!;
}

beforeAll(async () => {
  at = await house({ rooms: [vehicles, riskCentre], clock: () => now });
  for (const kit of [standard, tank, days])
    await at.as('冯局长').does('risk-centre.adopt-kit', { kit, state: 'live', reason: '试点启用' });
  behind = new pg.Client({ connectionString: at.urls.superuser });
  await behind.connect();
});
afterAll(async () => {
  await behind?.end();
  await at?.close();
});

test('a run keeps what it said of each subject, once a month, and tells of it again only where it changed', async () => {
  await ran(standard, { hit: ['v1'], clear: ['v2'], insufficient: ['v3'] });
  await ran(standard, { hit: ['v1'], clear: ['v2'], insufficient: ['v3'] });
  expect(await factsOf('risk-centre.LooksKept')).toBe(1);
  await ran(standard, { hit: ['v1', 'v2'], insufficient: ['v3'] });
  expect(await factsOf('risk-centre.LooksKept')).toBe(2);
  expect((await looks()).map(({ subject_id: id, said }) => [id, said])).toEqual([
    ['v1', 'hit'],
    ['v2', 'hit'],
    ['v3', 'insufficient'],
  ]);
});

test('before enough subjects were seen by all, the usual half stands, and the page says what is there', async () => {
  await measure();
  const id = await raise('half', [
    [standard, 2],
    [tank, 1.5],
  ]);
  const it = await shown(id);
  expect(it.contributions.map(({ weight, rho }) => [weight, rho])).toEqual([
    [1, null],
    [0.5, null],
  ]);
  expect(it.repeating).toMatchObject([{ rho: null, needed: 50 }]);
  expect(it.repeating[0]!.subjects).toBeLessThan(50);
});

test('from enough of them, kits over the same records are divided by how much they repeat each other', async () => {
  const cars = Array.from({ length: 200 }, (_, i) => `car${i}`);
  // Of twenty that one kit flags, the other flags sixteen, and four others.
  const split = (hit: (i: number) => boolean) => ({
    hit: cars.filter((_, i) => hit(i)),
    clear: cars.filter((_, i) => !hit(i)),
  });
  await ran(
    standard,
    split((i) => i < 20),
  );
  await ran(
    tank,
    split((i) => i < 16 || (i >= 100 && i < 104)),
  );
  await ran(
    days,
    split(() => false),
  );
  await measure();
  const before = await factsOf('risk-centre.RepeatingMeasured');
  await measure();
  expect(await factsOf('risk-centre.RepeatingMeasured')).toBe(before);
  const it = await shown(
    await raise('measured', [
      [standard, 2],
      [tank, 2],
    ]),
  );
  const [group] = it.repeating;
  expect(group).toMatchObject({ subjects: 200 });
  // Phi of the table is 0.778; drawn a little toward one half.
  expect(group!.rho).toBeGreaterThan(0.7);
  expect(group!.rho).toBeLessThan(0.8);
  const weight = 1 / (1 + group!.rho!);
  expect(it.contributions.map((each) => each.weight)).toEqual([weight, weight].map((x) => expect.closeTo(x, 9)));
  expect(it.probability).toBe(it.stated);
  // The third never flagged: nothing is known of it, and with it in a finding the half stands.
  const three = await shown(
    await raise('three', [
      [standard, 2],
      [days, 1],
    ]),
  );
  expect(three.contributions.map(({ rho }) => rho)).toEqual([null, null]);
});

test('verdicts of the kit correct what it states, and the page tells of how many; two records that contradict each other stay a fact', async () => {
  const decided = async (count: number, outcome: string, stated: number) => {
    for (let i = 0; i < count; i++)
      await behind.query(
        `insert into risk_centre.finding select (jsonb_populate_record(t, $1::jsonb)).* from risk_centre.finding t order by raised_at limit 1`,
        [
          JSON.stringify({
            id: newId(),
            number: `RF-2026-${newId().slice(-12)}`,
            kit: standard,
            stated,
            state: outcome === 'confirmed' ? 'closed' : 'dismissed',
            outcome,
            decided_at: now.toISOString(),
          }),
        ],
      );
  };
  const alone = (await shown(await raise('before', [[standard, 2]]))).probability;
  await decided(9, 'confirmed', alone);
  await decided(30, 'explained', alone);
  expect((await shown(await raise('few', [[standard, 2]]))).correction).toBeNull();
  await decided(51, 'confirmed', alone);
  now = new Date('2026-03-03T01:00:00Z');
  const it = await shown(await raise('after', [[standard, 2]]));
  expect(it.stated).toBeCloseTo(alone, 12);
  expect(it.correction).toEqual({ way: 'line', cases: 90, came: 60 });
  // Two in three came true.
  expect(it.probability).toBeGreaterThan(0.5);
  expect(it.probability).toBeLessThan(0.7);
  expect(it.contributions).toMatchObject([{ kit: standard, logOdds: 2 }]);
  const fact = await shown(await raise('fact', [[standard, 2, 'D']]));
  expect(fact).toMatchObject({ correction: null });
  expect(fact.probability).toBeGreaterThanOrEqual(0.95);
});
