import { isRefusal, newId } from '@opengoa/kernel';
import { contextFor, jobActorAtRoots, setContext, txOn } from '@opengoa/kernel/host';
import { house, type House, type Person } from '@opengoa/kernel/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import assets from '../domain.ts';
import { classOfItem } from '../equipment/item-classes.ts';
import { aCard, behind } from '../testing/cards-by-sql.ts';
import type { PurchaseAnswer } from './contract.ts';
import { followMatches } from './follow-matches.ts';

let at: House;
let clerk: Person;
let head: Person;
let leader: Person;
let superior: Person;
const code = (answer: unknown) => (isRefusal(answer) ? answer.code : 'done');

beforeAll(async () => {
  at = await house({ rooms: [assets], clock: () => new Date('2026-03-05T09:00:00+08:00') });
  const of = (role: string, unit: string) => at.with([{ role, unit, below: true }], { unit });
  clerk = of('assets-clerk', at.ids.finance);
  head = of('head', at.ids.finance);
  leader = of('leader', at.ids.finance);
  superior = of('superior', at.ids.province);
  const everywhere = of('assets-clerk', at.ids.city);
  for (const unit of [at.ids.finance, at.ids.bureau])
    await everywhere.does('assets.set-headcount', {
      unit,
      fromDay: '2026-01-01',
      establishment: 20,
      actual: 20,
      offices: 10,
    });
});
afterAll(() => at?.close());

const line = (more: object = {}) => ({
  name: '台式计算机',
  class: classOfItem.desktop,
  quantity: 2,
  priceFen: 480_000,
  ...more,
});
const plan = (more: object = {}) => ({
  unit: at.ids.finance,
  year: 2026,
  title: '新进人员办公设备',
  reason: '新录用两人',
  lines: [line()],
  ...more,
});
const planned = async (more: object = {}, by = clerk) =>
  ((await by.does('assets.plan-purchase', plan(more))).result as { purchase: string }).purchase;
const read = async (id: string, by = clerk) =>
  (await by.read('assets.purchase', { id })) as PurchaseAnswer & { may: string[] };
const ask = async (purchase: string) =>
  clerk.run('assets.ask-purchase', { purchase, version: (await read(purchase)).version });

test('a plan is held against price and number of the standard: confirmed stops it, a single source warns, what is recalled is told', async () => {
  const told = async (more: object) => {
    const answer = await clerk.run('assets.plan-purchase', plan({ lines: [line(more)] }));
    return isRefusal(answer) ? answer.code : (await read((answer.result as { purchase: string }).purchase)).notes;
  };
  expect(await told({ priceFen: 500_100 })).toBe('price-over-standard');
  expect(await told({ priceFen: 500_000 })).toEqual([]);
  expect(await told({ quantity: 21 })).toBe('over-allowance');
  expect(
    await told({ name: '打印机', class: classOfItem['printer-a4'], quantity: 1, priceFen: 130_000 }),
  ).toMatchObject([{ outcome: 'warn', observed: 130_000, allowed: 120_000 }]);
  // One scanner for twenty people; that number is recalled only.
  expect(await told({ name: '扫描仪', class: classOfItem.scanner, quantity: 3, priceFen: 300_000 })).toMatchObject([
    { outcome: 'inform', observed: 3, allowed: 1 },
  ]);
  // What no standard names goes through.
  expect(await told({ name: '升降机', class: 'A02051200', priceFen: 9_000_000 })).toEqual([]);
  expect(code(await clerk.run('assets.plan-purchase', plan({ year: 2025 })))).toBe('year-closed');
  expect(code(await clerk.run('assets.plan-purchase', plan({ unit: newId() })))).not.toBe('done');
  expect(code(await head.run('assets.plan-purchase', plan()))).not.toBe('done');
});

