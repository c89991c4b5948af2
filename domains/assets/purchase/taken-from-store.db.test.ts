import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { house, type House, type Person } from '@opengoa/kernel/testing';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import assets from '../domain.ts';
import { aCard, behind } from '../testing/cards-by-sql.ts';
import type { PurchaseAnswer } from './contract.ts';

/** Rows as they stood before the warehouse held what plans had taken, and what the migrations make of them under the walls. */

let at: House;
let clerk: Person;
let giver: Person;
let store = '';

beforeAll(async () => {
  at = await house({ rooms: [assets], clock: () => new Date('2026-03-05T09:00:00+08:00') });
  const of = (unit: string) => at.with([{ role: 'assets-clerk', unit, below: true }], { unit });
  [clerk, giver] = [of(at.ids.finance), of(at.ids.bureau)];
  const kept = await giver.does('assets.keep-store', { unit: at.ids.bureau, name: '局仓', kind: 'virtual' });
  store = (kept.result as { store: string }).store;
});
afterAll(() => at?.close());

/** The statements of a migration, run as the migrator runs them: by the owner, in one transaction. */
async function asMigrated(name: string, only: RegExp = /[^]*/): Promise<void> {
  const text = readFileSync(join(assets.folder, 'migrations', `${name}.sql`), 'utf8');
  const owner = new pg.Client({ connectionString: at.urls.owner });
  await owner.connect();
  try {
    await owner.query('begin');
    await owner.query(only.exec(text)![0]);
    await owner.query('commit');
  } finally {
    await owner.end();
  }
}

/** A cupboard that lies idle, and that the plan of another unit has taken. */
async function taken(code: string, { quantity = 1, offered = true } = {}) {
  const card = await aCard(at, { unit: at.ids.bureau, class: code, state: 'idle', quantity, name: `柜${code}` });
  const offer = offered
    ? (
        (await giver.does('assets.offer-card', { card, store, quantity, reason: 'idle', may: 'both', reach: 'tree' }))
          .result as { offer: string }
      ).offer
    : null;
  const planned = await clerk.does('assets.plan-purchase', {
    unit: at.ids.finance,
    year: 2026,
    title: '柜',
    reason: '更新',
    lines: [{ name: '柜', class: code, quantity: 2, priceFen: 90_000 }],
  });
  const { purchase } = planned.result as { purchase: string };
  const [line] = ((await clerk.read('assets.purchase', { id: purchase })) as PurchaseAnswer).lines;
  await clerk.does('assets.take-idle', { purchase, line: line!.id, card });
  // Taken before it was inspected: what is in store for all goes by a match, which holds it itself.
  if (offer) await giver.does('assets.inspect-offer', { offer, version: 1, passed: true, condition: 'good' });
  return { card, offer, purchase };
}

const listed = () =>
  behind(at, `select card_id, offer_id, keeper_id, in_store, taken from assets.idle_listing order by card_id`);
const held = () =>
  behind(
    at,
    `select id, unit_id, keeper_id, offer_id, kind, quantity, made_at from assets.claim where state = 'held' order by id`,
  );

test('what stood before is filled as the acts of today would have left it; twice changes nothing, and the walls stand again', async () => {
  const inStore = await taken('A05019911', { quantity: 2 });
  await taken('A05019912', { offered: false });
  const ended = await taken('A05019913');
  await clerk.does('assets.withdraw-purchase', { purchase: ended.purchase, why: '不再需要' });
  const asToday = { listed: await listed(), held: await held() };
  expect(asToday.held).toMatchObject([{ offer_id: inStore.offer, kind: 'match' }]);

  await behind(at, `update assets.idle_listing set offer_id = null, keeper_id = null, in_store = false, taken = 0`);
  await behind(at, `delete from assets.claim`);
  const before = await listed();
  // The walls hid every row from the first one.
  await asMigrated('0073-taken-from-store', /^update[^]*?(?=\ncreate function)/m);
  expect(await listed()).toEqual(before);
  expect(await held()).toEqual([]);

  await asMigrated('0074-filled-after-all');
  expect(await listed()).toEqual(asToday.listed);
  expect(await held()).toEqual(asToday.held);
  await asMigrated('0074-filled-after-all');
  expect({ listed: await listed(), held: await held() }).toEqual(asToday);
  const open = await behind(
    at,
    `select relname from pg_class where relnamespace = 'assets'::regnamespace and relrowsecurity and not relforcerowsecurity`,
  );
  expect(open).toEqual([]);
});

test('a plan that was withdrawn, and one whose thing has gone to another ledger, hold nothing', async () => {
  const withdrawn = await taken('A05019914');
  const gone = await taken('A05019915');
  await behind(at, `update assets.purchase set state = 'withdrawn' where id = $1`, [withdrawn.purchase]);
  await behind(at, `update assets.card set unit_id = $2 where id = $1`, [gone.card, at.ids.county]);
  await behind(at, `update assets.idle_listing set taken = 0`);
  await behind(at, `delete from assets.claim`);
  await asMigrated('0074-filled-after-all');
  const cards = [withdrawn.card, gone.card];
  expect(await behind(at, `select taken from assets.idle_listing where card_id = any ($1)`, [cards])).toEqual([
    { taken: 0 },
    { taken: 0 },
  ]);
  expect(
    await behind(
      at,
      `select c.id from assets.claim c join assets.offer o on o.id = c.offer_id where o.card_id = any ($1)`,
      [cards],
    ),
  ).toEqual([]);
});

test('what lay idle before there was a listing is listed, and what is told of a card stands in its ledger', async () => {
  const card = await aCard(at, { unit: at.ids.bureau, class: 'A05019916', state: 'idle', name: '老柜' });
  await behind(at, `delete from assets.idle_listing where card_id = $1`, [card]);
  await behind(
    at,
    `insert into assets.data_asset (id, unit_id, level, sharing, renewed, described_on) values ($1, $2, 'general', 'closed', 'once', '2026-01-01')`,
    [card, at.ids.county],
  );
  await asMigrated('0074-filled-after-all');
  expect(await behind(at, `select name, taken from assets.idle_listing where card_id = $1`, [card])).toEqual([
    { name: '老柜', taken: 0 },
  ]);
  expect(await behind(at, `select unit_id from assets.data_asset where id = $1`, [card])).toEqual([
    { unit_id: at.ids.bureau },
  ]);
});
