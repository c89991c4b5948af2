import { isRefusal, jobActor } from '@opengoa/kernel';
import { runJob } from '@opengoa/kernel/host';
import { house, type House } from '@opengoa/kernel/testing';
import vehicles from '@opengoa/vehicles/domain';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import riskCentre from '../domain.ts';

let at: House;
let now = new Date('2026-02-01T01:00:00Z');
const cars: string[] = [];
const kit = 'vehicles/refuel-over-tank';
const described = { make: '红旗', model: 'H5', category: 'other', body: 'sedan', power: 'petrol', seats: 5 };
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
const job = (name: string, asked: Record<string, unknown> = {}) =>
  runJob(at.kernel, `risk-centre.${name}`, { signal: new AbortController().signal, asked });

interface Shown {
  readonly state: string;
  readonly done: number;
  readonly of: number;
  readonly figures: Record<string, number | null>;
  readonly months: readonly { month: string; asked: number; present: number; agree: number; noLonger: number }[];
  readonly units: readonly { unit: string; asked: number }[];
  readonly may: readonly string[];
}
const shown = async (id: string) => (await at.as('沈风控').read('risk-centre.trial', { id })) as Shown;
const tried = async (input: Record<string, unknown>) => {
  const { result } = await at
    .as('沈风控')
    .does('risk-centre.try-kit', { kit, period: ['2026-02-01', '2026-05-01'], asKnown: false, ...input });
  return (result as { trial: string }).trial;
};
const rowsOf = async (list: string, query: Record<string, string> = {}) => {
  const found = await at.as('沈风控').list(list, { size: '200', ...query });
  if (isRefusal(found)) throw new Error(found.code);
  return found.rows;
};

beforeAll(async () => {
  at = await house({ rooms: [vehicles, riskCentre], clock: () => now });
  for (const plate of ['青A·70001', '青A·70002', '青A·70003']) {
    const input = { unit: at.ids.bureauFleet, serves: at.ids.city, plate, odometerKm: 20_000, tankLitres: 55 };
    const { facts } = await at.as('郑科长').does('vehicles.register-vehicle', { ...input, ...described });
    cars.push(facts[0]!.object.id);
  }
  await at.as('冯局长').does('risk-centre.adopt-kit', { kit, state: 'live', reason: '试点启用' });
  now = new Date('2026-05-02T01:00:00Z');
  const [one, two, three] = cars as [string, string, string];
  await fill(one, '2026-02-10T08:00', 40, 20_300);
  await fill(one, '2026-02-20T08:00', 60, 20_600);
  await fill(two, '2026-03-10T08:00', 57, 20_400);
  await fill(three, '2026-04-10T08:00', 61, 20_400);
  // Two months ago the rule ran over February alone: one real finding, judged true.
  await job('run-kits', { kit, period: ['2026-02-01', '2026-03-01'] });
});
afterAll(() => at?.close());

