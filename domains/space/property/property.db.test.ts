import { isRefusal, jobActor, newId } from '@opengoa/kernel';
import { reading } from '@opengoa/kernel/host';
import { house, type House, type Person } from '@opengoa/kernel/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import space from '../domain.ts';
import { behind, premises, type Premises } from '../plans/testing/premises.ts';
import { code } from '../testing/given.ts';
import type { CheckAnswer, ServiceContractAnswer } from './contract.ts';
import { endRunOutContracts } from './end-service-contract.ts';
import { contractReminder, rectificationReminder } from './property-reminders.ts';
import type { z } from 'zod';

let at: House;
let now = '2026-03-05T09:00:00+08:00';
let clerk: Person;
let head: Person;
let stranger: Person;
let here: Premises;

beforeAll(async () => {
  at = await house({ rooms: [space], clock: () => new Date(now) });
  const { bureau, county } = at.ids;
  clerk = at.with([{ role: 'space-clerk', unit: bureau, below: true }], { unit: bureau, name: '房管员' });
  head = at.with([{ role: 'head', unit: bureau, below: true }], { unit: bureau, name: '局长' });
  stranger = at.with(
    ['space-clerk', 'head'].map((role) => ({ role, unit: county, below: true })),
    { unit: county },
  );
  here = await premises(at, bureau, [{ number: '101', areaM2: 30 }]);
});
afterAll(() => at?.close());

let count = 0;
const terms = (more: object = {}) => ({
  unit: at.ids.bureau,
  number: `WY-${(count += 1)}`,
  supplier: '安居物业公司',
  buildings: [here.building],
  from: '2025-05-01',
  to: '2026-04-30',
  annualFeeFen: 120_000_000,
  dimensions: ['order', 'cleaning', 'greening'],
  energyTargets: '用电量较上年下降 2%',
  ...more,
});
const register = async (more: object = {}) =>
  (await clerk.does('space.register-service-contract', terms(more))).facts[0]!.object.id;
const sign = (contract: string, by = head, version = 1) => by.run('space.sign-service-contract', { contract, version });
const signed = async (more: object = {}) => {
  const contract = await register(more);
  await head.does('space.sign-service-contract', { contract, version: 1 });
  return contract;
};
const read = async (id: string, by = clerk) =>
  (await by.read('space.service-contract', { id })) as ServiceContractAnswer & { may: string[] };
const rows = async (list: string, query: Record<string, string> = {}, by = clerk) =>
  ((await by.list(list, query)) as unknown as { rows: Record<string, unknown>[] }).rows;
const mark = (dimension: string, points: number, note = '') => ({ dimension, mark: points, note });
const check = (contract: string, month: string, marks: object[], by = clerk) =>
  by.run('space.check-service', { contract, month, marks });
const checked = async (contract: string, month: string, marks: object[]) =>
  (await clerk.does('space.check-service', { contract, month, marks })).result as z.infer<typeof CheckAnswer>;

