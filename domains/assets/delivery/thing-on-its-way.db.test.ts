/** A thing from one ledger to another: demand, match, approval, papers, way, count; every refusal beside it. */
import { isRefusal } from '@opengoa/kernel';
import { reading, runJob } from '@opengoa/kernel/host';
import { house, type House, type Person } from '@opengoa/kernel/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import assets from '../domain.ts';
import type { DemandAnswer, MatchAnswer, PlanAnswer, Suiting } from '../matches/contract.ts';
import { aCard, behind } from '../testing/pooled-card.ts';
import type { TransferAnswer } from './contract.ts';
import { drawReminder, transferReminders } from './remind-transfers.ts';

let at: House;
let now = new Date('2026-03-05T09:00:00+08:00');
let finance: Person;
let county: Person;
let bureau: Person;
let store = '';
const code = (answer: unknown) => (isRefusal(answer) ? answer.code : 'done');
const rowsOf = async (who: Person, list: string, query: Record<string, string> = {}) =>
  ((await who.list(list, { size: '200', ...query })) as unknown as { rows: Record<string, unknown>[] }).rows;
const result = async <Key extends string>(who: Person, verb: string, input: object) =>
  (await who.does(verb, input)).result as Record<Key, string>;
const card = (id: string) =>
  behind(at, async (client) => {
    const { rows } = await client.query('select * from assets.card where id = $1', [id]);
    return rows[0] as Record<string, unknown>;
  });

beforeAll(async () => {
  at = await house({ rooms: [assets], clock: () => now });
  const { ids } = at;
  const clerk = (unit: string, name: string) => at.with([{ role: 'assets-clerk', unit, below: true }], { unit, name });
  [bureau, finance, county] = [
    clerk(ids.bureau, '局资产员'),
    clerk(ids.finance, '财政资产员'),
    clerk(ids.county, '县资产员'),
  ];
  store = (await result<'store'>(finance, 'assets.keep-store', { unit: ids.finance, name: '虚拟仓', kind: 'virtual' }))
    .store;
});
afterAll(() => at?.close());

const inStore = async (quantity = 1, more: object = {}) => {
  const id = await aCard(at, { unit: at.ids.finance, quantity, valueFen: 120_000 * quantity });
  const { offer } = await result<'offer'>(finance, 'assets.offer-card', {
    card: id,
    store,
    quantity,
    reason: 'idle',
    ...more,
  });
  await finance.does('assets.inspect-offer', { offer, version: 1, passed: true, condition: 'good' });
  return { card: id, offer };
};
const need = async (more: object = {}, who = county, unit = at.ids.county) =>
  (
    await result<'demand'>(who, 'assets.raise-demand', {
      unit,
      name: '会议桌',
      class: 'A05010201',
      item: '会议桌',
      quantity: 1,
      needBy: '2026-04-01',
      newPriceFen: 200_000,
      ...more,
    })
  ).demand;
const accept = (demand: string, offer: string, quantity = 1, who = county) =>
  who.run('assets.accept-match', { demand, offer, quantity });
const matched = async (demand: string, offer: string, quantity = 1) => {
  const answer = await accept(demand, offer, quantity);
  if (isRefusal(answer)) throw new Error(`${answer.code} ${JSON.stringify(answer.data)}`);
  return (answer.result as { match: string }).match;
};
const leader = () => at.as('陈局');
const approved = async (quantity = 1, batch = 1) => {
  const thing = await inStore(batch);
  const demand = await need({ quantity });
  const match = await matched(demand, thing.offer, quantity);
  await leader().does('assets.approve-match', { match, opinion: '同意' });
  return { ...thing, demand, match };
};
const signed = async (quantity = 1, batch = 1) => {
  const made = await approved(quantity, batch);
  const { transfer } = await result<'transfer'>(finance, 'assets.draw-transfer', { match: made.match, why: '调剂' });
  await finance.does('assets.sign-transfer', { transfer, side: 'giver' });
  await county.does('assets.sign-transfer', { transfer, side: 'receiver' });
  return { ...made, transfer };
};
const sent = async (quantity = 1, batch = 1) => {
  const made = await signed(quantity, batch);
  await finance.does('assets.pack-transfer', { transfer: made.transfer, version: 3 });
  await finance.does('assets.send-transfer', {
    transfer: made.transfer,
    version: 4,
    carrier: '局车队',
    transportFen: 8_000,
  });
  return made;
};
const read = async (who: Person, id: string) =>
  (await who.read('assets.transfer', { id })) as TransferAnswer & { may: string[] };

