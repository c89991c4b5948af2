import { isRefusal } from '@opengoa/kernel';
import { runJob } from '@opengoa/kernel/host';
import { house, type House, type Person } from '@opengoa/kernel/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import assets from '../domain.ts';
import { aCard, behind } from '../testing/pooled-card.ts';

let at: House;
let now = new Date('2026-03-05T09:00:00+08:00');
let clerk: Person;
let county: Person;

const code = (answer: unknown) => (isRefusal(answer) ? answer.code : 'done');
const rowsOf = async (who: Person, list: string, query: Record<string, string> = {}) =>
  ((await who.list(list, { size: '200', ...query })) as unknown as { rows: Record<string, unknown>[] }).rows;
const keep = async (name: string, more: object = {}) =>
  (
    (await clerk.does('assets.keep-supply', { unit: at.ids.finance, kind: 'consumable', name, ...more })).result as {
      supply: string;
    }
  ).supply;
const one = async (id: string) => (await rowsOf(clerk, 'assets.supplies')).find((row) => row['id'] === id)!;
const told = (reminder: string) =>
  behind(at, async (client) => {
    await runJob(at.kernel, 'kernel.remind', { signal: new AbortController().signal });
    const { rows } = await client.query<{ object_id: string }>(
      'select object_id from kernel.reminder where reminder = $1',
      [`assets.${reminder}`],
    );
    return rows.map(({ object_id }) => object_id);
  });

beforeAll(async () => {
  at = await house({ rooms: [assets], clock: () => now });
  const { ids } = at;
  clerk = at.with([{ role: 'assets-clerk', unit: ids.finance, below: true }], {
    unit: ids.finance,
    name: '财政资产员',
  });
  county = at.with([{ role: 'assets-clerk', unit: ids.county, below: true }], { unit: ids.county, name: '县资产员' });
});
afterAll(() => at?.close());

test('a consumable comes in, is given out to the last one, and every change is a row with what was left', async () => {
  const paper = await keep('复印纸', { measure: '包', minimum: 5 });
  expect(
    code(await clerk.run('assets.keep-supply', { unit: at.ids.finance, kind: 'consumable', name: '复印纸' })),
  ).toBe('supply-taken');
  expect(await one(paper)).toMatchObject({ on_hand: 0, minimum: 5, short: 5 });
  const receive = { supply: paper, quantity: 8, amountFen: 16_000, supplier: '甲店' };
  const request = '01970000-0000-7000-8000-0000000000ab';
  expect(code(await clerk.run('assets.receive-supply', receive, request))).toBe('done');
  expect(code(await clerk.run('assets.receive-supply', receive, request))).toBe('done');
  expect(await one(paper)).toMatchObject({ on_hand: 8, short: 0 });
  expect(code(await clerk.run('assets.issue-supply', { supply: paper, quantity: 9 }))).toBe('supply-short');
  expect(code(await county.run('assets.issue-supply', { supply: paper, quantity: 1 }))).toBe('not-found');
  // Two at once for the last ones: one of them has them.
  const both = await Promise.all(
    [5, 5].map((quantity) => clerk.run('assets.issue-supply', { supply: paper, quantity })),
  );
  expect(both.map(code).toSorted()).toEqual(['done', 'supply-short']);
  const moves = await rowsOf(clerk, 'assets.supply-moves', { 'f.supply_id': paper });
  expect(moves.map(({ kind, quantity, after }) => [kind, quantity, after])).toEqual([
    ['out', -5, 3],
    ['in', 8, 8],
  ]);
  expect(moves[0]!['may']).toEqual([]);
  const { version } = await one(paper);
  const count = { supply: paper, version, counted: 2, why: '少一包' };
  expect(code(await clerk.run('assets.count-supply', { ...count, version: 1 }))).toBe('stale-version');
  expect(code(await clerk.run('assets.count-supply', { ...count, counted: 3 }))).toBe('supply-unchanged');
  expect(code(await clerk.run('assets.count-supply', count))).toBe('done');
  const end = async () =>
    clerk.run('assets.end-supply', { supply: paper, version: (await one(paper))['version'], why: '不再用' });
  expect(code(await clerk.run('assets.end-supply', { supply: paper, version: 1, why: '不再用' }))).toBe(
    'stale-version',
  );
  expect(code(await end())).toBe('supply-still-there');
  await clerk.does('assets.issue-supply', { supply: paper, quantity: 2 });
  expect(code(await end())).toBe('done');
  expect(code(await end())).toBe('not-now');
  const again = { supply: paper, quantity: 1 };
  expect(code(await clerk.run('assets.receive-supply', again))).toBe('not-now');
  expect(code(await clerk.run('assets.issue-supply', again))).toBe('not-now');
  expect(code(await clerk.run('assets.count-supply', { ...count, version: 9 }))).toBe('not-now');
  expect(
    code(
      await clerk.run('assets.keep-supply', {
        unit: at.ids.finance,
        supply: paper,
        kind: 'consumable',
        name: '复印纸',
      }),
    ),
  ).toBe('not-now');
});

