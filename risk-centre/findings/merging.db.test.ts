import { isRefusal } from '@opengoa/kernel';
import { runJob } from '@opengoa/kernel/host';
import { house, type House } from '@opengoa/kernel/testing';
import vehicles from '@opengoa/vehicles/domain';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import riskCentre from '../domain.ts';
import { looksFor } from '../register/look-again.ts';

let at: House;
let now = new Date('2026-03-01T01:00:00Z');
const cars: string[] = [];
const described = { make: '红旗', model: 'H5', category: 'other', body: 'sedan', power: 'petrol', seats: 5 };
const job = (name: string, asked: Record<string, unknown> = {}) =>
  runJob(at.kernel, `risk-centre.${name}`, { signal: new AbortController().signal, asked });
const code = (answer: unknown) => (isRefusal(answer) ? answer.code : 'done');

const fill = (car: string, filledAt: string, litres: number, odometerKm: number) =>
  at.as('郑科长').does('vehicles.record-fuel', {
    vehicle: car,
    filledAt: `${filledAt}:00+08:00`,
    carrier: 'petrol',
    litres,
    electricityKwh: null,
    costFen: Math.round(litres * 780),
    odometerKm,
    full: true,
    card: '',
  });
const findings = async (query: Record<string, string> = {}) => {
  const found = await at.as('沈风控').list('risk-centre.findings', { size: '200', ...query });
  if (isRefusal(found)) throw new Error(found.code);
  return found.rows;
};
interface Shown {
  readonly signals: readonly { kit: string }[];
  readonly contributions: readonly { kit: string; weight: number }[];
  readonly loss: { low: number; mid: number; high: number; unit: string };
  readonly probability: number;
  readonly history: readonly unknown[];
  readonly reasons: readonly { code: string }[];
  readonly state: string;
}
const shown = async (id: unknown) => (await at.as('沈风控').read('risk-centre.finding', { id })) as Shown;

beforeAll(async () => {
  at = await house({ rooms: [vehicles, riskCentre], clock: () => now });
  for (const plate of ['青A·60001', '青A·60002']) {
    const input = { unit: at.ids.bureauFleet, serves: at.ids.city, plate, odometerKm: 20_000, tankLitres: 55 };
    const { facts } = await at.as('郑科长').does('vehicles.register-vehicle', { ...input, ...described });
    cars.push(facts[0]!.object.id);
  }
  for (const kit of ['vehicles/fuel-over-standard', 'vehicles/refuel-over-tank'])
    await at.as('冯局长').does('risk-centre.adopt-kit', { kit, state: 'live', reason: '试点启用' });
  now = new Date('2026-03-20T01:00:00Z');
});
afterAll(() => at?.close());

