import { isRefusal, newId } from '@opengoa/kernel';
import { house, type House } from '@opengoa/kernel/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import procurement from './domain.ts';
import { madeUpCode } from './testing/made-up-codes.ts';

let at: House;
let now = new Date('2026-03-05T09:00:00+08:00');
const deadline = '2026-03-09T17:00:00+08:00';

beforeAll(async () => {
  at = await house({ rooms: [procurement], clock: () => now });
});
afterAll(() => at?.close());

const code = (answer: unknown) => (isRefusal(answer) ? answer.code : 'done');
const day = (at_: string) => (now = new Date(`${at_}+08:00`));
const clerk = () => at.with([{ role: 'clerk', unit: at.ids.finance, below: true }], { name: '许会', person: enterer });
const enterer = newId();
const head = () => at.with([{ role: 'head', unit: at.ids.finance, below: true }], { name: '何主任' });
const superior = () => at.with([{ role: 'superior', unit: at.ids.province, below: true }]);
const riskOfficer = () => at.with([{ role: 'risk-officer', unit: at.ids.city, below: true }]);
const neighbour = (role: string) => at.with([{ role, unit: at.ids.countyFinance, below: true }]);

const asked = (more: object = {}) => ({
  unit: at.ids.finance,
  title: '空调维修',
  kind: 'repair',
  what: '更换压缩机',
  estimateFen: 2_000_000,
  method: 'open',
  rule: 'lowest',
  deadline,
  ...more,
});
async function publish(more: object = {}): Promise<{ inquiry: string; number: string }> {
  return (await clerk().does('procurement.publish-inquiry', asked(more))).result as never;
}
async function enter(inquiry: string, n: number, amountFen: number, receivedAt = now.toISOString()): Promise<string> {
  const quote = { inquiry, supplier: `供应商${n}`, code: madeUpCode(n), amountFen, receivedAt };
  return (await clerk().does('procurement.enter-quote', quote)).facts[0]!.id;
}
const judge = (quote: string, valid: boolean, why = '') =>
  clerk().run('procurement.judge-quote', { quote, valid, why });

test('from publishing to award: sealed until opened, judged, and given to the lowest valid by a head', async () => {
  day('2026-03-05T09:00:00');
  const { inquiry, number } = await publish();
  expect(number).toBe('XJ-2026-0001');
  const first = await enter(inquiry, 1, 1_850_000);
  const second = await enter(inquiry, 2, 1_790_000);
  expect(code(await clerk().run('procurement.open-quotes', { inquiry }))).toBe('before-deadline');
  expect(code(await judge(first, true))).toBe('not-now');
  expect(code(await head().run('procurement.award-inquiry', { inquiry, quote: first }))).toBe('not-now');
  day('2026-03-09T17:30:00');
  const late = await enter(inquiry, 3, 1_700_000);
  day('2026-03-10T09:00:00');
  await clerk().does('procurement.open-quotes', { inquiry });
  expect(code(await head().run('procurement.award-inquiry', { inquiry, quote: second }))).toBe('quotes-unjudged');
  await judge(first, true);
  await judge(second, true);
  expect(code(await judge(late, false))).toBe('reason-needed');
  expect(code(await judge(late, true))).toBe('reason-needed');
  await judge(late, false, '逾期送达');
  expect(await clerk().read('procurement.inquiry', { id: inquiry })).toMatchObject({
    state: 'opened',
    quotes: 3,
    lowestFen: 1_790_000,
  });
  expect(code(await head().run('procurement.award-inquiry', { inquiry, quote: late }))).toBe('quote-not-valid');
  expect(code(await head().run('procurement.award-inquiry', { inquiry, quote: first }))).toBe('award-needs-reason');
  await head().does('procurement.award-inquiry', { inquiry, quote: second });
  expect(await clerk().read('procurement.inquiry', { id: inquiry })).toMatchObject({
    state: 'awarded',
    supplier: '供应商2',
    amountFen: 1_790_000,
    awardedName: '何主任',
    may: [],
  });
  const won = await clerk().list('procurement.quotes', { 'f.inquiry_id': inquiry, 'f.won': 'true' });
  expect(won).toMatchObject({ rows: [{ supplier: '供应商2', amount_fen: 1_790_000 }] });
  expect(code(await enterQuietly(inquiry))).toBe('not-now');
  expect(code(await clerk().run('procurement.cancel-inquiry', { inquiry, why: '不需要' }))).toBe('not-now');
});

