/** Two real years of six meters (demo/meters): imported, fitted, and judged by the room's own kits, as the product does it. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ImportOutcome, type ImportTools, isRefusal, jobActor, newId, type RiskCase } from '@opengoa/kernel';
import { contextFor, reading } from '@opengoa/kernel/host';
import { type StandardsInForce, loadKit, type RiskKit } from '@opengoa/kernel/risk-kit';
import { house, type House } from '@opengoa/kernel/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import energy from '../domain.ts';
import { importHourly } from './import-hourly.ts';
import { hourlyImporter } from './hourly-importer.ts';

const sample = join(import.meta.dirname, '../../../demo/meters');
const holidays = [
  ...['01-01', '03-30', '04-02', '05-07', '05-28', '08-27', '12-25', '12-26'].map((day) => `2018-${day}`),
  ...['01-01', '04-19', '04-22', '05-06', '05-27', '08-26', '12-25', '12-26'].map((day) => `2019-${day}`),
];

let at: House;
let fits: Map<string, string>;
let imported: ImportOutcome;
const tools = (signal = new AbortController().signal): ImportTools => ({
  verb: (name, input) => at.as('钱能耗').run(name, input),
  reading: (work) =>
    reading(at.kernel, { actor: at.as('钱能耗').actor, who: ['energy-clerk'], room: 'energy' }, (tx, context) =>
      work(tx, context),
    ),
  progress: () => undefined,
  signal,
});
const asked = () => ({
  folder: sample,
  from: null,
  toExclusive: null,
  place: ({ id }: { id: string }) => ({
    unit: at.ids.bureau,
    name: id.replace('UCam_Building_', ''),
    use: 'unknown' as const,
    note: '',
  }),
  station: 'bedford',
  calendar: 'england',
  keys: 'cambridge/',
});

beforeAll(async () => {
  at = await house({ rooms: [energy] });
  const clerk = at.as('钱能耗');
  await clerk.does('energy.keep-calendar', {
    calendar: 'england',
    days: holidays.map((day) => ({ day, kind: 'holiday' })),
  });
  imported = await importHourly(asked(), tools());
  fits = new Map();
  for (const { id, building } of await metersHere()) {
    const answer = await clerk.run('energy.fit-baseline', { meter: id, from: '2018-01-01', toExclusive: '2019-01-01' });
    fits.set(
      building,
      isRefusal(answer)
        ? String(answer.data['reason'])
        : (answer.result as { cvRmsePercent: number }).cvRmsePercent.toFixed(1),
    );
  }
}, 120_000);
afterAll(() => at?.close());

interface MeterRow {
  readonly id: string;
  readonly building: string;
  readonly building_id: string;
}
const metersHere = async (): Promise<readonly MeterRow[]> => {
  const answer = (await at
    .as('钱能耗')
    .list('energy.meters', { size: '50', 'f.unit_id': at.ids.bureau })) as unknown as { rows: MeterRow[] };
  return answer.rows;
};

/** What a kit says of every case its source hands over, as the job would ask. */
async function judgedBy(name: string, period: readonly [string, string]): Promise<Map<string, string[]>> {
  const source = energy.risks!.find(({ kit }) => kit === name)!;
  const kit = await loadKit(join(energy.folder, 'risks', name));
  const job = jobActor('run-kits', [{ role: 'job', unit: at.ids.province, below: true }], at.ids.province);
  const cases = await reading(at.kernel, { actor: job, who: ['job'], room: 'energy' }, (tx, context) =>
    source.gather(tx, period, context),
  );
  const context = contextFor(at.kernel, job, newId());
  const said = new Map<string, string[]>();
  for (const each of cases) {
    const {
      status,
      rule,
      period: found,
    } = kit.judge(each.subject, each.inputs, { standards: inForce(kit, each, context) });
    const of = said.get(each.subject.name) ?? [];
    of.push([status, rule, ...(status === 'flag' ? [found?.[0] ?? ''] : [])].join(' '));
    said.set(each.subject.name, of);
  }
  return said;
}
const inForce = (kit: RiskKit, { period }: RiskCase, { standards }: ReturnType<typeof contextFor>): StandardsInForce =>
  Object.fromEntries(
    Object.entries(kit.standards).flatMap(([name, { id, selector }]) => {
      const value = standards.valueOn(id, period[0], [], selector);
      return value.found ? [[name, value]] : [];
    }),
  );