describe('one subject is not asked twice for the same thing', () => {
  let id = '';

  test('a fill beyond the tank, seen by two kits, is one finding with one loss and both signals', async () => {
    const [car] = cars as [string];
    await fill(car, '2026-03-02T08:00', 40, 20_300);
    await fill(car, '2026-03-10T08:00', 60, 20_600);
    await job('look-again', {
      looks: { 'vehicles/refuel-over-tank': [car], 'vehicles/fuel-over-standard': [car] },
    });
    const [one, ...more] = await findings();
    expect(more).toEqual([]);
    id = one!['id'] as string;
    const it = await shown(id);
    expect(new Set(it.signals.map(({ kit }) => kit))).toEqual(
      new Set(['vehicles/refuel-over-tank', 'vehicles/fuel-over-standard']),
    );
    expect(it.contributions.map(({ weight }) => weight)).toEqual([1, 0.5]);
    // Five litres beyond the tank, once: the dearer of the two accounts of the day, not their sum.
    expect(it.loss.unit).toBe('fen');
    expect(it.loss.mid).toBeLessThan(2 * 5 * 780);
    expect(it.probability).toBeGreaterThanOrEqual(0.95);
    const head = await at.as('郑科长').read('kernel.timeline', { object: id });
    const { entries } = head as { entries: { type: string }[] };
    expect(entries.filter(({ type }) => type === 'risk-centre.FindingRaised')).toHaveLength(1);
    expect(entries.filter(({ type }) => type === 'kernel.TaskRaised').length).toBeLessThanOrEqual(1);
  });

  test('the night finds nothing new in it; a further fill is a further signal of the same finding', async () => {
    const [car] = cars as [string];
    const before = (await shown(id)).signals.length;
    await job('run-kits', { period: ['2026-02-20', '2026-03-21'] });
    expect((await shown(id)).signals).toHaveLength(before);
    await fill(car, '2026-03-18T08:00', 61, 20_900);
    await job('run-kits', { period: ['2026-02-20', '2026-03-21'] });
    // Both kits speak of it.
    expect((await shown(id)).signals).toHaveLength(before + 2);
    expect(await findings()).toHaveLength(1);
  });

  test('once it was dismissed with a listed reason, the same fills are not asked about again; the reason is counted', async () => {
    // The city's own officer belongs to the unit that is asked: the province decides.
    const officer = at.with([{ role: 'risk-officer', unit: at.ids.province, below: true }], { unit: at.ids.province });
    now = new Date('2026-06-20T01:00:00Z');
    const dismiss = (cause: string, outcome = 'explained') =>
      officer.run('risk-centre.dismiss-finding', { finding: id, outcome, cause, reason: '备用油桶经批准。' });
    expect((await shown(id)).reasons.map((each) => each.code)).toEqual(
      expect.arrayContaining(['approved-can', 'weather']),
    );
    expect(code(await dismiss('no-such-reason'))).toBe('reason-not-listed');
    expect(code(await dismiss('approved-can', 'data-problem'))).toBe('reason-not-listed');
    expect(code(await dismiss('approved-can'))).toBe('done');
    await job('run-kits', { period: ['2026-02-20', '2026-03-21'] });
    expect(await findings()).toHaveLength(1);
    const { kits } = (await officer.read('risk-centre.feedback')) as {
      kits: { id: string; reasons: { code: string; n: number }[] }[];
    };
    // Both kits spoke, and both learn of it.
    for (const kit of ['vehicles/refuel-over-tank', 'vehicles/fuel-over-standard'])
      expect(kits.find((each) => each.id === kit)!.reasons).toMatchObject([{ code: 'approved-can', n: 1 }]);
  });

  test('a new fill afterwards is a new finding, with the old one in its history', async () => {
    const [car] = cars as [string];
    await fill(car, '2026-06-18T08:00', 62, 22_000);
    await job('look-again', { looks: { 'vehicles/refuel-over-tank': [car] } });
    const live = await findings({ 'f.live': 'true' });
    expect(live).toHaveLength(1);
    expect((await shown(live[0]!['id'])).history).toHaveLength(1);
  });

  test('a kit on trial never joins what a unit was asked', async () => {
    await at
      .as('冯局长')
      .does('risk-centre.adopt-kit', { kit: 'vehicles/fuel-over-standard', state: 'shadow', reason: '回到试运行' });
    const [car] = cars as [string];
    await job('look-again', { looks: { 'vehicles/fuel-over-standard': [car] } });
    const live = await findings({ 'f.live': 'true' });
    expect(live.map((row) => row['shadow'] === true).toSorted((a, b) => Number(a) - Number(b))).toEqual([false, true]);
    const asked = live.find((row) => row['shadow'] === false)!;
    expect((await shown(asked['id'])).signals.map(({ kit }) => kit)).toEqual(['vehicles/refuel-over-tank']);
  });

  test('a look at once is not a run over everything: the register goes on telling of the last one', async () => {
    const { kits } = (await at.as('沈风控').read('risk-centre.kits')) as {
      kits: { id: string; lastRun: { period: [string, string] } | null }[];
    };
    expect(kits.find(({ id: kit }) => kit === 'vehicles/refuel-over-tank')!.lastRun!.period[0]).toBe('2026-02-20');
  });
});

test('which facts call for a look: fresh ones of the kinds that a source names, each thing once', () => {
  const fact = (type: string, vehicle: string, happenedAt = now) =>
    ({ type, objectId: vehicle, body: { vehicle }, outcome: 'done', happenedAt }) as const;
  const vehicle = cars[1]!;
  const looks = looksFor(
    [
      fact('vehicles.FuelRecorded', vehicle),
      fact('vehicles.FuelRecorded', vehicle),
      fact('vehicles.VehicleRegistered', cars[0]!),
      fact('vehicles.FuelRecorded', cars[0]!, new Date(now.getTime() - 25 * 3_600_000)),
    ],
    { kits: at.kernel.kits, now },
  );
  expect(looks).toEqual({
    'vehicles/fuel-over-standard': [vehicle],
    'vehicles/refuel-over-tank': [vehicle],
    'vehicles/refuel-days': [vehicle],
  });
});