test('a draft is signed by somebody else, ends early with a reason, and its number is taken once', async () => {
  const requestId = newId();
  const input = terms({ number: '甲-1' });
  expect(code(await clerk.run('space.register-service-contract', input, requestId))).toBe('done');
  expect(code(await clerk.run('space.register-service-contract', input, requestId))).toBe('done');
  const asked = async (more: object) => code(await clerk.run('space.register-service-contract', terms(more)));
  expect(await asked({ number: '甲-1' })).toBe('contract-number-taken');
  expect(await asked({ to: '2025-05-01' })).toBe('contract-backwards');
  expect(await asked({ buildings: [newId()] })).toBe('contract-buildings-needed');
  expect(await asked({ buildings: [here.building, here.building] })).toBe('contract-buildings-needed');
  const [row] = await rows('space.service-contracts', { 'f.number': '甲-1' });
  const contract = row!['id'] as string;
  expect(row).toMatchObject({ state: 'draft', states_energy: true });
  expect(code(await check(contract, '2026-02', [mark('order', 90)]))).toBe('not-now');
  expect(code(await sign(contract, head, 7))).toBe('stale-version');
  const both = at.with(
    ['head', 'space-clerk'].map((role) => ({ role, unit: at.ids.bureau, below: true })),
    { unit: at.ids.bureau, person: at.as('何涛').actor.person },
  );
  const own = (await both.does('space.register-service-contract', terms())).facts[0]!.object.id;
  expect(code(await sign(own, both))).toBe('contract-asked-by-yourself');
  expect(
    code(await head.run('space.refuse-service-contract', { contract: own, version: 1, opinion: '重新比选' })),
  ).toBe('done');
  expect(code(await sign(own))).toBe('not-now');
  expect((await head.does('space.sign-service-contract', { contract, version: 1 })).result).toEqual({ notices: [] });
  const page = await read(contract);
  expect(page).toMatchObject({ state: 'in-force', monthlyFeeFen: 10_000_000, notices: [] });
  // What an expense of last month would be recorded as.
  expect(page.fee).toMatchObject({ from: '2026-02-01', to: '2026-02-28', amountFen: 10_000_000 });
  expect(page.fee!.building!.id).toBe(here.building);
  expect(page.may).toContain('space.record-expense');
  const { from, to, amountFen } = page.fee!;
  const paid = {
    building: here.building,
    kind: 'property',
    from,
    to,
    amountFen,
    payee: '安居物业公司',
    receipt: 'FP-1',
  };
  await clerk.does('space.record-expense', paid);
  // Nothing is asked twice.
  const after = await read(contract);
  expect([after.fee, after.may.includes('space.record-expense')]).toEqual([null, false]);
  const end = (more: object = {}) =>
    clerk.run('space.end-service-contract', { contract, version: 2, on: '2026-02-28', why: '服务中止', ...more });
  expect(code(await end({ version: 1 }))).toBe('stale-version');
  expect(code(await end({ why: '' }))).toBe('contract-end-why');
  expect(code(await end({ on: '2026-03-06' }))).toBe('contract-end-outside');
  expect(code(await end())).toBe('done');
  expect(code(await end())).toBe('not-now');
  // Its last month is checked afterwards, and none after.
  expect(code(await check(contract, '2026-03', [mark('order', 90)]))).toBe('check-month-outside');
  expect(code(await check(contract, '2026-02', [mark('order', 90)]))).toBe('done');
});

test('a contract without energy targets is told so with the article, and stops nobody', async () => {
  const answer = await clerk.does('space.register-service-contract', terms({ energyTargets: '' }));
  const { contract, notices } = answer.result as { contract: string; notices: { explained: { zh: string } }[] };
  expect(notices).toMatchObject([{ standard: 'energy.duties', outcome: 'warn' }]);
  expect(notices[0]!.explained.zh).toContain('《公共机构节能条例》（国务院令第531号（2017年修订））第二十七条');
  expect(code(await sign(contract))).toBe('done');
  expect((await read(contract)).notices).toHaveLength(1);
  expect(await rows('space.service-contracts', { 'f.states_energy': 'false' })).toMatchObject([{ id: contract }]);
});

