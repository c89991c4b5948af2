import { isRefusal, newId } from '@opengoa/kernel';
import { runJob } from '@opengoa/kernel/host';
import { house, type House } from '@opengoa/kernel/testing';
import vehicles from '@opengoa/vehicles/domain';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import riskCentre from '../domain.ts';

let at: House;
let now = new Date('2026-02-01T01:00:00Z');
let behind: pg.Client;
const kit = 'vehicles/refuel-over-tank';
const code = (answer: unknown) => (isRefusal(answer) ? answer.code : 'done');

interface Given {
  readonly outcome: string | null;
  readonly value?: number;
  readonly subject?: string;
  readonly month?: string;
  readonly raised?: Date;
}
/** Findings like the one there is, but for what is given. */
async function made(count: number, given: Given): Promise<string[]> {
  const ids: string[] = [];
  for (let n = 0; n < count; n++) {
    const finding = newId();
    ids.push(finding);
    const subject = given.subject ?? finding;
    await behind.query(
      `insert into risk_centre.finding select (jsonb_populate_record(t, $1::jsonb)).* from risk_centre.finding t where number = $2`,
      [
        JSON.stringify({
          id: finding,
          number: `RF-2026-${finding.slice(-12)}`,
          subject_id: subject,
          state: given.outcome === null ? 'raised' : 'closed',
          outcome: given.outcome,
          period_from: `2026-${given.month ?? '02'}-05`,
          raised_at: (given.raised ?? now).toISOString(),
          decided_at: given.outcome === null ? null : now.toISOString(),
          risk: finding,
        }),
        'RF-2026-00001',
      ],
    );
    await behind.query(
      `insert into risk_centre.signal (node_id, id, unit_id, finding_id, at, period_from, period_to, verdict)
         select node_id, $2, unit_id, $1, at, period_from, period_to, verdict || jsonb_build_object('value', $3::float8)
           from risk_centre.signal order by id limit 1`,
      [finding, newId(), given.value ?? 58],
    );
  }
  return ids;
}

const mined = (asked: Record<string, unknown> = {}) =>
  runJob(at.kernel, 'risk-centre.mine-rules', { signal: new AbortController().signal, asked });

interface Line {
  readonly id: string;
  readonly way: string;
  readonly told: { zh: string; en: string };
  readonly state: string;
  readonly evidence: {
    cases: number;
    wereTrue: number | null;
    lift: number;
    liftLower: number;
    liftUpper: number;
    share: { mean: number; lower: number; upper: number } | null;
  };
}
interface Rule extends Line {
  readonly rows: Readonly<Record<string, number>>;
  readonly shadow: {
    readonly flagged: number;
    readonly precision: { readonly reviewed: number } | null;
    readonly advice: string | null;
    readonly why: readonly { needed: number; found: number }[];
  };
  readonly may: readonly string[];
}
interface Mine {
  readonly rules: readonly Line[];
  readonly pairs: readonly { pattern: boolean }[];
  readonly closed: { cases: number; wereTrue: number; needed: number };
}
const mine = async () => (await at.as('沈风控').read('risk-centre.mine')) as Mine;
const rule = async (id: string) => (await at.as('冯局长').read('risk-centre.mined-rule', { id })) as Rule;
const rowsOf = async (id: string, kind: string) => {
  const found = await at.as('沈风控').list('risk-centre.rule-rows', { size: '200', 'f.rule_id': id, 'f.kind': kind });
  if (isRefusal(found)) throw new Error(found.code);
  return found.rows;
};