test('what is needed finds what lies idle, with reasons, in both directions; only the giver’s own head lets it go', async () => {
  const { offer } = await inStore(3);
  const demand = await need({ quantity: 2 });
  const told = (await county.read('assets.demand', { id: demand })) as DemandAnswer & { may: string[] };
  const best = told.suiting.find((each) => each.offer === offer)!;
  expect(best).toMatchObject({ there: 3, pieces: 2, unitName: '临江市财政局' });
  expect(best.reasons.map(({ factor }) => factor)).toContain('class');
  expect(best.savedFen).toBeGreaterThan(0);
  expect(told.may.toSorted()).toEqual(['assets.accept-match', 'assets.refuse-match', 'assets.withdraw-demand']);
  const wanted = (await finance.read('assets.wanted-by', { id: offer })) as { suiting: Suiting[] };
  expect(wanted.suiting.map((each) => each.demand)).toContain(demand);
  expect(isRefusal(await county.read('assets.wanted-by', { id: offer }))).toBe(true);
  expect(isRefusal(await finance.read('assets.demand', { id: demand }))).toBe(true);
  expect((await rowsOf(finance, 'assets.needs')).map((row) => row['id'])).toContain(demand);

  expect(code(await accept(demand, offer, 3))).toBe('more-than-needed');
  expect(code(await accept(demand, offer, 1, finance))).toBe('not-found');
  const other = await need({ class: 'A02010105', quantity: 9 });
  expect(code(await accept(other, offer, 1))).toBe('does-not-suit');
  const many = await need({ quantity: 9 });
  expect(code(await accept(many, offer, 4))).toBe('more-than-there-are');
  const match = await matched(demand, offer, 2);
  expect(code(await accept(many, offer, 2))).toBe('more-than-there-are');
  expect(code(await county.run('assets.withdraw-demand', { demand, version: 1, why: '不需要' }))).toBe('match-open');
  expect(code(await county.run('assets.approve-match', { match }))).toBe('not-found');
  expect(code(await at.as('何涛').run('assets.approve-match', { match }))).toBe('not-found');
  expect(code(await finance.run('assets.draw-transfer', { match, why: '调剂' }))).toBe('match-not-approved');
  const seen = (await leader().read('assets.match', { id: match })) as MatchAnswer & { may: string[] };
  expect(seen.may.toSorted()).toEqual(['assets.approve-match', 'assets.decline-match']);
  expect(code(await leader().run('assets.approve-match', { match, opinion: '同意' }))).toBe('done');
  // The task is done, and with it the way to the match.
  expect(code(await leader().run('assets.approve-match', { match }))).toBe('not-found');
});

