import { isRefusal, jobActor, type Id } from '@opengoa/kernel';
import { runJob } from '@opengoa/kernel/host';
import { house, policiesOff, type House, type Person } from '@opengoa/kernel/testing';
import vehicles from '@opengoa/vehicles/domain';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import riskCentre from '../domain.ts';

let at: House;
let now = new Date('2026-03-05T02:00:00Z');
beforeAll(async () => {
  at = await house({
    rooms: [{ ...vehicles, risks: [{ kit: 'fuel-over-standard', gather: async () => [] }] }, riskCentre],
    clock: () => now,
  });
});
afterAll(() => at?.close());

const code = (answer: unknown) => (isRefusal(answer) ? answer.code : 'done');
const officer = () => at.as('沈风控');
const entry = (more: object = {}) => ({
  unit: at.ids.finance,
  name: '加油卡由一人保管和核销',
  office: 'vehicles',
  post: at.ids.persons['陈局'].post,
  controls: '每月由两人核对加油明细。',
  inherent: { likelihood: 4, consequence: 4 },
  residual: { likelihood: 3, consequence: 3 },
  ...more,
});
const enter = async (more: object = {}): Promise<Id> =>
  ((await officer().does('risk-centre.enter-risk', entry(more))).result as { risk: Id }).risk;
const read = async (risk: Id, who: Person = officer()) => {
  const answer = await who.read('risk-centre.risk', { id: risk });
  if (isRefusal(answer)) throw new Error(answer.code);
  return answer as Record<string, unknown>;
};
interface Matrix {
  readonly open: number;
  readonly accepted: number;
  readonly expired: number;
  readonly fields: readonly { likelihood: number; consequence: number; level: string; before: number; after: number }[];
}
const matrix = async (who: Person = officer()) => {
  const answer = await who.read('risk-centre.risk-matrix');
  if (isRefusal(answer)) throw new Error(answer.code);
  return answer as Matrix;
};

test('an entry has the level of its field before and after its controls; one that cannot be is refused', async () => {
  const risk = await enter();
  expect(await read(risk)).toMatchObject({
    level: 'red',
    residualLevel: 'yellow',
    state: 'open',
    longest: 180,
    post: '局长',
  });
  expect(
    code(await officer().run('risk-centre.enter-risk', entry({ residual: { likelihood: 5, consequence: 1 } }))),
  ).toBe('residual-above');
  expect(code(await officer().run('risk-centre.enter-risk', entry({ post: at.ids.persons['石会计'].post })))).toBe(
    'post-not-of-unit',
  );
  expect(code(await at.as('何涛').run('risk-centre.enter-risk', entry()))).toBe('not-your-right');
});

test('the fields of the matrix add up to all open entries, and each count is the length of its list', async () => {
  const before = await matrix();
  const gone = await enter();
  await enter({ residual: { likelihood: 1, consequence: 4 } });
  await officer().does('risk-centre.close-risk', { risk: gone, conclusion: '加油卡已收回。' });
  const { open, fields } = await matrix();
  expect(open).toBe(before.open + 1);
  for (const side of ['before', 'after'] as const)
    expect(fields.reduce((sum, field) => sum + field[side], 0)).toBe(open);
  for (const { likelihood, consequence, before: n, after } of fields) {
    const count = async (filters: Record<string, string>) => {
      const rows = await officer().list('risk-centre.risks', { 'f.live': 'true', size: '200', ...filters });
      if (isRefusal(rows)) throw new Error(rows.code);
      return rows.rows.length;
    };
    if (n > 0)
      expect(await count({ 'f.likelihood': String(likelihood), 'f.consequence': String(consequence) })).toBe(n);
    if (after > 0)
      expect(
        await count({ 'f.residual_likelihood': String(likelihood), 'f.residual_consequence': String(consequence) }),
      ).toBe(after);
  }
  expect(code(await officer().run('risk-centre.assess-risk', { ...assessed(gone), reason: '再看一次' }))).toBe(
    'not-now',
  );
});

const assessed = (risk: Id, residual = { likelihood: 3, consequence: 3 }) => ({
  risk,
  controls: '每周由两人核对。',
  inherent: { likelihood: 4, consequence: 4 },
  residual,
  reason: '季度评估',
});

test('a residual risk is accepted by a leader with a last day, not by whoever answers for it, not for longer than its level may be', async () => {
  const risk = await enter();
  const accept = (who: Person, until: string) =>
    who.run('risk-centre.accept-risk', { risk, reason: '更换系统前先按现有措施控制。', until });
  expect(code(await accept(at.as('陈局'), '2026-04-01'))).toBe('own-risk');
  expect(code(await accept(officer(), '2026-04-01'))).toBe('not-your-right');
  expect(code(await accept(at.as('冯局长'), '2026-03-05'))).toBe('acceptance-past');
  expect(code(await accept(at.as('冯局长'), '2026-09-02'))).toBe('acceptance-too-long');
  expect(code(await accept(at.as('冯局长'), '2026-09-01'))).toBe('done');
  expect(await read(risk)).toMatchObject({ state: 'accepted', acceptedUntil: '2026-09-01' });
  // Less is left: it stays accepted. More is left: what was accepted is another risk.
  await officer().does('risk-centre.assess-risk', assessed(risk, { likelihood: 2, consequence: 3 }));
  expect(await read(risk)).toMatchObject({ state: 'accepted', acceptedUntil: '2026-09-01' });
  await officer().does('risk-centre.assess-risk', assessed(risk, { likelihood: 4, consequence: 4 }));
  expect(await read(risk)).toMatchObject({ state: 'open', acceptedUntil: null, residualLevel: 'red' });
  expect(code(await accept(at.as('冯局长'), '2026-03-06'))).toBe('risk-not-acceptable');
});

