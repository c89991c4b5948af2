import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { txOn } from '../database/tx.ts';
import { newId } from '../id.ts';
import { appendFacts } from './append-facts.ts';
import { asRole, beginAs } from './as-role.ts';
import { sealOnce, startSealer } from './sealer.ts';
import { bookLent, libraryRecord, type LibraryRecord } from './testing/library-record.ts';

let record: LibraryRecord;
beforeAll(async () => {
  record = await libraryRecord();
});
afterAll(() => record.close());

const refusalOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (fault: Error) => fault.message,
  );

interface Sealed {
  seq: number;
  id: string;
  tx: string;
}
const sealedInOrder = async (): Promise<Sealed[]> =>
  (
    await record.intruder.query<Sealed>(
      'select s.seq::int as seq, f.id::text, f.tx::text from kernel.seal s join kernel.fact f on (f.node_id, f.id) = (s.node_id, s.fact_id) order by s.seq',
    )
  ).rows;

async function settled(done: () => Promise<boolean>): Promise<void> {
  while (!(await done())) await new Promise((resolve) => setTimeout(resolve, 20));
}

describe('the sealer', () => {
  test('SEC-RE-03 numbers facts contiguously from 1, in (tx, id) order, and a second run adds nothing', async () => {
    const first = [bookLent(), bookLent()];
    await record.append(...first.toReversed());
    const second = bookLent();
    await record.append(second);
    await record.sealAll();
    const sealed = await sealedInOrder();
    expect(sealed.map(({ seq }) => seq)).toEqual([1, 2, 3]);
    expect(sealed.map(({ id }) => id)).toEqual([first[0]!.id, first[1]!.id, second.id]);
    expect(await sealOnce(record.pool, record)).toMatchObject({ held: true, sealed: 0, size: 3 });
  });

  test('SEC-RE-03 a fact that commits late is waited for: nothing after it is numbered before', async () => {
    const slow = await record.pool.connect();
    const late = bookLent();
    await beginAs(slow, { node: record.node, role: 'opengoa_work' });
    await appendFacts(txOn(slow), [late]);
    const quick = bookLent();
    await record.append(quick);
    await sealOnce(record.pool, record);
    const known = (await sealedInOrder()).map(({ id }) => id);
    expect(known).not.toContain(quick.id);
    await slow.query('commit');
    slow.release();
    await record.sealAll();
    const sealed = (await sealedInOrder()).map(({ id }) => id);
    expect(sealed.slice(-2)).toEqual([late.id, quick.id]);
  });

  test('SEC-RE-03 an aborted act leaves no fact and no gap', async () => {
    const aborted = await record.pool.connect();
    await beginAs(aborted, { node: record.node, role: 'opengoa_work' });
    await appendFacts(txOn(aborted), [bookLent()]);
    await record.append(bookLent());
    await aborted.query('rollback');
    aborted.release();
    await record.sealAll();
    const sealed = await sealedInOrder();
    expect(sealed.map(({ seq }) => seq)).toEqual(sealed.map((_, at) => at + 1));
  });

  test('REL-25 two sealers at once: one works, no number is given twice, and when it stops the other goes on', async () => {
    const before = (await sealedInOrder()).length;
    const counts = [0, 0];
    const start = (at: number) =>
      startSealer({
        ...record,
        leaseSeconds: 2,
        pollMs: 5,
        batchFacts: 7,
        onSealed: ({ facts }) => {
          counts[at]! += facts;
        },
        onFault: (fault) => expect.unreachable(fault.message),
      });
    const sealers = [start(0), start(1)];
    for (let n = 0; n < 40; n += 1) await record.append(bookLent(), bookLent());
    await settled(async () => counts[0]! + counts[1]! === 80);
    expect(counts.toSorted((a, b) => a - b)).toEqual([0, 80]);
    const working = counts[0]! > 0 ? 0 : 1;
    await sealers[working]!.stop();
    await record.append(bookLent());
    await settled(async () => counts[1 - working]! === 1);
    await sealers[1 - working]!.stop();
    const sealed = await sealedInOrder();
    expect(sealed).toHaveLength(before + 81);
    expect(sealed.map(({ seq }) => seq)).toEqual(sealed.map((_, at) => at + 1));
  });

  test('REL-25 a sealer that slept past its lease writes nothing: the fence has moved on', async () => {
    await record.sealAll();
    const sleeper = startSealer({ ...record, leaseSeconds: 60, pollMs: 5 });
    await settled(
      async () =>
        (await record.intruder.query(`select 1 from kernel.lease where until > now() + interval '50 s'`)).rowCount ===
        1,
    );
    // Another took over while the sleeper believes that it holds the lease for most of a minute.
    await record.intruder.query(`update kernel.lease set holder = 'another', fence = fence + 1 where name = 'sealer'`);
    const size = (await sealedInOrder()).length;
    await record.append(bookLent());
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await sealedInOrder()).toHaveLength(size);
    await record.intruder.query(`update kernel.lease set until = '-infinity' where name = 'sealer'`);
    await record.sealAll();
    expect(await sealedInOrder()).toHaveLength(size + 1);
    await sleeper.stop();
  });

  test('SEC-RE-03 30,000 facts under long transactions, aborts and two sealers: none lost, none twice, none out of order', async () => {
    await record.sealAll();
    const before = (await sealedInOrder()).length;
    const kept = new Set<string>();
    const faults: Error[] = [];
    const options = { ...record, pollMs: 10, batchFacts: 700, onFault: (fault: Error) => faults.push(fault) };
    const sealers = [startSealer(options), startSealer({ ...options, leaseSeconds: 1 })];
    const writer = async (worker: number) => {
      for (let round = 0; round < 25; round += 1) {
        const facts = Array.from({ length: 50 }, (_, n) => bookLent({ body: { worker, round, n } }));
        const abort = (round + worker) % 6 === 0;
        const client = await record.pool.connect();
        try {
          await beginAs(client, { node: record.node, role: 'opengoa_work' });
          await appendFacts(txOn(client), facts.slice(0, 20));
          // Every fifth act stays open long, with facts in it already.
          if ((round * 7 + worker) % 5 === 0)
            await new Promise((resolve) => setTimeout(resolve, 40 + 20 * (worker % 4)));
          await appendFacts(txOn(client), facts.slice(20));
          await client.query(abort ? 'rollback' : 'commit');
          if (!abort) for (const { id } of facts) kept.add(id);
        } finally {
          client.release();
        }
      }
    };
    // 24 writers: acts of every length overlap all the time.
    await Promise.all(Array.from({ length: 24 }, (_, worker) => writer(worker)));
    await settled(async () => (await sealedInOrder()).length >= before + kept.size);
    for (const sealer of sealers) await sealer.stop();
    const sealed = await sealedInOrder();
    const mine = sealed.slice(before);
    expect(kept.size).toBeGreaterThan(24_000);
    expect(mine).toHaveLength(kept.size);
    expect(new Set(mine.map(({ id }) => id))).toEqual(kept);
    expect(sealed.every(({ seq }, at) => seq === at + 1)).toBe(true);
    const order = (fact: Sealed) => fact.tx.padStart(20, '0') + fact.id;
    expect(mine.every((fact, at) => at === 0 || order(mine[at - 1]!) < order(fact))).toBe(true);
    expect(faults).toEqual([]);
  });

  test('a Record copied into another cluster, whose transactions begin again, goes on without loss', async () => {
    await record.sealAll();
    const size = (await sealedInOrder()).length;
    // As after a logical copy: sealed and unsealed facts with transaction numbers far ahead of this cluster's own.
    await record.intruder.query(
      `begin; set local session_replication_role = replica; select set_config('opengoa.node', '7', true)`,
    );
    await record.intruder.query(`update kernel.fact set tx = (tx::text::bigint + 1000000000)::text::xid8`);
    await record.intruder.query(`update kernel.seal set tx = (tx::text::bigint + 1000000000)::text::xid8`);
    await record.intruder.query('commit');
    const left = bookLent();
    await record.append(left);
    await record.intruder.query(`begin; set local session_replication_role = replica`);
    await record.intruder.query(`update kernel.fact set tx = '2000000000' where id = $1`, [left.id]);
    await record.intruder.query('commit');
    const fresh = bookLent();
    await record.append(fresh);
    await record.sealAll();
    const next = bookLent();
    await record.append(next);
    await record.sealAll();
    const sealed = await sealedInOrder();
    expect(sealed.slice(size).map(({ id }) => id)).toEqual([left.id, fresh.id, next.id]);
  });
});

