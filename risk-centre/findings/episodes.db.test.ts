import { isRefusal, newId, type Id } from '@opengoa/kernel';
import { house, type House } from '@opengoa/kernel/testing';
import vehicles from '@opengoa/vehicles/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import riskCentre from '../domain.ts';

let at: House;
let now = new Date('2026-03-02T01:00:00Z');
const kit = 'vehicles/used-outside-approval';
const [car, second] = [newId(), newId()];

interface Shown {
  readonly number: string;
  readonly state: string;
  readonly round: number;
  readonly rounds: readonly {
    id: Id;
    number: string;
    round: number;
    rectified: string | null;
    heldDays: number | null;
  }[];
  readonly stretches: readonly (readonly [string, string])[];
  readonly may: readonly string[];
  readonly remedies: {
    readonly cases: readonly { readonly id: Id; readonly cameBack: { readonly id: Id } | null }[];
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
const code = (answer: unknown) => (isRefusal(answer) ? answer.code : 'done');

interface Seen {
  readonly subject: Id;
  readonly about?: readonly string[];
  readonly period?: readonly [string, string];
}
const flag = ({ subject, about = [], period = ['2026-02-01', '2026-03-01'] }: Seen) => ({
  unit: at.ids.financeOffice,
  subject: { kind: 'vehicle', id: subject, name: '青A·60001' },
  period,
  opens: '/vehicles/fleet',
  about,
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
});

/** Ids of what was raised, in order. */
async function raise(...seen: readonly Seen[]): Promise<Id[]> {
  const { facts } = await at
    .with([{ role: 'job', unit: at.ids.province, below: true }], { kind: 'job', unit: at.ids.province })
    .does('risk-centre.run-kit', {
      kit,
      unit: at.ids.financeOffice,
      period: ['2026-02-01', '2026-03-01'],
      flagged: seen.map(flag),
      clear: 0,
      insufficient: 0,
      notApplicable: 0,
    });
  return facts.flatMap(({ type, object }) => (type === 'risk-centre.FindingRaised' ? [object.id] : []));
}

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

let rounds: Id[] = [];

test('the same thing within ninety days of its closing is the next round of the case, and the unit answers first again', async () => {
  const [first] = await raise({ subject: car, about: ['trip one'] });
  await rectified(first!, '补交行程变更说明。');
  now = new Date('2026-03-14T01:00:00Z');
  const [again] = await raise({ subject: car });
  rounds = [first!, again!];
  const [before, after] = [await shown(first!), await shown(again!)];
  expect(after).toMatchObject({
    number: `${before.number}-2`,
    state: 'raised',
    round: 2,
    rounds: [{ id: first, round: 1, rectified: '补交行程变更说明。', heldDays: 12 }],
  });
  // What was decided in the first round stays as it was.
  expect(before).toMatchObject({ state: 'closed', round: 1, rounds: [{ id: again, round: 2 }] });
  const { entries } = (await at.as('何涛').read('kernel.timeline', { object: first! })) as {
    entries: { type: string }[];
  };
  expect(entries.map(({ type }) => type)).toContain('risk-centre.FindingReopened');
  expect(
    code(
      await officer().run('risk-centre.confirm-finding', { finding: again!, outcome: 'confirmed', reason: '再次属实' }),
    ),
  ).not.toBe('done');
  expect(code(await at.as('何涛').run('risk-centre.explain-finding', { finding: again!, answer: '漏登一次。' }))).toBe(
    'done',
  );
});

test('the remedy did not hold, unless the later round turns out to be nothing', async () => {
  const [other] = await raise({ subject: second });
  expect((await shown(other!)).remedies.cases).toMatchObject([{ id: rounds[0], cameBack: { id: rounds[1] } }]);
  await officer().does('risk-centre.dismiss-finding', {
    finding: rounds[1]!,
    outcome: 'explained',
    reason: '已经批准。',
  });
  expect((await shown(other!)).remedies.cases).toMatchObject([{ id: rounds[0], cameBack: null }]);
  await rectified(other!, '登记途中变更。');
});

test('a dismissed round is not opened again, and a case is the next round of one thing alone', async () => {
  // Both resemble the second car's case, of which there is one next round.
  const found = await raise({ subject: second, about: ['trip two'] }, { subject: car });
  const [one, two] = [await shown(found[0]!), await shown(found[1]!)];
  expect(one).toMatchObject({ round: 2 });
  expect(two).toMatchObject({ round: 1, rounds: [] });
  expect(two.number).toMatch(/^RF-2026-\d{5}$/);
  await rectified(found[0]!, '当日补登记。');
  now = new Date('2026-04-20T01:00:00Z');
  const [third] = await raise({ subject: second });
  expect(await shown(third!)).toMatchObject({ number: one.number.replace(/-2$/, '-3'), round: 3 });
  expect((await shown(third!)).rounds.map(({ round }) => round)).toEqual([1, 2]);
  await rectified(third!, '停用该路线。');
});

test('later than that it is a new case, and its number follows the last without a gap', async () => {
  now = new Date('2026-07-20T01:00:00Z');
  const [later] = await raise({ subject: second });
  expect(await shown(later!)).toMatchObject({ number: 'RF-2026-00004', round: 1, rounds: [] });
  // It came back all the same, after what was done in the third round.
  expect((await shown(later!)).remedies.cases.every(({ cameBack }) => cameBack !== null)).toBe(true);
  // Days far apart are stretches of their own.
  await raise({ subject: second, period: ['2026-06-01', '2026-06-02'] });
  expect((await shown(later!)).stretches).toEqual([
    ['2026-02-01', '2026-03-01'],
    ['2026-06-01', '2026-06-02'],
  ]);
});
