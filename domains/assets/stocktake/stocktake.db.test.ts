import { createHash, randomUUID } from 'node:crypto';
import pg from 'pg';
import { isRefusal } from '@opengoa/kernel';
import { house, type House, type Person } from '@opengoa/kernel/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import assets from '../domain.ts';
import { aFloor, type AFloor } from './a-floor.ts';
import type { PaperAnswer } from '../papers/contract.ts';
import type { Entry, EntryKind, SheetAnswer, StocktakeAnswer } from './contract.ts';

let at: House;
let behind: pg.Client;
let clerk: Person;
let second: Person;
const code = (answer: unknown): string => (isRefusal(answer) ? answer.code : 'done');

beforeAll(async () => {
  at = await house({ rooms: [assets], clock: () => new Date('2026-03-05T10:00:00+08:00') });
  behind = new pg.Client({ connectionString: at.urls.superuser });
  await behind.connect();
  const grants = [{ role: 'assets-clerk', unit: at.ids.finance, below: true }];
  clerk = at.with(grants, { unit: at.ids.finance, person: at.ids.persons['何涛'].person, name: '何涛' });
  second = at.with(grants, { unit: at.ids.finance, person: at.ids.persons['周敏'].person, name: '周敏' });
}, 120_000);
afterAll(async () => {
  await behind?.end();
  await at?.close();
});

interface Taken extends AFloor {
  readonly id: string;
  readonly sheet: () => Promise<SheetAnswer>;
  readonly read: () => Promise<StocktakeAnswer & { may: string[] }>;
  place(n: number): string;
}

async function taken(word: string, size: { rooms?: number; perRoom?: number } = {}, more: object = {}): Promise<Taken> {
  const floor = await aFloor(behind, at.ids.finance, { word, ...size });
  const { result } = await clerk.does('assets.open-stocktake', {
    unit: at.ids.finance,
    title: `${word}盘点`,
    scope: 'floor',
    place: floor.floor,
    ...more,
  });
  const id = (result as { stocktake: string }).stocktake;
  const sheet = async () => (await clerk.read('assets.stocktake-sheet', { id })) as SheetAnswer;
  const { places } = await sheet();
  return {
    ...floor,
    id,
    sheet,
    read: async () => (await clerk.read('assets.stocktake', { id })) as StocktakeAnswer & { may: string[] },
    place: (n) => places.find(({ room }) => room === floor.rooms[n])!.id,
  };
}

const entry = (place: string, what: string, minute = 0, kind: EntryKind = 'scanner', quantity = 1): Entry => [
  randomUUID(),
  kind,
  place,
  what,
  quantity,
  `2026-03-05T09:${String(minute).padStart(2, '0')}:00+08:00`,
];
const sync = (stocktake: string, entries: readonly Entry[], by: Person = clerk) =>
  by.run('assets.sync-scans', { stocktake, entries });
const rowsOf = async (name: string, query: Record<string, string>) =>
  ((await clerk.list(name, query)) as { rows: readonly Record<string, unknown>[] }).rows;
const lineOf = async (of: Taken, number: string) =>
  (await of.sheet()).lines.find((line) => line.code === number) as SheetAnswer['lines'][number];
const settle = (stocktake: string, lines: readonly string[], how: string, more: object = {}, by = clerk) =>
  by.run('assets.settle-difference', { stocktake, lines, how, ...more });

