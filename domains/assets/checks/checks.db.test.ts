import { isRefusal, newId } from '@opengoa/kernel';
import { house, type House, type Person } from '@opengoa/kernel/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import assets from '../domain.ts';
import { aCard, behind } from '../testing/cards-by-sql.ts';
import type { ClearanceAnswer } from './contract.ts';

let at: House;
let clerk: Person;
let zhou: Person;
let he: Person;
const code = (answer: unknown) => (isRefusal(answer) ? answer.code : 'done');
type Rows<Row> = { rows: Row[] };

beforeAll(async () => {
  at = await house({ rooms: [assets], clock: () => new Date('2026-03-05T09:00:00+08:00') });
  clerk = at.with([{ role: 'assets-clerk', unit: at.ids.finance, below: true }], { unit: at.ids.finance });
  zhou = at.as('周敏');
  he = at.as('何涛');
  for (const user of [zhou, zhou, he])
    await aCard(at, { unit: at.ids.financeOffice, user: user.actor.person, name: '电脑', valueFen: 500_000 });
  await aCard(at, { unit: at.ids.finance, class: 'A05010201', name: '办公桌', valueFen: 70_000 });
});
afterAll(() => at?.close());

interface Line {
  id: string;
  check_id: string;
  state: string;
  may: string[];
}
const mine = async (of: Person) => ((await of.list('assets.my-holdings')) as unknown as Rows<Line>).rows;

test('a self-check: everybody confirms what is theirs, disputes a line with its reason, and the clerk settles it', async () => {
  const open = (more: object = {}) =>
    clerk.run('assets.open-self-check', { unit: at.ids.finance, title: '2026年自查', dueDay: '2026-03-31', ...more });
  expect(code(await open({ dueDay: '2026-03-04' }))).toBe('due-past');
  expect(code(await open({ unit: newId() }))).not.toBe('done');
  expect(
    code(await zhou.run('assets.open-self-check', { unit: at.ids.finance, title: 'x', dueDay: '2026-03-31' })),
  ).not.toBe('done');
  const bureau = at.with([{ role: 'assets-clerk', unit: at.ids.bureau, below: true }], { unit: at.ids.bureau });
  expect(
    code(await bureau.run('assets.open-self-check', { unit: at.ids.bureau, title: 'x', dueDay: '2026-03-31' })),
  ).toBe('nobody-holds');
  const request = newId();
  const asked = { unit: at.ids.finance, title: '2026年自查', dueDay: '2026-03-31' };
  const first = await clerk.run('assets.open-self-check', asked, request);
  expect(await clerk.run('assets.open-self-check', asked, request)).toEqual(first);
  expect(code(await open())).toBe('check-open');

  const [one, two] = await mine(zhou);
  expect(await mine(he)).toHaveLength(1);
  expect(one!.may.toSorted()).toEqual(['assets.confirm-holdings', 'assets.dispute-holding']);
  const check = one!.check_id;
  // Nobody answers for another.
  expect(code(await he.run('assets.confirm-holdings', { check, lines: [one!.id] }))).toBe('not-found');
  expect(code(await he.run('assets.dispute-holding', { line: one!.id, reason: 'not-mine', said: '不是' }))).toBe(
    'not-found',
  );
  expect(code(await zhou.run('assets.confirm-holdings', { check, lines: [one!.id] }))).toBe('done');
  expect(code(await zhou.run('assets.confirm-holdings', { check, lines: [one!.id] }))).toBe('nothing-waiting');
  expect(code(await zhou.run('assets.dispute-holding', { line: two!.id, reason: 'elsewhere', said: '在会议室' }))).toBe(
    'done',
  );
  expect(code(await zhou.run('assets.dispute-holding', { line: two!.id, reason: 'broken', said: '又' }))).toBe(
    'line-answered',
  );
  expect(code(await clerk.run('assets.close-self-check', { check }))).toBe('lines-open');
  expect(code(await he.run('assets.confirm-holdings', { check }))).toBe('done');
  expect(code(await clerk.run('assets.settle-dispute', { line: one!.id, how: 'found', words: '在' }))).toBe(
    'not-disputed',
  );
  expect(code(await zhou.run('assets.settle-dispute', { line: two!.id, how: 'found', words: '在' }))).not.toBe('done');
  expect(
    code(await clerk.run('assets.settle-dispute', { line: two!.id, how: 'card-corrected', words: '已改地点' })),
  ).toBe('done');
  const { rows } = (await clerk.list('assets.self-checks')) as unknown as Rows<object>;
  expect(rows[0]).toMatchObject({ lines: 3, waiting: 0, confirmed: 2, disputed: 0, settled: 1 });
  expect(code(await clerk.run('assets.close-self-check', { check }))).toBe('done');
  expect(code(await clerk.run('assets.close-self-check', { check }))).toBe('check-closed');
});