test('the warehouse comes first: a plan goes on only when every idle thing of the region is taken or declined with its reason', async () => {
  const near = await aCard(at, { unit: at.ids.bureau, item: 'shredder', state: 'idle', quantity: 1, name: '碎纸机甲' });
  const pooled = await aCard(at, {
    unit: at.ids.county,
    item: '碎纸机',
    state: 'pooled',
    quantity: 3,
    name: '碎纸机乙',
  });
  await aCard(at, { unit: at.ids.provinceBureau, item: 'shredder', state: 'idle', name: '外地碎纸机' });
  await aCard(at, { unit: at.ids.bureau, item: 'shredder', state: 'idle', condition: 'unusable', name: '坏碎纸机' });
  await aCard(at, { unit: at.ids.bureau, item: 'shredder', state: 'in-use', name: '在用碎纸机' });
  const purchase = await planned({
    lines: [line({ name: '碎纸机', class: classOfItem.shredder, quantity: 1, priceFen: 90_000 })],
  });
  const it = await read(purchase);
  const [only] = it.lines;
  // The pooled one comes before another unit's; the province's is out of the region, the broken and the used are not offered.
  expect(only!.matches.map(({ name }) => name)).toEqual(['碎纸机乙', '碎纸机甲']);
  expect(it.waiting).toBe(2);
  expect(it.may).toEqual(
    expect.arrayContaining(['assets.take-idle', 'assets.ask-purchase', 'assets.withdraw-purchase']),
  );
  expect(code(await ask(purchase))).toBe('idle-not-answered');
  const about = { purchase, line: only!.id };
  const decline = (card: string, more: object = {}) =>
    clerk.run('assets.decline-idle', { ...about, card, reason: 'too-far', ...more });
  expect(code(await decline(near, { reason: 'other' }))).toBe('say-why-declined');
  expect(code(await decline(newId()))).toBe('thing-not-idle');
  expect(code(await decline(near))).toBe('done');
  expect(code(await decline(near))).toBe('match-answered');
  expect(code(await clerk.run('assets.take-idle', { ...about, card: pooled, quantity: 2 }))).toBe(
    'nothing-left-to-take',
  );
  expect(code(await head.run('assets.take-idle', { ...about, card: pooled }))).not.toBe('done');
  await clerk.does('assets.take-idle', { ...about, card: pooled });
  expect((await read(purchase)).lines[0]).toMatchObject({ taken: 1, open: 0 });
  expect(code(await ask(purchase))).toBe('nothing-to-buy');
  // Whoever plans next is not offered what was taken.
  const next = await planned({
    lines: [line({ name: '碎纸机', class: classOfItem.shredder, quantity: 1, priceFen: 90_000 })],
  });
  expect((await read(next)).lines[0]!.matches.map(({ card }) => card)).toEqual([near]);

  // The reason is kept, listed, and followed up by whoever is above, once.
  const { rows } = (await superior.list('assets.declined')) as unknown as {
    rows: { id: string; card_number: string; reason: string; may: string[] }[];
  };
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({ reason: 'too-far', may: ['assets.follow-declined'] });
  const follow = (by: Person) =>
    by.run('assets.follow-declined', { answer: rows[0]!.id, followed: 'look-again', words: '本市可调剂' });
  expect(code(await follow(clerk))).not.toBe('done');
  expect(code(await follow(superior))).toBe('done');
  expect(code(await follow(superior))).toBe('not-declined');
  expect(code(await clerk.run('assets.withdraw-purchase', { purchase, why: '已由闲置资产解决' }))).toBe('done');
});

/** Lets the follower take what happened to a match. */
async function followed(facts: readonly { objectId: string | null; body: object }[]): Promise<void> {
  const client = await at.kernel.pool.connect();
  try {
    const actor = jobActorAtRoots('assets.purchase-matches', at.kernel.registers.organisation(''));
    await client.query('begin; set local role opengoa_assets');
    await setContext(client, { node: 1, actor, who: ['job'], audit: true });
    await followMatches.follow(txOn(client), facts as never, contextFor(at.kernel, actor, newId()));
    await client.query('commit');
  } finally {
    client.release();
  }
}