describe('opening', () => {
  test('the book of a floor becomes places and lines; what is lent is not expected; a scope of nothing is refused', async () => {
    const of = await taken('甲');
    const sheet = await of.sheet();
    expect(sheet.lines.map((line) => line.code)).toEqual(of.cards.map(({ number }) => number));
    // Two rooms, and one place for whatever is found elsewhere.
    expect(sheet.places.map(({ room }) => room)).toEqual([...of.rooms, null]);
    expect(await of.read()).toMatchObject({
      state: 'counting',
      result: { expected: 6, missing: 6 },
      unitName: '临江市财政局',
    });
    await behind.query(`update assets.card set state = 'lent' where id = $1`, [of.cards[0]!.id]);
    const again = await clerk.does('assets.open-stocktake', {
      unit: at.ids.finance,
      title: '再盘',
      scope: 'floor',
      place: of.floor,
    });
    const list = await rowsOf('assets.stocktakes', { 'f.state': 'counting' });
    expect(list.find(({ id }) => id === (again.result as { stocktake: string }).stocktake)).toMatchObject({
      expected: 5,
      open: 5,
    });
    const asked = { unit: at.ids.finance, title: '空', scope: 'floor' };
    expect(code(await clerk.run('assets.open-stocktake', asked))).toBe('scope-incomplete');
    expect(code(await clerk.run('assets.open-stocktake', { ...asked, place: randomUUID() }))).toBe('nothing-to-count');
    expect(code(await clerk.run('assets.open-stocktake', { ...asked, scope: 'class', class: 'A0801' }))).toBe(
      'nothing-to-count',
    );
  });

  test('nobody of another unit opens one here, or sees it', async () => {
    const of = await taken('乙');
    const other = at.as('石会计');
    expect(
      code(await other.run('assets.open-stocktake', { unit: at.ids.finance, title: '外', scope: 'unit' })),
    ).not.toBe('done');
    const foreign = at.with([{ role: 'assets-clerk', unit: at.ids.countyFinance, below: true }], {
      unit: at.ids.countyFinance,
    });
    expect(code(await foreign.read('assets.stocktake', { id: of.id }))).toBe('not-found');
    expect(code(await sync(of.id, [entry(of.place(0), '乙-1-1')], foreign))).not.toBe('done');
  });

  test('a blind stocktake shows what the book has of a place once the place is done', async () => {
    const of = await taken('盲', {}, { blind: true });
    expect((await of.sheet()).lines).toEqual([]);
    await sync(of.id, [entry(of.place(0), '盲-1-1'), entry(of.place(0), '', 5, 'done', 0)]);
    expect((await of.sheet()).lines.map((line) => line.code)).toEqual(['盲-1-1', '盲-1-2', '盲-1-3']);
  });
});