test('what was declined or refused is left out for some days, and followed up from above', async () => {
  const { offer } = await inStore();
  const demand = await need();
  const match = await matched(demand, offer);
  expect(code(await leader().run('assets.decline-match', { match, opinion: '自用' }))).toBe('done');
  expect(code(await accept(demand, offer))).toBe('match-refused-before');
  const again = await need();
  const refuse = (more: object = {}, who = county) =>
    who.run('assets.refuse-match', { demand: again, offer, side: 'receiver', reason: 'distance', ...more });
  expect(code(await refuse({ reason: 'other' }))).toBe('say-more');
  expect(code(await refuse({}, finance))).toBe('not-found');
  expect(code(await refuse())).toBe('done');
  const suiting = async () => ((await county.read('assets.demand', { id: again })) as DemandAnswer).suiting;
  expect((await suiting()).some((each) => each.offer === offer)).toBe(false);
  const [row] = (await rowsOf(at.as('省督察'), 'assets.matches', { 'f.state': 'refused' })).filter(
    (each) => each['demand_id'] === again,
  );
  expect(row).toMatchObject({ refusal: 'distance', refused_by: 'receiver', ask_again_on: '2026-04-04' });
  expect(row!['may']).toEqual(['assets.follow-refusal']);
  const follow = { match: row!['match_id'], version: 1, said: '改由县车队顺路带回' };
  expect(code(await county.run('assets.follow-refusal', follow))).toBe('not-your-right');
  expect(code(await at.as('省督察').run('assets.follow-refusal', { ...follow, version: 5 }))).toBe('stale-version');
  expect(code(await at.as('省督察').run('assets.follow-refusal', follow))).toBe('done');
  now = new Date('2026-04-05T09:00:00+08:00');
  const later = await need({ needBy: '2026-05-01' });
  expect(code(await accept(again, offer))).not.toBe('match-refused-before');
  expect(code(await county.run('assets.withdraw-demand', { demand: later, version: 2, why: '无' }))).toBe(
    'stale-version',
  );
  expect(code(await county.run('assets.withdraw-demand', { demand: later, version: 1, why: '无' }))).toBe('done');
  expect(code(await county.run('assets.withdraw-demand', { demand: later, version: 2, why: '无' }))).toBe('not-now');
  expect(code(await accept(later, offer))).toBe('demand-closed');
  expect(code(await refuse({ demand: later }))).toBe('demand-closed');
  now = new Date('2026-03-05T09:00:00+08:00');
});

test('each step is a task of the side whose turn it is', async () => {
  const due = async (name: string) => {
    const reminder = [drawReminder, ...transferReminders].find((each) => each.name === name)!;
    const all = at.with([{ role: 'assets-clerk', unit: at.ids.city, below: true }], { unit: at.ids.city });
    const things = await reading(
      at.kernel,
      { actor: all.actor, who: ['assets-clerk'], room: 'assets' },
      (tx, context) => reminder.due(tx, context),
    );
    return things.map(({ object }) => object.id);
  };
  const { match } = await approved();
  expect(await due('transfer-to-draw')).toContain(match);
  const { transfer } = await result<'transfer'>(finance, 'assets.draw-transfer', { match, why: '调剂' });
  expect(await due('transfer-to-draw')).not.toContain(match);
  expect([await due('transfer-sign-giver'), await due('transfer-sign-receiver')]).toEqual([[transfer], [transfer]]);
  await finance.does('assets.sign-transfer', { transfer, side: 'giver' });
  expect([await due('transfer-sign-giver'), await due('transfer-sign-receiver')]).toEqual([[], [transfer]]);
  await county.does('assets.sign-transfer', { transfer, side: 'receiver' });
  expect(await due('transfer-to-send')).toEqual([transfer]);
  await finance.does('assets.pack-transfer', { transfer, version: 3 });
  await finance.does('assets.send-transfer', { transfer, version: 4, carrier: '局车队' });
  expect([await due('transfer-to-send'), await due('transfer-to-receive')]).toEqual([[], [transfer]]);
  const [line] = (await read(county, transfer)).lines;
  const lines = [{ line: line!.id, received: 0, condition: 'good' }];
  await county.does('assets.receive-transfer', { transfer, version: 5, lines });
  expect([await due('transfer-to-receive'), await due('transfer-differs')]).toEqual([[], [transfer]]);
  await finance.does('assets.settle-shortfall', { transfer, version: 6, as: 'found', said: '还在库房' });
  expect(await due('transfer-differs')).toEqual([]);
});