describe('历史试算', () => {
  test('under the present settings: by month and unit, agreeing with what was found, and no finding comes of it', async () => {
    const before = await rowsOf('risk-centre.findings');
    expect(before).toHaveLength(1);
    const id = await tried({});
    expect(await shown(id)).toMatchObject({ state: 'waiting', may: ['risk-centre.cancel-trial'] });
    await job('try-on-history');
    const it = await shown(id);
    expect(it).toMatchObject({ state: 'done', done: 3, of: 3, may: [] });
    expect(it.figures).toMatchObject({ asked: 2, present: 2, agree: 1, fresh: 1, noLonger: 0 });
    expect(it.months).toEqual([
      { month: '2026-02', asked: 1, present: 1, agree: 1, noLonger: 0 },
      { month: '2026-04', asked: 1, present: 1, agree: 0, noLonger: 0 },
    ]);
    expect(it.units).toMatchObject([{ asked: 2 }]);
    expect(await rowsOf('risk-centre.findings')).toHaveLength(1);
    expect(await rowsOf('risk-centre.trial-alarms', { 'f.trial_id': id, 'f.standing': 'agree' })).toMatchObject([
      { subject_name: '青A·70001', finding_id: before[0]!['id'] },
    ]);
  });

  test('a drafted limit: what would be new, and what would no longer be asked', async () => {
    const kitAt = (await at.as('沈风控').read('risk-centre.kits')) as {
      kits: { id: string; standards: { name: string; value: number }[] }[];
    };
    const { standards } = kitAt.kits.find(({ id }) => id === kit)!;
    expect(standards.find(({ name }) => name === 'over-tank')!.value).toBeGreaterThan(1);
    const stricter = await tried({ standards: { 'over-tank': 1.01 } });
    await job('try-on-history');
    expect((await shown(stricter)).figures).toMatchObject({ asked: 3, present: 2, agree: 1, fresh: 2 });
    const looser = await tried({ standards: { 'over-tank': 1.1 } });
    await job('try-on-history');
    const it = await shown(looser);
    expect(it.figures).toMatchObject({ asked: 1, present: 2, agree: 0, fresh: 1, noLonger: 1 });
    expect(await rowsOf('risk-centre.trial-alarms', { 'f.trial_id': looser, 'f.standing': 'no-longer' })).toMatchObject(
      [{ subject_name: '青A·70001', asked: false, present: true }],
    );
    expect(await rowsOf('risk-centre.trials')).toHaveLength(3);
  });

  test('cancelled, it stops and stays; one at a time; and not beyond period, range or right', async () => {
    const officer = at.as('沈风控');
    const id = await tried({});
    const period = ['2026-02-01', '2026-05-01'];
    expect(code(await officer.run('risk-centre.try-kit', { kit, period }))).toBe('trial-waiting');
    await officer.does('risk-centre.cancel-trial', { trial: id });
    await job('try-on-history');
    expect(await shown(id)).toMatchObject({ state: 'cancelled', done: 0 });
    expect(code(await officer.run('risk-centre.cancel-trial', { trial: id }))).toBe('trial-over');
    const worker = at.with(
      [],
      jobActor('try-on-history', [{ role: 'job', unit: at.ids.province, below: true }], at.ids.province),
    );
    expect(code(await worker.run('risk-centre.end-trial', { trial: id, state: 'done' }))).toBe('trial-over');
    expect(code(await officer.run('risk-centre.end-trial', { trial: id, state: 'done' }))).toBe('not-your-right');
    const asked = (more: object) => officer.run('risk-centre.try-kit', { kit, period, ...more });
    expect(code(await asked({ period: ['2020-01-01', '2026-05-01'] }))).toBe('period-too-long');
    expect(code(await asked({ period: ['2026-05-01', '2026-05-01'] }))).toBe('period-backwards');
    expect(code(await asked({ settings: { llr: 99 } }))).toBe('setting-outside-range');
    expect(code(await asked({ standards: { nonsense: 1 } }))).toBe('standard-not-asked');
    expect(code(await asked({ kit: 'vehicles/none' }))).toBe('kit-unknown');
    expect(code(await at.as('周敏').run('risk-centre.try-kit', { kit, period }))).toBe('not-your-right');
    expect(code(await at.as('石会计').read('risk-centre.trial', { id }))).toBe('not-your-right');
    // The county's officer neither sees the city's trial nor tries over the city.
    const county = at.with([{ role: 'risk-officer', unit: at.ids.county, below: true }], { unit: at.ids.county });
    expect(code(await county.read('risk-centre.trial', { id }))).toBe('not-found');
    const overRows = { kit, period, asKnown: false };
    const own = (await county.does('risk-centre.try-kit', overRows)).result as { trial: string };
    await job('try-on-history');
    expect((await county.read('risk-centre.trial', { id: own.trial })) as Shown).toMatchObject({
      state: 'done',
      figures: { asked: 0 },
    });
    // Nor was anything of the city kept in it, where whoever is above both would see it.
    const above = at.with([{ role: 'risk-officer', unit: at.ids.province, below: true }], { unit: at.ids.province });
    expect((await above.read('risk-centre.trial', { id: own.trial })) as Shown).toMatchObject({
      figures: { asked: 0 },
    });
  });

  test('what a person set instead is run with, and stands on the home page', async () => {
    expect(
      code(await at.as('沈风控').run('risk-centre.tune-kit', { kit, settings: { llr: 1 }, reason: '先试行' })),
    ).toBe('not-your-right');
    const leader = at.as('冯局长');
    const tune = (settings: object) => leader.run('risk-centre.tune-kit', { kit, settings, reason: '误报较多' });
    const [name, setting] = Object.entries(at.kernel.kits.get(kit)!.kit.settings)[0]!;
    expect(code(await tune({ [name]: setting.range[1] + 1 }))).toBe('setting-outside-range');
    expect(code(await tune({ [name]: setting.value }))).toBe('kit-already-so');
    await leader.does('risk-centre.tune-kit', { kit, settings: { [name]: setting.range[0] }, reason: '误报较多' });
    expect(await at.as('沈风控').read('risk-centre.chain')).toMatchObject({ tuned: [{ kit }] });
    expect(await at.as('沈风控').read('risk-centre.feedback')).toMatchObject({
      kits: expect.arrayContaining([
        expect.objectContaining({ id: kit, settings: expect.objectContaining({ [name]: setting.range[0] }) }),
      ]),
    });
  });
});