describe('what devices send', () => {
  test('five hundred at once; sent again they change nothing; seen_at is kept on the cards', async () => {
    const of = await taken('百', { rooms: 10, perRoom: 50 });
    const entries = of.cards.map(({ number, room }) => entry(of.place(of.rooms.indexOf(room)), number));
    const begin = performance.now();
    expect((await clerk.does('assets.sync-scans', { stocktake: of.id, entries })).result).toEqual({
      received: 500,
      before: 0,
      conflicts: 0,
    });
    expect(performance.now() - begin).toBeLessThan(5_000);
    expect((await clerk.does('assets.sync-scans', { stocktake: of.id, entries })).result).toEqual({
      received: 0,
      before: 500,
      conflicts: 0,
    });
    expect((await of.read()).result).toMatchObject({ expected: 500, found: 500, missing: 0 });
    const { rows } = await behind.query(
      `select (select count(*)::int from assets.stocktake_entry where stocktake_id = $1) as entries,
              (select count(*)::int from assets.card where room_id = any ($2) and seen_at is not null) as seen`,
      [of.id, of.rooms],
    );
    expect(rows[0]).toEqual({ entries: 500, seen: 500 });
  });

  test('halves that overlap, from two devices, in any order: nothing lost, nothing doubled', async () => {
    const of = await taken('叠', { rooms: 1, perRoom: 40 });
    const entries = of.cards.map(({ number }) => entry(of.place(0), number));
    const sent = await Promise.all([sync(of.id, entries.slice(0, 30)), sync(of.id, entries.slice(20))]);
    expect(sent.map(code)).toEqual(['done', 'done']);
    const { rows } = await behind.query(
      `select count(*)::int as n from assets.stocktake_entry where stocktake_id = $1`,
      [of.id],
    );
    expect(rows[0]).toEqual({ n: 40 });
    expect((await of.read()).result.found).toBe(40);
  });

  test('elsewhere, by serial number, on no card, of another floor; moved in one tap, struck again', async () => {
    const of = await taken('丙');
    const other = await aFloor(behind, at.ids.finance, { word: '丙外', rooms: 1, perRoom: 1 });
    await behind.query(`update assets.card set serial = 'SN-丙' where id = $1`, [of.cards[0]!.id]);
    const wrong = entry(of.place(1), '无名', 3);
    await sync(of.id, [
      entry(of.place(1), 'SN-丙'),
      entry(of.place(1), other.cards[0]!.number),
      entry(of.place(1), '不在册', 2),
      wrong,
    ]);
    expect(await lineOf(of, '丙-1-1')).toMatchObject({ state: 'elsewhere', seenPlace: of.place(1), how: null });
    expect(await lineOf(of, other.cards[0]!.number)).toMatchObject({ state: 'unexpected', expected: false });
    expect(await lineOf(of, '不在册')).toMatchObject({ state: 'surplus' });
    await sync(of.id, [entry(of.place(1), '丙-1-1', 4, 'move'), entry(of.place(1), wrong[0], 4, 'strike')]);
    expect(await lineOf(of, '丙-1-1')).toMatchObject({ how: 'move-here' });
    expect(await lineOf(of, '无名')).toBeUndefined();
    expect((await of.read()).result).toMatchObject({ elsewhere: 1, unexpected: 1, surplus: 1, missing: 5 });
  });

  test('two people in two rooms, moved and disposed meanwhile: conflicts, a decision each', async () => {
    const of = await taken('丁');
    const [twice, moved, gone] = of.cards;
    await sync(of.id, [entry(of.place(0), twice!.number, 1)]);
    await sync(of.id, [entry(of.place(1), twice!.number, 2)], second);
    await behind.query(`update assets.card set room_id = $2 where id = $1`, [moved!.id, of.rooms[1]]);
    await behind.query(`update assets.card set state = 'disposed', disposed_on = '2026-03-05' where id = $1`, [
      gone!.id,
    ]);
    await sync(of.id, [entry(of.place(0), moved!.number, 3), entry(of.place(0), gone!.number, 3)]);
    expect((await of.read()).conflicts).toBe(3);
    const line = await lineOf(of, twice!.number);
    expect(line.conflict).toBe('two-places');
    expect((await lineOf(of, moved!.number)).conflict).toBe('moved-meanwhile');
    expect((await lineOf(of, gone!.number)).conflict).toBe('disposed-meanwhile');
    expect(code(await settle(of.id, [line.id], 'lost'))).toBe('way-not-open');
    expect(code(await settle(of.id, [line.id], 'move-here', { place: randomUUID() }))).toBe('place-not-of-it');
    expect(code(await settle(of.id, [line.id, line.id], 'stays'))).toBe('same-line-twice');
    expect(code(await settle(of.id, [randomUUID()], 'stays'))).toBe('not-found');
    expect(code(await settle(of.id, [line.id], 'move-here', { place: of.place(1) }))).toBe('done');
    expect(code(await settle(of.id, [(await lineOf(of, moved!.number)).id], 'stays'))).toBe('done');
    expect(
      code(await settle(of.id, [(await lineOf(of, gone!.number)).id], 'report-present', { why: '仍在使用' })),
    ).toBe('done');
    expect(await of.read()).toMatchObject({ conflicts: 0, open: 3 });
    // The list says the same: what is still to be explained, and all that differs.
    const listed = async (column: string) =>
      (await rowsOf('assets.stocktake-lines', { 'f.stocktake_id': of.id, [`f.${column}`]: 'true' })).length;
    expect([await listed('open'), await listed('differs')]).toEqual([3, 6]);
  });

  test('a place of another stocktake is refused, and nothing of that sending is kept', async () => {
    const [of, other] = [await taken('戊'), await taken('己')];
    expect(code(await sync(of.id, [entry(of.place(0), '戊-1-1'), entry(other.place(0), '戊-1-2')]))).toBe(
      'place-not-of-it',
    );
    expect((await of.read()).result.found).toBe(0);
  });

  test('two hundred within ten minutes of one place are told, with no name', async () => {
    const of = await taken('快', { rooms: 1, perRoom: 210 });
    const entries = of.cards.map(({ number }, n) => [
      randomUUID(),
      'scanner',
      of.place(0),
      number,
      1,
      new Date(Date.parse('2026-03-05T09:00:00+08:00') + n * 2_000).toISOString(),
    ]);
    await clerk.does('assets.sync-scans', { stocktake: of.id, entries });
    const told = await of.read();
    expect(told.bursts).toHaveLength(1);
    expect(told.bursts[0]).toMatchObject({ scans: 210 });
    expect(JSON.stringify(told)).not.toContain('何涛');
  });

  test('condition and note by the code on it', async () => {
    const of = await taken('况');
    const note = { stocktake: of.id, code: '况-1-1', condition: 'worn', note: '抽屉坏了' };
    await clerk.does('assets.note-line', note);
    const rows = await rowsOf('assets.stocktake-lines', { 'f.stocktake_id': of.id, 'f.condition': 'worn' });
    expect(rows).toMatchObject([{ code: '况-1-1', note: '抽屉坏了' }]);
    expect(code(await clerk.run('assets.note-line', { ...note, code: '没有' }))).toBe('not-found');
  });
});