test('what another region has put into the warehouse for all is shown, taken by a match, and wanted again where the giver declines', async () => {
  const giver = at.with([{ role: 'assets-clerk', unit: at.ids.finance, below: true }], { unit: at.ids.finance });
  const far = at.with([{ role: 'assets-clerk', unit: at.ids.county, below: true }], { unit: at.ids.county });
  const { store } = (await giver.does('assets.keep-store', { unit: at.ids.finance, name: '财政仓', kind: 'virtual' }))
    .result as { store: string };
  const given = async (name: string, reach: string) => {
    const card = await aCard(at, {
      unit: at.ids.finance,
      item: 'tea-cabinet',
      class: classOfItem['tea-cabinet'],
      state: 'idle',
      quantity: 1,
      name,
    });
    const { offer } = (
      await giver.does('assets.offer-card', { card, store, quantity: 1, reason: 'idle', may: 'both', reach })
    ).result as { offer: string };
    await giver.does('assets.inspect-offer', { offer, version: 1, passed: true, condition: 'good' });
    return card;
  };
  const [first, second] = [await given('茶水柜甲', 'tree'), await given('茶水柜乙', 'tree')];
  await given('茶水柜丙', 'unit');
  const purchase = await planned(
    {
      unit: at.ids.county,
      lines: [line({ name: '茶水柜', class: classOfItem['tea-cabinet'], quantity: 2, priceFen: 200_000 })],
    },
    far,
  );
  const [only] = (await read(purchase, far)).lines;
  expect(only!.matches.map(({ name }) => name).toSorted()).toEqual(['茶水柜乙', '茶水柜甲']);
  expect(only!.matches[0]!.why.map(({ zh }) => zh)).toContain('其他地区公物仓在库，可跨地区调剂');
  for (const card of [first, second])
    expect(code(await far.run('assets.take-idle', { purchase, line: only!.id, card }))).toBe('done');
  const told = await read(purchase, far);
  expect(told).toMatchObject({ totalFen: 0, lines: [{ taken: 2, open: 0 }] });
  const { rows: listed } = (await far.list('assets.purchases')) as unknown as { rows: { id: string; year: unknown }[] };
  expect(listed.find(({ id }) => id === purchase)!.year).toBe('2026');
  expect(told.taken).toMatchObject([
    { name: '茶水柜甲', unitName: '临江市财政局', savedFen: 200_000, state: 'approving', transfer: null },
    { name: '茶水柜乙', state: 'approving' },
  ]);
  // Nobody else is offered it, and the demand is not looked for a second time.
  const { rows } = (await far.list('assets.demands')) as unknown as { rows: { given: number; quantity: number }[] };
  expect(rows.map(({ quantity }) => quantity)).toEqual([1, 1]);
  const answers = at.as('陈局');
  await answers.does('assets.approve-match', { match: told.taken[0]!.match, opinion: '同意' });
  await answers.does('assets.decline-match', { match: told.taken[1]!.match, opinion: '另有安排' });
  await followed([{ objectId: told.taken[1]!.match, body: { opinion: '另有安排' } }]);
  const after = await read(purchase, far);
  expect(after).toMatchObject({ totalFen: 200_000, lines: [{ taken: 1, open: 1 }] });
  expect(after.taken).toMatchObject([{ name: '茶水柜甲', state: 'approved' }]);
  expect(after.lines[0]!.matches.find(({ name }) => name === '茶水柜乙')).toMatchObject({ answer: 'declined' });
  // What is left may be bought now.
  expect(code(await far.run('assets.ask-purchase', { purchase, version: after.version }))).toBe('done');
});

test('the listing follows the card: what is used again, moved or gone lies idle no longer', async () => {
  const card = await aCard(at, { unit: at.ids.bureau, item: 'projector', state: 'idle' });
  const listed = async () =>
    (
      await behind<{ unit: string }>(at, 'select unit_id as unit from assets.idle_listing where card_id = $1', [card])
    ).map(({ unit }) => unit);
  expect(await listed()).toEqual([at.ids.bureau]);
  await behind(at, 'update assets.card set unit_id = $2 where id = $1', [card, at.ids.county]);
  expect(await listed()).toEqual([at.ids.county]);
  await behind(at, `update assets.card set state = 'in-use' where id = $1`, [card]);
  expect(await listed()).toEqual([]);
  await behind(at, `update assets.card set state = 'pooled' where id = $1`, [card]);
  expect(await listed()).toEqual([at.ids.county]);
  await behind(at, 'delete from assets.card where id = $1', [card]);
  expect(await listed()).toEqual([]);
});

