import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FileFolder, storeUpload } from '@opengoa/kernel/files';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isRefusal, jobActor } from '@opengoa/kernel';
import { house, type House, type Person } from '@opengoa/kernel/testing';
import vehicles from '@opengoa/vehicles/domain';

import riskCentre from '../domain.ts';

/** The fleet with one kit that finds nothing by itself: what is found is said by the tests. */
const fleet = { ...vehicles, risks: [{ kit: 'fuel-over-standard', gather: async () => [] }] };

let at: House;
let now = new Date('2026-03-05T02:00:00Z');
const job = () =>
  at.with([], jobActor('run-kits', [{ role: 'job', unit: at.ids.province, below: true }], at.ids.province));

async function* pdf() {
  yield Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(991, 'x')]);
}

const february: [string, string] = ['2026-02-01', '2026-03-01'];
const flagged = (unit: string, id: string, period = february, verdict: Record<string, unknown> = {}) => ({
  unit,
  subject: { kind: 'vehicle', id, name: `青A·${id}` },
  period,
  opens: `/vehicles/fleet/${id}`,
  verdict: {
    kit: 'vehicles/fuel-over-standard',
    version: '1.0.0',
    rule: 'over-tank',
    evidenceClass: 'D',
    value: 58.6,
    threshold: 57.75,
    unit: 'L',
    explanation: { zh: '待核实异常:加油量大于油箱容积', en: 'To be verified: more litres than the tank holds' },
    benign: [{ zh: '批准的备用油桶', en: 'An approved can' }],
    evidence: [],
    llr: 4,
    loss: { low: 1000, mid: 5_000, high: 9000, unit: 'fen' },
    ...verdict,
  },
});

const run = (unit: string, ids: readonly string[]) =>
  job().does('risk-centre.run-kit', {
    kit: 'vehicles/fuel-over-standard',
    unit,
    period: ['2026-02-01', '2026-03-01'],
    flagged: ids.map((id) => flagged(unit, id)),
    clear: 7,
    insufficient: 2,
    notApplicable: 1,
  });

const idOf = async (person: Person, subject: string) => {
  const found = await person.list('risk-centre.findings', { size: '200' });
  if (isRefusal(found)) throw new Error(found.code);
  return found.rows.find((row) => row['subject_name'] === subject)?.['id'] as string;
};
const code = (answer: unknown) => (isRefusal(answer) ? answer.code : 'done');

beforeAll(async () => {
  at = await house({ rooms: [fleet, riskCentre], clock: () => now });
  await at
    .as('冯局长')
    .does('risk-centre.adopt-kit', { kit: 'vehicles/fuel-over-standard', state: 'live', reason: '试点启用' });
});
afterAll(() => at?.close());