const enterQuietly = (inquiry: string, more: object = {}) =>
  clerk().run('procurement.enter-quote', {
    inquiry,
    supplier: '供应商9',
    code: madeUpCode(9),
    amountFen: 1_234_567,
    receivedAt: now.toISOString(),
    ...more,
  });

test('before the opening no read, list, export row, sort, fact or timeline tells an amount, to nobody', async () => {
  day('2026-03-05T10:00:00');
  const { inquiry } = await publish();
  const amount = 1_234_567;
  await enterQuietly(inquiry);
  await enter(inquiry, 8, 7_654_321);
  const told: unknown[] = [];
  for (const who of [clerk(), head(), superior(), riskOfficer(), at.as('林芳')])
    for (const answer of [
      await who.list('procurement.quotes', { 'f.inquiry_id': inquiry, sort: 'amount_fen', sums: 'true' }),
      await who.read('procurement.inquiry', { id: inquiry }),
      await who.read('kernel.timeline', { object: inquiry }),
      await who.list('kernel.facts', {}),
    ])
      told.push(answer);
  expect(JSON.stringify(told)).toContain('供应商9');
  expect(JSON.stringify(told)).not.toMatch(/1234567|12345\.67|7654321|76543\.21/);
  // Cancelled while sealed: the envelopes are given back unopened.
  await clerk().does('procurement.cancel-inquiry', { inquiry, why: '需求取消' });
  day('2026-03-20T10:00:00');
  const after = await clerk().list('procurement.quotes', { 'f.inquiry_id': inquiry });
  expect(after).toMatchObject({ rows: [{ amount_fen: null }, { amount_fen: null }] });
  expect(JSON.stringify(after)).not.toContain(String(amount));
  expect(code(await clerk().run('procurement.open-quotes', { inquiry }))).toBe('not-now');
});

test('one quote of a supplier stands; before the opening it is struck and entered anew, afterwards whatever comes is late', async () => {
  day('2026-03-05T11:00:00');
  const { inquiry } = await publish({ method: 'invited', reason: '附近只有两家' });
  const invite = { inquiry, supplier: '供应商1', code: madeUpCode(1) };
  await clerk().does('procurement.invite-supplier', invite);
  expect(code(await clerk().run('procurement.invite-supplier', invite))).toBe('already-invited');
  expect(code(await clerk().run('procurement.invite-supplier', { ...invite, code: '91990100MA0000000X' }))).toBe(
    'credit-code-wrong',
  );
  expect(code(await enterQuietly(inquiry, { code: '91990100MA0000000X' }))).toBe('credit-code-wrong');
  expect(code(await enterQuietly(inquiry, { receivedAt: '2026-03-06T09:00:00+08:00' }))).toBe('received-ahead');
  const wrong = await enter(inquiry, 1, 1_850_000);
  expect(code(await enterQuietly(inquiry, { code: madeUpCode(1) }))).toBe('quote-entered');
  await clerk().does('procurement.strike-quote', { quote: wrong, why: '金额登记有误' });
  expect(code(await clerk().run('procurement.strike-quote', { quote: wrong, why: '再撤' }))).toBe('quote-not-open');
  const right = await enter(inquiry, 1, 1_580_000);
  day('2026-03-09T17:00:01');
  expect(code(await clerk().run('procurement.invite-supplier', { ...invite, code: madeUpCode(2) }))).toBe(
    'invited-after-deadline',
  );
  await head().does('procurement.open-quotes', { inquiry });
  expect(code(await clerk().run('procurement.strike-quote', { quote: right, why: '撤' }))).toBe('not-now');
  // Said to have come in time, entered when the others were open already.
  const after = await enter(inquiry, 2, 1_500_000, '2026-03-06T09:00:00+08:00');
  const told = await clerk().list('procurement.quotes', { 'f.inquiry_id': inquiry });
  if (isRefusal(told)) throw new Error(told.code);
  expect(Object.fromEntries(told.rows.map((row) => [row['id'], row]))).toMatchObject({
    [wrong]: { state: 'struck', amount_fen: null },
    [right]: { state: 'entered', late: false, invited: true, amount_fen: 1_580_000 },
    [after]: { state: 'entered', late: true, invited: false, amount_fen: 1_500_000 },
  });
});