test('approved by the head up to the limit and by a leader above it, never by who planned it; refused with a reason', async () => {
  const purchase = await planned();
  expect(code(await head.run('assets.approve-purchase', { purchase }))).toBe('not-now');
  expect(code(await clerk.run('assets.ask-purchase', { purchase, version: 9 }))).toBe('stale-version');
  await clerk.does('assets.ask-purchase', { purchase, version: 1 });
  expect(code(await clerk.run('assets.approve-purchase', { purchase }))).not.toBe('done');
  const planner = at.with(
    [
      { role: 'head', unit: at.ids.finance, below: true },
      { role: 'assets-clerk', unit: at.ids.finance, below: true },
    ],
    { unit: at.ids.finance },
  );
  const own = await planned({}, planner);
  await planner.does('assets.ask-purchase', { purchase: own, version: 1 });
  expect(code(await planner.run('assets.approve-purchase', { purchase: own }))).toBe('own-plan');
  expect(code(await head.run('assets.refuse-purchase', { purchase: own, opinion: '暂缓' }))).toBe('done');
  expect(code(await head.run('assets.approve-purchase', { purchase, opinion: '同意' }))).toBe('done');
  const dear = await planned({
    lines: [line({ name: '会议系统', class: 'A02091200', quantity: 1, priceFen: 10_000_100 })],
  });
  await clerk.does('assets.ask-purchase', { purchase: dear, version: 1 });
  expect(code(await head.run('assets.approve-purchase', { purchase: dear }))).toBe('above-the-head');
  expect(code(await leader.run('assets.approve-purchase', { purchase: dear }))).toBe('done');
  expect(code(await clerk.run('assets.withdraw-purchase', { purchase: own, why: '重复' }))).toBe('not-now');
});

const approved = async (more: object = {}) => {
  const purchase = await planned(more);
  await clerk.does('assets.ask-purchase', { purchase, version: 1 });
  await leader.does('assets.approve-purchase', { purchase });
  return { purchase, line: (await read(purchase)).lines[0]!.id };
};

test('the inquiry is taken by its number, of the own unit alone', async () => {
  const { purchase } = await approved();
  const put = (number: string, unit: string, state = 'awarded') =>
    behind(
      at,
      `insert into procurement.inquiry (node_id, id, unit_id, number, state, title, kind, estimate_fen, method, rule, deadline, published_name, published_at,
                                        supplier, amount_fen)
       values (1, $1, $2, $3, $4, '计算机', 'goods', 960000, 'open', 'lowest', now(), '某人', now(), '临江商贸', 940000)`,
      [newId(), unit, number, state],
    );
  await put('XJ-2026-0101', at.ids.finance);
  await put('XJ-2026-0102', at.ids.finance, 'cancelled');
  const link = (number: string) => clerk.run('assets.link-inquiry', { purchase, number });
  expect(code(await link('XJ-2026-9999'))).toBe('inquiry-unknown');
  expect(code(await link('XJ-2026-0102'))).toBe('inquiry-unknown');
  expect(code(await link('XJ-2026-0101'))).toBe('done');
  expect(await read(purchase)).toMatchObject({
    inquiryNumber: 'XJ-2026-0101',
    supplier: '临江商贸',
    agreedFen: 940_000,
  });
  await put('XJ-2026-0103', at.ids.bureau);
  const everywhere = at.with([{ role: 'assets-clerk', unit: at.ids.city, below: true }], { unit: at.ids.city });
  expect(code(await everywhere.run('assets.link-inquiry', { purchase, number: 'XJ-2026-0103' }))).toBe(
    'inquiry-of-another',
  );
});

test('what comes becomes cards: nothing is asked that the plan knows, several deliveries, serial numbers once', async () => {
  const { purchase, line: id } = await approved({
    lines: [line({ quantity: 4 })],
    budgetItem: 'YS-1',
    funds: '财政拨款',
  });
  const accept = (more: object = {}) =>
    clerk.run('assets.accept-delivery', { purchase, line: id, day: '2026-03-04', quantity: 2, ...more });
  expect(code(await accept({ quantity: 5 }))).toBe('more-than-planned');
  expect(code(await accept({ serials: ['A1'] }))).toBe('serials-not-the-quantity');
  expect(code(await accept({ serials: ['A1', 'A1'] }))).toBe('serial-known');
  expect(code(await accept({ line: newId() }))).toBe('not-found');
  expect(code(await accept({ day: '2026-03-06' }))).toBe('day-ahead');
  const request = newId();
  const body = {
    purchase,
    line: id,
    day: '2026-03-04',
    quantity: 2,
    serials: ['A1', 'A2'],
    supplier: '临江商贸',
    invoice: '001',
  };
  const first = await clerk.run('assets.accept-delivery', body, request);
  expect(await clerk.run('assets.accept-delivery', body, request)).toEqual(first);
  if (isRefusal(first)) throw new Error(first.code);
  const { cards } = first.result as { cards: string[] };
  expect(cards).toHaveLength(2);
  const made = await behind(
    at,
    'select name, class, item, serial, quantity, value_fen::int as value, supplier, voucher, budget_item, state, acquired_on::text as day from assets.card where id = any ($1) order by serial',
    [cards],
  );
  expect(made[0]).toEqual({
    name: '台式计算机',
    class: classOfItem.desktop,
    item: 'desktop',
    serial: 'A1',
    quantity: 1,
    value: 480_000,
    supplier: '临江商贸',
    voucher: '001',
    budget_item: 'YS-1',
    state: 'in-stock',
    day: '2026-03-04',
  });
  expect(await read(purchase)).toMatchObject({ state: 'approved' });
  expect(code(await accept({ serials: ['a1', 'A9'] }))).toBe('serial-known');
  expect(code(await accept())).toBe('done');
  expect(await read(purchase)).toMatchObject({ state: 'received', lines: [{ received: 4, open: 0 }] });
  expect(code(await accept())).toBe('not-now');
  const { rows } = (await clerk.list('assets.delivery-notes', { 'f.purchase_id': purchase })) as unknown as {
    rows: { quantity: number; total_fen: number }[];
  };
  expect(rows.map(({ quantity, total_fen }) => [quantity, total_fen])).toEqual([
    [2, 960_000],
    [2, 960_000],
  ]);
});