describe('一条待核实异常的一生', () => {
  test('SEC-RE-01 raised, answered by the unit, confirmed, assigned, rectified, accepted: every step a fact with both sides on record', async () => {
    await run(at.ids.finance, ['v1']);
    const officer = at.as('沈风控');
    const unitHead = at.with([{ role: 'head', unit: at.ids.finance, below: true }], {
      unit: at.ids.finance,
      name: '陈局',
      person: at.ids.persons['陈局'].person,
    });
    const id = await idOf(officer, '青A·v1');

    expect(
      code(await officer.run('risk-centre.confirm-finding', { finding: id, outcome: 'confirmed', reason: '先行核实' })),
    ).toBe('unit-answers-first');
    expect(
      code(
        await unitHead.run('risk-centre.confirm-finding', { finding: id, outcome: 'confirmed', reason: '自己核实' }),
      ),
    ).toBe('not-your-right');
    const folder = new FileFolder(mkdtempSync(join(tmpdir(), 'opengoa-papers-')));
    await folder.prepare();
    const paper = async (by: Person) => {
      const stored = await storeUpload(at.kernel, folder, {
        actor: by.actor,
        point: riskCentre.uploads![0]!,
        name: '审批单.pdf',
        content: pdf(),
      });
      if (isRefusal(stored)) throw new Error(stored.code);
      return stored.id;
    };
    const own = await paper(unitHead);
    const theirs = await paper(officer);
    const answer = { finding: id, answer: '备用油桶经批准,附单据。' };
    // A paper that somebody else brought is not taken.
    expect(code(await unitHead.run('risk-centre.explain-finding', { ...answer, papers: [theirs] }))).toBe('not-found');
    await unitHead.does('risk-centre.explain-finding', { ...answer, papers: [own] });
    expect(await officer.read('risk-centre.finding', { id })).toMatchObject({
      papers: [{ id: own, name: '审批单.pdf' }],
    });
    expect(await officer.read('risk-centre.finding', { id })).toMatchObject({
      state: 'explained',
      answer: '备用油桶经批准,附单据。',
      may: ['risk-centre.confirm-finding', 'risk-centre.dismiss-finding'],
    });
    await officer.does('risk-centre.confirm-finding', {
      finding: id,
      outcome: 'partly-confirmed',
      reason: '单据与日期不符',
    });
    expect(
      code(
        await officer.run('risk-centre.assign-finding', {
          finding: id,
          to: at.ids.persons['石会计'].person,
          request: '补齐单据',
        }),
      ),
    ).toBe('person-not-of-unit');
    await officer.does('risk-centre.assign-finding', {
      finding: id,
      to: at.ids.persons['周敏'].person,
      request: '补齐单据',
    });
    await at.as('周敏').does('risk-centre.rectify-finding', { finding: id, done: '已补齐。' });
    await officer.does('risk-centre.verify-finding', { finding: id, accepted: false, opinion: '还缺一张。' });
    await at.as('周敏').does('risk-centre.rectify-finding', { finding: id, done: '已全部补齐。' });
    await officer.does('risk-centre.verify-finding', { finding: id, accepted: true, opinion: '单据齐全,销号。' });
    expect(await officer.read('risk-centre.finding', { id })).toMatchObject({
      state: 'closed',
      outcome: 'partly-confirmed',
      may: [],
    });

    const { entries } = (await officer.read('kernel.timeline', { object: id })) as { entries: { type: string }[] };
    expect(entries.map(({ type }) => type).filter((type) => type.startsWith('risk-centre.'))).toEqual([
      'risk-centre.FindingRaised',
      'risk-centre.FindingExplained',
      'risk-centre.FindingConfirmed',
      'risk-centre.FindingAssigned',
      'risk-centre.FindingRectified',
      'risk-centre.RectificationReturned',
      'risk-centre.FindingRectified',
      'risk-centre.FindingClosed',
    ]);
  });

  test('a subject being handled is not asked twice: the new signal merges into the live finding', async () => {
    await run(at.ids.finance, ['v2']);
    await run(at.ids.finance, ['v2']);
    const found = await at.as('沈风控').list('risk-centre.findings', { 'f.state': 'raised' });
    if (isRefusal(found)) throw new Error(found.code);
    expect(found.rows).toHaveLength(1);
    expect(await at.as('沈风控').read('risk-centre.finding', { id: found.rows[0]!['id'] })).toMatchObject({
      signals: [{}, {}],
    });
  });

  test('a subject flagged for several periods in one run is one finding, asked once: periods, losses and the gravest level together', async () => {
    const january: [string, string] = ['2026-01-01', '2026-02-01'];
    const grave = { loss: { low: 1e9, mid: 2e9, high: 3e9, unit: 'fen' } };
    const faint = { evidenceClass: 'S', llr: 0.5, loss: { low: 100, mid: 400, high: 900, unit: 'fen' } };
    await job().does('risk-centre.run-kit', {
      kit: 'vehicles/fuel-over-standard',
      unit: at.ids.finance,
      period: [january[0], february[1]],
      flagged: [
        flagged(at.ids.finance, 'v5', january, grave),
        flagged(at.ids.finance, 'v5', february, faint),
        flagged(at.ids.finance, 'v6', january, faint),
      ],
      clear: 0,
      insufficient: 0,
      notApplicable: 0,
    });
    const officer = at.as('沈风控');
    const found = await officer.list('risk-centre.findings', { size: '200', 'f.state': 'raised' });
    if (isRefusal(found)) throw new Error(found.code);
    const [one, ...more] = found.rows.filter((row) => row['subject_name'] === '青A·v5');
    expect(more).toEqual([]);
    const merged = await officer.read('risk-centre.finding', { id: one!['id'] });
    const alone = await officer.read('risk-centre.finding', { id: await idOf(officer, '青A·v6') });
    const level = (of: unknown) => (of as { level: string }).level;
    expect(merged).toMatchObject({
      period: ['2026-01-01', '2026-03-01'],
      signals: [{ period: january }, { period: february }],
      loss: { low: 1e9 + 100, mid: 2e9 + 400, high: 3e9 + 900, unit: 'fen' },
      level: 'red',
    });
    // The later signal alone would not have been red.
    expect(level(alone)).not.toBe('red');
    expect((merged as { probability: number }).probability).toBeGreaterThan(
      (alone as { probability: number }).probability,
    );
    const { entries } = (await officer.read('kernel.timeline', { object: one!['id'] })) as {
      entries: { type: string }[];
    };
    const types = entries.map(({ type }) => type);
    expect(types.filter((type) => type === 'risk-centre.SignalMerged')).toHaveLength(1);
    expect(types.filter((type) => type === 'kernel.TaskRaised').length).toBeLessThanOrEqual(1);
  });

  test('overdue goes up the tree, one unit further each time, and stays with its holder', async () => {
    await run(at.ids.countyFinance, ['v3']);
    const officer = at.as('沈风控');
    const found = await officer.list('risk-centre.findings', { 'f.unit_id': at.ids.countyFinance });
    if (isRefusal(found)) throw new Error(found.code);
    const id = found.rows[0]!['id'];
    expect(code(await job().run('risk-centre.escalate-finding', { finding: id }))).toBe('not-overdue');
    now = new Date('2026-06-05T02:00:00Z');
    await job().does('risk-centre.escalate-finding', { finding: id });
    expect(await officer.read('risk-centre.finding', { id })).toMatchObject({ escalations: 1, state: 'raised' });
    // The time to speak is over: the officer may decide without an answer.
    await officer.does('risk-centre.dismiss-finding', { finding: id, outcome: 'data-problem', reason: '重复导入。' });
  });

  test('precision of the kit is made from verdicts, with its interval, and silence is counted', async () => {
    const { kits, fewest } = (await at.as('沈风控').read('risk-centre.kits')) as {
      fewest: number;
      kits: { id: string; precision: unknown; lastRun: unknown; state: string }[];
    };
    const kit = kits.find(({ id }) => id === 'vehicles/fuel-over-standard');
    expect(kit).toMatchObject({
      state: 'live',
      precision: null,
      verdicts: 2,
      lastRun: { insufficient: expect.any(Number) },
    });
    // Two are too few; with a third the precision is told.
    expect(fewest).toBe(3);
    const officer = at.as('沈风控');
    const id = await idOf(officer, '青A·v6');
    now = new Date('2026-07-05T02:00:00Z');
    await job().does('risk-centre.escalate-finding', { finding: id });
    await officer.does('risk-centre.dismiss-finding', {
      finding: id,
      outcome: 'explained',
      cause: 'approved-can',
      reason: '备用油桶经批准。',
    });
    const after = ((await officer.read('risk-centre.kits')) as { kits: typeof kits }).kits.find(
      ({ id: of }) => of === kit!.id,
    );
    const { mean, lower, upper } = after!.precision as { mean: number; lower: number; upper: number };
    expect(mean).toBeCloseTo(1.5 / 5);
    const listed = await officer.list('risk-centre.verdicts', { 'f.kit': kit!.id });
    if (isRefusal(listed)) throw new Error(listed.code);
    expect(listed.rows).toHaveLength(3);
    expect(listed.rows.map((row) => row['cause'])).toContain('approved-can');
    expect(lower).toBeLessThan(mean);
    expect(upper).toBeGreaterThan(mean);
  });

  test('a confirmed finding that needs no rectification is closed with its conclusion, and not by the unit itself', async () => {
    await run(at.ids.finance, ['v4']);
    const officer = at.as('沈风控');
    const id = await idOf(officer, '青A·v4');
    const unitHead = at.with([{ role: 'head', unit: at.ids.finance, below: true }], {
      unit: at.ids.finance,
      person: at.ids.persons['陈局'].person,
    });
    await unitHead.does('risk-centre.explain-finding', { finding: id, answer: '小票录入有误。' });
    expect(code(await officer.run('risk-centre.close-finding', { finding: id, conclusion: '尚未核实' }))).toBe(
      'not-now',
    );
    await officer.does('risk-centre.confirm-finding', { finding: id, outcome: 'confirmed', reason: '经核对属实' });
    const own = at.with([{ role: 'risk-officer', unit: at.ids.finance, below: true }], { unit: at.ids.finance });
    expect(code(await own.run('risk-centre.close-finding', { finding: id, conclusion: '自行销号' }))).toBe(
      'own-finding',
    );
    await officer.does('risk-centre.close-finding', { finding: id, conclusion: '金额轻微,已提醒,销号。' });
    expect(await officer.read('risk-centre.finding', { id })).toMatchObject({ state: 'closed' });
  });

  test('SEC-AC-13 another unit sees nothing of it; the superior sees it', async () => {
    const other = at.as('石会计');
    const id = await idOf(at.as('沈风控'), '青A·v1');
    expect(await other.read('risk-centre.finding', { id })).toMatchObject({ code: 'not-found' });
    expect(await at.as('省督察').read('risk-centre.finding', { id })).toMatchObject({ id });
  });

  test('a kit on trial asks no unit and is shown to its owner alone', async () => {
    await at
      .as('冯局长')
      .does('risk-centre.adopt-kit', { kit: 'vehicles/fuel-over-standard', state: 'shadow', reason: '回到试运行' });
    await run(at.ids.finance, ['v9']);
    const mine = await at.as('沈风控').list('risk-centre.findings', { 'f.shadow': 'true' });
    const theirs = await at.as('省督察').list('risk-centre.findings', { 'f.shadow': 'true' });
    if (isRefusal(mine) || isRefusal(theirs)) throw new Error('refused');
    expect([mine.rows.length, theirs.rows.length]).toEqual([1, 0]);
  });
});
