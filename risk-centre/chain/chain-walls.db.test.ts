import { newId } from '@opengoa/kernel';
import { runJob } from '@opengoa/kernel/host';
import { house, policiesOff, type House, type Person } from '@opengoa/kernel/testing';
import vehicles from '@opengoa/vehicles/domain';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import riskCentre from '../domain.ts';

let at: House;
let now = new Date('2026-02-01T01:00:00Z');
const kit = 'vehicles/refuel-over-tank';

/** Whoever leads 石桥县, where nothing was found, and whoever decides for the whole province. */
let county: Person;
let behind: pg.Client;
let province: Person;

const fill = (vehicle: string, day: string, litres: number, odometerKm: number) =>
  at.as('郑科长').does('vehicles.record-fuel', {
    vehicle,
    filledAt: `${day}T08:00:00+08:00`,
    carrier: 'petrol',
    litres,
    electricityKwh: null,
    costFen: Math.round(litres * 780),
    odometerKm,
    full: true,
    card: '',
  });

/** 临江市's fleet has a finding that was dismissed in its month and one that waits; then the database holds nothing back. */
beforeAll(async () => {
  at = await house({ rooms: [vehicles, riskCentre], clock: () => now });
  const grant = (role: 'leader' | 'risk-officer', unit: string) => ({ role, unit, below: true });
  county = at.with([grant('leader', at.ids.county)], { unit: at.ids.county });
  province = at.with([grant('risk-officer', at.ids.province)], { unit: at.ids.province });
  const described = { make: '红旗', model: 'H5', category: 'other', body: 'sedan', power: 'petrol', seats: 5 };
  const cars = await Promise.all(
    ['青A·71001', '青A·71002'].map(async (plate) => {
      const where = { unit: at.ids.bureauFleet, serves: at.ids.city };
      const car = { ...where, plate, odometerKm: 20_000, tankLitres: 55, ...described };
      return (await at.as('郑科长').does('vehicles.register-vehicle', car)).facts[0]!.object.id;
    }),
  );
  await at.as('冯局长').does('risk-centre.adopt-kit', { kit, state: 'live', reason: '试点启用' });
  const run = (period: [string, string]) =>
    runJob(at.kernel, 'risk-centre.run-kits', { signal: new AbortController().signal, asked: { kit, period } });
  now = new Date('2026-03-01T01:00:00Z');
  await fill(cars[0]!, '2026-02-10', 61, 20_300);
  await run(['2026-02-01', '2026-03-01']);
  now = new Date('2026-06-01T01:00:00Z');
  const listed = (await province.list('risk-centre.findings')) as unknown as { rows: { id: string }[] };
  const dismissed = { finding: listed.rows[0]!.id, outcome: 'explained', cause: 'approved-can', reason: '备用油桶' };
  await province.does('risk-centre.dismiss-finding', dismissed);
  await fill(cars[1]!, '2026-05-28', 61, 20_300);
  await run(['2026-05-01', '2026-06-01']);
  behind = new pg.Client({ connectionString: at.urls.superuser });
  await behind.connect();
  await policiesOff(at.urls.superuser);
});
afterAll(async () => {
  await behind?.end();
  await at?.close();
});

/** One row more like the newest of 车辆管理科's, but for some of its values. */
const another = (table: string, but: object) =>
  behind.query(
    `insert into ${table} select (jsonb_populate_record(t, $2::jsonb)).* from ${table} t where unit_id = $1 order by id desc limit 1`,
    [at.ids.bureauFleet, JSON.stringify({ id: newId(), ...but })],
  );
const anotherSignal = (kit: string, but: { unit?: string; finding?: string } = {}) =>
  behind.query(
    `insert into risk_centre.signal (node_id, id, unit_id, finding_id, at, period_from, period_to, verdict)
     select node_id, $2, coalesce($3, unit_id), coalesce($4, finding_id), at, period_from, period_to, verdict || jsonb_build_object('kit', $5::text)
       from risk_centre.signal where unit_id = $1 order by id desc limit 1`,
    [at.ids.bureauFleet, newId(), but.unit ?? null, but.finding ?? null, kit],
  );

const both = async <T>(name: string): Promise<readonly [T, T]> => [
  (await province.read(name)) as T,
  (await county.read(name)) as T,
];