test('what is rented comes without a card, and what is on order counts against the next plan', async () => {
  const { purchase, line: id } = await approved({
    lines: [line({ name: '投影仪', class: classOfItem.projector, quantity: 1, mode: 'rent' })],
  });
  expect(
    code(
      await clerk.run('assets.accept-delivery', {
        purchase,
        line: id,
        day: '2026-03-04',
        quantity: 1,
        serials: ['P1'],
      }),
    ),
  ).toBe('rented-has-no-card');
  const answer = await clerk.does('assets.accept-delivery', { purchase, line: id, day: '2026-03-04', quantity: 1 });
  expect((answer.result as { cards: string[] }).cards).toEqual([]);
  // Twenty people: ten notebooks; eight are on order.
  await approved({ lines: [line({ name: '便携机', class: classOfItem.notebook, quantity: 8 })] });
  const more = (quantity: number) =>
    clerk.run(
      'assets.plan-purchase',
      plan({ lines: [line({ name: '便携机', class: classOfItem.notebook, quantity })] }),
    );
  expect(code(await more(3))).toBe('over-allowance');
  expect(code(await more(2))).toBe('done');
});

test('an offered thing is told from one in store; a taken one is held there for the plan, and free again where the plan is withdrawn', async () => {
  const giver = at.with([{ role: 'assets-clerk', unit: at.ids.bureau, below: true }], { unit: at.ids.bureau });
  const { store } = (await giver.does('assets.keep-store', { unit: at.ids.bureau, name: '局仓', kind: 'virtual' }))
    .result as { store: string };
  const offered = async (name: string) => {
    const card = await aCard(at, {
      unit: at.ids.bureau,
      item: '',
      class: 'A05019901',
      state: 'idle',
      quantity: 1,
      name,
    });
    const input = { card, store, quantity: 1, reason: 'idle', may: 'both', reach: 'tree' };
    return { card, offer: ((await giver.does('assets.offer-card', input)).result as { offer: string }).offer };
  };
  const waiting = await offered('待验柜');
  const wanted = { lines: [line({ name: '柜', class: 'A05019901', quantity: 1, priceFen: 90_000 })] };
  const purchase = await planned(wanted);
  const seen = async (id: string) => (await read(id)).lines[0]!;
  expect((await seen(purchase)).matches[0]!.why.map(({ zh }) => zh)).toContain('已申请入仓，待验收');
  const about = { purchase, line: (await seen(purchase)).id, card: waiting.card };
  expect(code(await clerk.run('assets.take-idle', about))).toBe('done');
  const shelf = async () =>
    ((await giver.list('assets.offers')) as unknown as { rows: { id: string; free: number }[] }).rows.find(
      ({ id }) => id === waiting.offer,
    )!.free;
  expect(await shelf()).toBe(0);
  await giver.does('assets.inspect-offer', { offer: waiting.offer, version: 1, passed: true, condition: 'good' });
  const reserve = () =>
    giver.run('assets.reserve-offer', {
      unit: at.ids.bureau,
      offer: waiting.offer,
      quantity: 1,
      untilDay: '2026-03-10',
      purpose: '会议',
    });
  expect(code(await reserve())).toBe('more-than-there-are');
  // No plan of any other unit is shown it.
  const other = at.with([{ role: 'assets-clerk', unit: at.ids.county, below: true }], { unit: at.ids.county });
  const theirs = await planned({ ...wanted, unit: at.ids.county }, other);
  expect((await read(theirs, other)).lines[0]!.matches).toEqual([]);
  // Its giver may draw it up for the plan, and for nobody else.
  const draw = (to: string) =>
    giver.run('assets.draw-transfer', { to, lines: [{ card: waiting.card, quantity: 1 }], why: '调剂' });
  expect(code(await draw(at.ids.county))).toBe('more-than-there-are');
  await behind(at, 'update assets.purchase_line set quantity = 2 where id = $1', [about.line]);
  await clerk.does('assets.withdraw-purchase', { purchase, why: '不再需要' });
  expect(await shelf()).toBe(1);
  expect((await read(theirs, other)).lines[0]!.matches.map(({ name }) => name)).toEqual(['待验柜']);
  expect(code(await reserve())).toBe('done');
});

