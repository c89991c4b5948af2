import { isRefusal, jobActor, type Id } from '@opengoa/kernel';
import { house, policiesOff, type House, type Person } from '@opengoa/kernel/testing';
import vehicles from '@opengoa/vehicles/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import riskCentre from '../domain.ts';

let at: House;
let now = new Date('2026-03-05T02:00:00Z');
const kit = 'vehicles/fuel-over-standard';
const other = 'vehicles/used-outside-approval';
beforeAll(async () => {
  const risks = ['fuel-over-standard', 'used-outside-approval'].map((each) => ({ kit: each, gather: async () => [] }));
  at = await house({ rooms: [{ ...vehicles, risks }, riskCentre], clock: () => now });
  for (const each of [kit, other])
    await at.as('冯局长').does('risk-centre.adopt-kit', { kit: each, state: 'live', reason: '试点启用' });
});
afterAll(() => at?.close());

const officer = () => at.as('沈风控');
const job = () =>
  at.with([], jobActor('run-kits', [{ role: 'job', unit: at.ids.province, below: true }], at.ids.province));
const run = (subjects: readonly string[], more: { clear?: number; insufficient?: number; unit?: Id } = {}) =>
  job().does('risk-centre.run-kit', {
    kit,
    unit: more.unit ?? at.ids.finance,
    period: ['2026-02-01', '2026-03-01'],
    flagged: subjects.map((id) => ({
      unit: at.ids.finance,
      subject: { kind: 'vehicle', id, name: `青A·${id}` },
      period: ['2026-02-01', '2026-03-01'],
      opens: `/vehicles/fleet/${id}`,
      verdict: {
        kit,
        version: '1.0.0',
        rule: 'over-tank',
        evidenceClass: 'D',
        value: 58.6,
        threshold: 57.75,
        unit: 'L',
        explanation: { zh: '待核实异常', en: 'To be verified' },
        benign: [],
        evidence: [],
        llr: 4,
      },
    })),
    clear: more.clear ?? 0,
    insufficient: more.insufficient ?? 0,
    notApplicable: 0,
  });
const idOf = async (id: string): Promise<Id> => {
  const found = await officer().list('risk-centre.findings', { size: '200' });
  if (isRefusal(found)) throw new Error(found.code);
  return found.rows.find((row) => row['subject_name'] === `青A·${id}`)!['id'] as Id;
};
interface Told {
  readonly checks: readonly { check: string; n: number }[];
  readonly offices: readonly { office: string; check: string; n: number }[];
  readonly units: readonly { name: string; check: string; n: number }[];
  readonly kits: readonly { id: string; check: string; n: number }[] | null;
}
const told = async (who: Person = officer()): Promise<Told> => {
  const answer = await who.read('risk-centre.quality');
  if (isRefusal(answer)) throw new Error(answer.code);
  return answer as Told;
};
const counts = async (who?: Person) => Object.fromEntries((await told(who)).checks.map(({ check, n }) => [check, n]));
const rows = async (check: string, who: Person = officer()) => {
  const found = await who.list('risk-centre.quality-rows', { 'f.check': check, size: '200' });
  if (isRefusal(found)) throw new Error(found.code);
  return found.rows;
};

test('kits: what never ran, what judged nothing for want of data, what nobody verified, what was moved without verdicts', async () => {
  expect((await told()).kits!.map(({ id, check }) => [id, check])).toEqual([
    [kit, 'never-run'],
    [other, 'never-run'],
  ]);
  await run([], { insufficient: 3 });
  expect((await told()).kits!.find(({ id }) => id === kit)).toMatchObject({ check: 'silent', n: 3 });
  await run(['v1', 'v2', 'v3']);
  expect((await told()).kits!.filter(({ id }) => id === kit)).toEqual([]);
  now = new Date('2026-07-05T02:00:00Z');
  await run([], { clear: 1 });
  expect((await told()).kits!.find(({ id }) => id === kit)).toMatchObject({ check: 'no-verdicts', n: 3 });
  now = new Date('2026-03-05T02:00:00Z');
  await at.as('冯局长').does('risk-centre.tune-kit', { kit, settings: { llr: 3 }, reason: '误报较多' });
  expect((await told()).kits!.find(({ id }) => id === kit)).toMatchObject({ check: 'moved-without-evidence', n: 1 });
  await at.as('冯局长').does('risk-centre.undo-tuning', { kit, reason: '误报未减少' });
  expect((await told()).kits!.filter(({ id }) => id === kit)).toEqual([]);
});