describe('the Record and its roles', () => {
  const asWork = <T>(text: string) =>
    asRole<T>(
      record.pool,
      { node: record.node, role: 'opengoa_work' },
      async (client) => (await client.query(text)) as T,
    );

  test('SEC-RE-03 the working role may add and read, and nothing else', async () => {
    const tries = [
      `update kernel.fact set why = 'x'`,
      'delete from kernel.fact',
      'truncate kernel.fact',
      'drop table kernel.fact',
      'alter table kernel.fact disable trigger all',
      `insert into kernel.seal (seq, fact_id, tx, leaf_hash, chain_hash) values (1, gen_random_uuid(), '1', '', '')`,
      'update kernel.seal set seq = 0',
      'delete from kernel.tree_head',
      'delete from kernel.subject_key',
      `insert into kernel.fact (id, tx, happened_at, actor_kind, verb, type, outcome) values (gen_random_uuid(), '5', now(), 'x', 'x', 'x', 'done')`,
      `insert into kernel.fact (id, recorded_at, happened_at, actor_kind, verb, type, outcome) values (gen_random_uuid(), now(), now(), 'x', 'x', 'x', 'done')`,
    ];
    for (const text of tries) expect(await refusalOf(asWork(text))).toMatch(/^(permission denied|must be owner)/);
  });

  test('SEC-RE-03 the sealer cannot change or remove what it sealed', async () => {
    for (const text of [
      'update kernel.seal set seq = 0',
      'delete from kernel.seal',
      'truncate kernel.tree_head',
      `insert into kernel.fact (id) values (gen_random_uuid())`,
    ]) {
      const asSealer = asRole(record.pool, { node: record.node, role: 'opengoa_sealer' }, (client) =>
        client.query(text),
      );
      expect(await refusalOf(asSealer)).toMatch(/^permission denied/);
    }
  });

  test('SEC-RE-03 the accident of a superuser is stopped by triggers', async () => {
    for (const table of ['fact', 'seal', 'tree_head']) {
      await expect(record.intruder.query(`delete from kernel.${table}`)).rejects.toThrow(/only added to/);
      await expect(record.intruder.query(`truncate kernel.${table} cascade`)).rejects.toThrow(/only added to/);
      await expect(record.intruder.query(`update kernel.${table} set node_id = 8`)).rejects.toThrow(/only added to/);
    }
  });

  test('SEC-DB-04 facts are seen by scope, by the actor, and by the audit officer; without context nobody sees any', async () => {
    const elsewhere = bookLent({ unit: '018f0000-0000-7000-8000-0000000000ff', person: stranger });
    await record.append(elsewhere);
    const seen = (settings: Record<string, string>, node = record.node) =>
      asRole(record.pool, { node, role: 'opengoa_work' }, async (client) => {
        for (const [name, value] of Object.entries(settings))
          await client.query('select set_config($1, $2, true)', [`opengoa.${name}`, value]);
        return (await client.query('select 1 from kernel.fact where id = $1', [elsewhere.id])).rowCount === 1;
      });
    expect(await seen({})).toBe(false);
    expect(await seen({ exact: elsewhere.unit! })).toBe(true);
    expect(await seen({ exact: '018f0000-0000-7000-8000-00000000000a' })).toBe(false);
    expect(await seen({ persons: stranger })).toBe(true);
    expect(await seen({ persons: newId() })).toBe(false);
    expect(await seen({ objects: elsewhere.objectId! })).toBe(true);
    expect(await seen({ audit: 'on' })).toBe(true);
    expect(await seen({ audit: 'on' }, 8)).toBe(false);
  });
});

const stranger = '018f0000-0000-7000-8000-0000000000d1';