beforeAll(async () => {
  at = await house({ rooms: [vehicles, riskCentre], clock: () => now });
  behind = new pg.Client({ connectionString: at.urls.superuser });
  await behind.connect();
  const { facts } = await at.as('郑科长').does('vehicles.register-vehicle', {
    unit: at.ids.bureauFleet,
    serves: at.ids.city,
    plate: '青A·77001',
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
});
afterAll(async () => {
  await behind?.end();
  await at?.close();
});

describe('规律挖掘', () => {
  let drafted: string;

  test('L21 too few verdicts: it is said how many are needed, and nothing is drafted', async () => {
    await mined();
    expect(await mine()).toMatchObject({ rules: [], closed: { cases: 0, wereTrue: 0, needed: 20 } });
  });

  test('L21 what true cases share is drafted in words with its rows, once, and changes nothing', async () => {
    await made(30, { outcome: 'confirmed', value: 70, month: '10' });
    await made(4, { outcome: 'explained', value: 70, month: '10' });
    for (let n = 1; n <= 9; n++) {
      await made(1, { outcome: 'confirmed', value: 56 + n / 10, month: `0${n}` });
      await made(18, { outcome: 'explained', value: 56 + n / 10, month: `0${n}` });
    }
    await mined();
    const found = await mine();
    expect(found.rules.length).toBeGreaterThan(0);
    expect(found.closed).toEqual({ cases: 205, wereTrue: 39, needed: 20 });
    const [first] = found.rules;
    drafted = first!.id;
    expect(first).toMatchObject({ way: 'verdicts', state: 'draft' });
    expect(first!.told.zh).toMatch(/月份 = 10|测得值/);
    expect(first!.evidence.lift).toBeGreaterThan(3);
    expect(first!.evidence.liftLower).toBeLessThan(first!.evidence.lift);
    const whole = await rule(drafted);
    expect(whole.rows).toMatchObject({ source: 34, shadow: 0, live: 0 });
    expect(await rowsOf(drafted, 'source')).toHaveLength(34);
    expect(whole.shadow).toMatchObject({ flagged: 0, precision: null, why: [{ needed: 20, found: 0 }] });
    await mined();
    expect((await mine()).rules.map(({ id }) => id).toSorted()).toEqual(found.rules.map(({ id }) => id).toSorted());
    const chain = (await at.as('沈风控').read('risk-centre.chain')) as { patterns: number };
    expect(chain.patterns).toBe(
      found.pairs.filter(({ pattern }) => pattern).length +
        found.rules.filter(({ state }) => state === 'draft' || state === 'live').length,
    );
  });

  test('L21 a draft is counted beside later verdicts, raises nothing, and is not signed before it was tried', async () => {
    now = new Date('2026-03-10T01:00:00Z');
    const met = await made(18, { outcome: 'confirmed', value: 71, month: '10' });
    await made(3, { outcome: 'explained', value: 56, month: '03' });
    await mined({ mines: false });
    const early = await rule(drafted);
    expect(early.shadow).toMatchObject({ flagged: 18, precision: null, why: [{ needed: 20, found: 18 }] });
    expect(await at.as('冯局长').read('risk-centre.finding', { id: met[0]! })).toMatchObject({ rules: [] });
    const sign = (who: '冯局长' | '沈风控') =>
      at.as(who).run('risk-centre.sign-rule', { rule: drafted, reason: '试运行多数属实' });
    expect(await sign('冯局长')).toMatchObject({ code: 'rule-not-tried', data: { needed: 20, found: 18 } });
    expect(code(await sign('沈风控'))).toBe('not-your-right');
    await made(4, { outcome: 'explained', value: 72, month: '10' });
    await made(2, { outcome: null, value: 72, month: '10' });
    await mined({ mines: false });
    const tried = await rule(drafted);
    expect(tried).toMatchObject({
      may: ['risk-centre.sign-rule', 'risk-centre.refuse-rule'],
      rows: { shadow: 24 },
      shadow: { flagged: 24, precision: { reviewed: 22 }, advice: 'sign' },
    });
    expect(await rowsOf(drafted, 'shadow')).toHaveLength(24);
  });

  test('L21 signed by a person who did not ask for it; new findings that meet it say so; taken back they do not', async () => {
    const leader = at.as('冯局长');
    const sign = () => leader.run('risk-centre.sign-rule', { rule: drafted, reason: '试运行多数属实' });
    await behind.query(`update risk_centre.mined_rule set asked_by = $2 where id = $1`, [
      drafted,
      at.ids.persons['冯局长'].person,
    ]);
    expect(code(await sign())).toBe('own-proposal');
    await behind.query(`update risk_centre.mined_rule set asked_by = null where id = $1`, [drafted]);
    expect(code(await sign())).toBe('done');
    expect(code(await sign())).toBe('rule-not-draft');
    // Two that it met and nobody has decided are told of it; the decided ones stay as they were tried.
    expect((await rule(drafted)).rows).toMatchObject({ shadow: 22, live: 2 });
    now = new Date('2026-03-12T01:00:00Z');
    const [fresh] = await made(1, { outcome: null, value: 73, month: '10' });
    const [other] = await made(1, { outcome: null, value: 56, month: '04' });
    await mined({ mines: false });
    const shown = async (id: string) =>
      (await leader.read('risk-centre.finding', { id })) as { rules: { id: string; opens: boolean }[] };
    expect((await shown(fresh!)).rules).toMatchObject([{ id: drafted, opens: true }]);
    expect((await shown(other!)).rules).toEqual([]);
    // The unit reads it on its finding and does not open the rule.
    const head = at.with([{ role: 'head', unit: at.ids.bureauFleet, below: true }], { unit: at.ids.bureauFleet });
    expect(await head.read('risk-centre.finding', { id: fresh! })).toMatchObject({
      rules: [{ id: drafted, opens: false }],
    });
    expect(code(await head.read('risk-centre.mined-rule', { id: drafted }))).toBe('not-your-right');
    expect(code(await leader.run('risk-centre.withdraw-rule', { rule: drafted, reason: '情况已变' }))).toBe('done');
    expect((await shown(fresh!)).rules).toEqual([]);
    expect((await rule(drafted)).rows).toMatchObject({ live: 0, withdrawn: 3 });
    expect(code(await leader.run('risk-centre.withdraw-rule', { rule: drafted, reason: '情况已变' }))).toBe(
      'rule-not-live',
    );
  });

  test('L21 refused with a reason it is not proposed again; asked for by an officer it bears who asked', async () => {
    await mined();
    const left = (await mine()).rules.find(({ state }) => state === 'draft');
    if (left) {
      const refused = { rule: left.id, reason: '条件过宽' };
      expect(code(await at.as('沈风控').run('risk-centre.refuse-rule', refused))).toBe('done');
      expect(code(await at.as('沈风控').run('risk-centre.refuse-rule', refused))).toBe('rule-not-draft');
    }
    const before = (await mine()).rules.map(({ id }) => id);
    expect(code(await at.as('周敏').run('risk-centre.mine-rules', {}))).toBe('not-your-right');
    await at.as('沈风控').does('risk-centre.mine-rules', {});
    // Asked for again, what was refused or taken back stays so.
    await mined({ desk: at.ids.city, askedBy: at.ids.persons['沈风控'].person });
    expect((await mine()).rules.map(({ id }) => id).toSorted()).toEqual(before.toSorted());
  });

  test('the rules of a desk are not shown to heads, whatever else of the chain they read', async () => {
    expect((await mine()).rules.length).toBeGreaterThan(0);
    const head = at.with([{ role: 'head', unit: at.ids.province, below: true }], { unit: at.ids.province });
    expect(await head.read('risk-centre.mine')).toMatchObject({ rules: [] });
    // A leader of the county who also sees the city's rows in another role is told the county's alone.
    const county = at.with(
      [
        { role: 'leader', unit: at.ids.county, below: true },
        { role: 'clerk', unit: at.ids.city, below: true },
      ],
      { unit: at.ids.county },
    );
    expect(await county.read('risk-centre.mine')).toMatchObject({ rules: [], closed: { cases: 0 } });
  });
});