test('a plan keeps its own answers; one to be looked at again is a task of the planner and holds acceptance until it is given anew', async () => {
  const person = newId();
  const planner = at.with([{ role: 'assets-clerk', unit: at.ids.finance, below: true }], {
    unit: at.ids.finance,
    person,
  });
  const card = await aCard(at, { unit: at.ids.bureau, item: '', class: 'A05019902', state: 'idle', name: '旧柜' });
  const purchase = await planned(
    { lines: [line({ name: '柜', class: 'A05019902', quantity: 1, priceFen: 90_000 })] },
    planner,
  );
  const about = { purchase, line: (await read(purchase)).lines[0]!.id, card };
  await clerk.does('assets.decline-idle', { ...about, reason: 'other', said: '门已损坏' });
  await clerk.does('assets.ask-purchase', { purchase, version: (await read(purchase)).version });
  await leader.does('assets.approve-purchase', { purchase });
  await behind(at, `update assets.card set state = 'in-use' where id = $1`, [card]);
  const [kept] = (await read(purchase)).lines[0]!.matches;
  expect(kept).toMatchObject({ card, answer: 'declined', reason: 'other', said: '门已损坏', state: 'gone' });
  await behind(at, `update assets.card set state = 'idle' where id = $1`, [card]);
  const [answer] = await behind<{ id: string }>(at, 'select id from assets.match_answer where card_id = $1', [card]);
  const tasks = async () =>
    behind<{ state: string }>(
      at,
      `select state from kernel.task where object_id = $1 and kind = 'assets.look-again' order by id`,
      [purchase],
    );
  const accept = () =>
    clerk.run('assets.accept-delivery', { purchase, line: about.line, day: '2026-03-04', quantity: 1 });
  await superior.does('assets.follow-declined', { answer: answer!.id, followed: 'look-again', words: '可以修理' });
  expect((await tasks()).map(({ state }) => state)).toEqual(['open']);
  expect(
    await behind(at, 'select from kernel.message where person_id = $1', [person]).then(({ length }) => length),
  ).toBeGreaterThan(0);
  expect(code(await accept())).toBe('look-again-first');
  expect((await read(purchase)).may).toEqual(expect.arrayContaining(['assets.take-idle', 'assets.decline-idle']));
  expect(code(await clerk.run('assets.decline-idle', { ...about, reason: 'too-worn' }))).toBe('done');
  expect((await tasks()).map(({ state }) => state)).toEqual(['done']);
  expect(code(await clerk.run('assets.decline-idle', { ...about, reason: 'too-far' }))).toBe('not-now');
  expect((await read(purchase)).may).not.toContain('assets.take-idle');
  expect(code(await accept())).toBe('done');
});

test('another unit sees none of it', async () => {
  const purchase = await planned();
  const other = at.with([{ role: 'assets-clerk', unit: at.ids.bureau, below: true }], { unit: at.ids.bureau });
  expect(code(await other.read('assets.purchase', { id: purchase }))).toBe('not-found');
  expect(code(await other.run('assets.withdraw-purchase', { purchase, why: '某' }))).toBe('not-found');
  const { rows } = (await other.list('assets.purchase-lines')) as unknown as { rows: unknown[] };
  expect(rows).toEqual([]);
});

test('the class an item is entered with is the class it is known by', async () => {
  const told = await behind<{ item: string; back: string }>(
    at,
    'select item, assets.equipment_of(item, class) as back from unnest($1::text[], $2::text[]) as t (item, class)',
    [Object.keys(classOfItem), Object.values(classOfItem)],
  );
  expect(told.every(({ item, back }) => item === back)).toBe(true);
});