test('SEC-AC-17 with the policies off, the chain’s home page counts for a county nothing of the city', async () => {
  const [all, own] = await both<Record<string, number>>('risk-centre.chain');
  expect(all).toMatchObject({ live: 1, dismissed: 1, verdicts: 1, identified: 1, dueSoon: 1 });
  expect(all['looked']).toBeGreaterThan(0);
  expect(own).toMatchObject({ looked: 0, silent: 0, patterns: 0, identified: 0, live: 0, raised: 0, dismissed: 0 });
  expect(own).toMatchObject({ verdicts: 0, dueSoon: 0, week: { raised: 0 } });
  const [newest, none] = await both<{ newest: string | null }>('risk-centre.pulse');
  expect([newest.newest, none.newest]).toEqual([expect.any(String), null]);
});

test('SEC-AC-17 … nor what came in, what was handled how fast, what it taught and what is due', async () => {
  const [came, cameThere] = await both<{ sources: { room: string; today: number }[] }>('risk-centre.collect');
  const rooms = ({ sources }: typeof came) => new Set(sources.filter(({ today }) => today > 0).map(({ room }) => room));
  expect(rooms(came)).toContain('vehicles');
  // The county was founded: that is its own.
  expect(rooms(cameThere)).toEqual(new Set(['kernel']));
  const founded = ({ sources }: typeof came) =>
    sources.find(({ room, today }) => room === 'kernel' && today > 0)!.today;
  expect(founded(cameThere)).toBeLessThan(founded(came));
  const [times, timesThere] = await both<{ kinds: { raised: number }[] }>('risk-centre.evaluate');
  expect(times.kinds.map(({ raised }) => raised)).toEqual([2]);
  expect(timesThere.kinds).toEqual([]);
  const [taught, taughtThere] = await both<{ kits: { id: string; verdicts: number; reasons: unknown[] }[] }>(
    'risk-centre.feedback',
  );
  const ofKit = ({ kits }: typeof taught) => kits.find(({ id }) => id === kit)!;
  expect(ofKit(taught)).toMatchObject({ verdicts: 1, reasons: [{ code: 'approved-can', n: 1 }] });
  expect(ofKit(taughtThere)).toMatchObject({ verdicts: 0, reasons: [] });
  const [ahead, aheadThere] = await both<{ rates: { ended: number }[]; soon: unknown[] }>('risk-centre.predict');
  const ended = ({ rates }: typeof ahead) => rates.reduce((sum, rate) => sum + rate.ended, 0);
  expect([ended(ahead), ahead.soon.length]).toEqual([1, 1]);
  expect([ended(aheadThere), aheadThere.soon.length]).toEqual([0, 0]);
});

test('SEC-AC-17 … nor what was parked, what was exported and which kits spoke together', async () => {
  await behind.query(
    `insert into kernel.parked_message (node_id, id, unit_id, device, topic, reason, bytes, sha256, parked_at)
     values (1, $1, $2, 'gateway-1', 'readings', 'not-json', 1, repeat('0', 64), now())`,
    [newId(), at.ids.bureauFleet],
  );
  await another('kernel.fact', { type: 'kernel.DataExported' });
  await anotherSignal('vehicles/fuel-over-standard');
  const [came, cameThere] = await both<{ parked: number }>('risk-centre.collect');
  expect([came.parked, cameThere.parked]).toEqual([1, 0]);
  const [shared, sharedThere] = await both<{ exports: number }>('risk-centre.share');
  expect([shared.exports, sharedThere.exports]).toEqual([1, 0]);
  const [mined, minedThere] = await both<{ pairs: unknown[]; closed: { cases: number } }>('risk-centre.mine');
  expect([mined.pairs.length, minedThere.pairs.length]).toEqual([1, 0]);
  expect([mined.closed.cases, minedThere.closed.cases]).toEqual([1, 0]);
});

test('SEC-AC-17 … nor, beside its own finding, what became of others, and the register counts no verdict about them', async () => {
  const id = newId();
  const subject = newId();
  await behind.query(`update risk_centre.finding set subject_id = $1 where state = 'dismissed'`, [subject]);
  await another('risk_centre.finding', { id, unit_id: at.ids.countyFinance, subject_id: subject, number: 'FX-2026-9' });
  await anotherSignal(kit, { unit: at.ids.countyFinance, finding: id });
  const shown = (by: Person) => by.read('risk-centre.finding', { id });
  expect(await shown(province)).toMatchObject({ history: [{ state: 'dismissed' }] });
  expect(await shown(county)).toMatchObject({ history: [] });
  const [register, registerThere] = await both<{ kits: { id: string; verdicts: number }[] }>('risk-centre.kits');
  const verdicts = ({ kits }: typeof register) => kits.find((each) => each.id === kit)!.verdicts;
  expect([verdicts(register), verdicts(registerThere)]).toEqual([1, 0]);
});