test('a month is checked once; a correction is a further edition; below the line the company puts it right', async () => {
  const contract = await signed();
  const refused = async (month: string, marks: object[]) => code(await check(contract, month, marks));
  expect(await refused('2026-04', [mark('order', 90)])).toBe('check-month-outside');
  expect(await refused('2025-04', [mark('order', 90)])).toBe('check-month-outside');
  expect(await refused('2026-02', [mark('meetings', 90)])).toBe('mark-not-covered');
  expect(await refused('2026-02', [mark('order', 90), mark('order', 80)])).toBe('mark-twice');
  const low = await checked(contract, '2026-02', [mark('order', 90), mark('cleaning', 60, '三楼卫生间')]);
  expect(low).toMatchObject({ result: 75, below: true, edition: 1, unmarked: ['greening'] });
  expect(low.formula.zh).toBe('(公共秩序 90×1 + 保洁 60×1) ÷ 2 = 75；未考评：绿化');
  expect(await refused('2026-02', [mark('order', 90)])).toBe('checked-already');
  // One of three is too few for a result.
  expect(await checked(contract, '2026-01', [mark('order', 95)])).toMatchObject({ result: null, below: false });
  const [{ id: rectification, ...raised } = { id: '' }] = (await rows('space.service-rectifications', {
    'f.contract_id': contract,
  })) as { id: string }[];
  expect(raised).toMatchObject({ state: 'open', due_day: '2026-03-19', month: '2026-02-01' });
  const reminded = () =>
    reading(at.kernel, { actor: clerk.actor, who: ['space-clerk'], room: 'space' }, (tx, context) =>
      rectificationReminder.due(tx, context),
    );
  expect((await reminded()).map(({ object }) => object.id)).toContain(rectification);
  const answer = (version: number) =>
    clerk.run('space.answer-rectification', { rectification, version, answer: '已增加保洁频次' });
  const verify = (version: number, more: object, by = head) =>
    by.run('space.verify-rectification', { rectification, version, good: true, said: '', ...more });
  expect(code(await verify(1, {}))).toBe('not-now');
  expect(code(await answer(5))).toBe('stale-version');
  expect(code(await answer(1))).toBe('done');
  expect((await reminded()).map(({ object }) => object.id)).not.toContain(rectification);
  expect(code(await verify(2, { good: false }))).toBe('send-back-why');
  expect(code(await verify(2, { good: false, said: '仍有积水', due: '2026-03-01' }))).toBe('due-day-past');
  expect(code(await verify(9, {}))).toBe('stale-version');
  expect(code(await verify(2, { good: false, said: '仍有积水', due: '2026-03-25' }))).toBe('done');
  expect(await rows('space.service-rectifications', { 'f.contract_id': contract })).toMatchObject([
    { state: 'open', due_day: '2026-03-25', sent_back: 1 },
  ]);
  expect(code(await answer(3))).toBe('done');
  expect(code(await answer(4))).toBe('not-now');

  const correct = (id: string, marks: object[]) =>
    clerk.run('space.correct-service-check', { check: id, marks, why: '漏记绿化' });
  const better = [mark('order', 90), mark('cleaning', 60), mark('greening', 99)];
  expect(code(await correct(low.check, [mark('customer', 90)]))).toBe('mark-not-covered');
  expect(code(await correct(low.check, [better[0]!, better[0]!]))).toBe('mark-twice');
  expect(code(await correct(low.check, better))).toBe('done');
  expect(code(await correct(low.check, better))).toBe('check-corrected-already');
  // What was answered goes its way.
  expect(code(await verify(4, {}))).toBe('done');
  const { checks } = await read(contract);
  expect(checks).toMatchObject([
    { month: '2026-01', result: null },
    { month: '2026-02', result: 83, edition: 2, below: false },
  ]);
  expect(await rows('space.service-checks', { 'f.contract_id': contract, 'f.month.from': '2026-02-01' })).toHaveLength(
    2,
  );
});

test('a correction above the line withdraws what nobody answered, one below it asks for it', async () => {
  const contract = await signed();
  const first = await checked(contract, '2026-02', [mark('order', 50), mark('cleaning', 50)]);
  const correct = async (id: string, points: number) =>
    (
      await clerk.does('space.correct-service-check', {
        check: id,
        marks: [mark('order', points), mark('cleaning', points)],
        why: '录入有误',
      })
    ).result as z.infer<typeof CheckAnswer>;
  const second = await correct(first.check, 90);
  expect(second).toMatchObject({ edition: 2, rectification: null });
  expect(await correct(second.check, 55)).toMatchObject({ edition: 3, rectification: expect.any(String) as string });
  const states = (await rows('space.service-rectifications', { 'f.contract_id': contract })).map((row) =>
    String(row['state']),
  );
  expect(states.toSorted()).toEqual(['open', 'withdrawn']);
});