test('when its last day is over it comes back as a task of the post, and may be accepted again', async () => {
  const risk = await enter({ name: '钥匙由一人保管' });
  await at.as('冯局长').does('risk-centre.accept-risk', { risk, reason: '暂不增人。', until: '2026-03-10' });
  const run = () =>
    runJob(at.kernel, 'risk-centre.expire-acceptances', { signal: new AbortController().signal, asked: {} });
  now = new Date('2026-03-10T10:00:00Z');
  await run();
  expect(await read(risk)).toMatchObject({ state: 'accepted' });
  const job = at.with(
    [],
    jobActor('expire-acceptances', [{ role: 'job', unit: at.ids.province, below: true }], at.ids.province),
  );
  expect(code(await job.run('risk-centre.expire-acceptance', { risk }))).toBe('acceptance-runs');
  now = new Date('2026-03-11T02:00:00Z');
  await run();
  expect(await read(risk)).toMatchObject({ state: 'expired' });
  expect((await matrix()).expired).toBe(1);
  const owner = at.as('陈局');
  const tasks = await owner.list('kernel.my-tasks', { size: '50' });
  if (isRefusal(tasks)) throw new Error(tasks.code);
  expect(tasks.rows.filter((row) => row['opens'] === `/risk/register/${risk}`)).toHaveLength(1);
  expect(code(await job.run('risk-centre.expire-acceptance', { risk }))).toBe('not-now');
  await owner.does('risk-centre.assess-risk', assessed(risk, { likelihood: 2, consequence: 2 }));
  expect(await read(risk)).toMatchObject({ state: 'open', residualLevel: 'blue' });
  // The task is done, and with it the right to assess.
  expect(isRefusal(await owner.run('risk-centre.assess-risk', assessed(risk)))).toBe(true);
  await at.as('冯局长').does('risk-centre.accept-risk', { risk, reason: '已增加复核。', until: '2026-06-01' });
  now = new Date('2026-03-05T02:00:00Z');
});

test('findings belong to it, opened from its page, and are taken out again', async () => {
  const risk = await enter();
  const job = at.with([], jobActor('run-kits', [{ role: 'job', unit: at.ids.province, below: true }], at.ids.province));
  await at
    .as('冯局长')
    .does('risk-centre.adopt-kit', { kit: 'vehicles/fuel-over-standard', state: 'live', reason: '试点启用' });
  await job.does('risk-centre.run-kit', {
    kit: 'vehicles/fuel-over-standard',
    unit: at.ids.finance,
    period: ['2026-02-01', '2026-03-01'],
    flagged: [
      {
        unit: at.ids.finance,
        subject: { kind: 'vehicle', id: 'v1', name: '青A·v1' },
        period: ['2026-02-01', '2026-03-01'],
        opens: '/vehicles/fleet/v1',
        verdict: {
          kit: 'vehicles/fuel-over-standard',
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
      },
    ],
    clear: 0,
    insufficient: 0,
    notApplicable: 0,
  });
  const listed = await officer().list('risk-centre.findings', { size: '10' });
  if (isRefusal(listed)) throw new Error(listed.code);
  const finding = listed.rows[0]!['id'] as Id;
  await officer().does('risk-centre.tie-finding', { risk, finding });
  await officer().does('risk-centre.tie-finding', { risk, finding });
  expect(await read(risk)).toMatchObject({ findings: [{ id: finding, subject: '青A·v1' }] });
  await officer().does('risk-centre.tie-finding', { risk, finding, belongs: false });
  expect(await read(risk)).toMatchObject({ findings: [] });
  const countyOfficer = at.with([{ role: 'risk-officer', unit: at.ids.county, below: true }], { unit: at.ids.county });
  expect(code(await countyOfficer.run('risk-centre.tie-finding', { risk, finding }))).toBe('not-found');
});

test('SEC-AC-13 another unit sees nothing of it, and counts nothing of it', async () => {
  const risk = await enter();
  const other = at.as('石会计');
  expect(await other.read('risk-centre.risk', { id: risk })).toMatchObject({ code: 'not-found' });
  expect((await matrix(other)).open).toBe(0);
  expect(code(await at.as('周敏').read('risk-centre.risk-matrix'))).toBe('not-your-right');
  expect(await read(risk, at.as('省督察'))).toMatchObject({ id: risk });
});

test('SEC-AC-17 with the policies off, a county counts no entry of the city, and at its own none of the city’s findings', async () => {
  const risk = await enter({ unit: at.ids.countyFinance, post: at.ids.persons['石会计'].post });
  const behind = new pg.Client({ connectionString: at.urls.superuser });
  await behind.connect();
  await behind.query(
    `insert into risk_centre.risk_finding (node_id, risk_id, finding_id, unit_id, at)
     select node_id, $1, id, $2, raised_at from risk_centre.finding limit 1`,
    [risk, at.ids.countyFinance],
  );
  await behind.end();
  await policiesOff(at.urls.superuser);
  const county = at.with([{ role: 'risk-officer', unit: at.ids.county, below: true }], { unit: at.ids.county });
  expect((await matrix(county)).open).toBe(1);
  expect((await matrix()).open).toBeGreaterThan(1);
  expect(await read(risk, county)).toMatchObject({ findings: [] });
  expect((await read(risk))['findings']).toHaveLength(1);
});