test('findings: closed without a paper, overdue; each count is the length of its rows, of offices and units alike', async () => {
  const head = at.with([{ role: 'head', unit: at.ids.finance, below: true }], {
    unit: at.ids.finance,
    person: at.ids.persons['陈局'].person,
  });
  const steps = async (id: Id) => {
    await head.does('risk-centre.explain-finding', { finding: id, answer: '小票录入有误。' });
    await officer().does('risk-centre.confirm-finding', { finding: id, outcome: 'confirmed', reason: '经核对属实' });
  };
  const [closed, assigned] = [await idOf('v1'), await idOf('v2')];
  await steps(closed);
  await officer().does('risk-centre.close-finding', { finding: closed, conclusion: '金额轻微，已提醒。' });
  await steps(assigned);
  await officer().does('risk-centre.assign-finding', {
    finding: assigned,
    to: at.ids.persons['陈局'].person,
    request: '补齐单据',
  });
  expect(await counts()).toMatchObject({
    'closed-without-evidence': 1,
    'decided-before-answer': 0,
    'acceptance-expired': 0,
  });
  // The clock of the database is the real one: what is due in March 2026 is overdue.
  expect(await rows('rectification-overdue')).toHaveLength((await counts())['rectification-overdue']!);
  expect((await rows('closed-without-evidence'))[0]).toMatchObject({ finding_id: closed, office: 'vehicles', kit });
  const { checks, offices, units } = await told();
  const total = (of: readonly { n: number }[]) => of.reduce((sum, { n }) => sum + n, 0);
  expect([total(offices), total(units)]).toEqual([total(checks), total(checks)]);
});

test('an acceptance that is over is told, with the office of its risk', async () => {
  const { risk } = (
    await officer().does('risk-centre.enter-risk', {
      unit: at.ids.finance,
      name: '钥匙由一人保管',
      office: 'safety',
      post: at.ids.persons['陈局'].post,
      controls: '登记领用。',
      inherent: { likelihood: 3, consequence: 3 },
      residual: { likelihood: 2, consequence: 2 },
    })
  ).result as { risk: Id };
  await at.as('冯局长').does('risk-centre.accept-risk', { risk, reason: '暂不增人。', until: '2026-03-08' });
  now = new Date('2026-03-10T02:00:00Z');
  await job().does('risk-centre.expire-acceptance', { risk });
  expect(await rows('acceptance-expired')).toMatchObject([
    { risk_id: risk, office: 'safety', about: '钥匙由一人保管' },
  ]);
});

test('SEC-AC-13 another unit counts nothing of it, and staff do not come in; the superior counts all', async () => {
  expect(await told(at.as('石会计'))).toMatchObject({ units: [], kits: null });
  expect(await rows('closed-without-evidence', at.as('石会计'))).toEqual([]);
  expect(await at.as('周敏').read('risk-centre.quality')).toMatchObject({ code: 'not-your-right' });
  expect((await counts(at.as('省督察')))['closed-without-evidence']).toBe(1);
});

test('SEC-AC-17 with the policies off, a county counts nothing of the city, nor what its kits did there', async () => {
  await policiesOff(at.urls.superuser);
  const county = at.with([{ role: 'risk-officer', unit: at.ids.county, below: true }], { unit: at.ids.county });
  const there = await told(county);
  expect([there.units, there.checks.filter(({ n }) => n > 0)]).toEqual([[], []]);
  const ofKit = ({ kits }: Told) => kits!.filter(({ id, check }) => id === kit && check === 'never-run').length;
  expect([ofKit(await told()), ofKit(there)]).toEqual([0, 1]);
});