test('both sides sign, it is packed, sent, counted; the card leaves one ledger and enters the other with its value and its years', async () => {
  const { card: id, match, demand, offer, transfer } = await signed();
  expect(code(await finance.run('assets.draw-transfer', { match, why: '再开' }))).toBe('transferred-before');
  expect(code(await finance.run('assets.sign-transfer', { transfer, side: 'giver' }))).toBe('not-now');
  const drawn = await read(county, transfer);
  const [line] = drawn.lines;
  // 2020-05 … 2026-03 of fifteen years: 71 months of 180.
  expect(line).toMatchObject({ valueFen: 120_000, accumulatedFen: 47_333, netFen: 72_667 });
  expect(drawn.may).toEqual([]);
  expect(code(await county.run('assets.pack-transfer', { transfer, version: 3 }))).toBe('not-found');
  expect(code(await finance.run('assets.send-transfer', { transfer, version: 3, carrier: '车队' }))).toBe('not-now');
  expect(code(await finance.run('assets.pack-transfer', { transfer, version: 1 }))).toBe('stale-version');
  await finance.does('assets.pack-transfer', { transfer, version: 3 });
  const send = { transfer, version: 4, carrier: '局车队', transportFen: 8_000 };
  expect(code(await finance.run('assets.send-transfer', { ...send, version: 1 }))).toBe('stale-version');
  expect(code(await finance.run('assets.send-transfer', send))).toBe('done');
  // On its way it still stands in the giver's ledger, and nothing of it is left in the warehouse.
  expect(await card(id)).toMatchObject({ unit_id: at.ids.finance, handed_unit: at.ids.county });
  expect((await rowsOf(finance, 'assets.offers')).find((row) => row['id'] === offer)).toMatchObject({ state: 'gone' });
  expect(code(await finance.run('assets.cancel-transfer', { transfer, version: 5, why: '错' }))).toBe('not-now');
  expect(code(await bureau.run('assets.arrive-transfer', { transfer }))).toBe('not-found');
  expect(code(await county.run('assets.arrive-transfer', { transfer }))).toBe('done');
  expect((await read(county, transfer)).may).toEqual(['assets.receive-transfer']);
  expect(code(await county.run('assets.receive-transfer', { transfer, version: 1 }))).toBe('stale-version');
  const over = { line: line!.id, received: 2, condition: 'good' };
  expect(code(await county.run('assets.receive-transfer', { transfer, version: 6, lines: [over] }))).toBe(
    'more-than-sent',
  );
  expect(
    code(await county.run('assets.receive-transfer', { transfer, version: 6, lines: [{ ...over, line: id }] })),
  ).toBe('count-every-line');
  expect(code(await finance.run('assets.receive-transfer', { transfer, version: 6 }))).toBe('not-found');
  expect(code(await county.run('assets.receive-transfer', { transfer, version: 6 }))).toBe('done');
  const moved = await card(id);
  expect(moved).toMatchObject({
    unit_id: at.ids.county,
    state: 'in-stock',
    acquired_by: 'transfer',
    handed_unit: null,
  });
  expect([moved['value_fen'], moved['life_years'], moved['quantity']].map(Number)).toEqual([120_000, 15, 1]);
  expect((await rowsOf(county, 'assets.cards')).map((row) => row['id'])).toContain(id);
  expect((await rowsOf(finance, 'assets.cards')).map((row) => row['id'])).not.toContain(id);
  expect((await county.read('assets.demand', { id: demand })) as DemandAnswer).toMatchObject({
    given: 1,
    coming: 0,
    state: 'met',
  });
  expect(code(await finance.run('assets.settle-shortfall', { transfer, version: 7, as: 'found', said: '无' }))).toBe(
    'not-now',
  );
  const costs = await behind(at, async (client) => {
    const { rows } = await client.query(
      "select facets from kernel.fact where type = 'assets.TransferSent' and object_id = $1",
      [transfer],
    );
    return rows as { facets: { cost: { amountFen: number }[] } }[];
  });
  expect(costs[0]!.facets.cost[0]!.amountFen).toBe(8_000);
});

