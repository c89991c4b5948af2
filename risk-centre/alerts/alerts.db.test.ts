import { isRefusal, newId, type Id } from '@opengoa/kernel';
import { runJob } from '@opengoa/kernel/host';
import { house, policiesOff, type House } from '@opengoa/kernel/testing';
import vehicles from '@opengoa/vehicles/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import riskCentre from '../domain.ts';
import { drawAtOnce } from './draw-week.ts';

let at: House;
let now = new Date('2026-03-02T01:00:00Z');
const job = (name: string, asked: Record<string, unknown> = {}) =>
  runJob(at.kernel, `risk-centre.${name}`, { signal: new AbortController().signal, asked });

interface Row {
  readonly finding: Id;
  readonly subject: string;
  readonly standing: string;
  readonly colour: string;
  readonly reason: string;
  readonly probability: number;
  readonly floored: boolean;
}
interface Shown {
  readonly week: string;
  readonly desks: readonly {
    readonly budget: {
      readonly alerts: number;
      readonly hours: number;
      readonly falseShare: { readonly yellow: number };
    };
    readonly used: { readonly alerts: number; readonly hours: number };
    readonly carried: { readonly alerts: number; readonly hours: number };
    readonly faint: number;
    readonly correction: { readonly way: string; readonly rarer: number; readonly needed: number };
    readonly offices: readonly { readonly office: string; readonly sent: number; readonly uncertain: number }[];
  }[];
  readonly sent: readonly Row[];
  readonly held: readonly Row[];
  readonly weeks: readonly {
    readonly week: string;
    readonly sent: number;
    readonly open: number;
    readonly foundFalse: number | null;
  }[];
}
const shown = async (week?: string) => {
  const answer = await at.as('沈风控').read('risk-centre.alerts', week ? { week } : {});
  if (isRefusal(answer)) throw new Error(answer.code);
  return answer as Shown;
};

/** What a kit found, as its run would raise it. */
const found = (name: string, llr: number, more: { evidenceClass?: 'D' | 'S'; lossFen?: number; unit?: Id } = {}) => ({
  unit: more.unit ?? at.ids.financeOffice,
  subject: { kind: 'vehicle', id: newId(), name },
  period: ['2026-02-01', '2026-03-01'],
  opens: '/vehicles/fleet',
  about: [],
  verdict: {
    kit: 'vehicles/fuel-over-standard',
    version: '1.0.0',
    rule: 'over',
    evidenceClass: more.evidenceClass ?? 'S',
    value: 20,
    threshold: 10,
    unit: 'L',
    llr,
    loss: { low: more.lossFen ?? 0, mid: more.lossFen ?? 0, high: more.lossFen ?? 0, unit: 'fen' },
    explanation: { zh: '待核实异常', en: 'to be verified' },
    benign: [],
    evidence: [{ table: 'vehicles.fill', key: newId(), field: 'litres', value: 60 }],
    title: { zh: '油耗', en: 'Fuel' },
    subject: { kind: 'vehicle', id: newId(), name },
  },
});
const raise = async (kit: string, ...flagged: ReturnType<typeof found>[]) => {
  const answer = await at
    .with([{ role: 'job', unit: at.ids.province, below: true }], { kind: 'job', unit: at.ids.province })
    .run('risk-centre.run-kit', {
      kit,
      unit: flagged[0]!.unit,
      period: ['2026-02-01', '2026-03-01'],
      flagged: flagged.map((each) => ({ ...each, verdict: { ...each.verdict, kit } })),
      clear: 0,
      insufficient: 0,
      notApplicable: 0,
    });
  if (isRefusal(answer)) throw new Error(answer.code);
};

const fuel = 'vehicles/fuel-over-standard';
const outside = 'vehicles/used-outside-approval';

beforeAll(async () => {
  at = await house({ rooms: [vehicles, riskCentre], clock: () => now });
  for (const kit of [fuel, outside])
    await at.as('冯局长').does('risk-centre.adopt-kit', { kit, state: 'live', reason: '试点启用' });
});
afterAll(() => at?.close());

test('before anything was drawn up there is nothing, and no budget is told', async () => {
  expect(await shown()).toMatchObject({ week: '2026-03-02', desks: [], sent: [], held: [], weeks: [] });
});

test('a sure one goes out in its colour with its reason; an uncertain one is held back and says why; a faint one is counted', async () => {
  await raise(
    fuel,
    found('sure', 8, { lossFen: 2_000_000 }),
    found('unsure', 3.9, { lossFen: 2_000_000 }),
    found('small', 8),
  );
  await raise(outside, found('papers', 3, { evidenceClass: 'D' }));
  await job('draw-alerts');
  const week = await shown();
  expect(week.sent.map(({ subject, colour, reason }) => [subject, colour, reason])).toEqual([
    ['papers', 'red', 'documentary-with-impact'],
  ]);
  expect(week.sent[0]).toMatchObject({ floored: true });
  expect(week.held.map(({ subject, standing }) => [subject, standing])).toEqual(
    expect.arrayContaining([['unsure', 'too-uncertain']]),
  );
  const [desk] = week.desks;
  expect(desk).toMatchObject({
    faint: 1,
    carried: { alerts: 0, hours: 0 },
    correction: { way: 'as-stated', rarer: 0, needed: 10 },
    offices: [{ office: 'vehicles', sent: 1 }],
  });
  expect(desk!.used.hours).toBeLessThanOrEqual(desk!.budget.hours);
});

