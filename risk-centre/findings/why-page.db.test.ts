import { isRefusal, newId, type Id } from '@opengoa/kernel';
import { house, type House } from '@opengoa/kernel/testing';
import vehicles from '@opengoa/vehicles/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import riskCentre from '../domain.ts';

let at: House;
let now = new Date('2026-03-02T01:00:00Z');
const kit = 'vehicles/used-outside-approval';
const car = newId();

interface Shown {
  readonly colour: { readonly reason: string; readonly level: string; readonly alert: unknown };
  readonly subjectOpen: { readonly open: number; readonly anyProbability: number };
  readonly remedies: {
    readonly ways: readonly { readonly done: string; readonly held: number; readonly cases: readonly Id[] }[];
    readonly cases: readonly { readonly id: Id; readonly cameBack: unknown; readonly watchedDays: number }[];
    readonly recurs: { readonly of: number } | null;
  };
}
const officer = () =>
  at.with([{ role: 'risk-officer', unit: at.ids.province, below: true }], { unit: at.ids.province });
const shown = async (id: Id, as = officer()) => {
  const answer = await as.read('risk-centre.finding', { id });
  if (isRefusal(answer)) throw new Error(answer.code);
  return answer as Shown;
};

async function raise(subject: Id, unit: Id): Promise<Id> {
  const flagged = {
    unit,
    subject: { kind: 'vehicle', id: subject, name: '青A·60001' },
    period: ['2026-02-01', '2026-03-01'],
    opens: '/vehicles/fleet',
    about: [],
    verdict: {
      kit,
      version: '1.0.0',
      rule: 'outside',
      evidenceClass: 'D',
      value: 20,
      threshold: 10,
      unit: 'km',
      llr: 3,
      explanation: { zh: '待核实异常', en: 'to be verified' },
      benign: [],
      evidence: [{ table: 'vehicles.trip', key: newId(), field: 'distanceKm', value: 60 }],
      title: { zh: '审批范围外用车', en: 'Outside approval' },
    },
  };
  const counts = { clear: 0, insufficient: 0, notApplicable: 0 };
  const { facts } = await at
    .with([{ role: 'job', unit: at.ids.province, below: true }], { kind: 'job', unit: at.ids.province })
    .does('risk-centre.run-kit', { kit, unit, period: flagged.period, flagged: [flagged], ...counts });
  return facts.find(({ type }) => type === 'risk-centre.FindingRaised')!.object.id;
}

/** Answered, confirmed, rectified and closed. */
async function rectified(finding: Id, done: string): Promise<void> {
  await at.as('何涛').does('risk-centre.explain-finding', { finding, answer: '临时增加一处。' });
  await officer().does('risk-centre.confirm-finding', { finding, outcome: 'confirmed', reason: '属实' });
  const to = at.as('何涛').actor.person!;
  await officer().does('risk-centre.assign-finding', { finding, to, request: '请整改' });
  await at.as('何涛').does('risk-centre.rectify-finding', { finding, done });
  await officer().does('risk-centre.verify-finding', { finding, accepted: true, opinion: '同意销号' });
}

beforeAll(async () => {
  at = await house({ rooms: [vehicles, riskCentre], clock: () => now });
  await at.as('冯局长').does('risk-centre.adopt-kit', { kit, state: 'live', reason: '试点启用' });
});
afterAll(() => at?.close());

let first: Id;
test('why this colour: two records that cannot both be true, of integrity; nothing was closed, so nothing is proposed', async () => {
  first = await raise(car, at.ids.financeOffice);
  const it = await shown(first);
  expect(it.colour).toMatchObject({ reason: 'documentary-with-impact', level: 'red', alert: null });
  expect(it.subjectOpen).toMatchObject({ open: 1 });
  expect(it.remedies).toMatchObject({ ways: [], cases: [], recurs: null });
});

test('what was done about a like case and held is proposed, with the case; its own unit sees what it may see', async () => {
  await rectified(first, '补交行程变更说明，途中变更当日补登记。');
  now = new Date('2026-05-02T01:00:00Z');
  const other = await raise(newId(), at.ids.countyFinance);
  const it = await shown(other);
  expect(it.remedies.ways).toMatchObject([{ done: '补交行程变更说明，途中变更当日补登记。', held: 1, cases: [first] }]);
  expect(it.remedies.cases).toMatchObject([{ id: first, cameBack: null }]);
  expect(it.remedies.cases[0]!.watchedDays).toBeGreaterThanOrEqual(55);
  // The county's own head may not see the city's case: for them there is no like case.
  const county = at.with([{ role: 'head', unit: at.ids.county, below: true }], { unit: at.ids.county });
  expect((await shown(other, county)).remedies).toMatchObject({ ways: [], cases: [] });
});

test('the same subject found again: it came back, and the way is not proposed any more', async () => {
  const again = await raise(car, at.ids.financeOffice);
  const it = await shown(again);
  expect(it.remedies.cases).toMatchObject([{ id: first, cameBack: { id: again } }]);
  expect(it.remedies.ways).toEqual([]);
  expect(it.remedies.recurs).toMatchObject({ of: 1 });
});
