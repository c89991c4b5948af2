import { isRefusal } from '@opengoa/kernel';
import { house, type House } from '@opengoa/kernel/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import vehicles from '../domain.ts';
import type { ExchangeSet } from './contract.ts';
import { partWords } from './words.zh.ts';

let at: House;
let now = new Date('2026-03-01T09:00:00+08:00');
const code = (answer: unknown) => (isRefusal(answer) ? answer.code : 'done');

beforeAll(async () => {
  at = await house({ rooms: [vehicles], clock: () => now });
  const clerk = at.as('郑科长');
  const described = { make: '红旗', model: 'H5', category: 'other', body: 'sedan', power: 'petrol', seats: 5 };
  const input = { unit: at.ids.bureauFleet, serves: at.ids.city, plate: '青A·60001', odometerKm: 20_000, ...described };
  const vehicle = (await clerk.does('vehicles.register-vehicle', input)).facts[0]!.object.id;
  now = new Date('2026-03-05T09:00:00+08:00');
  const cost = { vehicle, day: '2026-03-02', amountFen: 5_000 };
  await clerk.does('vehicles.record-cost', { ...cost, kind: 'toll', invoice: 'E-1' });
  await clerk.does('vehicles.record-cost', { ...cost, kind: 'insurance', invoice: 'I-1', coversFrom: '2026-03-02' });
  const struck = await clerk.does('vehicles.record-cost', { ...cost, kind: 'insurance', invoice: 'I-2' });
  await clerk.does('vehicles.strike-cost', { cost: struck.facts[0]!.id, why: '重复' });
  await at.with([{ role: 'fleet-clerk', unit: at.ids.county, below: true }]).does('vehicles.register-vehicle', {
    ...described,
    unit: at.ids.county,
    plate: '青A·60009',
  });
});
afterAll(() => at?.close());

const make = (more: object = {}, who = at.as('郑科长')) =>
  who.run('vehicles.make-exchange-set', {
    unit: at.ids.bureauFleet,
    from: '2026-03-01',
    to: '2026-03-05',
    why: '按月上报',
    ...more,
  });

test('F14 eighteen parts of a unit and some days; what is not kept is null, what is struck is not in it, nor another unit', async () => {
  const made = await make();
  const { set } = (made as { result: { set: string } }).result;
  const answer = (await at.as('郑科长').read('vehicles.exchange-set', { id: set })) as ExchangeSet;
  expect(Object.keys(answer.parts)).toEqual(Object.keys(partWords));
  expect(Object.keys(answer.parts)).toHaveLength(18);
  expect(answer).toMatchObject({ format: 'opengoa.vehicles.exchange-set', version: '1.1', fieldNames: 'ours' });
  const { parts } = answer;
  expect(parts.vehicles.rows).toMatchObject([{ plate: '青A·60001', odometerKm: 20_000 }]);
  expect(parts.tolls.rows).toMatchObject([{ day: '2026-03-02', amountFen: 5_000, invoice: 'E-1', trip: null }]);
  expect(parts.insurance.rows).toMatchObject([{ invoice: 'I-1', coversFrom: '2026-03-02' }]);
  expect(parts.hiredCars.rows).toEqual([]);
  expect(parts.inspections.rows).toEqual([]);
  expect([parts.complaints.rows, parts.supervisionChecks.rows]).toEqual([null, null]);
  expect(JSON.stringify(answer)).not.toContain('青A·60009');
});

test('F14 its maker alone fetches it, for a day; who made it and why is told', async () => {
  const made = await make({ why: '专项检查报送' });
  const { set } = (made as { result: { set: string } }).result;
  expect(code(await at.as('冯局长').read('vehicles.exchange-set', { id: set }))).toBe('not-found');
  expect(await at.as('郑科长').list('vehicles.exchange-sets')).toMatchObject({
    rows: [{ why: '专项检查报送' }, { why: '按月上报' }],
  });
  const before = now;
  now = new Date(now.getTime() + 25 * 3_600_000);
  expect(code(await at.as('郑科长').read('vehicles.exchange-set', { id: set }))).toBe('exchange-set-over');
  now = before;
});

test('F14 days ahead, too many, or a unit out of scope are refused', async () => {
  expect(code(await make({ to: '2026-03-06' }))).toBe('exchange-period');
  expect(code(await make({ from: '2024-03-01' }))).toBe('exchange-period');
  expect(code(await make({ from: '2026-03-05', to: '2026-03-01' }))).toBe('exchange-period');
  const county = at.with([{ role: 'fleet-clerk', unit: at.ids.county, below: true }]);
  expect(code(await make({}, county))).not.toBe('done');
});