describe('真实读数', () => {
  test('two years of six meters and their weather come in whole', () => {
    expect(imported).toMatchObject({
      state: 'done',
      counts: { buildings: 6, meters: 6, readings: 105_120, weather: 17_520 },
      problems: [],
    });
  });

  test('imported again nothing is added', async () => {
    const before = await at.as('钱能耗').list('energy.months', { sums: '1', size: '1' });
    expect(await importHourly(asked(), tools())).toMatchObject({ state: 'done', counts: { readings: 105_120 } });
    expect((await at.as('钱能耗').list('energy.months', { sums: '1', size: '1' })) as object).toMatchObject({
      total: (before as { total: object }).total,
    });
  });

  test('baselines with their error stated; the meter that was stuck for months has none, and that is said', () => {
    expect(fits.get('b78')).toBe('too-many-missing');
    for (const [building, most] of [
      ['b0', 14],
      ['b8', 30],
      ['b23', 16],
      ['b36', 10],
      ['b101', 8],
    ] as const)
      expect([building, Number(fits.get(building)) < most]).toEqual([building, true]);
  });

  test('use over the baseline: the level shift from its first day, the autumn rises, silence where nothing could be trained', async () => {
    const said = await judgedBy('use-over-baseline', ['2019-01-01', '2020-01-01']);
    expect(Object.fromEntries(said)).toMatchObject({
      'b0 电力总表': ['clear clear'],
      'b101 电力总表': ['clear clear'],
      'b36 电力总表': ['flag lasting-drift 2019-04-01'],
      'b23 电力总表': [expect.stringContaining('flag lasting-drift 2019-09')],
      'b78 电力总表': ['insufficient_data baseline-too-short'],
    });
  });

  test('a declared change explains what follows it, and is no anomaly', async () => {
    const meters = await metersHere();
    const { building_id: building } = meters.find((each) => each.building === 'b36')!;
    await at
      .as('钱能耗')
      .does('energy.declare-change', { building, day: '2019-04-01', kind: 'occupant', what: '新迁入一个处室' });
    const on = async (...period: [string, string]) => (await judgedBy('use-over-baseline', period)).get('b36 电力总表');
    expect(await on('2019-01-01', '2020-01-01')).toEqual(['clear clear']);
    expect(await on('2019-04-01', '2019-05-10')).toEqual(['insufficient_data baseline-before-change']);
    // Three months on there is enough to adjust the baseline by.
    expect(await on('2019-07-01', '2019-11-01')).toEqual(['clear clear']);
    // What rises above the new level is asked about again.
    expect(await on('2019-07-01', '2020-01-01')).toEqual(['flag days-far-over 2019-11-22']);
  });

  test('off-hours: the risen nights month by month, and nothing in the normal building', async () => {
    const said = await judgedBy('off-hours-load', ['2019-01-01', '2020-01-01']);
    const flagged = (name: string) => said.get(name)!.flatMap((each, i) => (each.startsWith('flag') ? [i + 1] : []));
    expect(said.get('b8')).toHaveLength(12);
    expect(flagged('b8')).toEqual([9, 10, 12]);
    expect(flagged('b0')).toEqual([]);
    // With nothing before it and nobody like it nothing is said, and that is counted.
    for (const each of (await judgedBy('off-hours-load', ['2018-01-01', '2018-03-01'])).values())
      expect(each).toEqual(['insufficient_data no-comparison', 'insufficient_data no-comparison']);
    // The job's own period of thirty-one days asks about the month that has ended, once.
    expect((await judgedBy('off-hours-load', ['2019-10-20', '2019-11-20'])).get('b8')).toHaveLength(1);
  });

  test('a building’s year in figures: kilowatt-hours, coal and carbon with their papers, against the year before', async () => {
    const meters = await metersHere();
    const { building_id: id } = meters.find((each) => each.building === 'b0')!;
    const answer = (await at.as('钱能耗').read('energy.building', { id })) as {
      year: number;
      years: number[];
      carriers: { amount: number; lastYear: number; daysRead: number }[];
      coal: { amount: number; perM2: number };
      carbon: { amount: number; factors: { ofYear: number }[] };
      may: string[];
    };
    const [electricity] = answer.carriers;
    expect(answer).toMatchObject({ year: 2019, years: [2019, 2018], comparedTo: '2019-12-31' });
    expect(answer.carriers).toHaveLength(1);
    expect(electricity!.amount).toBeGreaterThan(100_000);
    expect(electricity!.lastYear).toBeGreaterThan(100_000);
    expect(answer.coal.amount).toBeCloseTo(electricity!.amount * 0.1229, 3);
    expect(answer.coal.perM2).toBeCloseTo((electricity!.amount * 0.1229) / 3296.5, 5);
    expect(answer.carbon.factors).toMatchObject([{ ofYear: 2021 }]);
    expect(answer.may).toContain('energy.declare-change');
  });

  test('heat map, load with its band and completeness come from the same days', async () => {
    const meters = await metersHere();
    const { building_id: building, id: meter } = meters.find((each) => each.building === 'b36')!;
    const clerk = at.as('钱能耗');
    const map = (await clerk.read('energy.profile', { building, from: '2019-01-01', toExclusive: '2020-01-01' })) as {
      hours: (number | null)[][];
      days: { kind: string }[];
      meanDays: { kind: string }[];
    };
    expect(map.hours).toHaveLength(365);
    expect(map.hours[0]).toHaveLength(24);
    expect(map.days[0]!.kind).toBe('holiday');
    expect(map.meanDays.map(({ kind }) => kind)).toEqual(['workday', 'rest-day', 'holiday']);
    const days = (await clerk.read('energy.load', { building, from: '2019-03-01', toExclusive: '2019-05-01' })) as {
      read: number[];
      expected: number[];
      low: number[];
      high: number[];
      baseline: { cvRmsePercent: number };
      changes: unknown[];
    };
    const above = (from: number, to: number) =>
      days.read.slice(from, to).filter((each, i) => each > days.high[from + i]!).length;
    expect(days.read).toHaveLength(61);
    expect(above(0, 31)).toBeLessThan(5);
    expect(above(31, 61)).toBeGreaterThan(20);
    expect(days.baseline.cvRmsePercent).toBeLessThan(10);
    const hours = (await clerk.read('energy.load', {
      meter,
      from: '2019-03-01',
      toExclusive: '2019-03-08',
      by: 'hour',
    })) as {
      read: number[];
      low: number[];
      high: number[];
      offHours: number[][];
    };
    const inside = hours.read.filter((each, i) => each >= hours.low[i]! && each <= hours.high[i]!).length;
    expect(hours.read).toHaveLength(168);
    expect(inside).toBeGreaterThan(130);
    expect(hours.offHours.length).toBeGreaterThanOrEqual(6);
    const complete = (await clerk.read('energy.completeness', { building, year: '2019' })) as {
      meters: { months: { expected: number; received: number; share: number }[] }[];
    };
    expect(complete.meters[0]!.months[0]).toMatchObject({ expected: 744 });
    expect(complete.meters[0]!.months.every(({ share }) => share > 0.9)).toBe(true);
    expect(
      await clerk.read('energy.load', { meter, from: '2019-01-01', toExclusive: '2019-12-01', by: 'hour' }),
    ).toMatchObject({
      code: 'input-not-fitting',
    });
  });

  test('SEC-AC-04 another place’s clerk finds neither building nor meter nor a single figure', async () => {
    const [one] = await metersHere();
    const county = at.with([{ role: 'energy-clerk', unit: at.ids.county, below: true }], { unit: at.ids.county });
    const period = { from: '2019-01-01', toExclusive: '2019-02-01' };
    for (const [name, query] of [
      ['energy.building', { id: one!.building_id }],
      ['energy.meter', { id: one!.id }],
      ['energy.profile', { meter: one!.id, ...period }],
      ['energy.load', { building: one!.building_id, ...period }],
    ] as const)
      expect([name, await county.read(name, query)]).toMatchObject([name, { code: 'not-found' }]);
    expect(await county.read('energy.completeness', { year: '2019' })).toMatchObject({ meters: [] });
    for (const list of ['energy.buildings', 'energy.meters', 'energy.months', 'energy.doubts'])
      expect(await county.list(list)).toMatchObject({ rows: [], total: { count: 0 } });
  });
});