test('a batch is split; what did not come stays with the giver until it says what became of it', async () => {
  const { card: id, transfer, offer } = await sent(4, 10);
  expect(Number((await card(id))['quantity'])).toBe(6);
  const [line] = (await read(finance, transfer)).lines;
  expect((await rowsOf(finance, 'assets.offers')).find((row) => row['id'] === offer)).toMatchObject({
    state: 'in-store',
    quantity: 6,
    free: 6,
  });
  const count = { line: line!.id, received: 3, condition: 'worn', said: '缺一张' };
  expect(code(await county.run('assets.receive-transfer', { transfer, version: 5, lines: [count] }))).toBe('done');
  const came = await card(line!.sentCard!);
  expect(came).toMatchObject({ unit_id: at.ids.county, condition: 'worn', quantity: 3 });
  expect(Number(came['value_fen'])).toBe(360_000);
  const all = await behind(at, async (client) => {
    const { rows } = await client.query<{ sum: string }>(
      'select sum(value_fen) from assets.card where id = any ($1) or handed_paper = $2',
      [[id, line!.sentCard], transfer],
    );
    return Number(rows[0]!.sum);
  });
  // Not a fen is lost by the splits.
  expect(all).toBe(1_200_000);
  const settle = { transfer, version: 6, as: 'lost', said: '途中丢失' };
  expect(code(await county.run('assets.settle-shortfall', settle))).toBe('not-found');
  expect(code(await finance.run('assets.settle-shortfall', { ...settle, version: 2 }))).toBe('stale-version');
  expect(code(await finance.run('assets.settle-shortfall', settle))).toBe('done');
  const lost = (await rowsOf(finance, 'assets.cards', { 'f.state': 'awaiting-disposal' })).at(-1)!;
  expect(lost).toMatchObject({ unit_id: at.ids.finance, quantity: 1 });
});

test('papers without a match, and what may not be put on them', async () => {
  const { ids } = at;
  const mine = await aCard(at, { unit: ids.finance });
  const draw = (more: object = {}, who = finance) =>
    who.run('assets.draw-transfer', { to: ids.county, lines: [{ card: mine, quantity: 1 }], why: '机构调整', ...more });
  expect(code(await draw({ lines: [] }))).toBe('lines-missing');
  expect(code(await draw({ to: ids.finance }))).toBe('transfer-within-unit');
  expect(code(await draw({ to: mine }))).toBe('unit-unknown');
  expect(code(await draw({ lines: [{ card: mine, quantity: 2 }] }))).toBe('more-than-there-are');
  expect(code(await draw({ match: mine }))).toBe('not-found');
  expect(code(await draw({}, county))).toBe('not-found');
  const [vehicle, lent] = [
    await aCard(at, { unit: ids.finance, facet: 'vehicles.vehicle' }),
    await aCard(at, { unit: ids.finance, state: 'lent' }),
  ];
  expect(code(await draw({ lines: [{ card: vehicle, quantity: 1 }] }))).toBe('kept-elsewhere');
  expect(code(await draw({ lines: [{ card: lent, quantity: 1 }] }))).toBe('card-not-transferable');
  const made = await draw();
  if (isRefusal(made)) throw new Error(made.code);
  const { transfer } = made.result as { transfer: string };
  expect(code(await draw())).toBe('card-on-its-way');
  await finance.does('assets.sign-transfer', { transfer, side: 'giver' });
  expect(code(await finance.run('assets.sign-transfer', { transfer, side: 'giver' }))).toBe('side-signed-before');
  expect(code(await finance.run('assets.sign-transfer', { transfer, side: 'receiver' }))).toBe('not-found');
  // Whoever answers for both sides signs for one of them.
  const both = at.with(
    [
      { role: 'assets-clerk', unit: ids.finance, below: true },
      { role: 'assets-clerk', unit: ids.county, below: true },
    ],
    { unit: ids.finance, name: '两边资产员' },
  );
  const spare = await aCard(at, { unit: ids.finance });
  const second = await draw({ lines: [{ card: spare, quantity: 1 }] });
  if (isRefusal(second)) throw new Error(second.code);
  const signs = (side: string, who = both) =>
    who.run('assets.sign-transfer', { transfer: (second.result as { transfer: string }).transfer, side });
  expect(code(await signs('receiver'))).toBe('done');
  expect(await signs('giver')).toMatchObject({
    code: 'signs-both-sides',
    data: { name: '两边资产员', unit: at.kernel.registers.organisation('').unit(ids.finance)?.name },
  });
  expect(code(await signs('giver', finance))).toBe('done');
  expect(code(await finance.run('assets.cancel-transfer', { transfer, version: 1, why: '填错' }))).toBe(
    'stale-version',
  );
  expect(code(await finance.run('assets.cancel-transfer', { transfer, version: 2, why: '填错' }))).toBe('done');
  expect(code(await draw())).toBe('done');
});

