import { reading } from '@opengoa/kernel/host';
import { house, type House, type Person } from '@opengoa/kernel/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import assets from '../domain.ts';
import { aComputer, cityClerk, clerkOf, clock, enter } from '../testing/given-cards.ts';
import { behind } from '../testing/pooled-card.ts';
import { followSplits, waitingCardsReminder } from './remind-waiting-cards.ts';

let at: House;
let clerk: Person;
let giver: Person;
let taker: Person;

beforeAll(async () => {
  at = await house({ rooms: [assets], clock });
  clerk = cityClerk(at);
  giver = clerkOf(at, at.ids.finance);
  taker = clerkOf(at, at.ids.bureau);
});
afterAll(() => at?.close());

let count = 0;
const found = async () => {
  const { facts } = await at.as('系统员').does('kernel.found-unit', {
    name: `原单位${(count += 1)}`,
    kind: 'institution',
    level: 'city',
    parent: at.ids.city,
    from: '2020-01-01',
  });
  await at.kernel.registers.refresh();
  return facts[0]!.object.id;
};
const unitsOf = (card: string) =>
  behind(at, async (client) => {
    const { rows } = await client.query(
      `select (select array_agg(unit_id) from assets.upkeep_plan where card_id = $1 and state = 'running') as plans,
              (select array_agg(unit_id) from assets.upkeep_order where card_id = $1 and state = 'open') as open,
              (select array_agg(unit_id) from assets.upkeep_order where card_id = $1 and state = 'done') as done,
              (select array_agg(unit_id) from assets.data_asset where id = $1) as data,
              (select array_agg(unit_id) from assets.use_sign where card_id = $1) as signs`,
      [card],
    );
    return rows[0] as Record<'plans' | 'open' | 'done' | 'data' | 'signs', string[] | null>;
  });
/** With a plan, an order that is open, one that is done, a description and a sign of use. */
const told = async (by: Person, unit: string, more: object = {}) => {
  const card = await enter(by, aComputer(at, { unit, class: 'A08060500', item: '', ...more }));
  await by.does('assets.plan-upkeep', { card, what: '备份', everyMonths: 6, nextDue: '2026-03-10' });
  await by.does('assets.order-upkeep', { card, what: '检查', dueDay: '2026-03-10' });
  await by.does('assets.describe-data', { card, system: '系统', department: unit, sharing: 'open', renewed: 'once' });
  await by.does('assets.answer-idle', { card, why: '在用' });
  await behind(at, (client) =>
    client.query(
      `insert into assets.upkeep_order (node_id, id, unit_id, card_id, number, what, due_day, state, outcome, done_day, made_name, made_at)
       values (1, gen_random_uuid(), $1, $2::uuid, 'WH-' || $2::text, '除尘', '2026-01-01', 'done', 'good', '2026-01-01', '甲', now())`,
      [unit, card],
    ),
  );
  return card;
};

test('a transfer takes along what is told of a card; what was done stays with whoever paid for it', async () => {
  const { finance, bureau } = at.ids;
  const card = await told(giver, finance);
  expect(await unitsOf(card)).toEqual({
    plans: [finance],
    open: [finance],
    done: [finance],
    data: [finance],
    signs: [finance],
  });
  const { paper } = (await giver.does('assets.transfer-cards', { cards: [card], to: bureau, document: '调拨批复' }))
    .result as { paper: string };
  const rows = async (list: string) => ((await taker.list(list)) as unknown as { rows: unknown[] }).rows;
  await taker.does('assets.take-transfer', { paper, version: 1 });
  expect(await unitsOf(card)).toEqual({
    plans: [bureau],
    open: [bureau],
    done: [finance],
    data: [bureau],
    signs: [bureau],
  });
  expect(await rows('assets.upkeep-plans')).toHaveLength(1);
  expect(await rows('assets.data-assets')).toHaveLength(1);
  const left = async (list: string) => ((await giver.list(list)) as unknown as { rows: unknown[] }).rows;
  expect(await left('assets.upkeep-plans')).toHaveLength(0);
  expect(await left('assets.data-assets')).toHaveLength(0);
});