describe('signing', () => {
  test('a leader of the unit seals what the clerk signed; whoever may is told by name, the first is not among them', async () => {
    const of = await taken('导', { rooms: 1, perRoom: 1 });
    await sync(of.id, [entry(of.place(0), of.cards[0]!.number), entry(of.place(0), '', 1, 'done', 0)]);
    expect((await of.read()).seconds).toEqual([]);
    const grants = [{ role: 'leader', unit: at.ids.finance, below: true }];
    const leader = at.with(grants, { unit: at.ids.finance, person: at.ids.persons['陈局'].person, name: '陈局' });
    const sign = async (by: Person) =>
      by.does('assets.sign-stocktake', { stocktake: of.id, version: (await of.read()).version });
    await sign(leader);
    expect((await of.read()).seconds).toEqual([]);
    const { version } = await of.read();
    await leader.does('assets.reopen-stocktake', { stocktake: of.id, version, why: '由经办人先签' });
    await sign(clerk);
    const first = await of.read();
    expect(first).toMatchObject({ seconds: ['陈局'], signedFirst: true });
    expect(first.may).not.toContain('assets.sign-stocktake');
    expect(await leader.read('assets.stocktake', { id: of.id })).toMatchObject({ signedFirst: false });
    const listed = await rowsOf('assets.stocktakes', { 'f.number': first.number });
    expect(listed.flatMap(({ may }) => may)).not.toContain('assets.sign-stocktake');
    expect(((await leader.read('assets.stocktake', { id: of.id })) as { may: string[] }).may).toContain(
      'assets.sign-stocktake',
    );
    await sign(leader);
    expect(await of.read()).toMatchObject({ state: 'closed', seconds: [] });
  });

  test('not before every place is done and every difference explained; two people; then papers, cards and a sealed hash', async () => {
    const of = await taken('签', { rooms: 2, perRoom: 2 });
    const [found, lost, moved] = of.cards;
    const sign = async (by: Person) =>
      by.run('assets.sign-stocktake', { stocktake: of.id, version: (await of.read()).version });
    await sync(of.id, [
      entry(of.place(0), found!.number),
      entry(of.place(0), moved!.number, 1),
      entry(of.place(0), '野', 2),
    ]);
    expect(code(await sign(clerk))).toBe('places-open');
    await sync(of.id, [entry(of.place(0), '', 3, 'done', 0), entry(of.place(1), '', 3, 'done', 0)]);
    expect(code(await sign(clerk))).toBe('differences-open');
    const ids = async (...numbers: string[]) =>
      Promise.all(numbers.map(async (number) => (await lineOf(of, number)).id));
    await settle(of.id, await ids(lost!.number, '签-2-2'), 'search-again');
    expect(code(await sign(clerk))).toBe('differences-open');
    await settle(of.id, await ids(lost!.number), 'lost', { why: '两次未找到' });
    await settle(of.id, await ids('签-2-2'), 'present', { why: '标签脱落' });
    await settle(of.id, await ids(moved!.number), 'move-here');
    await settle(of.id, await ids('野'), 'book-it');
    expect(code(await clerk.run('assets.sign-stocktake', { stocktake: of.id, version: 99 }))).toBe('stale-version');
    expect(code(await sign(clerk))).toBe('done');
    expect(code(await sync(of.id, [entry(of.place(0), lost!.number, 9)]))).toBe('not-now');
    expect(code(await sign(clerk))).toBe('signed-before');
    const version = async () => (await of.read()).version;
    expect(code(await second.run('assets.reopen-stocktake', { stocktake: of.id, version: 99, why: '再看' }))).toBe(
      'stale-version',
    );
    await second.does('assets.reopen-stocktake', { stocktake: of.id, version: await version(), why: '再看一处' });
    expect(await of.read()).toMatchObject({ state: 'counting', signatures: [] });
    expect(
      code(await second.run('assets.reopen-stocktake', { stocktake: of.id, version: await version(), why: '再' })),
    ).toBe('not-now');
    expect(code(await sign(clerk))).toBe('done');
    const sealed = await second.does('assets.sign-stocktake', { stocktake: of.id, version: await version() });
    expect(sealed.facts.map(({ type }) => type)).toEqual(['assets.StocktakeSealed']);

    const told = await of.read();
    expect(told).toMatchObject({
      state: 'closed',
      may: [],
      signatures: [{ name: '何涛' }, { name: '周敏' }],
      result: { expected: 4, found: 2, elsewhere: 1, missing: 1, lost: 1, lostFen: 100_000, moved: 1, surplus: 1 },
    });
    const paper = (await clerk.read('assets.stocktake-paper', { id: of.id })) as { base64: string; sha256: string };
    const bytes = Buffer.from(paper.base64, 'base64');
    expect(bytes.subarray(0, 8).toString()).toBe('%PDF-1.7');
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(paper.sha256);
    expect(told.paperSha256).toBe(paper.sha256);
    const card = async (number: string) =>
      (await behind.query(`select state, room_id from assets.card where number = $1`, [number])).rows[0] as object;
    expect(await card(moved!.number)).toEqual({ state: 'in-use', room_id: of.rooms[0] });
    expect(await card(lost!.number)).toMatchObject({ state: 'awaiting-disposal' });
    const { rows } = await behind.query(
      `select p.kind, count(l.*)::int as lines from assets.paper p join assets.paper_line l on l.paper_id = p.id
        where p.about->>'stocktake' = $1 group by p.kind order by p.kind`,
      [of.id],
    );
    expect(rows).toEqual([
      { kind: 'stocktake-loss', lines: 1 },
      { kind: 'stocktake-move', lines: 1 },
    ]);
    // Each opens as a paper does, and says what its lines come to.
    const { rows: made } = await behind.query<{ id: string }>(
      `select id from assets.paper where about->>'stocktake' = $1`,
      [of.id],
    );
    for (const { id } of made) {
      const opened = (await clerk.read('assets.paper', { id })) as PaperAnswer;
      expect(opened).toMatchObject({ cards: 1, about: { stocktake: of.id } });
      expect(opened.lines.map(({ valueFen }) => valueFen)).toEqual([opened.valueFen]);
      expect(opened.valueFen).toBe(100_000);
    }
    // Asked again what it sent before, a device is told that it is there.
    expect(code(await sync(of.id, [entry(of.place(0), found!.number)]))).toBe('not-now');
  });

  test('a card of another unit is told, and its book is not changed from here', async () => {
    const of = await taken('邻', { rooms: 1, perRoom: 1 });
    const theirs = await aFloor(behind, at.ids.financeOffice, { word: '邻外', rooms: 1, perRoom: 1 });
    await sync(of.id, [entry(of.place(0), theirs.cards[0]!.number)]);
    const line = await lineOf(of, theirs.cards[0]!.number);
    expect(line.state).toBe('unexpected');
    expect(code(await settle(of.id, [line.id], 'move-here'))).toBe('way-not-open');
    expect(code(await settle(of.id, [line.id], 'stays'))).toBe('done');
  });

  test('SA-08 the two lists: counted by the list it is a lower bound, counted blind it is an estimate', async () => {
    for (const blind of [false, true]) {
      const of = await taken(blind ? '估盲' : '估', { rooms: 1, perRoom: 18 }, { blind, sample: 5 });
      await sync(of.id, [
        ...of.cards.slice(0, 13).map(({ number }) => entry(of.place(0), number)),
        entry(of.place(0), `${blind}多出`),
      ]);
      const { result } = await of.read();
      expect(result.estimate).toMatchObject({ lowerBound: !blind });
      expect(result.estimate!.total).toBeCloseTo((19 * 15) / 14 - 1, 6);
      expect(result.sampled).toBe(5);
    }
  });

  test('cancelled it takes nothing more', async () => {
    const of = await taken('废');
    const cancel = (version: number) =>
      clerk.run('assets.cancel-stocktake', { stocktake: of.id, version, why: '开错了' });
    expect(code(await cancel(9))).toBe('stale-version');
    expect(code(await cancel(1))).toBe('done');
    expect(code(await cancel(2))).toBe('not-now');
    expect(code(await sync(of.id, [entry(of.place(0), '废-1-1')]))).toBe('not-now');
    expect(code(await settle(of.id, [(await of.sheet()).lines[0]!.id], 'lost'))).toBe('not-now');
    expect(code(await clerk.run('assets.note-line', { stocktake: of.id, code: '废-1-1', note: '晚了' }))).toBe(
      'not-now',
    );
    expect(code(await clerk.run('assets.sign-stocktake', { stocktake: of.id, version: 2 }))).toBe('not-now');
  });
});