test('whoever entered a quote does not award, also as a head; the head who did not is asked', async () => {
  day('2026-03-05T12:00:00');
  const { inquiry } = await publish();
  const quote = await enter(inquiry, 1, 1_850_000);
  day('2026-03-10T09:00:00');
  await clerk().does('procurement.open-quotes', { inquiry });
  await judge(quote, true);
  const both = at.with([{ role: 'head', unit: at.ids.finance, below: true }], { person: enterer });
  expect(code(await both.run('procurement.award-inquiry', { inquiry, quote }))).toBe('entered-by-yourself');
  await head().does('procurement.award-inquiry', { inquiry, quote });
});

test('the head who may award finds it on the desk when the quotes are open, and no longer when it is awarded', async () => {
  day('2026-03-05T12:30:00');
  const { inquiry } = await publish({ unit: at.ids.financeOffice });
  const quote = await enter(inquiry, 1, 1_850_000);
  const onTheDesk = async () =>
    JSON.stringify(await at.as('何涛').list('kernel.my-tasks', { 'f.box': 'waiting' })).includes(inquiry);
  expect(await onTheDesk()).toBe(false);
  day('2026-03-10T09:00:00');
  await clerk().does('procurement.open-quotes', { inquiry });
  await judge(quote, true);
  expect(await onTheDesk()).toBe(true);
  await at.as('何涛').does('procurement.award-inquiry', { inquiry, quote });
  expect(await onTheDesk()).toBe(false);
});

test('a confirmed threshold stops, a recalled one is told and kept', async () => {
  day('2026-03-05T13:00:00');
  const over = { estimateFen: 250_000_000, method: 'invited', reason: '供应商少', kind: 'goods' };
  const { inquiry } = await publish(over);
  const { notices } = (await clerk().read('procurement.inquiry', { id: inquiry })) as { notices: { zh: string }[] };
  expect(notices.map(({ zh }) => zh).join()).toContain('2000000');
  expect(code(await clerk().run('procurement.publish-inquiry', asked({ method: 'direct' })))).toBe(
    'method-needs-reason',
  );
  expect(code(await clerk().run('procurement.publish-inquiry', asked({ deadline: '2026-03-05T12:00:00+08:00' })))).toBe(
    'deadline-past',
  );
  expect(code(await clerk().run('procurement.publish-inquiry', asked({ unit: newId() })))).toMatch(
    /unit-unknown|not-your-right/,
  );
});

test('another unit reads nothing and does nothing; a superior and a risk officer read and do nothing', async () => {
  day('2026-03-05T14:00:00');
  const { inquiry } = await publish();
  const quote = await enter(inquiry, 1, 1_850_000);
  const acts: Readonly<Record<string, object>> = {
    'procurement.publish-inquiry': asked(),
    'procurement.invite-supplier': { inquiry, supplier: '供应商4', code: madeUpCode(4) },
    'procurement.enter-quote': {
      inquiry,
      supplier: '供应商4',
      code: madeUpCode(4),
      amountFen: 1,
      receivedAt: now.toISOString(),
    },
    'procurement.strike-quote': { quote, why: '撤' },
    'procurement.open-quotes': { inquiry },
    'procurement.judge-quote': { quote, valid: true },
    'procurement.award-inquiry': { inquiry, quote },
    'procurement.cancel-inquiry': { inquiry, why: '取消' },
  };
  for (const [verb, input] of Object.entries(acts)) {
    for (const who of [neighbour('clerk'), neighbour('head')])
      expect(code(await who.run(verb, input)), verb).toMatch(/^(not-found|not-your-right)$/);
    for (const who of [superior(), riskOfficer(), at.as('孙师傅')])
      expect(code(await who.run(verb, input)), verb).toBe('not-your-right');
  }
  for (const who of [neighbour('clerk'), neighbour('head')]) {
    expect(await who.list('procurement.inquiries')).toMatchObject({ rows: [] });
    expect(await who.list('procurement.quotes')).toMatchObject({ rows: [] });
    expect(code(await who.read('procurement.inquiry', { id: inquiry }))).toBe('not-found');
  }
  for (const who of [superior(), riskOfficer()])
    expect(await who.read('procurement.inquiry', { id: inquiry })).toMatchObject({ id: inquiry, may: [] });
});