describe('导入', () => {
  test('cancelled it stops between batches, and says so', async () => {
    const stop = new AbortController();
    let batches = 0;
    const slow = { ...tools(stop.signal), progress: () => void ((batches += 1) === 2 && stop.abort()) };
    const outcome = await importHourly(
      { ...asked(), keys: 'again/', place: ({ id }) => ({ unit: at.ids.finance, name: id, use: 'unknown', note: '' }) },
      slow,
    );
    expect(outcome.state).toBe('stopped');
    expect(outcome.counts['readings']).toBeLessThan(60_000);
  });

  test('by kind from the command line: unknown words, no such unit and a folder of another layout are refused in words', async () => {
    const run = (map: Record<string, string>, path = sample) =>
      hourlyImporter.run({ path, map, dryRun: true }, tools());
    expect(await run({})).toMatchObject({ state: 'done', counts: { buildings: 6 } });
    expect(await run({ colour: 'red', from: '2019-02-30', unit: '不存在' })).toMatchObject({
      state: 'refused',
      problems: [{ where: '--map colour' }, { where: '--map from' }, { where: '--map unit' }],
    });
    expect(await run({}, tmpdir())).toMatchObject({ state: 'refused', problems: [{ where: tmpdir() }] });
  });

  test('a cell that is no reading stops the file with its line', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'opengoa-hourly-'));
    try {
      mkdirSync(join(folder, 'hourly'));
      writeFileSync(join(folder, 'buildings.csv'), 'building_id,gross_internal_area_m2,floors\nx,100,2\n');
      writeFileSync(
        join(folder, 'hourly', 'x.csv'),
        'datetime,electricity_kwh\n2019-01-01 00:00:00,1.5\n2019-01-01 01:00:00,abc\n',
      );
      const outcome = await hourlyImporter.run({ path: folder, map: {}, dryRun: false }, tools());
      expect(outcome).toMatchObject({
        state: 'refused',
        problems: [{ why: { en: expect.stringContaining('line 3') } }],
      });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