test('defects and reported faults of the buildings stand beside the marks, as many as their list shows', async () => {
  const contract = await signed();
  const person = at.as('何涛').actor.person;
  const patrol = (await clerk.does('space.plan-patrol', { building: here.building, day: '2026-03-05', person }))
    .facts[0]!.object.id;
  await clerk.does('space.report-defect', { patrol, place: '走廊', kind: 'cleaning', what: '积水' });
  await behind(at, async (client) => {
    const card = newId();
    await client.query(
      `insert into kernel.fault_report (node_id, id, unit_id, number, kind, object_id, thing, what, said, state, tracking, reported_at, due_at)
       values (1, $1, $2, 'BX-1', 'assets.card', $3, '空调', '不制冷', '不制冷', 'reported', decode('00', 'hex'), '2026-03-04T01:00:00Z', '2026-03-06T01:00:00Z')`,
      [newId(), at.ids.bureau, card],
    );
    await client.query(
      `insert into assets.card (node_id, id, unit_id, number, name, class, value_fen, acquired_by, acquired_on, state, room_id)
       values (1, $1, $2, 'T-1', '空调', 'A02010105', 0, 'purchase', '2025-01-01', 'in-use', $3)`,
      [card, at.ids.bureau, here.rooms['101']],
    );
  });
  await checked(contract, '2026-03', [mark('order', 90), mark('cleaning', 90)]);
  expect((await read(contract)).checks).toMatchObject([{ defects: 1, faults: 1 }]);
  const listed = async (kind: string) =>
    (
      await rows('space.service-events', {
        'f.contract_id': contract,
        'f.kind': kind,
        'f.day.from': '2026-03-01',
        'f.day.to': '2026-03-31',
      })
    ).map(({ what }) => what);
  expect(await listed('defect')).toEqual(['积水']);
  expect(await listed('fault')).toEqual(['空调 不制冷']);
});

test('its keeper is reminded before it ends, and by night it ends on its day', async () => {
  const contract = await signed({ to: '2026-05-31' });
  const due = async () =>
    (
      await reading(at.kernel, { actor: clerk.actor, who: ['space-clerk'], room: 'space' }, (tx, context) =>
        contractReminder.due(tx, context),
      )
    ).map(({ object }) => object.id);
  // 87 days are more than the sixty of the standard.
  expect(await due()).not.toContain(contract);
  now = '2026-04-02T09:00:00+08:00';
  expect(await due()).toContain(contract);
  now = '2026-06-01T03:40:00+08:00';
  const job = at.with(
    [],
    jobActor('end-property-contracts', [{ role: 'job', unit: at.ids.province, below: true }], at.ids.province),
  );
  const run = {
    reading: async () => [{ id: contract, version: 2, to: '2026-05-31' }],
    verb: job.run,
    context: { today: '2026-06-01' },
    signal: new AbortController().signal,
  };
  await endRunOutContracts.run(run as never, {});
  expect(await read(contract)).toMatchObject({ state: 'ended', endedOn: '2026-05-31' });
  now = '2026-03-05T09:00:00+08:00';
});

test('a stranger sees nothing and does nothing; a clerk does not sign', async () => {
  const draft = await register();
  expect(code(await sign(draft, clerk))).toBe('not-your-right');
  expect(code(await sign(draft, stranger))).toBe('not-found');
  const contract = await signed();
  const { check: kept, rectification } = await checked(contract, '2026-02', [mark('order', 10), mark('cleaning', 10)]);
  const tries: [string, object][] = [
    ['end-service-contract', { contract, version: 2, on: '2026-03-01', why: '无' }],
    ['check-service', { contract, month: '2026-01', marks: [mark('order', 1)] }],
    ['correct-service-check', { check: kept, marks: [mark('order', 1)], why: '无' }],
    ['answer-rectification', { rectification, version: 1, answer: '无' }],
    ['verify-rectification', { rectification, version: 1, good: true }],
  ];
  for (const [verb, input] of tries) expect(code(await stranger.run(`space.${verb}`, input))).toBe('not-found');
  expect(isRefusal(await stranger.read('space.service-contract', { id: contract }))).toBe(true);
  for (const list of ['contracts', 'checks', 'rectifications', 'events'])
    expect(await rows(`space.service-${list}`, {}, stranger)).toEqual([]);
});