test('leaving a post: what is still held is listed, the certificate blocks nothing but tells what stays', async () => {
  const person = zhou.actor.person!;
  const open = () => clerk.run('assets.open-clearance', { unit: at.ids.finance, person, leftOn: '2026-03-31' });
  expect(
    code(await clerk.run('assets.open-clearance', { unit: at.ids.finance, person: newId(), leftOn: '2026-03-31' })),
  ).toBe('person-unknown');
  const answer = await open();
  expect(code(answer)).toBe('done');
  expect(code(await open())).toBe('clearance-open');
  const id = isRefusal(answer) ? '' : answer.facts[0]!.object.id;
  const read = async () => (await clerk.read('assets.clearance', { id })) as ClearanceAnswer & { may: string[] };
  expect(await read()).toMatchObject({ personName: '周敏', state: 'open', may: ['assets.clear-post'] });
  expect((await read()).held).toHaveLength(2);
  expect(code(await he.run('assets.clear-post', { clearance: id, words: '留' }))).not.toBe('done');
  expect(code(await clerk.run('assets.clear-post', { clearance: id }))).toBe('say-what-remains');
  await behind(at, 'update assets.card set user_id = null where user_id = $1', [person]);
  expect(code(await clerk.run('assets.clear-post', { clearance: id }))).toBe('done');
  expect(await read()).toMatchObject({ state: 'cleared', number: 'LG-2026-0001', remaining: 0, held: [] });
  expect(code(await clerk.run('assets.clear-post', { clearance: id }))).toBe('clearance-done');
  const { rows } = (await clerk.list('assets.clearances')) as unknown as Rows<object>;
  expect(rows).toHaveLength(1);
});

test('cards beside the ledger: what differs is listed, explained or settled, and not asked again with the same figures', async () => {
  const sum = (more: object) =>
    clerk.run('assets.enter-ledger-sum', {
      unit: at.ids.finance,
      monthEnd: '2026-02-28',
      class: 'A02',
      amountFen: 1_500_000,
      ...more,
    });
  const run = (monthEnd = '2026-02-28') => clerk.run('assets.reconcile', { unit: at.ids.finance, monthEnd });
  expect(code(await run())).toBe('no-ledger-sums');
  expect(code(await sum({ monthEnd: '2026-03-31' }))).toBe('month-ahead');
  expect(code(await run('2026-03-31'))).toBe('month-ahead');
  expect(code(await sum({}))).toBe('done');
  expect(code(await sum({ class: 'A05', amountFen: 50_000 }))).toBe('done');
  expect(code(await sum({ class: 'A05', amountFen: 60_000 }))).toBe('done');
  expect(code(await zhou.run('assets.reconcile', { unit: at.ids.finance, monthEnd: '2026-02-28' }))).not.toBe('done');
  const listed = async () =>
    ((await clerk.list('assets.differences')) as unknown as Rows<{ id: string; state: string; difference_fen: number }>)
      .rows;
  expect(code(await run())).toBe('done');
  // The desk: 700 yuan on its card, 600 in the ledger.
  expect(await listed()).toMatchObject([{ difference_fen: 10_000, state: 'open' }]);
  const [found] = await listed();
  const end = (state: string) =>
    clerk.run('assets.end-difference', { difference: found!.id, state, words: '运费未入账' });
  expect(
    code(await he.run('assets.end-difference', { difference: found!.id, state: 'explained', words: '某' })),
  ).not.toBe('done');
  expect(code(await end('explained'))).toBe('done');
  expect(code(await end('settled'))).toBe('difference-ended');
  await run();
  expect(await listed()).toHaveLength(1);
  await sum({ class: 'A05', amountFen: 65_000 });
  await run();
  expect((await listed()).map(({ state }) => state).toSorted()).toEqual(['explained', 'open']);
  const { rows } = (await clerk.list('assets.ledger-sums')) as unknown as Rows<object>;
  expect(rows).toHaveLength(2);

  // Cards of a class for which no balance was entered: told as not entered, and no difference.
  await behind(at, "delete from assets.ledger_sum where class = 'A05'", []);
  await run();
  expect((await listed()).find(({ state }) => state === 'open')).toMatchObject({
    what: expect.stringMatching(/^A05 .*（未录入账面余额）$/) as string,
    cards_fen: 70_000,
    other_fen: null,
    difference_fen: null,
  });
});
