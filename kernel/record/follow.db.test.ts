import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { sql } from '../database/sql.ts';
import { asRole } from './as-role.ts';
import { follow, type Follower, followers, type FollowOptions, type Handle, resumeFollower } from './follow.ts';
import { startSealer } from './sealer.ts';
import { bookLent, libraryRecord, type LibraryRecord } from './testing/library-record.ts';

let record: LibraryRecord;
const running: Follower[] = [];
beforeAll(async () => {
  record = await libraryRecord();
  await record.intruder.query(`
    create table public.loan (fact_id uuid primary key, seq bigint, title text);
    grant usage on schema public to opengoa_work;
    grant select, insert, update, delete on public.loan to opengoa_work;`);
});
afterEach(async () => {
  for (const follower of running.splice(0)) await follower.stop();
  await record.intruder.query('delete from public.loan');
});
afterAll(() => record.close());

const keepLoans: Handle = async (facts, tx) => {
  for (const { id, seq, body } of facts) {
    await tx.run(sql`insert into public.loan values (${id}, ${seq}, ${(body as { title: string }).title})`);
  }
};
const start = (name: string, from: number | 'now', handle: Handle, more: Partial<FollowOptions> = {}) => {
  const follower = follow(record.pool, name, from, handle, {
    node: record.node,
    pollMs: 10,
    retryMs: 1,
    triesMax: 3,
    ...more,
  });
  running.push(follower);
  return follower;
};
const standing = async (name: string) => (await followers(record.pool, record)).find((one) => one.name === name);
async function until(done: () => Promise<unknown>): Promise<void> {
  for (let n = 0; n < 500; n += 1) {
    if (await done()) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('it did not come');
}
const caughtUp = (name: string) => until(async () => (await standing(name))?.behind === 0);
const loans = async () =>
  (await record.intruder.query<{ seq: number; title: string }>('select seq::int, title from public.loan order by seq'))
    .rows;

async function addFacts(count: number): Promise<number> {
  for (let n = 0; n < count; n += 1) await record.append(bookLent());
  return record.sealAll();
}

describe('a follower', () => {
  test('SEC-RE-03 gets every fact in the order of its number, once each, also of units that its role cannot see', async () => {
    const size = await addFacts(25);
    start('loans', 0, keepLoans, { batchFacts: 4 });
    await caughtUp('loans');
    expect((await loans()).map(({ seq }) => seq)).toEqual(Array.from({ length: size }, (_, at) => at + 1));
    await addFacts(3);
    await caughtUp('loans');
    expect(await loans()).toHaveLength(size + 3);
  });

  test('begins at the number it was given, or at what is new', async () => {
    const size = await addFacts(5);
    const seen: Record<string, number[]> = { from: [], now: [] };
    start('from', size - 2, async (facts) => seen['from']!.push(...facts.map(({ seq }) => seq)));
    start('now', 'now', async (facts) => seen['now']!.push(...facts.map(({ seq }) => seq)));
    await caughtUp('from');
    await caughtUp('now');
    await addFacts(1);
    await caughtUp('from');
    await caughtUp('now');
    expect(seen).toEqual({ from: [size - 1, size, size + 1], now: [size + 1] });
  });

  test('REL-24 an effect and its cursor are one commit: a try that fails half-way leaves neither', async () => {
    const size = await addFacts(3);
    let fail = true;
    start('halves', size - 3, async (facts, tx) => {
      await keepLoans(facts, tx);
      if (fail) {
        fail = false;
        throw new Error('half-way');
      }
    });
    await caughtUp('halves');
    expect((await loans()).map(({ seq }) => seq)).toEqual([size - 2, size - 1, size]);
  });

  test('REL-24 one that keeps failing is parked at the fact with its reason, the good ones before it done; others go on; it can be resumed', async () => {
    const first = await addFacts(2);
    await record.append(bookLent({ body: { title: '残卷' } }));
    const bad = await record.sealAll();
    const last = await addFacts(2);
    const parked: unknown[] = [];
    let mended = false;
    const picky: Handle = async (facts, tx) => {
      for (const { body } of facts)
        if ((body as { title: string }).title === '残卷' && !mended) throw new Error('没有这本书');
      await keepLoans(facts, tx);
    };
    let others = 0;
    start('picky', first - 2, picky, { onParked: (what) => parked.push(what) });
    start('easy', first - 2, async (facts) => {
      others += facts.length;
    });
    await until(async () => (await standing('picky'))?.parkedAt);
    await caughtUp('easy');
    expect(parked).toEqual([{ name: 'picky', seq: bad, reason: '没有这本书' }]);
    expect(await standing('picky')).toMatchObject({ cursor: bad - 1, parkedReason: '没有这本书', behind: 3 });
    expect((await loans()).map(({ seq }) => seq)).toEqual([first - 1, first]);
    expect(others).toBe(5);

    mended = true;
    expect(await resumeFollower(record.pool, 'picky', record)).toBe(true);
    await caughtUp('picky');
    expect((await loans()).map(({ seq }) => seq).at(-1)).toBe(last);
    expect(await resumeFollower(record.pool, 'picky', record)).toBe(false);
  });

  test('REL-24 the fact it failed at can be left out', async () => {
    const size = await addFacts(2);
    const seen: number[] = [];
    start('skips', size - 2, async (facts) => {
      if (facts.some(({ seq }) => seq === size - 1)) throw new Error('never');
      seen.push(...facts.map(({ seq }) => seq));
    });
    await until(async () => (await standing('skips'))?.parkedAt);
    await resumeFollower(record.pool, 'skips', { ...record, skip: true });
    await caughtUp('skips');
    expect(seen).toEqual([size]);
  });

  test('REL-24 a fact that kills the program each time is parked too: tries are counted before they are made', async () => {
    const size = await addFacts(1);
    await record.intruder.query(
      `insert into kernel.follower (node_id, name, cursor, tries) values ($1, 'deadly', $2, 3)`,
      [record.node, size - 1],
    );
    let called = false;
    start('deadly', 0, async () => {
      called = true;
    });
    await until(async () => (await standing('deadly'))?.parkedAt);
    expect(called).toBe(false);
    expect((await standing('deadly'))?.parkedReason).toMatch(/ended while/);
  });

  test('SEC-BI-05 several programs under one name do the work once between them', async () => {
    const size = await addFacts(1);
    const counts = new Map<number, number>();
    const count: Handle = async (facts) => {
      for (const { seq } of facts) counts.set(seq, (counts.get(seq) ?? 0) + 1);
      await new Promise((resolve) => setTimeout(resolve, 2));
    };
    for (let n = 0; n < 3; n += 1) start('shared', size, count, { batchFacts: 3, triesMax: 100 });
    await until(async () => (await standing('shared')) !== undefined);
    await addFacts(40);
    await caughtUp('shared');
    expect(counts.size).toBe(40);
    expect([...counts.values()].every((times) => times === 1)).toBe(true);
  });

  test('a hint wakes it long before it would have polled', async () => {
    const size = await addFacts(1);
    const seen: number[] = [];
    start('woken', size, async (facts) => seen.push(...facts.map(({ seq }) => seq)), { pollMs: 60_000, listen: true });
    await until(async () => (await standing('woken')) !== undefined);
    await new Promise((resolve) => setTimeout(resolve, 100));
    const sealer = startSealer({ ...record, pollMs: 10 });
    await record.append(bookLent());
    await until(async () => seen.length === 1);
    await sealer.stop();
    expect(seen).toEqual([size + 1]);
  });

  test('SEC-DB-04 the effect runs without the auditing view that fetched the facts', async () => {
    const size = await addFacts(1);
    let visible: number | undefined;
    start('scoped', size - 1, async (_facts, tx) => {
      visible = (await tx.rows(sql`select 1 from kernel.fact`)).length;
    });
    await caughtUp('scoped');
    expect(visible).toBe(0);
    const asAuditor = await asRole(record.pool, { node: record.node, role: 'opengoa_work' }, async (client) => {
      await client.query(`select set_config('opengoa.audit', 'on', true)`);
      return (await client.query('select 1 from kernel.fact')).rowCount;
    });
    expect(asAuditor).toBe(size);
  });
});