test('the plan of the whole tree: found by a job, beside going down the list; accepted line by line or whole', async () => {
  const { ids } = at;
  const one = await inStore(1, {});
  const two = await inStore(2, {});
  await need({ quantity: 2, name: '方案需求甲' });
  await need({ name: '方案需求乙' }, bureau, ids.bureau);
  const superior = at.as('省督察');
  const start = async () => (await result<'plan'>(superior, 'assets.plan-matches', { unit: ids.province })).plan;
  const run = (plan: string) =>
    runJob(at.kernel, 'assets.find-plan', { signal: new AbortController().signal, asked: { plan } });
  const plan = await start();
  const seen = async (id: string) =>
    (await superior.read('assets.pool-plan', { id })) as PlanAnswer & { may: string[] };
  expect(await seen(plan)).toMatchObject({ state: 'working', may: ['assets.cancel-plan'] });
  expect(code(await superior.run('assets.accept-plan', { plan, version: 1 }))).toBe('not-now');
  await run(plan);
  const ready = await seen(plan);
  expect(ready.state).toBe('ready');
  expect(ready.summary!.savedFen).toBeGreaterThanOrEqual(ready.summary!.greedySavedFen);
  expect(ready.summary!.gap).toBeLessThan(0.01);
  const lines = await rowsOf(superior, 'assets.pool-plan-lines', { 'f.plan_id': plan });
  expect(lines.reduce((sum, row) => sum + Number(row['quantity']), 0)).toBe(ready.summary!.pieces);
  expect(lines.reduce((sum, row) => sum + Number(row['saved_fen']), 0)).toBe(ready.summary!.savedFen);
  expect(new Set([one.offer, two.offer]).size).toBe(2);
  expect(code(await superior.run('assets.accept-plan', { plan, version: 9 }))).toBe('stale-version');
  const first = await superior.run('assets.accept-plan', { plan, version: ready.version, lines: [lines[0]!['id']] });
  expect(isRefusal(first) ? first : first.result).toEqual({ accepted: 1, behind: 0 });
  const rest = await superior.run('assets.accept-plan', { plan, version: ready.version + 1 });
  expect(isRefusal(rest) ? rest : rest.result).toEqual({ accepted: lines.length - 1, behind: 0 });
  expect((await seen(plan)).state).toBe('closed');
  expect(code(await superior.run('assets.accept-plan', { plan, version: ready.version + 2 }))).toBe('not-now');

  const stopped = await start();
  expect(code(await county.run('assets.cancel-plan', { plan: stopped }))).toBe('not-found');
  expect(code(await superior.run('assets.cancel-plan', { plan: stopped }))).toBe('done');
  await run(stopped);
  expect(await seen(stopped)).toMatchObject({ state: 'stopped', summary: null });
  const empty = await start();
  await run(empty);
  const nothing = await seen(empty);
  // A plan that found nothing is not offered to be accepted.
  expect([nothing.state, nothing.open, nothing.may]).toEqual(['ready', 0, ['assets.cancel-plan']]);
  expect((await rowsOf(superior, 'assets.pool-plans')).find(({ id }) => id === empty)).toMatchObject({
    may: ['assets.cancel-plan'],
  });
  if (nothing.open === 0)
    expect(code(await superior.run('assets.accept-plan', { plan: empty, version: nothing.version }))).toBe(
      'nothing-to-accept',
    );
});