test('a component goes into a thing and comes back; a seat not after the last day of its licence', async () => {
  const computer = await aCard(at, { unit: at.ids.finance, name: '台式计算机', state: 'in-use' });
  const foreign = await aCard(at, { unit: at.ids.bureau, state: 'in-use' });
  const memory = await keep('内存条 16G', { kind: 'component', measure: '条' });
  await clerk.does('assets.receive-supply', { supply: memory, quantity: 4 });
  expect(code(await clerk.run('assets.issue-supply', { supply: memory, quantity: 1 }))).toBe('supply-needs-place');
  expect(code(await clerk.run('assets.issue-supply', { supply: memory, quantity: 1, card: foreign }))).toBe(
    'not-found',
  );
  await clerk.does('assets.issue-supply', { supply: memory, quantity: 2, card: computer });
  expect(await one(memory)).toMatchObject({ on_hand: 2, out_count: 2 });
  const [given] = await rowsOf(clerk, 'assets.supply-moves', { 'f.card_id': computer });
  expect(given).toMatchObject({ held: 2, may: ['assets.return-supply'] });
  expect(String(given!['thing'])).toContain('台式计算机');
  const back = { move: given!['id'], quantity: 3 };
  expect(code(await clerk.run('assets.return-supply', back))).toBe('supply-not-out');
  expect(code(await clerk.run('assets.return-supply', { ...back, quantity: 1 }))).toBe('done');
  expect(await one(memory)).toMatchObject({ on_hand: 3, out_count: 1 });

  const seats = await keep('版式办公软件', { kind: 'licence', measure: '个', validUntil: '2026-03-20' });
  await clerk.does('assets.receive-supply', { supply: seats, quantity: 1 });
  expect(code(await clerk.run('assets.issue-supply', { supply: seats, quantity: 1 }))).toBe('supply-needs-place');
  await clerk.does('assets.issue-supply', { supply: seats, quantity: 1, card: computer });
  expect(code(await clerk.run('assets.issue-supply', { supply: seats, quantity: 1, card: computer }))).toBe(
    'supply-short',
  );
  now = new Date('2026-03-25T09:00:00+08:00');
  expect(code(await clerk.run('assets.issue-supply', { supply: seats, quantity: 1, card: computer }))).toBe(
    'supply-over',
  );
  now = new Date('2026-03-05T09:00:00+08:00');
});

test('what stands in another ledger takes no component of this one', async () => {
  const both = at.with(
    [at.ids.finance, at.ids.county].map((unit) => ({ role: 'assets-clerk', unit, below: true })),
    { unit: at.ids.finance },
  );
  const supply = await keep('风扇', { kind: 'component' });
  await clerk.does('assets.receive-supply', { supply, quantity: 1 });
  const card = await aCard(at, { unit: at.ids.county, state: 'in-use' });
  expect(code(await both.run('assets.issue-supply', { supply, quantity: 1, card }))).toBe('supply-thing-elsewhere');
});

/** A post that keeps this ledger, so that there is somebody to tell. */
const somebodyKeepsIt = () =>
  behind(at, async (client) => {
    await client.query(
      `insert into kernel.grant_ (node_id, id, role, unit_id, below, post_id, valid_from, granted_by, confirmed_by)
       select 1, gen_random_uuid(), 'assets-clerk', $1, true, post_id, valid_from, granted_by, confirmed_by from kernel.grant_ where role = 'fleet-clerk' limit 1`,
      [at.ids.finance],
    );
    await client.query("update kernel.revision set revision = revision + 1 where register = 'organisation'");
  });

test('whoever keeps the cupboard is told of what runs low and of a licence that ends, until it is seen to', async () => {
  await somebodyKeepsIt();
  await at.kernel.registers.refresh();
  const toner = await keep('硒鼓', { minimum: 2 });
  const seats = await keep('邮件系统', { kind: 'licence', validUntil: '2026-03-30' });
  expect(await told('supply-low')).toContain(toner);
  expect(await told('licence-ends')).toContain(seats);
  await clerk.does('assets.receive-supply', { supply: toner, quantity: 2 });
  const renewed = { unit: at.ids.finance, supply: seats, kind: 'licence', name: '邮件系统', validUntil: '2027-03-30' };
  await clerk.does('assets.keep-supply', renewed);
  expect(await told('supply-low')).not.toContain(toner);
  expect(await told('licence-ends')).not.toContain(seats);
});