test('nothing new is no fact: the same morning again writes nothing', async () => {
  const facts = () => at.as('沈风控').list('risk-centre.alert-rows', { size: '50' });
  const before = JSON.stringify(await facts());
  const drawn = (await shown()).desks;
  now = new Date('2026-03-03T01:00:00Z');
  await job('draw-alerts');
  expect(JSON.stringify(await facts())).toBe(before);
  expect((await shown()).desks).toEqual(drawn);
});

test('never more than the officers have hours for: a flood waits, the dearest go first', async () => {
  const flood = Array.from({ length: 30 }, (_, i) =>
    found(`flood ${i}`, 3, { evidenceClass: 'D', lossFen: 1_000_000 + i }),
  );
  await raise(outside, ...flood);
  await job('draw-alerts');
  const { sent, held, desks } = await shown();
  expect(desks[0]!.used.alerts).toBe(sent.length);
  expect(desks[0]!.used.hours).toBeLessThanOrEqual(desks[0]!.budget.hours + 1e-9);
  expect(sent.length).toBeLessThanOrEqual(10);
  expect(sent.some(({ subject }) => subject === 'flood 29')).toBe(true);
  expect(held.filter(({ standing }) => standing === 'no-capacity').length).toBeGreaterThan(15);
  // Sent is sent: what went out on Monday stands.
  expect(sent.some(({ subject }) => subject === 'papers')).toBe(true);
});

test('next week: what is still to be verified is carried over and takes its hours; nothing goes out twice', async () => {
  const first = await shown();
  now = new Date('2026-03-10T01:00:00Z');
  await job('draw-alerts');
  const week = await shown();
  expect(week.week).toBe('2026-03-09');
  expect(week.desks[0]!.carried.alerts).toBe(first.sent.length);
  const before = new Set(first.sent.map(({ finding }) => finding));
  expect(week.sent.filter(({ finding }) => before.has(finding))).toEqual([]);
  expect(week.desks[0]!.used.hours + week.desks[0]!.carried.hours).toBeLessThanOrEqual(
    week.desks[0]!.budget.hours + 1e-9,
  );
  expect(week.weeks.find((each) => each.week === '2026-03-02')).toMatchObject({
    sent: first.sent.length,
    open: first.sent.length,
    foundFalse: null,
  });
  expect((await shown('2026-03-04')).sent).toEqual(first.sent);
});

test('others do not see it: a head is refused, an officer elsewhere sees nothing of it', async () => {
  const head = await at.as('何涛').read('risk-centre.alerts', {});
  expect(isRefusal(head)).toBe(true);
  const elsewhere = at.with([{ role: 'risk-officer', unit: at.ids.county, below: true }], { unit: at.ids.county });
  expect(await elsewhere.read('risk-centre.alerts', {})).toMatchObject({ desks: [], sent: [], held: [], weeks: [] });
});

test('what is raised during the day is weighed at once, what a load brings in the morning', () => {
  const fact = (happenedAt: Date, level = 'red') => ({ outcome: 'done', happenedAt, body: { level } }) as never;
  const context = { now } as never;
  expect(drawAtOnce.queues!([fact(now)], context)).toMatchObject({ job: 'risk-centre.draw-alerts' });
  expect(drawAtOnce.queues!([fact(now, 'blue')], context)).toBeUndefined();
  expect(drawAtOnce.queues!([fact(new Date('2025-01-01T00:00:00Z'))], context)).toBeUndefined();
});

test('SEC-AC-17 with the policies off, whose right ends at the desk’s own unit counts what it sees, and a county no week of the city', async () => {
  await policiesOff(at.urls.superuser);
  const [desk] = (await shown()).desks as unknown as { unit: Id; used: { alerts: number } }[];
  expect(desk!.used.alerts).toBeGreaterThan(0);
  const own = at.with([{ role: 'risk-officer', unit: desk!.unit, below: false }], { unit: desk!.unit });
  expect(await own.read('risk-centre.alerts', {})).toMatchObject({
    desks: [{ used: { alerts: 0, hours: 0 }, offices: [] }],
    sent: [],
    held: [],
  });
  const county = at.with([{ role: 'risk-officer', unit: at.ids.county, below: true }], { unit: at.ids.county });
  expect(await county.read('risk-centre.alerts', {})).toMatchObject({ desks: [], sent: [], held: [], weeks: [] });
});