test('a merger takes along all of it, with the cupboard and what came and went in it', async () => {
  const { finance } = at.ids;
  const old = await found();
  const card = await told(clerk, old);
  const keep = async (unit: string) =>
    (
      (await clerk.does('assets.keep-supply', { unit, kind: 'consumable', name: '复印纸' })).result as {
        supply: string;
      }
    ).supply;
  const mine = await keep(old);
  await keep(finance);
  await clerk.does('assets.receive-supply', { supply: mine, quantity: 8 });
  await at
    .as('系统员')
    .does('kernel.merge-units', { units: [old], into: finance, day: '2026-03-01', paper: '机构改革' });
  await at.kernel.registers.refresh();
  const job = at.with([{ role: 'job', unit: at.ids.province, below: true }], { unit: at.ids.province });
  expect((await job.does('assets.carry-over-cards', {})).result).toEqual({ cards: 1 });
  expect(await unitsOf(card)).toEqual({
    plans: [finance],
    open: [finance],
    done: [finance],
    data: [finance],
    signs: [finance],
  });
  const cupboard = await behind(at, async (client) => {
    const { rows } = await client.query(
      `select s.unit_id, s.name, m.unit_id as moved from assets.supply s join assets.supply_move m on m.supply_id = s.id where s.id = $1`,
      [mine],
    );
    return rows as unknown[];
  });
  // The heir has one of that name: the one that came bears a mark.
  expect(cupboard).toEqual([
    { unit_id: finance, name: expect.stringMatching(/^复印纸-.{4}$/) as string, moved: finance },
  ]);
  expect((await job.does('assets.carry-over-cards', {})).result).toEqual({ cards: 0 });
  // A unit that has nothing but a cupboard is carried over as well.
  const other = await found();
  const left = await keep(other);
  await at.as('系统员').does('kernel.merge-units', { units: [other], into: at.ids.bureau, day: '2026-03-01' });
  await at.kernel.registers.refresh();
  await job.does('assets.carry-over-cards', {});
  expect(
    (
      (await clerk.list('assets.supplies', { 'f.unit_id': at.ids.bureau })) as unknown as { rows: { id: string }[] }
    ).rows.map(({ id }) => id),
  ).toEqual([left]);
});

test('after a split a task asks whose the assets become, until the last is transferred', async () => {
  const [unit, left, right] = [await found(), await found(), await found()];
  const due = () =>
    reading(at.kernel, { actor: clerk.actor, who: ['assets-clerk'], room: 'assets' }, (tx, context) =>
      waitingCardsReminder.due(tx, context),
    );
  const cards = [await enter(clerk, aComputer(at, { unit })), await enter(clerk, aComputer(at, { unit }))];
  expect(await due()).toEqual([]);
  await at.as('系统员').does('kernel.split-unit', { unit, into: [left, right], day: '2026-03-01' });
  await at.kernel.registers.refresh();
  expect(await due()).toMatchObject([
    {
      object: { id: unit },
      summary: expect.stringMatching(/分设为.*、.*，尚有 2 项资产/) as string,
      opens: `/assets/cards?f.unit_id=${unit}`,
    },
  ]);
  const give = async (card: string, to: string) => {
    const { paper } = (await clerk.does('assets.transfer-cards', { cards: [card], to, document: '分设方案' }))
      .result as { paper: string };
    await clerk.does('assets.take-transfer', { paper, version: 1 });
  };
  await give(cards[0]!, left);
  expect(await due()).toMatchObject([{ summary: expect.stringContaining('尚有 1 项资产') as string }]);
  await give(cards[1]!, right);
  expect(await due()).toEqual([]);
  expect([...at.kernel.jobs.keys()]).toContain(followSplits.queues!([], {} as never)!.job);
});
